package nl.aanspreekpunt.trail;

import java.time.Instant;

/**
 * Something that is not as it was written.
 *
 * @param chain on which
 * @param first its place there; {@code last} where it ends, when it is more than one
 * @param at around when; null when nothing says so
 */
public record Finding(What what, String chain, long first, long last, Instant at) {
  /** What is found. */
  public enum What {
    /** Entries that were there are not. */
    MISSING,
    /** An entry says something else than when it was written, or was never written by a hub. */
    CHANGED,
    /** An entry is as it was written, but not the one that it follows. */
    NOT_FOLLOWING,
    /** The beginning of a chain is not as it was written. */
    BEGINNING,
    /** Where a chain ends is not where it ended. */
    END,
    /** A whole chain is gone. */
    CHAIN,
    /** Entries were destroyed before their time was over. */
    TOO_EARLY,
    /** Sealed with a key that is not in use: it cannot be said whether it is whole. */
    OTHER_KEY
  }
}
