package nl.aanspreekpunt.council;

import java.time.Instant;
import java.util.List;

/**
 * What was counted of a quarter.
 *
 * @param id the quarter, such as {@code 2026-Q4}
 * @param version raised by each count
 * @param countedAt when it was; what came after is not in it
 * @param ended nothing more comes: it is not counted again
 * @param tookMillis how long the count took
 */
public record Report(
    String id,
    long version,
    Instant countedAt,
    boolean ended,
    long tookMillis,
    List<Counted> figures) {
  public Report {
    figures = figures == null ? List.of() : List.copyOf(figures);
  }

  Counted of(Measure measure) {
    return figures.stream()
        .filter(one -> one.measure() == measure)
        .findFirst()
        .orElseGet(() -> Counted.nothing(measure));
  }
}
