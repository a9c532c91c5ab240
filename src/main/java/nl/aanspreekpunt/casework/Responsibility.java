package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * Who is responsible, from when; until is the next one's from.
 *
 * @param official official id
 * @param reason why: {@link #ROUTE}, or a code as "handover", "departure" or "ladder"
 * @param by who decided: official id, or "hub"
 */
public record Responsibility(String official, Instant from, String reason, String by) {
  /** The case was opened for them: its route says why. */
  public static final String ROUTE = "route";
}
