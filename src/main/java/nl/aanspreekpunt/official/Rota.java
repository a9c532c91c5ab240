package nl.aanspreekpunt.official;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * Who finds out where a question belongs. Outside office hours it is whoever has duty on the next
 * working day. Those who have the same day share it; whoever is not there is skipped, and when none
 * of them is there those of other days share it.
 */
final class Rota {
  private final List<Duty> duties;
  private final WorkingTime clock;
  private final ZoneId zone;
  private final Presence presence;

  Rota(List<Duty> duties, WorkingTime clock, ZoneId zone, Presence presence) {
    this.duties = duties;
    this.clock = clock;
    this.zone = zone;
    this.presence = presence;
  }

  /**
   * Those who share the duty at that moment, each once. Empty when nobody of the rota is there.
   *
   * @param except whom it must not come to (official ids)
   */
  List<String> onDuty(Instant now, List<String> except) {
    LocalDate day = clock.opening(now).atZone(zone).toLocalDate();
    Instant endOfDay = day.plusDays(1).atStartOfDay(zone).toInstant();
    Set<String> today = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Duty duty : duties) {
      (duty.days().contains(day.getDayOfWeek()) ? today : others).add(duty.official());
    }
    Predicate<String> may = official -> !except.contains(official);
    Predicate<String> present = may.and(official -> presence.present(official, now, endOfDay));
    Predicate<String> here = may.and(official -> presence.here(official, now));
    return Stream.of(
            those(today, present), those(others, present), those(today, here), those(others, here))
        .filter(share -> !share.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> those(Set<String> officials, Predicate<String> fit) {
    return officials.stream().filter(fit).toList();
  }
}
