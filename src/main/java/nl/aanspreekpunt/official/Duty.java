package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Intake duty of one official.
 *
 * @param days on which; those who share a day take turns, day by day
 */
record Duty(String official, Set<DayOfWeek> days) {
  Duty {
    days = Set.copyOf(days);
  }
}
