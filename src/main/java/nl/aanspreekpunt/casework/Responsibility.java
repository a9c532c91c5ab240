package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * Who is responsible, from when; until is the next one's from.
 *
 * @param official official id
 * @param reason why, for people: the route's evidence, the handover's or ladder's reason
 * @param by who decided: official id, or "hub"
 */
public record Responsibility(String official, Instant from, String reason, String by) {}
