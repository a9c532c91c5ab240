package nl.aanspreekpunt.council;

import java.util.List;

/**
 * A figure as everybody reads it, whoever they are: on the page, in the file, over the API.
 *
 * @param cases how many it rests on; 0 unless it says something
 * @param value see {@link Counted#value()}; 0 unless it says something
 */
public record Shown(Measure measure, Says says, long cases, double value) {
  /** Whether a figure is shown. */
  public enum Says {
    VALUE,
    /** There was nothing to count. */
    NOTHING,
    /** It would be about somebody. */
    TOO_FEW,
    /** It was not counted. */
    UNKNOWN
  }

  /**
   * On how much a figure must rest. Under it, it says something of one person to whoever knows what
   * they did; so it is shown to nobody, not even to who may read the cases: there is one report.
   *
   * @param cases acts, decisions, citizens or questions
   * @param officials different ones
   */
  public record Fewest(int cases, int officials) {
    public static final Fewest USUAL = new Fewest(5, 3);

    /** Where all citizens are fictional. */
    public static final Fewest FICTIONAL = new Fewest(1, 1);
  }

  static Shown of(Counted counted, Fewest fewest) {
    Measure measure = counted.measure();
    if (counted.cases() == 0) {
      return measure.unit() == Measure.Unit.COUNT
          ? new Shown(measure, Says.VALUE, 0, 0)
          : new Shown(measure, Says.NOTHING, 0, 0);
    }
    boolean few =
        counted.cases() < fewest.cases()
            || (measure.ofOfficials() && counted.officials() < fewest.officials());
    return few
        ? new Shown(measure, Says.TOO_FEW, 0, 0)
        : new Shown(measure, Says.VALUE, counted.cases(), counted.value());
  }

  /**
   * Of parts together. When those of them that are not shown are too few together as well, neither
   * is the whole: else what they are follows from the others.
   */
  static Shown of(List<Counted> parts, Fewest fewest) {
    Counted whole = parts.stream().reduce(Counted::plus).orElseThrow(IllegalArgumentException::new);
    boolean gives =
        parts.stream()
            .filter(one -> of(one, fewest).says() == Says.TOO_FEW)
            .reduce(Counted::plus)
            .filter(hidden -> of(hidden, fewest).says() == Says.TOO_FEW)
            .isPresent();
    return gives ? new Shown(whole.measure(), Says.TOO_FEW, 0, 0) : of(whole, fewest);
  }

  /** Nobody counted. */
  static Shown unknown(Measure measure) {
    return new Shown(measure, Says.UNKNOWN, 0, 0);
  }
}
