package nl.aanspreekpunt.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of whole days.
 *
 * @param last in it
 */
public record Span(Kind kind, LocalDate first, LocalDate last) {
  /** The longest somebody may choose, and the shortest: days. */
  public static final int LONGEST = 366;

  public static final int SHORTEST = 7;
  private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
  private static final int WEEKS_SHOWN = 100;

  public enum Kind {
    WEEK,
    MONTH,
    QUARTER,
    OWN
  }

  /** The week, month or quarter that a day is in. */
  public static Span of(Kind kind, LocalDate day) {
    return switch (kind) {
      case MONTH ->
          new Span(kind, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      case QUARTER -> {
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        yield new Span(kind, first, first.plusMonths(3).minusDays(1));
      }
      case WEEK, OWN -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Span(Kind.WEEK, monday, monday.plusDays(6));
      }
    };
  }

  /** Days of somebody's choice; empty when it is too short, too long, or the wrong way round. */
  public static Optional<Span> own(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return days < SHORTEST || days > LONGEST || first.isBefore(EARLIEST)
        ? Optional.empty()
        : Optional.of(new Span(Kind.OWN, first, last));
  }

  /** As long, before it. */
  public Span before() {
    return kind == Kind.OWN
        ? new Span(kind, first.minusDays(days().size()), first.minusDays(1))
        : of(kind, first.minusDays(1));
  }

  /** As long, after it. */
  public Span after() {
    return kind == Kind.OWN
        ? new Span(kind, last.plusDays(1), last.plusDays(days().size()))
        : of(kind, last.plusDays(1));
  }

  public List<LocalDate> days() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  /** Its weeks, or its months when it is long; the first and the last may be cut off. */
  public List<Span> parts() {
    Kind by = days().size() > WEEKS_SHOWN ? Kind.MONTH : Kind.WEEK;
    List<Span> parts = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); ) {
      Span whole = of(by, day);
      LocalDate end = whole.last().isAfter(last) ? last : whole.last();
      parts.add(new Span(by, day, end));
      day = end.plusDays(1);
    }
    return parts;
  }
}
