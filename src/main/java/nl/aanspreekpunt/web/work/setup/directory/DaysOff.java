package nl.aanspreekpunt.web.work.setup.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days on which nobody works, each on a line: {@code 24 december 2026}, or {@code 31 december} for
 * each year. Months are written in the reader's language, and read in both. What is no day goes to
 * the file as it is, to be refused by its reader.
 *
 * @param language {@code nl} or {@code en}
 */
record DaysOff(String language) implements Codec {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);

  private static final Pattern WORDS = Pattern.compile("(\\d{1,2}) +(\\p{L}{3,9})(?: +(\\d{4}))?");
  private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

  /** The day first or the month first: nobody can tell. */
  private static final Pattern EITHER = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}");

  @Override
  public String shown(Object value) {
    return value instanceof List<?> days
        ? days.stream().map(day -> said(String.valueOf(day))).collect(Collectors.joining("\n"))
        : TEXT.shown(value);
  }

  private String said(String day) {
    try {
      if (day.length() == "12-31".length()) {
        MonthDay yearly = MonthDay.parse("--" + day);
        return yearly.getDayOfMonth() + " " + name(yearly.getMonth());
      }
      LocalDate once = LocalDate.parse(day);
      return once.getYear() > 9999 || once.getYear() < 1000
          ? day
          : once.getDayOfMonth() + " " + name(once.getMonth()) + " " + once.getYear();
    } catch (DateTimeException e) {
      return day;
    }
  }

  private String name(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
  }

  @Override
  public String told(String written) {
    return said(List.of(written.split(", ", -1)));
  }

  @Override
  public Object value(String typed, Object was) {
    List<String> days =
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).map(DaysOff::day).toList();
    return days.isEmpty() ? null : days;
  }

  private static String day(String line) {
    if (EITHER.matcher(line).matches()) {
      throw new IllegalArgumentException("gids.mistake.EITHER_DAY");
    }
    Matcher words = WORDS.matcher(line.toLowerCase(Locale.ROOT));
    Matcher figures = FIGURES.matcher(line);
    try {
      if (words.matches() && month(words.group(2)) > 0) {
        int day = Integer.parseInt(words.group(1));
        int month = month(words.group(2));
        return words.group(3) == null
            ? MonthDay.of(month, day).toString().substring(2)
            : LocalDate.of(Integer.parseInt(words.group(3)), month, day).toString();
      }
      return figures.matches()
          ? LocalDate.of(
                  Integer.parseInt(figures.group(3)),
                  Integer.parseInt(figures.group(2)),
                  Integer.parseInt(figures.group(1)))
              .toString()
          : line;
    } catch (DateTimeException e) {
      return line;
    }
  }

  /** 0: it is none. */
  private static int month(String word) {
    for (Month month : Month.values()) {
      for (Locale language : LANGUAGES) {
        if (month.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT).equals(word)) {
          return month.getValue();
        }
      }
    }
    return 0;
  }
}
