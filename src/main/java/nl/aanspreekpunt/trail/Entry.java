package nl.aanspreekpunt.trail;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * A deed on record, in its place on a chain. Never changed, but for its detail that may be
 * destroyed before the rest; destroyed when its time is over.
 *
 * @param id the deed's
 * @param key its moment and its place, so that keys sort as entries follow each other
 * @param seq its place on the chain, from 1
 * @param at when it was, never before the one that it follows
 * @param detail beside what is sealed, so that it can go: a person's name may be in it
 * @param salt goes with it: without it nobody finds out by trying what was there
 * @param told keyed hash of both; null when there never was a detail
 * @param before seal of the one that it follows
 * @param seal keyed hash of all of the above and below but {@code detail} and {@code salt}
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
    String salt,
    String told,
    String origin,
    String before,
    String seal) {
  static Entry of(Deed deed, Chain chain, Seal sealing) {
    Instant at = deed.at().isBefore(chain.at()) ? chain.at() : deed.at();
    long seq = chain.seq() + 1;
    String salt = deed.detail() == null ? null : UUID.randomUUID().toString();
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
            salt,
            salt == null ? null : sealing.of(salt, deed.detail()),
            deed.origin(),
            chain.seal(),
            null);
    return open.with(deed.about(), open.detail(), salt, sealing.of(open.content()));
  }

  private Entry with(String what, String text, String grain, String sealed) {
    return new Entry(
        id, chain, seq, key, at, by, subject, kind, what, text, grain, told, origin, before,
        sealed);
  }

  /** For whom the case is kept from: which and why are left out. Not to be checked. */
  Entry withheld() {
    return new Entry(
        null, chain, seq, key, at, by, subject, kind, null, null, null, null, origin, before, seal);
  }

  /** As it is when its detail is destroyed. */
  Entry untold() {
    return with(about, null, null, seal);
  }

  /** Its detail was destroyed. */
  public boolean isUntold() {
    return told != null && detail == null && salt == null;
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
    return sealing.holds(content(), seal) && (isUntold() || detailGenuine(sealing));
  }

  private boolean detailGenuine(Seal sealing) {
    return told == null
        ? detail == null && salt == null
        : sealing.holds(new String[] {salt, detail}, told);
  }

  String[] content() {
    return Arrays.stream(
            new Object[] {id, chain, seq, key, at, by, subject, kind, about, told, origin, before})
        .map(one -> one == null ? null : one.toString())
        .toArray(String[]::new);
  }
}
