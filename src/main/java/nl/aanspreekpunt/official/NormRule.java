package nl.aanspreekpunt.official;

import nl.aanspreekpunt.promise.LegalClass;

/**
 * Norms for what fits; a null fits everything.
 *
 * @param topic topic id
 * @param team team id
 * @param channel lower case: {@code email}
 */
record NormRule(String topic, String team, String channel, LegalClass legal, Norms norms) {
  boolean fits(Matter matter) {
    return fits(topic, matter.topic())
        && fits(team, matter.team())
        && fits(channel, matter.channel())
        && fits(legal, matter.legal());
  }

  private static boolean fits(Object wanted, Object is) {
    return wanted == null || wanted.equals(is);
  }
}
