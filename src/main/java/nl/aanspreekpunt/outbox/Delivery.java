package nl.aanspreekpunt.outbox;

import java.time.Duration;

/**
 * What came of one try to send.
 *
 * @param reference Message-ID or Twilio SID; null when there is none
 * @param detail a {@link Reason}'s code or what the provider said; null if nothing
 * @param after the provider asked to wait this long; null when it did not
 * @param perhapsTwice an earlier try may have arrived too
 */
public record Delivery(
    Outcome outcome, String reference, String detail, Duration after, boolean perhapsTwice) {
  /** The three outcomes of a provider, not knowing which, and twice not asking it at all. */
  public enum Outcome {
    SENT,
    /** Not sent; trying again may help. */
    RETRY,
    /** Not sent; trying again will not help. */
    REFUSED,
    /** Not tried: it may not go yet. */
    LATER,
    /** Not sent: it is not for its reader any more. */
    WITHHELD,
    /** The provider had all of it and did not answer: perhaps sent. */
    UNKNOWN
  }

  public static Delivery sent(String reference) {
    return new Delivery(Outcome.SENT, reference, null, null, false);
  }

  public static Delivery perhapsTwice(String reference) {
    return new Delivery(Outcome.SENT, reference, Reason.PERHAPS_TWICE.code(), null, true);
  }

  public static Delivery retry(String detail) {
    return retry(detail, null);
  }

  public static Delivery retry(String detail, Duration after) {
    return new Delivery(Outcome.RETRY, null, detail, after, false);
  }

  public static Delivery refused(String detail) {
    return new Delivery(Outcome.REFUSED, null, detail, null, false);
  }

  static Delivery withheld() {
    return new Delivery(Outcome.WITHHELD, null, Reason.NOT_THEIRS.code(), null, false);
  }

  /**
   * @param after exactly then
   */
  public static Delivery later(Reason why, Duration after) {
    return new Delivery(Outcome.LATER, null, why.code(), after, false);
  }

  public static Delivery unknown(String reference, String detail) {
    return new Delivery(Outcome.UNKNOWN, reference, detail, null, false);
  }
}
