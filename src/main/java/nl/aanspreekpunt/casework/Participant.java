package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;

/**
 * Somebody outside who takes part in a case, by one address. What is exchanged with an address is
 * shown through its own link only.
 *
 * @param link the link's id within the case: "1", "2", …
 * @param name may be null
 * @param revokedAt since when the link no longer opens; null while it does
 */
public record Participant(String link, Address address, String name, Instant revokedAt) {
  public boolean mayFollow() {
    return revokedAt == null;
  }
}
