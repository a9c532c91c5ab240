package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * Somebody chosen for a case, and the figures.
 *
 * @param official official id
 * @param open the estimate of their open cases; null when there was no choice
 * @param capacity open cases that are a full load; null when there was no choice
 * @param full everybody who could have it had as much as may be shared out to them; null: not so
 * @param candidates who was weighed, the chosen one first; empty when there was no choice, and in
 *     what was stored before this was kept
 */
public record Choice(
    String official,
    Fit fit,
    Long open,
    Integer capacity,
    Boolean full,
    List<Candidate> candidates) {
  /** How well the candidates fitted, of whom this one has most room. */
  public enum Fit {
    TOPIC_AND_NEIGHBOURHOOD,
    TOPIC,
    TEAM,
    /** Shares the intake duty. */
    ON_DUTY,
    /** Nobody who fits is present: this one acts for the team's coordinator. */
    NOBODY_PRESENT,
    /** Nobody fits: this one acts for who left. */
    ACTS
  }

  public Choice {
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
  }

  /** Without who else was weighed. */
  public Choice(String official, Fit fit, Long open, Integer capacity) {
    this(official, fit, open, capacity, null, List.of());
  }

  /** When there was nobody to choose from. */
  public static Choice without(String official, Fit fit) {
    return new Choice(official, fit, null, null);
  }

  public boolean allFull() {
    return Boolean.TRUE.equals(full);
  }
}
