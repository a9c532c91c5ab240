package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.LegalClass;

/**
 * What a norm depends on.
 *
 * @param topic topic id; null when unknown
 * @param team team id; null when unknown
 * @param channel name of the channel it came by, lower case: {@code email}; null when unknown
 */
public record Matter(String topic, String team, String channel, LegalClass legal) {
  /** A question of which nothing else is known. */
  public static Matter about(String topic, String team) {
    return new Matter(topic, team, null, LegalClass.QUESTION);
  }
}
