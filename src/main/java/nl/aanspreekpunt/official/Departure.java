package nl.aanspreekpunt.official;

import java.time.Instant;

/**
 * Somebody who has left. New work never goes to them, later mail goes to their successor.
 *
 * @param at from when
 * @param successor official id who reads later mail to the old address; null until settled
 * @param by official id who marked it
 */
public record Departure(String official, Instant at, String successor, String by) {}
