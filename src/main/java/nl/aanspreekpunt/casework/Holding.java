package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One dated responsibility, with all that is known of it.
 *
 * @param official official id
 * @param citizen citizen id
 * @param number of the case
 * @param until null while it lasts
 * @param reason why: {@link Responsibility#ROUTE}, or a code as "handover" or "departure"
 * @param by who decided: official id, or "hub"
 * @param predecessor official id of who was responsible before; null for the first
 */
public record Holding(
    String official,
    String citizen,
    String number,
    Instant from,
    Instant until,
    String reason,
    String by,
    String predecessor) {
  /** Oldest first. */
  public static List<Holding> of(Case one) {
    List<Holding> all = new ArrayList<>();
    List<Responsibility> held = one.responsibilities();
    for (int i = 0; i < held.size(); i++) {
      Responsibility now = held.get(i);
      all.add(
          new Holding(
              now.official(),
              one.citizen(),
              one.id(),
              now.from(),
              i + 1 < held.size() ? held.get(i + 1).from() : null,
              now.reason(),
              now.by(),
              i == 0 ? null : held.get(i - 1).official()));
    }
    return all;
  }

  /** Those that lasted at some moment from {@code start} until {@code end}. */
  public static List<Holding> between(Case one, Instant start, Instant end) {
    return of(one).stream().filter(held -> meets(held.from(), held.until(), start, end)).toList();
  }

  /** Who acted instead of somebody then. */
  public static List<Acting> acting(Case one, Instant start, Instant end) {
    return one.acting().stream()
        .filter(acting -> meets(acting.from(), acting.until(), start, end))
        .toList();
  }

  private static boolean meets(Instant from, Instant until, Instant start, Instant end) {
    return from.isBefore(end) && (until == null || until.isAfter(start));
  }

  /** How many officials a citizen was told of by name or spoke with, in all these cases. */
  public static long met(List<Case> cases) {
    return cases.stream().flatMap(one -> one.met().stream()).distinct().count();
  }
}
