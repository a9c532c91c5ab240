package nl.aanspreekpunt.casework;

/** Proposes who takes over a case. */
@FunctionalInterface
public interface Successors {
  /** Never the one who is responsible now. */
  Choice propose(Case one, Moment moment);
}
