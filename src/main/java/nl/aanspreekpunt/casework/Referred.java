package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.citizen.Address;

/**
 * The citizen was told that another body helps; that it does is promised until it has confirmed.
 *
 * @param promise promise id
 * @param entry what was forwarded (outbox id); null when nothing was
 * @param at when the citizen was told
 * @param by official id
 */
public record Referred(Body body, String promise, String entry, Instant at, String by) {
  /** Stands for the body where a message names the participant it came from. */
  public static final String LINK = "elsewhere";

  /** The same under the number that its promise has in another case. */
  Referred under(String number) {
    return new Referred(body, number, entry, at, by);
  }

  /** It was written to there: its answer belongs to the case, and it takes no part in it. */
  public boolean wrote(Address from) {
    return entry != null
        && from != null
        && from.kind() == Address.Kind.EMAIL
        && from.value().equalsIgnoreCase(body.email());
  }
}
