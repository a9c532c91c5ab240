package nl.aanspreekpunt;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.outbox.limits.Limits;
import nl.aanspreekpunt.outbox.limits.QuietHours;

/** When text messages may go, and how many, as configured. */
final class SmsSettings {
  private static final Pattern HOURS = Pattern.compile("(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})");
  private static final int WARN_AT = 80;
  private static final int SEGMENTS_A_DAY = 5_000;

  private SmsSettings() {}

  /**
   * @param home the municipality's time zone; null when it is not one, which is told elsewhere
   */
  static Limits limits(Settings settings, ZoneId home) {
    Function<ZoneId, QuietHours> quiet =
        settings.one("sms.quiet-hours", "times such as 21:00-08:00, or none", SmsSettings::hours);
    Integer warnAt =
        settings.one("sms.warn-at", "a percentage from 1 to 100", SmsSettings::percentage);
    return new Limits(
        quiet == null
            ? new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), home)
            : quiet.apply(home),
        settings.count("sms.segments-a-day", SEGMENTS_A_DAY),
        warnAt == null ? WARN_AT : warnAt);
  }

  private static Optional<Integer> percentage(String text) {
    return Optional.of(text)
        .filter(one -> one.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .filter(one -> one >= 1 && one <= 100);
  }

  private static Optional<Function<ZoneId, QuietHours>> hours(String text) {
    if (text.equals("none")) {
      return Optional.of(QuietHours::none);
    }
    Matcher hours = HOURS.matcher(text);
    if (!hours.matches()) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(hours.group(1));
      LocalTime until = LocalTime.parse(hours.group(2));
      return from.equals(until)
          ? Optional.empty()
          : Optional.of(home -> new QuietHours(from, until, home));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
