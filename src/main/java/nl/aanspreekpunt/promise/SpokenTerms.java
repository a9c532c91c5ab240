package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;

/**
 * Terms as people say them, in Dutch and English: "binnen twee werkdagen", "within a week", "by the
 * end of the month". Each ends on a day.
 *
 * @param today from when they count
 * @param open whether the team works on a day
 */
record SpokenTerms(LocalDate today, Predicate<LocalDate> open) {
  /** A longer term than people say in days or weeks. */
  private static final int MOST = 60;

  private static final Pattern FIGURES = Pattern.compile("\\d{1,2}");
  private static final Set<String> WITHIN = Set.of("binnen", "over", "within", "in");
  private static final Set<String> END = Set.of("eind", "einde", "end");
  private static final Set<String> LITTLE = Set.of("van", "of", "de", "het", "the");
  private static final Set<String> WORKING = Set.of("working", "business", "work");
  private static final Set<String> WORKING_DAYS = Set.of("werkdag", "werkdagen");
  private static final Set<String> DAYS = Set.of("dag", "dagen", "day", "days");
  private static final Set<String> WEEKS = Set.of("week", "weken", "weeks");
  private static final Set<String> NEXT = Set.of("volgende", "next");
  private static final Set<String> THIS = Set.of("deze", "this");
  private static final Set<String> MONTH = Set.of("maand", "month");
  private static final Map<String, Integer> NUMBER = new TreeMap<>();

  static {
    List<String> numbers =
        List.of(
            "een één a an one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten");
    for (int i = 0; i < numbers.size(); i++) {
      for (String name : numbers.get(i).split(" ")) {
        NUMBER.put(name, i + 1);
      }
    }
  }

  Optional<Read<Days>> at(Spoken text, int index) {
    if (text.at(index, END)) {
      return end(text, index + 1);
    }
    return text.at(index, WITHIN) ? within(text, index + 1) : Optional.empty();
  }

  private Optional<Read<Days>> within(Spoken text, int index) {
    String word = text.at(index);
    Integer count = FIGURES.matcher(word).matches() ? Integer.valueOf(word) : NUMBER.get(word);
    if (count == null || count < 1 || count > MOST) {
      return Optional.empty();
    }
    int unit = index + 1;
    if (text.at(unit, WORKING) && text.at(unit + 1, DAYS)) {
      return read(workingDays(count), unit + 2);
    }
    if (text.at(unit, WORKING_DAYS)) {
      return read(workingDays(count), unit + 1);
    }
    if (text.at(unit, DAYS)) {
      return read(today.plusDays(count), unit + 1);
    }
    return text.at(unit, WEEKS) ? read(today.plusWeeks(count), unit + 1) : Optional.empty();
  }

  private LocalDate workingDays(int count) {
    LocalDate day = today;
    int left = count;
    for (int walked = 0; left > 0 && walked < 10 * MOST; walked++) {
      day = day.plusDays(1);
      left -= open.test(day) ? 1 : 0;
    }
    return day;
  }

  /** "of the week", "van deze maand", "volgende week". */
  private Optional<Read<Days>> end(Spoken text, int index) {
    int at = index;
    while (text.at(at, LITTLE)) {
      at++;
    }
    boolean next = text.at(at, NEXT);
    at += next || text.at(at, THIS) ? 1 : 0;
    if (text.at(at).equals("week")) {
      LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
      return last(next ? sunday.plusWeeks(1) : sunday, at + 1);
    }
    return text.at(at, MONTH)
        ? last(
            (next ? today.plusMonths(1) : today).with(TemporalAdjusters.lastDayOfMonth()), at + 1)
        : Optional.empty();
  }

  /** The last day until then on which the team works; none when that is over. */
  private Optional<Read<Days>> last(LocalDate until, int end) {
    for (LocalDate day = until; !day.isBefore(today); day = day.minusDays(1)) {
      if (open.test(day)) {
        return read(day, end);
      }
    }
    return Optional.empty();
  }

  private static Optional<Read<Days>> read(LocalDate date, int end) {
    return Optional.of(new Read<>(Days.on(date), end));
  }
}
