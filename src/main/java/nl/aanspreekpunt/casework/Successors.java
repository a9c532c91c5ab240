package nl.aanspreekpunt.casework;

import java.util.Map;

/** Proposes who takes over a case. */
@FunctionalInterface
public interface Successors {
  /**
   * Never the one who is responsible now.
   *
   * @param given how many cases each official (id) is to get besides
   */
  Choice propose(Case one, Moment moment, Map<String, Long> given);
}
