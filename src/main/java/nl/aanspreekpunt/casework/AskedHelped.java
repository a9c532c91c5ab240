package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.citizen.Channel;

/**
 * The one question after a case was closed: whether the citizen was helped, and heard.
 *
 * @param link whom it was put to (link id)
 * @param at when the case was closed
 * @param answeredAt null: not yet
 */
public record AskedHelped(String link, Channel channel, Instant at, Instant answeredAt) {
  public boolean waits() {
    return answeredAt == null;
  }

  public AskedHelped answered(Instant when) {
    return new AskedHelped(link, channel, at, when);
  }
}
