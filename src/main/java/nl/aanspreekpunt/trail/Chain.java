package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.List;

/**
 * What one run of one node put on record on one day, of what is kept equally long.
 *
 * @param day of its beginning, in UTC, such as {@code 2026-11-24}
 * @param after the chains that stood when it began, each with its last place and seal: what was
 *     then on record cannot go without a trace
 * @param opened seal over its beginning, all of the above
 * @param seq place of the last entry; may be one behind
 * @param at its moment
 * @param seal of the last entry; before the first one, {@code opened}
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
    String opened,
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
    String opened = sealing.of(beginning(id, kept, day, now, after));
    return new Chain(id, kept, day, now, after, opened, 0, now, opened, 0, null, null, null);
  }

  private String named() {
    return id + " " + seq + " " + seal;
  }

  private static String[] beginning(
      String id, Kept kept, String day, Instant begunAt, List<String> after) {
    return new String[] {id, kept.name(), day, String.valueOf(begunAt), String.join("\n", after)};
  }

  /** As a hub wrote it with this key. */
  boolean begunRightly(Seal sealing) {
    return sealing.holds(beginning(id, kept, day, begunAt, after), opened);
  }

  Chain moved(long to, Instant when, String with) {
    return new Chain(
        id, kept, day, begunAt, after, opened, to, when, with, gone, goneAt, goneLast, goneSeal);
  }

  Chain with(Entry last) {
    return moved(last.seq(), last.at(), last.seal());
  }

  /** Its oldest entries go, this one the last of them. */
  Chain without(Entry last, Seal sealing) {
    String over = sealing.of(id, Long.toString(last.seq()), last.at().toString(), last.seal());
    return new Chain(
        id,
        kept,
        day,
        begunAt,
        after,
        opened,
        seq,
        at,
        seal,
        last.seq(),
        last.at(),
        last.seal(),
        over);
  }

  boolean goneRightly(Seal sealing) {
    return gone == 0
        || sealing.holds(
            new String[] {id, Long.toString(gone), String.valueOf(goneAt), goneLast}, goneSeal);
  }
}
