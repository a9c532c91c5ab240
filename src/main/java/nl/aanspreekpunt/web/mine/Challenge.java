package nl.aanspreekpunt.web.mine;

import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;

/**
 * A code that one browser asked for, to show that an address is theirs. The code stands nowhere: it
 * is made of the nonce and the hub's secret.
 *
 * @param id hash of the token that the browser holds: a code opens nothing in another
 * @param version raised by each try
 * @param purpose what is opened by it: {@link #MINE}, or what the address is added to
 * @param address null when the hub does not know it: then no code is right
 * @param tries that were wrong
 * @param until it opens nothing after this
 */
public record Challenge(
    String id,
    long version,
    String purpose,
    String nonce,
    Address address,
    int tries,
    Instant until) {
  /** Opens "my questions". */
  static final String MINE = "mine";

  static final Duration LIFE = Duration.ofMinutes(10);
  static final int TRIES = 5;

  boolean opens(Instant now) {
    return now.isBefore(until) && tries < TRIES;
  }

  Challenge tried() {
    return new Challenge(id, version + 1, purpose, nonce, address, tries + 1, until);
  }

  int left() {
    return TRIES - tries;
  }
}
