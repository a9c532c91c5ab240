package nl.aanspreekpunt.simulation;

/**
 * How large the municipality is.
 *
 * @param contacts messages in the year
 * @param turnover share of the staff that leaves in a year
 * @param days of the year, from 1 January
 */
record Size(int inhabitants, int contacts, int teams, int inTeam, double turnover, int days) {
  /** 230,000 inhabitants, about 500,000 contacts, 12 % of the staff leave. */
  static Size year() {
    return new Size(230_000, 500_000, 30, 11, 0.12, 365);
  }

  /** A tenth part of it. */
  static Size tenth() {
    return new Size(23_000, 50_000, 3, 11, 0.12, 365);
  }

  /** A hundredth part, for a look at whether it runs. */
  static Size small() {
    return new Size(2_300, 5_000, 3, 4, 0.12, 120);
  }

  int staff() {
    return teams * inTeam;
  }
}
