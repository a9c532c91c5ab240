package nl.aanspreekpunt.casework;

/**
 * Somebody chosen for a case, and the figures.
 *
 * @param official official id
 * @param open the estimate of their open cases; null when there was no choice
 * @param capacity open cases that are a full load; null when there was no choice
 */
public record Choice(String official, Fit fit, Long open, Integer capacity) {
  /** How well the candidates fitted, of whom this one has most room. */
  public enum Fit {
    TOPIC_AND_NEIGHBOURHOOD,
    TOPIC,
    TEAM,
    /** Nobody who fits is present: this one acts for the team's coordinator. */
    NOBODY_PRESENT,
    /** Nobody fits: this one acts for who left. */
    ACTS
  }

  /** When there was nobody to choose from. */
  public static Choice without(String official, Fit fit) {
    return new Choice(official, fit, null, null);
  }
}
