package nl.aanspreekpunt.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.Official;

/** Who has most room. */
@FunctionalInterface
public interface Least {
  /** As many candidates are kept with a choice. */
  int MOST_KEPT = 12;

  /** The estimate of what an official (id) has to do. */
  Load.Work of(String official);

  /** Those who fit equally well, most room first. */
  record Tier(Choice.Fit fit, List<Candidate> candidates) {
    Optional<Candidate> best(boolean alsoFull) {
      return candidates.stream().filter(one -> alsoFull || !one.full()).findFirst();
    }
  }

  /**
   * Of those who know the topic and cover the neighbourhood, else of those who know the topic, else
   * of the team: the first of whom somebody is below their cap. When all are at theirs somebody of
   * the best fitting gets it all the same. Empty when there is nobody.
   */
  default Optional<Choice> first(Sought sought) {
    List<Tier> tiers =
        Stream.of(
                tier(
                    sought, sought.knows().and(sought::covers), Choice.Fit.TOPIC_AND_NEIGHBOURHOOD),
                tier(sought, sought.knows(), Choice.Fit.TOPIC),
                tier(sought, sought.colleague(), Choice.Fit.TEAM))
            .filter(tier -> !tier.candidates().isEmpty())
            .toList();
    return chosen(tiers, false).or(() -> chosen(tiers, true));
  }

  /** Of those who know it, fitting or not: who has most room. Empty when there is nobody. */
  default Optional<Choice> among(Sought sought, Choice.Fit fit) {
    List<Tier> alike = List.of(tier(sought, sought.knows(), fit));
    return chosen(alike, false).or(() -> chosen(alike, true));
  }

  private Tier tier(Sought sought, Predicate<Official> fits, Choice.Fit fit) {
    Weighing weighing = new Weighing(sought);
    return new Tier(
        fit,
        sought.directory().officials().stream()
            .filter(fits)
            .map(one -> weighing.weigh(one, work(sought, one.id())))
            .sorted(Comparator.comparingDouble(Candidate::weight))
            .toList());
  }

  private Load.Work work(Sought sought, String official) {
    return of(official).plus(sought.given().getOrDefault(official, 0L));
  }

  private static Optional<Choice> chosen(List<Tier> tiers, boolean alsoFull) {
    List<Candidate> weighed = new ArrayList<>();
    for (Tier tier : tiers) {
      weighed.addAll(tier.candidates());
      Optional<Candidate> best = tier.best(alsoFull);
      if (best.isPresent()) {
        return best.map(one -> choice(one, tier.fit(), alsoFull, weighed));
      }
    }
    return Optional.empty();
  }

  private static Choice choice(
      Candidate one, Choice.Fit fit, boolean full, List<Candidate> weighed) {
    List<Candidate> kept =
        Stream.concat(Stream.of(one), weighed.stream()).distinct().limit(MOST_KEPT).toList();
    return new Choice(one.official(), fit, one.open(), one.capacity(), full ? true : null, kept);
  }
}
