package nl.aanspreekpunt.council;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report as it is read. */
public final class Council {
  private static final int QUARTERS_BEFORE = 4;
  private static final int YEARS_BEFORE = 2;

  private final Reports reports;
  private final ZoneId zone;
  private final Shown.Fewest fewest;

  public Council(Reports reports, ZoneId zone, Shown.Fewest fewest) {
    this.reports = reports;
    this.zone = zone;
    this.fewest = fewest;
  }

  public Shown.Fewest fewest() {
    return fewest;
  }

  /**
   * One period.
   *
   * @param from in it
   * @param until not in it any more
   * @param countedAt the last moment that is counted in all of it; null: nothing was counted yet
   * @param ended nothing more comes
   * @param figures one of each measure, in their order
   */
  public record Column(
      Period period,
      Instant from,
      Instant until,
      Instant countedAt,
      boolean ended,
      List<Shown> figures) {
    public Shown of(Measure measure) {
      return figures.get(measure.ordinal());
    }

    public boolean counted() {
      return countedAt != null;
    }

    /** There was something to count. */
    boolean something() {
      return figures.stream()
          .anyMatch(
              one ->
                  one.says() == Shown.Says.TOO_FEW
                      || (one.says() == Shown.Says.VALUE && one.cases() > 0));
    }
  }

  /** Whether there can be anything in it: a period that has not begun has nothing. */
  public boolean begun(Period period, Instant now) {
    return !period.from(zone).isAfter(now);
  }

  public Period now(Instant now) {
    return Period.quarterOf(now, zone);
  }

  /**
   * A period, after the ones before it in which there was something: earliest first, itself the
   * last.
   */
  public Future<List<Column>> read(Period period) {
    List<Period> all = period.since(period.ofYear() ? YEARS_BEFORE : QUARTERS_BEFORE);
    List<String> quarters =
        all.stream().flatMap(one -> one.quarters().stream()).map(Period::name).toList();
    return reports
        .find(quarters)
        .map(
            found -> {
              Map<String, Report> known =
                  found.stream().collect(Collectors.toMap(Report::id, Function.identity()));
              return all.stream()
                  .map(one -> column(one, known))
                  .filter(one -> one.something() || one.period().equals(period))
                  .toList();
            });
  }

  private Column column(Period period, Map<String, Report> known) {
    List<Report> parts =
        period.quarters().stream()
            .map(one -> known.get(one.name()))
            .filter(Objects::nonNull)
            .toList();
    return new Column(
        period,
        period.from(zone),
        period.until(zone),
        parts.stream().map(Report::countedAt).max(Instant::compareTo).orElse(null),
        parts.size() == period.quarters().size() && parts.stream().allMatch(Report::ended),
        Arrays.stream(Measure.values()).map(one -> shown(one, parts)).toList());
  }

  private Shown shown(Measure measure, List<Report> parts) {
    return parts.isEmpty()
        ? Shown.unknown(measure)
        : Shown.of(parts.stream().map(one -> one.of(measure)).toList(), fewest);
  }
}
