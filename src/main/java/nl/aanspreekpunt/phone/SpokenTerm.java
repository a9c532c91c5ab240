package nl.aanspreekpunt.phone;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * By when something is promised, as people say it: "vandaag vóór vijf uur", "tomorrow afternoon
 * before half past two". Whole quarters of an hour, and never earlier than it is due.
 */
final class SpokenTerm {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
  private static final List<String> DUTCH =
      List.of(
          "twaalf", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
          "elf");
  private static final List<String> ENGLISH =
      List.of(
          "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven");

  private SpokenTerm() {}

  /**
   * What should have been done before now is promised for no other moment.
   *
   * @param zone the municipality's clock
   * @param language "nl", or anything else for English
   */
  static String of(Instant due, Instant now, ZoneId zone, String language) {
    if (!Instant.ofEpochSecond(up(due)).isAfter(now)) {
      return language.equals("nl") ? "zo snel mogelijk" : "as soon as possible";
    }
    ZonedDateTime until = Instant.ofEpochSecond(up(due)).atZone(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    boolean midnight = until.toLocalTime().equals(LocalTime.MIDNIGHT);
    LocalDate day = midnight ? until.toLocalDate().minusDays(1) : until.toLocalDate();
    return language.equals("nl")
        ? dutch(day, today, until.toLocalTime())
        : english(day, today, until.toLocalTime());
  }

  /** The quarter that it is due in, to its end. */
  private static long up(Instant due) {
    long seconds = due.getEpochSecond() + (due.getNano() > 0 ? 1 : 0);
    return Math.floorDiv(seconds + QUARTER - 1, QUARTER) * QUARTER;
  }

  private static String dutch(LocalDate day, LocalDate today, LocalTime time) {
    String at = time.equals(LocalTime.MIDNIGHT) ? "middernacht" : dutch(time);
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead <= 0) {
      return "vandaag vóór " + at;
    }
    String part = time.getHour() < 12 ? "ochtend" : time.getHour() < 18 ? "middag" : "avond";
    String when = time.equals(LocalTime.MIDNIGHT) ? "" : part;
    return dutch(day, ahead, when) + " vóór " + at;
  }

  /** "morgenochtend", "dinsdagmiddag", "dinsdag 8 december 's avonds". */
  private static String dutch(LocalDate day, long ahead, String part) {
    String name = ahead == 1 ? "morgen" : day(day, ahead, Locale.forLanguageTag("nl"));
    boolean dated = ahead >= 7 && !part.isEmpty();
    return dated ? name + " 's " + part + "s" : name + part;
  }

  private static String dutch(LocalTime time) {
    String hour = DUTCH.get(time.getHour() % 12);
    String next = DUTCH.get((time.getHour() + 1) % 12);
    return switch (time.getMinute()) {
      case 15 -> "kwart over " + hour;
      case 30 -> "half " + next;
      case 45 -> "kwart voor " + next;
      default -> hour + " uur";
    };
  }

  private static String english(LocalDate day, LocalDate today, LocalTime time) {
    String at = time.equals(LocalTime.MIDNIGHT) ? "midnight" : english(time);
    long ahead = ChronoUnit.DAYS.between(today, day);
    if (ahead <= 0) {
      return "today before " + at;
    }
    String part =
        time.getHour() < 12 ? " morning" : time.getHour() < 18 ? " afternoon" : " evening";
    String when = time.equals(LocalTime.MIDNIGHT) ? "" : part;
    return (ahead == 1 ? "tomorrow" : "on " + day(day, ahead, Locale.ENGLISH))
        + when
        + " before "
        + at;
  }

  private static String english(LocalTime time) {
    String hour = ENGLISH.get(time.getHour() % 12);
    String next = ENGLISH.get((time.getHour() + 1) % 12);
    return switch (time.getMinute()) {
      case 15 -> "a quarter past " + hour;
      case 30 -> "half past " + hour;
      case 45 -> "a quarter to " + next;
      default -> hour + " o'clock";
    };
  }

  /** The day of the week, with its date when that is not the coming one. */
  private static String day(LocalDate day, long ahead, Locale locale) {
    DayOfWeek weekday = day.getDayOfWeek();
    String name = weekday.getDisplayName(TextStyle.FULL, locale);
    String date =
        ahead < 7
            ? ""
            : " "
                + day.getDayOfMonth()
                + " "
                + day.getMonth().getDisplayName(TextStyle.FULL, locale);
    return name + date;
  }
}
