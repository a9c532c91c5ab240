package nl.aanspreekpunt.web.work.setup.directory;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Wording;

/**
 * Days of the week, each a choice of its own; in the file {@code mon-thu} or {@code mon, wed-fri},
 * and nothing for every day. A choice's value is the day's number, Monday is 1.
 */
final class Weekdays implements Codec {
  static final Weekdays CODEC = new Weekdays();

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /** What is no day, so that the file's reader says so. */
  private static final String NONE = "none";

  private Weekdays() {}

  static List<Choice> choices(Wording words) {
    List<Choice> all = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      all.add(Seen.choice(String.valueOf(day.getValue()), name(day, words)));
    }
    return all;
  }

  static String name(DayOfWeek day, Wording words) {
    return day.getDisplayName(TextStyle.FULL, words.locale());
  }

  /** Empty: what is written are no days. */
  static Set<DayOfWeek> of(Object value) {
    String written = TEXT.shown(value);
    if (written.isEmpty()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : written.split(",", -1)) {
      String[] ends = part.strip().split(" *- *", -1);
      int first = NAMES.indexOf(ends[0]);
      int last = NAMES.indexOf(ends[ends.length - 1]);
      if (ends.length > 2 || first < 0 || last < first) {
        return EnumSet.noneOf(DayOfWeek.class);
      }
      days.addAll(EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1)));
    }
    return days;
  }

  @Override
  public String shown(Object value) {
    return of(value).stream()
        .map(day -> String.valueOf(day.getValue()))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String told(String written) {
    return of(written).isEmpty() ? written : said(written);
  }

  @Override
  public Object value(String typed, Object was) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    typed
        .lines()
        .filter(line -> line.matches("[1-7]"))
        .forEach(line -> days.add(DayOfWeek.of(Integer.parseInt(line))));
    if (days.size() == NAMES.size()) {
      return null;
    }
    return days.isEmpty() ? NONE : written(days);
  }

  private static String written(Set<DayOfWeek> days) {
    List<String> parts = new ArrayList<>();
    for (int day = 1; day <= NAMES.size(); day++) {
      int last = day;
      while (last <= NAMES.size() && days.contains(DayOfWeek.of(last))) {
        last++;
      }
      if (last > day) {
        String from = NAMES.get(day - 1);
        parts.add(last - day == 1 ? from : from + "-" + NAMES.get(last - 2));
        day = last;
      }
    }
    return String.join(", ", parts);
  }
}
