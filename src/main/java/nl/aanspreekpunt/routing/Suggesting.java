package nl.aanspreekpunt.routing;

import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.Suggestion;

/**
 * Adds a learned topic to a question for which the rules found none, or that came to its place
 * uncertainly. It decides nothing: an official confirms it or says another.
 */
record Suggesting(Function<String, Optional<Suggestion>> learned) {
  Route of(Question question, Route route) {
    return !unsure(route)
        ? route
        : learned
            .apply(question.words())
            .filter(suggestion -> !suggestion.topic().equals(route.topic()))
            .map(suggestion -> route.because(route.match().suggesting(suggestion)))
            .orElse(route);
  }

  private static boolean unsure(Route route) {
    return route.caseNumber() == null
        && !route.match().rule().equals(Match.COMPLAINT)
        && (route.topic() == null || route.match().uncertain());
  }
}
