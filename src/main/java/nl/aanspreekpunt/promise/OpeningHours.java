package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a team or an official works, on the municipality's clock.
 *
 * @param always clock time: open at any hour of any day, holidays included; {@code days} is empty
 * @param days per weekday the open spans, in order, not overlapping; a weekday not named is closed
 */
public record OpeningHours(boolean always, Map<DayOfWeek, List<Span>> days) {
  public static final OpeningHours ALWAYS = new OpeningHours(true, Map.of());

  private static final String EXAMPLE =
      "write always, or days such as mon-fri: \"08:30-17:00\" or thu: \"08:30-12:00, 13:00-20:00\"";
  private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d) *- *(\\d\\d:\\d\\d)");

  /** From inclusive, until exclusive. {@code until} 00:00 is the end of the day. */
  public record Span(LocalTime from, LocalTime until) {
    boolean endsBy(LocalTime time) {
      return !until.equals(LocalTime.MIDNIGHT) && !until.isAfter(time);
    }
  }

  public OpeningHours {
    days = Map.copyOf(days);
  }

  /**
   * Hours as written in the directory: the word {@code always}, or a map from days to spans. A
   * single day goes before a range that has it, so {@code mon-fri: "08:30-17:00", wed: "closed"} is
   * possible.
   *
   * @param written what the YAML reader gives: a text or a map
   * @throws IllegalArgumentException with one line for people
   */
  public static OpeningHours parse(Object written) {
    if ("always".equals(written)) {
      return ALWAYS;
    }
    if (!(written instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("opening hours: '" + written + "'? " + EXAMPLE);
    }
    Map<DayOfWeek, List<Span>> ranges = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, List<Span>> single = new EnumMap<>(DayOfWeek.class);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey()).strip().toLowerCase(Locale.ROOT);
      List<Span> spans = spans(key, entry.getValue());
      for (DayOfWeek day : days(key)) {
        if ((key.contains("-") ? ranges : single).put(day, spans) != null) {
          throw new IllegalArgumentException(
              "opening hours: " + WEEK.get(day.ordinal()) + " is written twice");
        }
      }
    }
    ranges.putAll(single);
    ranges.values().removeIf(List::isEmpty);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("opening hours: no day is open; " + EXAMPLE);
    }
    return new OpeningHours(false, ranges);
  }

  private static Set<DayOfWeek> days(String key) {
    String[] ends = key.split("-", -1);
    int first = WEEK.indexOf(ends[0].strip());
    int last = WEEK.indexOf(ends[ends.length - 1].strip());
    if (ends.length > 2 || first < 0 || last < first) {
      throw new IllegalArgumentException(
          "opening hours: '"
              + key
              + "' is no day or range of days; use "
              + String.join(", ", WEEK)
              + " or mon-fri");
    }
    return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
  }

  private static List<Span> spans(String day, Object written) {
    if (!(written instanceof String text)) {
      throw new IllegalArgumentException(
          "opening hours: " + day + ": put the times in quotes, such as \"08:30-17:00\"");
    }
    if (text.strip().equals("closed")) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Span span = span(day, part.strip());
      if (!spans.isEmpty() && !spans.get(spans.size() - 1).endsBy(span.from())) {
        throw new IllegalArgumentException(
            "opening hours: " + day + ": '" + part.strip() + "' starts before the one before ends");
      }
      spans.add(span);
    }
    return List.copyOf(spans);
  }

  private static Span span(String day, String written) {
    Matcher times = SPAN.matcher(written);
    if (!times.matches()) {
      throw new IllegalArgumentException(
          "opening hours: " + day + ": '" + written + "'? write such as 08:30-17:00, or closed");
    }
    Span span = new Span(time(day, times.group(1)), endTime(day, times.group(2)));
    if (span.endsBy(span.from())) {
      throw new IllegalArgumentException(
          "opening hours: "
              + day
              + ": '"
              + written
              + "' ends before it starts; hours past midnight belong to the next day");
    }
    return span;
  }

  private static LocalTime endTime(String day, String written) {
    return written.equals("24:00") ? LocalTime.MIDNIGHT : time(day, written);
  }

  private static LocalTime time(String day, String written) {
    try {
      return LocalTime.parse(written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "opening hours: " + day + ": '" + written + "' is no time of day", e);
    }
  }
}
