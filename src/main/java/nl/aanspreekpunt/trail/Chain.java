package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.List;

/**
 * What one run of one node put on record on one day, of what is kept equally long.
 *
 * @param day of its beginning, in UTC, such as {@code 2026-11-24}
 * @param after the chains that stood when it began, each with its last place and seal: what was
 *     then on record cannot go without a trace
 * @param seq place of the last entry; may be one behind
 * @param at its moment
 * @param seal of the last entry; before the first one, over the beginning of the chain
 * @param gone place of the last entry that was destroyed in time; 0: none was
 * @param goneAt its moment
 * @param goneLast its seal
 * @param goneSeal over those three
 */
public record Chain(
    String id,
    Kept kept,
    String day,
    Instant begunAt,
    List<String> after,
    long seq,
    Instant at,
    String seal,
    long gone,
    Instant goneAt,
    String goneLast,
    String goneSeal) {
  public Chain {
    after = after == null ? List.of() : List.copyOf(after);
  }

  static Chain begun(String run, Kept kept, Instant now, List<Chain> standing, Seal sealing) {
    String day = Days.of(now);
    String id = kept.code() + "-" + day + "-" + run;
    List<String> after = standing.stream().map(Chain::named).toList();
    Chain open = new Chain(id, kept, day, now, after, 0, now, null, 0, null, null, null);
    return open.moved(0, now, sealing.of(open.beginning()));
  }

  private String named() {
    return id + " " + seq + " " + seal;
  }

  String[] beginning() {
    return new String[] {id, kept.name(), day, begunAt.toString(), String.join("\n", after)};
  }

  Chain moved(long to, Instant when, String with) {
    return new Chain(
        id, kept, day, begunAt, after, to, when, with, gone, goneAt, goneLast, goneSeal);
  }

  Chain with(Entry last) {
    return moved(last.seq(), last.at(), last.seal());
  }

  /** Its oldest entries go, this one the last of them. */
  Chain without(Entry last, Seal sealing) {
    String over = sealing.of(id, Long.toString(last.seq()), last.at().toString(), last.seal());
    return new Chain(
        id, kept, day, begunAt, after, seq, at, seal, last.seq(), last.at(), last.seal(), over);
  }

  boolean goneRightly(Seal sealing) {
    return gone == 0
        || sealing.holds(
            new String[] {id, Long.toString(gone), String.valueOf(goneAt), goneLast}, goneSeal);
  }
}
