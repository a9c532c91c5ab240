package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take, as written in the directory: {@code PT4H} is opening time of the
 * team, {@code P2D} is working days, to the same time of day (both ISO 8601); {@code P6W} is weeks
 * and {@code P10D calendar} days on the calendar, as the law counts them.
 *
 * @param days whole working days; 0 when another is set
 * @param calendarDays whole days on the calendar; 0 when another is set
 * @param time opening time; {@link Duration#ZERO} when another is set
 */
public record Norm(int days, int calendarDays, Duration time) {
  static final Norm NOTHING = new Norm(0, Duration.ZERO);

  private static final Duration LONGEST = Duration.ofHours(9999);
  private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D( calendar)?");
  private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");
  private static final int WEEK = 7;

  public Norm(int days, Duration time) {
    this(days, 0, time);
  }

  /** Days on the calendar. */
  public static Norm calendar(int days) {
    return new Norm(0, days, Duration.ZERO);
  }

  /** Throws {@link IllegalArgumentException} with a line for people when the text is no norm. */
  public static Norm parse(String text) {
    Matcher inWeeks = WEEKS.matcher(text);
    if (inWeeks.matches()) {
      return calendar(Integer.parseInt(inWeeks.group(1)) * WEEK);
    }
    Matcher inDays = DAYS.matcher(text);
    if (inDays.matches()) {
      int days = Integer.parseInt(inDays.group(1));
      return inDays.group(2) == null ? new Norm(days, Duration.ZERO) : calendar(days);
    }
    if (!text.startsWith("PT")) {
      throw new IllegalArgumentException("'" + text + "' is no duration: " + expected());
    }
    try {
      Duration time = Duration.parse(text);
      if (time.isNegative()) {
        throw new IllegalArgumentException("'" + text + "' is negative");
      }
      if (time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("'" + text + "' is too long: at most PT9999H");
      }
      return new Norm(0, time);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no duration: " + expected(), e);
    }
  }

  private static String expected() {
    return "write PT4H (opening time), P2D (working days), or P6W or P10D calendar (on the calendar)";
  }

  public boolean onCalendar() {
    return calendarDays > 0;
  }

  @Override
  public String toString() {
    if (onCalendar()) {
      return calendarDays % WEEK == 0
          ? "P" + calendarDays / WEEK + "W"
          : "P" + calendarDays + "D calendar";
    }
    return days > 0 ? "P" + days + "D" : time.toString();
  }
}
