package nl.aanspreekpunt.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Official;

/** Who has the least to do. */
@FunctionalInterface
public interface Least {
  /**
   * One of these, never empty.
   *
   * @param given how many cases each official (id) is to get besides
   */
  Load.Weighed of(List<Official> candidates, Map<String, Long> given);

  /**
   * Of those who know the topic and cover the neighbourhood, else of those who know the topic, else
   * of the team; empty when there is nobody. Who names no neighbourhoods covers all.
   *
   * @param neighbourhood null when unknown
   */
  default Optional<Choice> first(
      List<Official> all,
      Predicate<Official> knows,
      String neighbourhood,
      Predicate<Official> colleague,
      Map<String, Long> given) {
    Predicate<Official> covers =
        one ->
            neighbourhood != null
                && (one.neighbourhoods().isEmpty() || one.neighbourhoods().contains(neighbourhood));
    return choice(all, knows.and(covers), Choice.Fit.TOPIC_AND_NEIGHBOURHOOD, given)
        .or(() -> choice(all, knows, Choice.Fit.TOPIC, given))
        .or(() -> choice(all, colleague, Choice.Fit.TEAM, given));
  }

  private Optional<Choice> choice(
      List<Official> all, Predicate<Official> fits, Choice.Fit fit, Map<String, Long> given) {
    List<Official> candidates = all.stream().filter(fits).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Load.Weighed one = of(candidates, given);
    return Optional.of(new Choice(one.official().id(), fit, one.open(), one.official().capacity()));
  }
}
