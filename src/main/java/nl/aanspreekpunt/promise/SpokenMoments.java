package nl.aanspreekpunt.promise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.SpokenDays.Days;
import nl.aanspreekpunt.promise.SpokenTimes.Read;
import nl.aanspreekpunt.promise.SpokenTimes.Span;

/**
 * When what is promised is due, from the day and the time that are said.
 *
 * @param now when it is said
 */
record SpokenMoments(ZoneId zone, WorkingTime hours, Instant now) {
  /** When the team closes, whenever that is. */
  private static final Span CLOSING = new Span(LocalTime.MIN, LocalTime.of(23, 58), false);

  /** A date without its year is one that has been, rather than one so far away. */
  private static final int FAR = 300;

  private static final Set<String> BEFORE = Set.of("voor", "before");
  private static final Set<String> BY = Set.of("uiterlijk", "by", "dan", "than", "latest", "tegen");
  private static final Set<String> LITTLE = Set.of("op", "de", "het", "the", "on", "aan", "'s");
  private static final Set<String> OVER = Set.of("afgelopen", "vorige", "last", "gisteren");
  private static final Set<String> OF =
      Set.of("van", "of", "from", "since", "sinds", "dated", "dd");

  /**
   * A moment that is said.
   *
   * @param due until when, at the latest
   * @param from not before; null when it may be done at any time until then
   */
  record Due(Instant due, Instant from) {}

  /**
   * A day as it stands in a text.
   *
   * @param by it is the last of the days on which it may be done
   * @param before it is the day before which it is to be done
   */
  record Day(Days days, boolean by, boolean before) {}

  SpokenTerms terms() {
    return new SpokenTerms(now.atZone(zone), this::opens);
  }

  /** The day that is said here; what is over, and of which something else is, is none. */
  Optional<Read<Optional<Day>>> day(Spoken text, int index, SpokenTerms terms) {
    if (text.at(index, OVER)) {
      int end = SpokenDays.at(text, index + 1, terms.today()).map(Read::end).orElse(index + 1);
      return Optional.of(new Read<>(Optional.empty(), end));
    }
    Optional<Read<Days>> read = days(text, index, terms);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Days days = read.get().what();
    int before = before(text, index);
    boolean other = text.at(before, OF) && !text.at(before - 1, Set.of("loop", "course", "week"));
    boolean past = days.date() != null && ChronoUnit.DAYS.between(terms.today(), days.date()) > FAR;
    Optional<Day> day =
        other || (past && !written(text, read.get().end()))
            ? Optional.empty()
            : Optional.of(new Day(days, text.at(before, BY), text.at(before, BEFORE)));
    return Optional.of(or(text, new Read<>(day, read.get().end()), terms));
  }

  /** "donderdag of vrijdag": by the last of them. */
  private Read<Optional<Day>> or(Spoken text, Read<Optional<Day>> first, SpokenTerms terms) {
    return text.at(first.end(), Set.of("of", "or"))
        ? days(text, first.end() + 1, terms)
            .map(
                read -> {
                  Optional<Day> last =
                      first.what().map(one -> new Day(read.what(), one.by(), one.before()));
                  return new Read<>(last, read.end());
                })
            .orElse(first)
        : first;
  }

  private static Optional<Read<Days>> days(Spoken text, int index, SpokenTerms terms) {
    return terms
        .at(text, index)
        .or(() -> new SpokenPeriods(terms).at(text, index))
        .or(() -> SpokenDays.at(text, index, terms.today()));
  }

  private static int before(Spoken text, int index) {
    int at = index - 1;
    while (text.at(at, LITTLE)) {
      at--;
    }
    return at;
  }

  /** A year that was written, in words or figures, is the one that was meant. */
  private static boolean written(Spoken text, int end) {
    return text.at(end - 1).matches("\\d{4}|.*[-/]\\d{4}|\\d{4}-.*");
  }

  /** The time of day that is said here. */
  static Optional<Read<Span>> time(Spoken text, int index, boolean afterDay, boolean by) {
    return ends(text, index)
        .or(() -> early(text, index))
        .or(() -> afterDay ? bare(text, index, by) : Optional.empty())
        .or(() -> SpokenTimes.at(text, index));
  }

  private static Optional<Read<Span>> bare(Spoken text, int index, boolean by) {
    return SpokenTimes.bare(text, index)
        .map(
            read -> {
              LocalTime time = read.what();
              Span span = by ? new Span(LocalTime.MIN, time, false) : new Span(time, time, true);
              return new Read<>(span, read.end());
            });
  }

