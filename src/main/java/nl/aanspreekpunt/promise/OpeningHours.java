package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When a team or an official works, on the municipality's clock. Weeks are ISO 8601's, as calendars
 * in the Netherlands number them: a year of 53 weeks has two odd ones after another.
 *
 * @param always clock time: open at any hour of any day, holidays included; no day is named
 * @param odd per weekday of odd weeks the open spans, in order, not overlapping; a weekday not
 *     named is closed
 * @param even the same for even weeks
 */
public record OpeningHours(
    boolean always, Map<DayOfWeek, List<Span>> odd, Map<DayOfWeek, List<Span>> even) {
  public static final OpeningHours ALWAYS = new OpeningHours(true, Map.of());

  private static final String EXAMPLE =
      "write always, or days such as mon-fri: \"08:30-17:00\" or thu: \"08:30-12:00, 13:00-20:00\""
          + " or even fri: \"08:30-12:30\"";
  private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d) *- *(\\d\\d:\\d\\d)");
  private static final Pattern OF_WEEKS = Pattern.compile("(odd|even) +(.*)");

  /** From inclusive, until exclusive. {@code until} 00:00 is the end of the day. */
  public record Span(LocalTime from, LocalTime until) {
    boolean endsBy(LocalTime time) {
      return !until.equals(LocalTime.MIDNIGHT) && !until.isAfter(time);
    }

    private Duration length() {
      Duration length = Duration.between(from, until);
      return length.isNegative() || length.isZero() ? length.plusDays(1) : length;
    }

    @Override
    public String toString() {
      return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until);
    }
  }

  public OpeningHours {
    odd = Map.copyOf(odd);
    even = Map.copyOf(even);
  }

  /** The same each week. */
  public OpeningHours(boolean always, Map<DayOfWeek, List<Span>> days) {
    this(always, days, days);
  }

  /** The open spans of that day; empty when closed, and for hours that are always open. */
  public List<Span> on(LocalDate day) {
    return (isEven(day) ? even : odd).getOrDefault(day.getDayOfWeek(), List.of());
  }

  private boolean isEven(LocalDate day) {
    return !odd.equals(even) && day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 0;
  }

  /** Days with open spans, in odd weeks or in even ones; all for hours that are always open. */
  public Set<DayOfWeek> weekdays() {
    Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (always || odd.containsKey(day) || even.containsKey(day)) {
        open.add(day);
      }
    }
    return open;
  }

  /**
   * Open time a week, the mean of an odd and an even one, holidays not counted. Of an official's
   * and their team's it gives the share of a full week that they work.
   */
  public Duration weekly() {
    return always ? Duration.ofDays(7) : total(odd).plus(total(even)).dividedBy(2);
  }

  private static Duration total(Map<DayOfWeek, List<Span>> week) {
    return week.values().stream()
        .flatMap(List::stream)
        .map(Span::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** As {@link #parse} reads it, a day each; empty for hours that are always open. */
  public Map<String, String> written() {
    Map<String, String> written = new LinkedHashMap<>();
    for (DayOfWeek day : weekdays()) {
      String name = WEEK.get(day.ordinal());
      List<Span> first = odd.getOrDefault(day, List.of());
      List<Span> second = even.getOrDefault(day, List.of());
      if (always) {
        continue;
      }
      if (first.equals(second)) {
        written.put(name, text(first));
      } else {
        written.put("odd " + name, text(first));
        written.put("even " + name, text(second));
      }
    }
    return written;
  }

  private static String text(List<Span> spans) {
    return spans.isEmpty()
        ? "closed"
        : spans.stream().map(Span::toString).collect(Collectors.joining(", "));
  }

  /**
   * Hours as written in the directory: the word {@code always}, or a map from days to spans. A
   * single day goes before a range that has it, so {@code mon-fri: "08:30-17:00", wed: "closed"} is
   * possible; what is said of odd or even weeks goes before what is said of each week: {@code even
   * fri: "08:30-12:30"}.
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
    Layer each = new Layer();
    Layer inOdd = new Layer();
    Layer inEven = new Layer();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey()).strip().toLowerCase(Locale.ROOT);
      Matcher weeks = OF_WEEKS.matcher(key);
      Layer layer = !weeks.matches() ? each : weeks.group(1).equals("odd") ? inOdd : inEven;
      layer.put(weeks.matches() ? weeks.group(2) : key, spans(key, entry.getValue()));
    }
    OpeningHours hours = new OpeningHours(false, each.under(inOdd), each.under(inEven));
    if (hours.weekdays().isEmpty()) {
      throw new IllegalArgumentException("opening hours: no day is open; " + EXAMPLE);
    }
    return hours;
  }

  /** What is written of some weeks: ranges, and single days over them. */
  private static final class Layer {
    private final Map<DayOfWeek, List<Span>> ranges = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, List<Span>> single = new EnumMap<>(DayOfWeek.class);

    void put(String key, List<Span> spans) {
      for (DayOfWeek day : days(key)) {
        if ((key.contains("-") ? ranges : single).put(day, spans) != null) {
          throw new IllegalArgumentException(
              "opening hours: " + WEEK.get(day.ordinal()) + " is written twice");
        }
      }
    }

    Map<DayOfWeek, List<Span>> under(Layer over) {
      Map<DayOfWeek, List<Span>> all = new EnumMap<>(ranges);
      all.putAll(single);
      all.putAll(over.ranges);
      all.putAll(over.single);
      all.values().removeIf(List::isEmpty);
      return all;
    }
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
