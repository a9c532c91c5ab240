package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * Who acts instead of the responsible official, and when.
 *
 * @param promise the promise it concerns; null for the whole case
 * @param until null while it lasts
 */
public record Acting(
    String promise, String official, String insteadOf, Instant from, Instant until, String reason) {
  public boolean lasts() {
    return until == null;
  }

  Acting ended(Instant at) {
    return new Acting(promise, official, insteadOf, from, at, reason);
  }
}
