package nl.aanspreekpunt.council;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was counted for one figure. Who they were is not kept.
 *
 * @param cases how many it rests on: acts, decisions, citizens or questions
 * @param total of them so many did ({@link Measure.Unit#SHARE}), or all together ({@link
 *     Measure.Unit#MEAN}); else 0
 * @param minutes what each took, shortest first, on the clock; only for {@link
 *     Measure.Unit#MEDIAN_HOURS}
 * @param officials how many different ones did it
 */
public record Counted(
    Measure measure, long cases, long total, List<Integer> minutes, int officials) {
  private static final double IN_AN_HOUR = 60;

  public Counted {
    minutes = minutes == null ? List.of() : minutes.stream().sorted().toList();
  }

  static Counted nothing(Measure measure) {
    return new Counted(measure, 0, 0, List.of(), 0);
  }

  /**
   * Of both together. How many officials did both is not known: it takes the larger number, which
   * is too low rather than too high.
   */
  Counted plus(Counted other) {
    return new Counted(
        measure,
        cases + other.cases,
        total + other.total,
        Stream.concat(minutes.stream(), other.minutes.stream()).toList(),
        Math.max(officials, other.officials));
  }

  /** The figure; not a number when it rests on nothing, but for a count. */
  public double value() {
    return switch (measure.unit()) {
      case COUNT -> cases;
      case SHARE, MEAN -> cases == 0 ? Double.NaN : (double) total / cases;
      case MEDIAN_HOURS ->
          minutes.isEmpty() ? Double.NaN : minutes.get((minutes.size() - 1) / 2) / IN_AN_HOUR;
    };
  }
}
