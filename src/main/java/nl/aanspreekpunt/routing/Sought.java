package nl.aanspreekpunt.routing;

import java.util.Map;
import java.util.function.Predicate;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * Whom a case needs.
 *
 * @param knows the topic, and may have it
 * @param colleague is of the team, and may have it
 * @param neighbourhood null when unknown
 * @param language of the citizen, in two letters; null when unknown
 * @param given how many cases each official (id) is to get besides
 */
record Sought(
    Directory directory,
    Predicate<Official> knows,
    Predicate<Official> colleague,
    String neighbourhood,
    String language,
    Map<String, Long> given) {

  /** Who names no neighbourhoods covers all. */
  boolean covers(Official one) {
    return neighbourhood != null
        && (one.neighbourhoods().isEmpty() || one.neighbourhoods().contains(neighbourhood));
  }
}
