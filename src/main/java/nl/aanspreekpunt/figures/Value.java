package nl.aanspreekpunt.figures;

import nl.aanspreekpunt.council.Shown;

/**
 * A figure as everybody reads it: on the page, in the file, over the API.
 *
 * @param cases about how many it rests on: rounded to the fewest that are shown; 0 unless it says
 *     something
 * @param value 0 unless it says something
 * @param high see {@link Figure#high}
 */
public record Value(Figure figure, Shown.Says says, long cases, double value, double high) {
  static Value of(Figure figure, Sums sums, Shown.Fewest fewest) {
    long cases = figure.cases(sums);
    if (cases == 0) {
      return new Value(figure, Shown.Says.NOTHING, 0, 0, 0);
    }
    if (tooFew(figure, sums, fewest)) {
      return hidden(figure);
    }
    long about = rounded(cases, fewest);
    return figure == Figure.MESSAGES
        ? new Value(figure, Shown.Says.VALUE, about, about, about)
        : new Value(figure, Shown.Says.VALUE, about, figure.value(sums), figure.high(sums));
  }

  static Value hidden(Figure figure) {
    return new Value(figure, Shown.Says.TOO_FEW, 0, 0, 0);
  }

  /** Something, but it would be about somebody. */
  static boolean tooFew(Figure figure, Sums sums, Shown.Fewest fewest) {
    long cases = figure.cases(sums);
    return cases > 0
        && (cases < fewest.cases()
            || (figure.ofOfficials() && figure.officials(sums) < fewest.officials()));
  }

  /** To the fewest that are shown: so the difference of two says nothing of a few. */
  static long rounded(long n, Shown.Fewest fewest) {
    long step = fewest.cases();
    return (n + step / 2) / step * step;
  }

  public boolean shown() {
    return says == Shown.Says.VALUE;
  }
}
