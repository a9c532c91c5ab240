package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Terms in days of the calendar, as the law counts them: the day something began does not count,
 * and the last day counts whole.
 *
 * <p>By the Dutch Algemene termijnenwet (wetten.overheid.nl, BWBR0002448) a term that ends on a
 * Saturday, a Sunday or a public holiday goes on to and with the next day that is none of these
 * (article 1); one of three days or more holds at least two such days (article 2); holidays are
 * those of article 3, always with Good Friday and 5 May, whatever a municipality's own calendar
 * says; and none of this is for terms of more than 90 days (article 4).
 *
 * @param lawful the holidays of article 3
 */
record CalendarTerm(Holidays lawful, ZoneId zone) {
  private static final int LONGEST_MOVED = 90;
  private static final int LEAST_WITH_WORKING_DAYS = 3;
  private static final int WORKING_DAYS = 2;

  /** The last day of a term of so many days that began at that moment. */
  LocalDate lastDay(Instant start, int days) {
    LocalDate first = day(start);
    LocalDate last = first.plusDays(days);
    if (days > LONGEST_MOVED) {
      return last;
    }
    while (free(last) || (days >= LEAST_WITH_WORKING_DAYS && worked(first, last) < WORKING_DAYS)) {
      last = last.plusDays(1);
    }
    return last;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private boolean free(LocalDate day) {
    return weekend(day) || lawful.on(day);
  }

  /** Up to {@link #WORKING_DAYS}: a long term is not walked to its end. */
  private long worked(LocalDate first, LocalDate last) {
    return first
        .plusDays(1)
        .datesUntil(last.plusDays(1))
        .filter(day -> !free(day))
        .limit(WORKING_DAYS)
        .count();
  }

  /** How many midnights lie between. */
  int days(Instant from, Instant until) {
    return Math.toIntExact(ChronoUnit.DAYS.between(day(from), day(until)));
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
