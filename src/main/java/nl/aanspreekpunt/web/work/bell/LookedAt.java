package nl.aanspreekpunt.web.work.bell;

import java.time.Instant;

/**
 * As it is stored.
 *
 * @param id official id
 */
public record LookedAt(String id, Instant at) {}
