package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take, as written in the directory (ISO 8601): {@code PTnHnM} is opening
 * time of the team, {@code PnD} is working days, to the same time of day.
 *
 * @param days whole working days; 0 when {@code time} is set
 * @param time opening time; {@link Duration#ZERO} when {@code days} is set
 */
public record Norm(int days, Duration time) {
  static final Norm NOTHING = new Norm(0, Duration.ZERO);

  private static final Duration LONGEST = Duration.ofHours(9999);
  private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D");

  /** Throws {@link IllegalArgumentException} with a line for people when the text is no norm. */
  public static Norm parse(String text) {
    Matcher inDays = DAYS.matcher(text);
    if (inDays.matches()) {
      return new Norm(Integer.parseInt(inDays.group(1)), Duration.ZERO);
    }
    if (!text.startsWith("PT")) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration: write PT4H (opening time) or P2D (working days)");
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
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration: write PT4H (opening time) or P2D (working days)", e);
    }
  }

  @Override
  public String toString() {
    return days > 0 ? "P" + days + "D" : time.toString();
  }
}
