package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * Public holidays, and the days on which a municipality closes besides.
 *
 * @param days once
 * @param yearly each year
 * @param bridges also a Friday after a holiday, and a Monday before one
 */
public record ClosingDays(
    Holidays holidays, Set<LocalDate> days, Set<MonthDay> yearly, boolean bridges)
    implements Holidays {

  public ClosingDays {
    days = Set.copyOf(days);
    yearly = Set.copyOf(yearly);
  }

  @Override
  public boolean on(LocalDate day) {
    return holidays.on(day)
        || days.contains(day)
        || yearly.contains(MonthDay.from(day))
        || (bridges && bridge(day));
  }

  private boolean bridge(LocalDate day) {
    return (day.getDayOfWeek() == DayOfWeek.FRIDAY && holidays.on(day.minusDays(1)))
        || (day.getDayOfWeek() == DayOfWeek.MONDAY && holidays.on(day.plusDays(1)));
  }
}
