package nl.aanspreekpunt.twilio;

import java.util.List;
import java.util.Map;

/**
 * A call that Twilio has.
 *
 * @param direction {@code outbound-api} for one of the hub, else {@code inbound}
 * @param form all that the hub said of it; of one that came in, its webhook's fields
 */
public record Dialled(String sid, String direction, String at, Map<String, List<String>> form) {
  /** What was said under this name; null if nothing. */
  public String said(String name) {
    return form.containsKey(name) ? form.get(name).get(0) : null;
  }
}
