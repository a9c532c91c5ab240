package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;

/**
 * Somebody outside who takes part in a case, by one address. What is exchanged with an address is
 * shown through its own link only.
 *
 * @param link the link's id within the case: "1", "2", …
 * @param name may be null
 * @param revokedAt when a link was last switched off; null when none ever was
 * @param subject of what they asked, when it came from another case: the case's own was another's
 *     words; null: the case's
 * @param by how they last wrote from this address, where that says more than the address: {@code
 *     WHATSAPP}; null: as the address says
 */
public record Participant(
    String link, Address address, String name, Instant revokedAt, String subject, Channel by) {
  Participant revoked(Instant at) {
    return new Participant(link, address, name, at, subject, by);
  }

  /** They wrote by this channel just now: answers go that way. */
  Participant wrote(Channel channel) {
    Channel own = channel == Channel.WHATSAPP ? channel : channel == Channel.SMS ? null : by;
    return own == by ? this : new Participant(link, address, name, revokedAt, subject, own);
  }

  /**
   * What their follow link carries, as messages to them have it: another one after each time it was
   * switched off, so that only what is sent from then on opens the page.
   */
  public String key() {
    return revokedAt == null ? link : link + "." + Long.toString(revokedAt.toEpochMilli(), 36);
  }

  /** The link id in what a follow link carries. */
  public static String linkOf(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key : key.substring(0, dot);
  }
}
