package nl.aanspreekpunt.casework;

import java.time.Instant;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/**
 * The next ladder step of a promise, before it is taken.
 *
 * @param to whom it will reach as things stand now (official id), or {@link Escalating#CITIZEN}
 * @param at when; not before now
 */
public record Foreseen(Case in, Promise promise, Rung.Does does, String to, Instant at) {}
