package nl.aanspreekpunt.official;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * Who finds out where a question belongs. Outside office hours it is whoever has duty on the next
 * working day. Those who share a day take turns, day by day; whoever is not there is skipped.
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

  /** Empty when nobody of the rota is there. */
  Optional<String> onDuty(Instant now) {
    LocalDate day = clock.opening(now).atZone(zone).toLocalDate();
    Instant endOfDay = day.plusDays(1).atStartOfDay(zone).toInstant();
    List<String> inTurn = inTurn(day);
    return inTurn.stream()
        .filter(official -> presence.present(official, now, endOfDay))
        .findFirst()
        .or(() -> inTurn.stream().filter(official -> presence.here(official, now)).findFirst());
  }

  private List<String> inTurn(LocalDate day) {
    List<String> today = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Duty duty : duties) {
      (duty.days().contains(day.getDayOfWeek()) ? today : others).add(duty.official());
    }
    if (!today.isEmpty()) {
      Collections.rotate(today, -(int) (day.toEpochDay() % today.size()));
    }
    today.addAll(others);
    return today;
  }
}
