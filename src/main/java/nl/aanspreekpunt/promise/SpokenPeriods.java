package nl.aanspreekpunt.promise;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;

/**
 * A part of a week, a month or a year, or what comes before a feast, as people say it: "begin
 * volgende week", "medio december", "by the end of the month", "voor het weekend", "before
 * Christmas". Each ends on the last day of it on which the team works: early in a week is by
 * Tuesday, halfway by Wednesday; early in a month is by the 10th, halfway by the 15th.
 */
record SpokenPeriods(SpokenTerms terms) {
  private static final Pattern FIGURES = Pattern.compile("\\d{1,2}");
  private static final Pattern YEAR = Pattern.compile("2\\d{3}");
  private static final Set<String> LITTLE =
      Set.of("van", "of", "de", "het", "the", "-", "in", "through");
  private static final Set<String> NEXT =
      Set.of("volgende", "next", "komende", "aanstaande", "coming");
  private static final Set<String> THIS = Set.of("deze", "dit", "this");
  private static final Set<String> MONTH = Set.of("maand", "month");
  private static final Set<String> YEARS = Set.of("jaar", "year");
  private static final Set<String> BEFORE = Set.of("voor", "before");
  private static final Set<String> AFTER = Set.of("na", "after");

  private enum Part {
    EARLY(DayOfWeek.TUESDAY, 10),
    MID(DayOfWeek.WEDNESDAY, 15),
    END(DayOfWeek.SUNDAY, 31);

    private final DayOfWeek ofWeek;
    private final int ofMonth;

    Part(DayOfWeek ofWeek, int ofMonth) {
      this.ofWeek = ofWeek;
      this.ofMonth = ofMonth;
    }
  }

  private static final Map<String, Part> PARTS = new HashMap<>();
  private static final Map<String, MonthDay> FEASTS = new HashMap<>();

  static {
    for (String word : "begin beginning early start".split(" ")) {
      PARTS.put(word, Part.EARLY);
    }
    for (String word : "halverwege midden medio half halfway middle mid".split(" ")) {
      PARTS.put(word, Part.MID);
    }
    for (String word : "eind einde end late".split(" ")) {
      PARTS.put(word, Part.END);
    }
    feast(12, 25, "kerst kerstmis kerstdagen kerstvakantie feestdagen christmas xmas holidays");
    feast(12, 5, "sinterklaas pakjesavond");
    feast(1, 1, "nieuwjaar jaarwisseling");
    feast(4, 27, "koningsdag");
  }

  private static void feast(int month, int day, String names) {
    for (String name : names.split(" ")) {
      FEASTS.put(name, MonthDay.of(month, day));
    }
  }

  Optional<Read<Days>> at(Spoken text, int index) {
    return around(text, index)
        .or(() -> part(text, index))
        .or(() -> whole(text, index))
        .or(() -> week(text, index))
        .or(() -> ofMonth(text, index));
  }

  /** "voor het weekend", "na het weekend", "before Christmas", "voor volgende week". */
  private Optional<Read<Days>> around(Spoken text, int index) {
    boolean before = text.at(index, BEFORE);
    if (!before && !text.at(index, AFTER)) {
      return Optional.empty();
    }
    int at = skip(text, index + 1);
    if (text.at(at).equals("weekend")) {
      LocalDate monday = terms.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return before ? last(terms.friday(), at + 1) : on(terms.firstOpen(monday), at + 1);
    }
    if (!before) {
      return Optional.empty();
    }
    if (text.at(at, NEXT) && (text.at(at + 1).equals("week") || text.at(at + 1, MONTH))) {
      LocalDate first =
          text.at(at + 1, MONTH)
              ? terms.today().with(TemporalAdjusters.firstDayOfNextMonth())
              : terms.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return last(first.minusDays(1), at + 2);
    }
    if (text.row(at, "new", "year") || text.row(at, "oud", "en")) {
      return feast(MonthDay.of(1, 1), at + 2);
    }
    return Optional.ofNullable(FEASTS.get(text.at(at))).flatMap(day -> feast(day, at + 1));
  }

  private Optional<Read<Days>> feast(MonthDay day, int end) {
    LocalDate feast = day.atYear(terms.today().getYear());
    LocalDate coming = feast.isAfter(terms.today()) ? feast : day.atYear(feast.getYear() + 1);
    return last(coming.minusDays(1), end);
  }

