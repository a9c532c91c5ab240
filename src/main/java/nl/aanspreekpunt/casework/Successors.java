package nl.aanspreekpunt.casework;

/** Proposes who takes over a case. */
@FunctionalInterface
public interface Successors {
  /** Never the one who is responsible now. */
  Proposal propose(Case one, Moment moment);

  /**
   * @param official official id
   * @param why for people
   */
  record Proposal(String official, String why) {}
}
