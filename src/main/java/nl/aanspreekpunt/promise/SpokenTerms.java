package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
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
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/**
 * Terms as people say them, in Dutch and English: "binnen twee werkdagen", "within an hour". Each
 * ends on a day, or at a moment. Those that end with a week, a month or a feast are in {@link
 * SpokenPeriods}.
 *
 * @param now from when they count, on the municipality's clock
 * @param open whether the team works on a day
 */
record SpokenTerms(ZonedDateTime now, Predicate<LocalDate> open) {
  /** A longer term than people say in days or weeks. */
  private static final int MOST = 60;

  private static final int MOST_HOURS = 96;
  private static final Pattern FIGURES = Pattern.compile("\\d{1,2}");
  private static final Set<String> WITHIN = Set.of("binnen", "over", "within", "in");
  private static final Set<String> WORKING = Set.of("working", "business", "work");
  private static final Set<String> WORKING_DAYS = Set.of("werkdag", "werkdagen");
  private static final Set<String> DAYS = Set.of("dag", "dagen", "day", "days");
  private static final Set<String> WEEKS = Set.of("week", "weken", "weeks");
  private static final Set<String> MONTHS = Set.of("maand", "maanden", "month", "months");
  private static final Set<String> HOURS = Set.of("uur", "uren", "hour", "hours");
  private static final Set<String> MINUTES = Set.of("minuut", "minuten", "minute", "minutes");
  private static final Set<String> ONE = Set.of("een", "één", "a", "an", "het", "de", "the");
  private static final Map<String, Integer> NUMBER = new TreeMap<>();

  static {
    List<String> numbers =
        List.of(
            "een één a an one het de the",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve");
    for (int i = 0; i < numbers.size(); i++) {
      for (String name : numbers.get(i).split(" ")) {
        NUMBER.put(name, i + 1);
      }
    }
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  Optional<Read<Days>> at(Spoken text, int index) {
    return text.at(index, WITHIN)
        ? part(text, index + 1).or(() -> within(text, index + 1))
        : Optional.empty();
  }

  /** "een half uur", "half an hour", "a quarter of an hour", "anderhalf uur". */
  private Optional<Read<Days>> part(Spoken text, int index) {
    int at = text.at(index, ONE) ? index + 1 : index;
    if (text.at(at, Set.of("kwartier"))) {
      return later(Duration.ofMinutes(15), at + 1);
    }
    if (text.at(at, Set.of("halfuur"))) {
      return later(Duration.ofMinutes(30), at + 1);
    }
    int unit = text.at(at + 1, ONE) ? at + 2 : at + 1;
    if (text.row(at, "quarter", "of")) {
      return later(Duration.ofMinutes(15), at + 4);
    }
    if (!text.at(unit, HOURS)) {
      return Optional.empty();
    }
    return switch (text.at(at)) {
      case "half", "halve" -> later(Duration.ofMinutes(30), unit + 1);
      case "anderhalf" -> later(Duration.ofMinutes(90), unit + 1);
      default -> Optional.empty();
    };
  }

  private Optional<Read<Days>> within(Spoken text, int index) {
    String word = text.at(index);
    Integer count = FIGURES.matcher(word).matches() ? Integer.valueOf(word) : NUMBER.get(word);
    if (count == null || count < 1) {
      return Optional.empty();
    }
    int unit = index + 1;
    if (text.at(unit, HOURS) && count <= MOST_HOURS) {
      return later(Duration.ofHours(count), unit + 1);
    }
    return count > MOST ? Optional.empty() : days(text, count, unit);
  }

  private Optional<Read<Days>> days(Spoken text, int count, int unit) {
    if (text.at(unit, MINUTES)) {
      return later(Duration.ofMinutes(count), unit + 1);
    }
    if (text.at(unit, WORKING) && text.at(unit + 1, DAYS)) {
      return read(workingDays(count), unit + 2);
    }
    if (text.at(unit, WORKING_DAYS)) {
      return read(workingDays(count), unit + 1);
    }
    if (text.at(unit, DAYS)) {
      return read(today().plusDays(count), unit + 1);
    }
    if (text.at(unit, MONTHS)) {
      return read(today().plusMonths(count), unit + 1);
    }
    return text.at(unit, WEEKS) ? read(today().plusWeeks(count), unit + 1) : Optional.empty();
  }

  private LocalDate workingDays(int count) {
    LocalDate day = today();
    int left = count;
    for (int walked = 0; left > 0 && walked < 10 * MOST; walked++) {
      day = day.plusDays(1);
      left -= open.test(day) ? 1 : 0;
    }
    return day;
  }

  /** So much later by the clock, to the minute. */
  private Optional<Read<Days>> later(Duration by, int end) {
    LocalDateTime then = now.plus(by).truncatedTo(ChronoUnit.MINUTES).toLocalDateTime();
    LocalTime time = then.toLocalTime();
    Days at = new Days(then.toLocalDate(), null, Set.of(), new Span(time, time, true));
    return Optional.of(new Read<>(at, end));
  }

  private static Optional<Read<Days>> read(LocalDate date, int end) {
    return Optional.of(new Read<>(Days.by(date), end));
  }

  /** The last day until then on which the team works; empty when that is over. */
  Optional<LocalDate> lastOpen(LocalDate until) {
    for (LocalDate day = until; !day.isBefore(today()); day = day.minusDays(1)) {
      if (open.test(day)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /** The first day from then on which the team works; that day itself when it never does. */
  LocalDate firstOpen(LocalDate from) {
    for (LocalDate day = from; day.isBefore(from.plusDays(MOST)); day = day.plusDays(1)) {
      if (open.test(day)) {
        return day;
      }
    }
    return from;
  }

  LocalDate friday() {
    return today().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }
}
