package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * When a team or an official works, on the municipality's clock.
 *
 * @param always clock time: open at any hour of any day, holidays included; {@code days} is empty
 * @param days per weekday the open spans, in order, not overlapping; a weekday not named is closed
 */
public record OpeningHours(boolean always, Map<DayOfWeek, List<Span>> days) {
  public static final OpeningHours ALWAYS = new OpeningHours(true, Map.of());

  /** From inclusive, until exclusive. {@code until} 00:00 is the end of the day. */
  public record Span(LocalTime from, LocalTime until) {}

  public OpeningHours {
    days = Map.copyOf(days);
  }
}
