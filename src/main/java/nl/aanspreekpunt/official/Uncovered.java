package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The days of a rota on which nobody is there. */
final class Uncovered {
  private Uncovered() {}

  /**
   * @param needed days on which somebody must be there
   * @param on {@code duty} or {@code call}
   */
  static void of(
      Set<DayOfWeek> needed, Set<DayOfWeek> covered, String place, String on, Mistakes mistakes) {
    Set<DayOfWeek> open = EnumSet.copyOf(needed);
    open.removeAll(covered);
    if (open.isEmpty()) {
      return;
    }
    String days =
        open.stream()
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining(", "));
    String numbers =
        open.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining(","));
    mistakes.add(
        place,
        Mistake.What.UNCOVERED,
        numbers,
        "somebody on " + on + " on " + days + " is expected too");
  }
}