  /** "eind deze maand", "early next week", "medio december". */
  private Optional<Read<Days>> part(Spoken text, int index) {
    Part part = PARTS.get(text.at(index));
    if (part == null) {
      return Optional.empty();
    }
    int at = skip(text, index + 1);
    boolean next = text.at(at, NEXT);
    at += next || text.at(at, THIS) ? 1 : 0;
    if (text.at(at).equals("week")) {
      LocalDate monday = terms.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      LocalDate until = (next ? monday.plusWeeks(1) : monday).with(inWeek(part));
      return last(until, at + 1);
    }
    if (text.at(at, MONTH)) {
      return last(inMonth(next ? terms.today().plusMonths(1) : terms.today(), part), at + 1);
    }
    if (text.at(at, YEARS) && part == Part.END && !next) {
      return last(terms.today().with(TemporalAdjusters.lastDayOfYear()), at + 1);
    }
    return month(text, at, part);
  }

  private static java.time.temporal.TemporalAdjuster inWeek(Part part) {
    return TemporalAdjusters.nextOrSame(part.ofWeek);
  }

  private static LocalDate inMonth(LocalDate of, Part part) {
    return of.withDayOfMonth(Math.min(part.ofMonth, of.lengthOfMonth()));
  }

  /** A month by its name, of this year or the next one in which it is not over. */
  private Optional<Read<Days>> month(Spoken text, int at, Part part) {
    Optional<Integer> month = SpokenDays.monthOf(text.at(at));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    boolean year = YEAR.matcher(text.at(at + 1)).matches();
    LocalDate today = terms.today();
    LocalDate first =
        today
            .withDayOfMonth(1)
            .withYear(year ? Integer.parseInt(text.at(at + 1)) : today.getYear())
            .withMonth(month.get());
    boolean over = !year && inMonth(first, part).isBefore(today);
    return last(inMonth(over ? first.plusYears(1) : first, part), year ? at + 2 : at + 1);
  }

  /** "deze maand", "next month", "dit jaar", "in december". */
  private Optional<Read<Days>> whole(Spoken text, int index) {
    boolean next = text.at(index, NEXT);
    if ((next || text.at(index, THIS)) && text.at(index + 1, MONTH)) {
      LocalDate of = next ? terms.today().plusMonths(1) : terms.today();
      return last(of.with(TemporalAdjusters.lastDayOfMonth()), index + 2);
    }
    if (text.at(index, THIS) && text.at(index + 1, YEARS)) {
      return last(terms.today().with(TemporalAdjusters.lastDayOfYear()), index + 2);
    }
    boolean names = text.at(index).equals("in") && !FIGURES.matcher(text.at(index + 2)).matches();
    return names ? month(text, index + 1, Part.END) : Optional.empty();
  }

  /** "week 50", "de week van 7 december". */
  private Optional<Read<Days>> week(Spoken text, int index) {
    if (!text.at(index).equals("week")) {
      return Optional.empty();
    }
    if (text.at(index + 1, Set.of("van", "of"))) {
      return SpokenDays.at(text, index + 2, terms.today())
          .filter(read -> read.what().date() != null)
          .flatMap(read -> friday(read.what().date(), read.end()));
    }
    return FIGURES.matcher(text.at(index + 1)).matches()
        ? numbered(Integer.parseInt(text.at(index + 1)), index + 2)
        : Optional.empty();
  }

  private Optional<Read<Days>> numbered(int week, int end) {
    try {
      LocalDate thursday = terms.today().with(DayOfWeek.THURSDAY);
      LocalDate day = thursday.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
      boolean over = day.isBefore(thursday);
      return friday(
          over ? thursday.plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week) : day, end);
    } catch (DateTimeException noSuchWeek) {
      return Optional.empty();
    }
  }

  private static Optional<Read<Days>> friday(LocalDate of, int end) {
    LocalDate friday = of.with(DayOfWeek.FRIDAY);
    return Optional.of(new Read<>(Days.between(of.with(DayOfWeek.MONDAY), friday), end));
  }

  /** "de 10e": of this month, or the next when it has been. */
  private Optional<Read<Days>> ofMonth(Spoken text, int index) {
    boolean ordinal =
        text.at(index, Set.of("de", "the"))
            && FIGURES.matcher(text.at(index + 1)).matches()
            && text.at(index + 2, SpokenDays.ORDINAL)
            && !SpokenDays.month(text, index + 3);
    int day = ordinal ? Integer.parseInt(text.at(index + 1)) : 0;
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    LocalDate month = terms.today().withDayOfMonth(1);
    if (day <= terms.today().getDayOfMonth()) {
      month = month.plusMonths(1);
    }
    return day > month.lengthOfMonth()
        ? Optional.empty()
        : on(month.withDayOfMonth(day), index + 3);
  }

  private static int skip(Spoken text, int index) {
    int at = index;
    while (text.at(at, LITTLE)) {
      at++;
    }
    return at;
  }

  private static Optional<Read<Days>> on(LocalDate day, int end) {
    return Optional.of(new Read<>(Days.on(day), end));
  }

  private Optional<Read<Days>> last(LocalDate until, int end) {
    return terms.lastOpen(until).map(day -> new Read<>(Days.by(day), end));
  }
}
