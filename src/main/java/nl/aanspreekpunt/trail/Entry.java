package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A deed on record, in its place on a chain. Never changed; destroyed when its time is over.
 *
 * @param id the deed's
 * @param key its moment and its place, so that keys sort as entries follow each other
 * @param seq its place on the chain, from 1
 * @param at when it was, never before the one that it follows
 * @param before seal of the one that it follows
 * @param seal keyed hash of all of the above and below
 */
public record Entry(
    String id,
    String chain,
    long seq,
    String key,
    Instant at,
    String by,
    Subject subject,
    Kind kind,
    String about,
    String detail,
    String origin,
    String before,
    String seal) {
  static Entry of(Deed deed, Chain chain, Seal sealing) {
    Instant at = deed.at().isBefore(chain.at()) ? chain.at() : deed.at();
    long seq = chain.seq() + 1;
    Entry open =
        new Entry(
            deed.id(),
            chain.id(),
            seq,
            Moment.key(at, chain.id() + "-" + Moment.number(seq)),
            at,
            deed.by(),
            deed.kind().subject(),
            deed.kind(),
            deed.about(),
            deed.detail(),
            deed.origin(),
            chain.seal(),
            null);
    return open.sealed(sealing.of(open.content()));
  }

  private Entry sealed(String with) {
    return new Entry(
        id, chain, seq, key, at, by, subject, kind, about, detail, origin, before, with);
  }

  /** For whom the case is kept from: which and why are left out. Not to be checked. */
  Entry withheld() {
    return new Entry(
        null, chain, seq, key, at, by, subject, kind, null, null, origin, before, seal);
  }

  /** Whether it is of the same deed, whenever that was. */
  boolean tells(Deed deed) {
    return kind == deed.kind()
        && Objects.equals(by, deed.by())
        && Objects.equals(about, deed.about())
        && Objects.equals(detail, deed.detail())
        && Objects.equals(origin, deed.origin());
  }

  boolean genuine(Seal sealing) {
    return sealing.holds(content(), seal);
  }

  String[] content() {
    return Arrays.stream(
            new Object[] {
              id, chain, seq, key, at, by, subject, kind, about, detail, origin, before
            })
        .map(one -> one == null ? null : one.toString())
        .toArray(String[]::new);
  }
}
