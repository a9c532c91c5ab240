package nl.aanspreekpunt.bench;

import java.util.Arrays;

/** Numbers of one kind, in any order. */
final class Figures {
  private final double[] sorted;

  Figures(double[] all) {
    sorted = all.clone();
    Arrays.sort(sorted);
  }

  /** The smallest that at least this share of the numbers does not exceed; NaN of none. */
  double at(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
  }

  double median() {
    return at(0.5);
  }

  double p99() {
    return at(0.99);
  }
}
