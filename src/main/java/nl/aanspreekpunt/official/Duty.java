package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Intake duty of one official.
 *
 * @param days on which; those who have the same day share it, by what each has to do
 */
record Duty(String official, Set<DayOfWeek> days) {
  Duty {
    days = Set.copyOf(days);
  }
}
