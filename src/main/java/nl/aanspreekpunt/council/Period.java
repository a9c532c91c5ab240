package nl.aanspreekpunt.council;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Tally;

/**
 * A quarter or a year of the calendar.
 *
 * @param quarter from 1 to 4; 0: the whole year
 */
public record Period(int year, int quarter) {
  private static final Pattern NAME = Pattern.compile("(20\\d\\d)(?:-Q([1-4]))?");
  private static final int QUARTERS = 4;
  private static final int MONTHS = 3;

  /** {@code 2026-Q4}, or {@code 2026} for a year; empty for anything else. */
  public static Optional<Period> named(String name) {
    Matcher found = NAME.matcher(name);
    return found.matches()
        ? Optional.of(
            new Period(
                Integer.parseInt(found.group(1)),
                found.group(2) == null ? 0 : Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** The quarter of a moment. */
  public static Period quarterOf(Instant moment, ZoneId zone) {
    return named(Tally.quarter(moment, zone)).orElseThrow();
  }

  public String name() {
    return ofYear() ? String.valueOf(year) : year + "-Q" + quarter;
  }

  /** One more than the one before it, as long. */
  public int number() {
    return ofYear() ? year : year * QUARTERS + quarter;
  }

  public boolean ofYear() {
    return quarter == 0;
  }

  public Period wholeYear() {
    return new Period(year, 0);
  }

  /** The one before it, as long. */
  public Period before() {
    if (ofYear()) {
      return new Period(year - 1, 0);
    }
    return quarter == 1 ? new Period(year - 1, QUARTERS) : new Period(year, quarter - 1);
  }

  /** The one after it, as long; empty when there is no name for it. */
  public Optional<Period> after() {
    if (ofYear()) {
      return named(String.valueOf(year + 1));
    }
    return named(quarter == QUARTERS ? year + 1 + "-Q1" : year + "-Q" + (quarter + 1));
  }

  /** Its quarters in order; of a quarter itself. */
  public List<Period> quarters() {
    return ofYear()
        ? IntStream.rangeClosed(1, QUARTERS).mapToObj(each -> new Period(year, each)).toList()
        : List.of(this);
  }

  /** So many before it and itself, earliest first. */
  public List<Period> since(int before) {
    return before == 0
        ? List.of(this)
        : Stream.concat(before().since(before - 1).stream(), Stream.of(this)).toList();
  }

  /** Where it begins. */
  public Instant from(ZoneId zone) {
    return begins(zone).toInstant();
  }

  /** Where the next one begins: not in it any more. */
  public Instant until(ZoneId zone) {
    return (ofYear() ? begins(zone).plusYears(1) : begins(zone).plusMonths(MONTHS)).toInstant();
  }

  private ZonedDateTime begins(ZoneId zone) {
    int month = ofYear() ? 1 : quarter * MONTHS - MONTHS + 1;
    return ZonedDateTime.of(year, month, 1, 0, 0, 0, 0, zone);
  }
}
