package nl.aanspreekpunt.web.work.setup.directory;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.Norm;

/**
 * How long something may take, in words: {@code 2 werkdagen}, {@code 4 uur openingstijd}, {@code 6
 * weken op de kalender}. Written in the reader's language, read in both. What has no words stands
 * as it is in the file, and what cannot be read goes there as it is, to be refused by its reader.
 *
 * @param language {@code nl} or {@code en}
 * @param clock it runs by the clock, day and night, so that hours are hours
 */
record Term(String language, boolean clock) implements Codec {
  private static final int WEEK = 7;
  private static final Pattern WORDS =
      Pattern.compile(
          "(\\d{1,6}) *(werkdagen|werkdag|working days|working day"
              + "|uren|uur|hours|hour|minuten|minuut|minutes|minute"
              + "|weken|week|weeks|dagen|dag|days|day)"
              + "( openingstijd| of opening time| op de kalender| on the calendar)?");

  @Override
  public String shown(Object value) {
    String written = TEXT.shown(value);
    try {
      String said = said(Norm.parse(written));
      return said == null ? written : said;
    } catch (IllegalArgumentException e) {
      return written;
    }
  }

  /** Null: there are no words for it. */
  private String said(Norm norm) {
    if (norm.onCalendar()) {
      int days = norm.calendarDays();
      String length =
          days % WEEK == 0
              ? counted(days / WEEK, "week", "weken", "week", "weeks")
              : counted(days, "dag", "dagen", "day", "days");
      return length + say(" op de kalender", " on the calendar");
    }
    if (norm.days() > 0) {
      return counted(norm.days(), "werkdag", "werkdagen", "working day", "working days");
    }
    if (norm.time().isZero() || !norm.time().truncatedTo(ChronoUnit.MINUTES).equals(norm.time())) {
      return null;
    }
    String open = clock ? "" : say(" openingstijd", " of opening time");
    long minutes = norm.time().toMinutes();
    return minutes % 60 == 0
        ? counted(minutes / 60, "uur", "uur", "hour", "hours") + open
        : counted(minutes, "minuut", "minuten", "minute", "minutes") + open;
  }

  private String counted(long number, String one, String more, String inEnglish, String manyOf) {
    return number + " " + (number == 1 ? say(one, inEnglish) : say(more, manyOf));
  }

  private String say(String dutch, String english) {
    return language.equals("nl") ? dutch : english;
  }

  @Override
  public String told(String written) {
    return shown(written);
  }

  @Override
  public Object value(String typed, Object was) {
    if (typed.isBlank()) {
      return null;
    }
    Matcher words = WORDS.matcher(typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    String written = words.matches() ? written(words) : null;
    return written == null ? typed.strip() : written;
  }

  /** Null when the words do not go together: two days may be working days or not. */
  private static String written(Matcher words) {
    String number = words.group(1).replaceFirst("^0+(?=\\d)", "");
    String unit = words.group(2);
    String of = words.group(3) == null ? "" : words.group(3);
    boolean calendar = of.endsWith("kalender") || of.endsWith("calendar");
    if (unit.startsWith("we") && unit.charAt(2) != 'r') {
      return calendar || of.isEmpty() ? "P" + number + "W" : null;
    }
    if (unit.startsWith("d")) {
      return calendar ? "P" + number + "D calendar" : null;
    }
    if (unit.startsWith("w")) {
      return of.isEmpty() ? "P" + number + "D" : null;
    }
    return calendar ? null : "PT" + number + (unit.startsWith("m") ? "M" : "H");
  }
}
