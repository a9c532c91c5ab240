package nl.aanspreekpunt.casework.desk;

import java.time.Instant;

/**
 * A question that somebody took from who called or came.
 *
 * @param id of its receipt
 * @param by who took it (official id)
 * @param call the provider's id of the call in which it was taken; null: they came, or called
 *     otherwise
 */
public record Contact(String id, String by, Instant at, String call) {}