  /** "het einde van de dag", "close of business", "end of the working day". */
  private static Optional<Read<Span>> ends(Spoken text, int index) {
    int at = index + 1;
    while (text.at(at, Set.of("van", "of", "de", "the", "working"))) {
      at++;
    }
    boolean day = text.at(at, Set.of("dag", "werkdag", "day", "business"));
    boolean end = text.at(index, Set.of("eind", "einde", "end", "close"));
    boolean brief = text.at(index, Set.of("eod", "cob"));
    return brief || (day && end)
        ? Optional.of(new Read<>(CLOSING, brief ? index + 1 : at + 1))
        : Optional.empty();
  }

  /** "begin van de middag", "early this afternoon": its first two hours. */
  private static Optional<Read<Span>> early(Spoken text, int index) {
    if (!text.at(index, Set.of("begin", "early", "vroeg"))) {
      return Optional.empty();
    }
    int at = index + 1;
    while (text.at(at, Set.of("van", "in", "of", "de", "the", "this"))) {
      at++;
    }
    int end = at + 1;
    return SpokenTimes.part(text.at(at))
        .map(
            part -> {
              LocalTime from = part.equals(Span.MORNING) ? LocalTime.of(8, 0) : part.from();
              return new Read<>(new Span(from, from.plusHours(2), false), end);
            });
  }

  /**
   * @param day null: a time alone is of today
   * @param time null: none is said
   */
  Optional<Due> due(Day day, Span time) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (day == null) {
      return time == null || time.equals(Span.ALL)
          ? Optional.empty()
          : Optional.of(new Due(end(today, time), since(today, time)));
    }
    Days days = day.days();
    LocalDate date = days.date() == null ? next(days.days(), today) : days.date();
    if (day.before() && time == null && (days.from() != null || days.date() == null)) {
      return Optional.of(new Due(strictly(days, date, today), null));
    }
    Span span = time == null ? days.span() : time;
    Instant due = span == null ? closing(date) : end(date, span);
    boolean any = day.by() || day.before() || (days.date() != null && days.from() == null);
    return Optional.of(new Due(due, any ? null : from(days, date, span)));
  }

  /** "voor vrijdag" is by the end of the working day before it. */
  private Instant strictly(Days days, LocalDate date, LocalDate today) {
    if (days.span() != null) {
      return at(date.atTime(days.span().from()));
    }
    for (LocalDate day = date.minusDays(1); !day.isBefore(today); day = day.minusDays(1)) {
      if (opens(day) && closing(day).isAfter(now)) {
        return closing(day);
      }
    }
    return at(date.atStartOfDay());
  }

  private Instant from(Days days, LocalDate date, Span span) {
    LocalDate first = days.from() == null ? date : days.from();
    return span == null || !first.equals(date)
        ? at(first.atStartOfDay())
        : at(first.atTime(span.from()));
  }

  private Instant since(LocalDate date, Span span) {
    return span.from().equals(LocalTime.MIN) ? null : at(date.atTime(span.from()));
  }

  private boolean opens(LocalDate date) {
    Instant start = at(date.atStartOfDay());
    return LocalDate.ofInstant(hours.opening(start), zone).equals(date);
  }

  private static LocalDate next(Set<DayOfWeek> days, LocalDate today) {
    LocalDate date = today.plusDays(1);
    while (!days.contains(date.getDayOfWeek())) {
      date = date.plusDays(1);
    }
    return date;
  }

  /** "om 10 uur" is due then, "voor 12 uur" at twelve, "na 15 uur" when the team closes. */
  private Instant end(LocalDate date, Span span) {
    if (span.exact()) {
      return at(date.atTime(span.from()));
    }
    Instant closing = closing(date);
    Instant until = at(date.atTime(span.until()));
    boolean open = span.until().getHour() == 23;
    return open && closing.isAfter(at(date.atTime(span.from()))) ? closing : until;
  }

  /** When the team closes that day; 17:00 when it is not open. */
  private Instant closing(LocalDate date) {
    for (int quarter = 95; quarter > 0; quarter--) {
      LocalTime before = LocalTime.of(0, 0).plusMinutes(quarter * 15L);
      if (hours.openAt(at(date.atTime(before))) && hours != WorkingTime.ALWAYS) {
        return at(date.atTime(before)).plusSeconds(15 * 60L);
      }
    }
    return at(date.atTime(17, 0));
  }

  /** A time that the clock skips is the moment of its change; one that comes twice its first. */
  private Instant at(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }
}
