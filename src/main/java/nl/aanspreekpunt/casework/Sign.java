package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * The last sign of life of an official in the hub: one fact, moved on as they work here.
 *
 * @param id official id
 * @param seenAt when they last did something here
 * @param lookAt when it is looked into whether they still are; null while it is asked
 * @param doubt why it is doubted before that; null if it is not
 * @param askedAt since when their coordinator is asked; null while not
 * @param until when they are back, as their mailbox says; null if it does not
 */
public record Sign(
    String id,
    long version,
    Instant seenAt,
    Instant lookAt,
    Doubt doubt,
    Instant askedAt,
    Instant until) {
  /** Why it is asked whether somebody is away or gone. */
  public enum Doubt {
    /** They did nothing here for two of their own working days. */
    UNSEEN,
    /** Their own mailbox does not take what the hub writes. */
    BOUNCED,
    /** Their own mailbox answered by itself. */
    AUTOREPLY
  }

  static Sign first(String official, Instant now, Instant lookAt) {
    return new Sign(official, 1, now, lookAt, null, null, null);
  }

  Sign seen(Instant now, Instant next) {
    return new Sign(id, version + 1, now, next, null, null, null);
  }

  Sign later(Instant next) {
    return new Sign(id, version + 1, seenAt, next, null, null, null);
  }

  Sign doubted(Doubt why, Instant back, Instant now) {
    return new Sign(id, version + 1, seenAt, now, why, null, back);
  }

  Sign asked(Doubt why, Instant now) {
    return new Sign(id, version + 1, seenAt, null, why, now, until);
  }

  public boolean asks() {
    return askedAt != null;
  }
}
