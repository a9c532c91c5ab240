package nl.aanspreekpunt.promise;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/** Days as people say them, in Dutch and English, as seen from one day. */
final class SpokenDays {
  private static final List<List<String>> WEEK =
      List.of(
          List.of("maandag", "monday"),
          List.of("dinsdag", "tuesday"),
          List.of("woensdag", "wednesday"),
          List.of("donderdag", "thursday"),
          List.of("vrijdag", "friday"),
          List.of("zaterdag", "saturday"),
          List.of("zondag", "sunday"));
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("januari", "january", "jan"),
          List.of("februari", "february", "feb"),
          List.of("maart", "march", "mrt", "mar"),
          List.of("april", "apr"),
          List.of("mei", "may"),
          List.of("juni", "june", "jun"),
          List.of("juli", "july", "jul"),
          List.of("augustus", "august", "aug"),
          List.of("september", "sept", "sep"),
          List.of("oktober", "october", "okt", "oct"),
          List.of("november", "nov"),
          List.of("december", "dec"));
  private static final Map<String, Integer> DAY = new TreeMap<>();
  private static final Map<String, Integer> MONTH = new TreeMap<>();
  private static final Pattern FIGURES = Pattern.compile("\\d{1,4}");
  private static final Map<String, Span> NOW =
      Map.of(
          "vanochtend", Span.MORNING,
          "vanmorgen", Span.MORNING,
          "vanmiddag", Span.AFTERNOON,
          "vanavond", Span.EVENING,
          "tonight", Span.EVENING);
  private static final Set<String> COMING =
      Set.of("komende", "aanstaande", "eerstvolgende", "deze", "this", "coming");
  static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th", "e", "de", "ste");
  private static final Set<String> NEXT = Set.of("volgende", "next");

  static {
    for (int i = 0; i < WEEK.size(); i++) {
      for (String name : WEEK.get(i)) {
        DAY.put(name, i + 1);
      }
    }
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String name : MONTHS.get(i)) {
        MONTH.put(name, i + 1);
      }
    }
  }

  private SpokenDays() {}

  /**
   * One day or some days of each week.
   *
   * @param date the day, or the last of a stretch of days; null: any of {@code days}
   * @param from the first of the stretch that ends on {@code date}; null with {@code days}, or when
   *     it is any day up to {@code date}
   * @param span the part of the day said in one word with it; null if none
   */
  record Days(LocalDate date, LocalDate from, Set<DayOfWeek> days, Span span) {
    static Days on(LocalDate date) {
      return on(date, null);
    }

    static Days on(LocalDate date, Span span) {
      return new Days(date, date, Set.of(), span);
    }

    static Days between(LocalDate from, LocalDate date) {
      return new Days(date, from, Set.of(), null);
    }

    /** Any day up to that one. */
    static Days by(LocalDate date) {
      return new Days(date, null, Set.of(), null);
    }

    static Days each(Set<DayOfWeek> days, Span span) {
      return new Days(null, null, days, span);
    }
  }

  /** From 1; empty when it is no month. */
  static Optional<Integer> monthOf(String word) {
    return Optional.ofNullable(MONTH.get(word));
  }

  static boolean month(Spoken text, int index) {
    return MONTH.containsKey(text.at(index))
        || (text.at(index).equals("of") && MONTH.containsKey(text.at(index + 1)));
  }

  static Optional<Read<Days>> at(Spoken text, int index, LocalDate today) {
    return relative(text, index, today)
        .or(() -> week(text, index, today))
        .or(() -> date(text, index, today))
        .or(() -> weekday(text, index, today));
  }

  private static Optional<Read<Days>> relative(Spoken text, int index, LocalDate today) {
    String word = text.at(index);
    if (NOW.containsKey(word)) {
      return read(Days.on(today, NOW.get(word)), index + 1);
    }
    if (word.equals("this") && SpokenTimes.part(text.at(index + 1)).isPresent()) {
      Span part = SpokenTimes.part(text.at(index + 1)).orElseThrow();
      return read(Days.on(today, part), index + 2);
    }
    if (text.row(index, "day", "after", "tomorrow")) {
      return read(Days.on(today.plusDays(2)), index + 3);
    }
    if (word.startsWith("morgen") && SpokenTimes.part(word.substring(6)).isPresent()) {
      Span part = SpokenTimes.part(word.substring(6)).orElseThrow();
      return part.equals(Span.MORNING) && word.equals("morgens")
          ? Optional.empty()
          : read(Days.on(today.plusDays(1), part), index + 1);
    }
    return switch (word) {
      case "vandaag", "today" -> read(Days.on(today), index + 1);
      case "morgen", "tomorrow" ->
          text.at(index - 1, Set.of("'s", "goede", "elke", "iedere"))
              ? Optional.empty()
              : read(Days.on(today.plusDays(1)), index + 1);
      case "overmorgen" -> read(Days.on(today.plusDays(2)), index + 1);
      default -> Optional.empty();
    };
  }

  /** "volgende week dinsdag", "next week", "dinsdag volgende week", "deze week". */
  private static Optional<Read<Days>> week(Spoken text, int index, LocalDate today) {
    if (text.at(index + 1).equals("week") && text.at(index, NEXT)) {
      LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      int at = text.at(index + 2, Set.of("op", "on")) ? index + 3 : index + 2;
      Integer day = DAY.get(text.at(at));
      return day == null
          ? read(Days.between(monday, monday.plusDays(4)), index + 2)
          : read(Days.on(monday.plusDays(day - 1L)), at + 1);
    }
    if (text.at(index + 1).equals("week") && text.at(index, Set.of("komende", "aanstaande"))) {
      LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return read(Days.between(monday, monday.plusDays(4)), index + 2);
    }
    if (text.at(index + 1).equals("week") && text.at(index, COMING)) {
      boolean over = today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
      return over ? Optional.empty() : read(Days.between(today, friday), index + 2);
    }
    return Optional.empty();
  }

  private static Optional<Read<Days>> weekday(Spoken text, int index, LocalDate today) {
    if (text.at(index, COMING) || text.at(index, NEXT)) {
      Integer day = DAY.get(text.at(index + 1));
      return day == null
          ? Optional.empty()
          : read(
              Days.on(text.at(index, NEXT) ? nextWeek(today, day) : coming(today, day)), index + 2);
    }
    String word = text.at(index);
    if (word.equals("weekdays") || word.equals("werkdagen") || word.equals("doordeweeks")) {
      return read(Days.each(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), null), index + 1);
    }
    if (word.equals("weekend") || word.equals("weekends")) {
      return read(Days.each(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null), index + 1);
    }
    return DAY.entrySet().stream()
        .filter(one -> word.startsWith(one.getKey()))
        .findFirst()
        .flatMap(one -> named(text, index, today, one.getKey(), one.getValue()));
  }

  /** "dinsdag", "dinsdagen", "dinsdagmiddag", "dinsdag volgende week". */
  private static Optional<Read<Days>> named(
      Spoken text, int index, LocalDate today, String name, int day) {
    String more = text.at(index).substring(name.length());
    Optional<Span> part =
        more.equals("morgen") ? Optional.of(Span.MORNING) : SpokenTimes.part(more);
    Set<DayOfWeek> days = Set.of(DayOfWeek.of(day));
    if (more.isEmpty() && text.at(index + 1, NEXT) && text.at(index + 2).equals("week")) {
      return read(Days.on(nextWeek(today, day)), index + 3);
    }
    Optional<Read<Days>> dated = more.isEmpty() ? dated(text, index + 1, today) : Optional.empty();
    if (dated.isPresent()) {
      return dated;
    }
    boolean often = more.equals("s") || more.equals("en") || more.equals("'s");
    return more.isEmpty() || often || part.isPresent()
        ? read(Days.each(days, part.orElse(null)), index + 1)
        : Optional.empty();
  }

  /** "donderdag 3 december", "Friday, the 4th of December": the date says which. */
  private static Optional<Read<Days>> dated(Spoken text, int index, LocalDate today) {
    int comma = text.at(index).equals(",") ? 1 : 0;
    int the = text.at(index + comma, Set.of("de", "the")) ? 1 : 0;
    return date(text, index + comma + the, today);
  }

  static LocalDate coming(LocalDate today, int day) {
    return today.with(TemporalAdjusters.next(DayOfWeek.of(day)));
  }

  private static LocalDate nextWeek(LocalDate today, int day) {
    return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(day - 1L);
  }

  /** "3 december (2026)", "December 3rd", "3-12-2026", "3/12", "2026-12-03". */
  private static Optional<Read<Days>> date(Spoken text, int index, LocalDate today) {
    String word = text.at(index);
    if (word.length() > 4
        && Character.isDigit(word.charAt(0))
        && !word.contains(":")
        && !word.contains(".")) {
      return figures(word, today).flatMap(date -> read(Days.on(date), index + 1));
    }
    if (word.contains("/")) {
      return figures(word, today).flatMap(date -> read(Days.on(date), index + 1));
    }
    int ordinal = text.at(index + 1, ORDINAL) ? 1 : 0;
    int of = text.at(index + 1 + ordinal).equals("of") ? 1 : 0;
    Integer month = MONTH.get(text.at(index + 1 + ordinal + of));
    if (month != null && FIGURES.matcher(word).matches()) {
      return written(text, word, month, index + 2 + ordinal + of, today);
    }
    Integer first = MONTH.get(word);
    if (first != null && FIGURES.matcher(text.at(index + 1)).matches()) {
      int more = text.at(index + 2, ORDINAL) ? 1 : 0;
      return written(text, text.at(index + 1), first, index + 2 + more, today);
    }
    return Optional.empty();
  }

  private static Optional<Read<Days>> written(
      Spoken text, String day, int month, int end, LocalDate today) {
    boolean year = text.at(end).length() == 4 && FIGURES.matcher(text.at(end)).matches();
    Optional<LocalDate> date =
        year
            ? date(Integer.parseInt(text.at(end)), month, Integer.parseInt(day))
            : coming(month, Integer.parseInt(day), today);
    return date.flatMap(on -> read(Days.on(on), year ? end + 1 : end));
  }

  private static Optional<LocalDate> figures(String word, LocalDate today) {
    String[] parts = word.split("[-/.]", -1);
    if (parts.length == 2) {
      return coming(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]), today);
    }
    if (parts.length != 3) {
      return Optional.empty();
    }
    int[] of = {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    return parts[0].length() == 4 ? date(of[0], of[1], of[2]) : date(of[2], of[1], of[0]);
  }

  /** That day of this year, or of the next when it has been. */
  private static Optional<LocalDate> coming(int month, int day, LocalDate today) {
    return date(today.getYear(), month, day)
        .filter(date -> !date.isBefore(today))
        .or(() -> date(today.getYear() + 1, month, day));
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<Read<Days>> read(Days days, int end) {
    return Optional.of(new Read<>(days, end));
  }
}
