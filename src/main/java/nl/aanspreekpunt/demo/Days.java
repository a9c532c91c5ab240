package nl.aanspreekpunt.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When things happened in the demo, seen from its first start.
 *
 * @param now when it is first started
 * @param zone the municipality's clock
 */
public record Days(Instant now, ZoneId zone) {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /**
   * @param written "5 hours" ago, or "2 days 10:15": at that time of the second day before today
   *     that is no Saturday or Sunday
   */
  public Instant at(String written) {
    String[] parts = written.split(" ", -1);
    int many = Integer.parseInt(parts[0]);
    return parts[1].equals("hours")
        ? now.minus(Duration.ofHours(many))
        : before(many).atTime(LocalTime.parse(parts[2])).atZone(zone).toInstant();
  }

  /** The end of that many days from today. */
  public Instant ahead(int many) {
    return LocalDate.ofInstant(now, zone).plusDays(many + 1L).atStartOfDay(zone).toInstant();
  }

  private LocalDate before(int days) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    for (int left = days; left > 0; ) {
      day = day.minusDays(1);
      left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day;
  }
}
