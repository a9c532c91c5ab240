package nl.aanspreekpunt.store;

import java.util.List;
import java.util.Map;

/**
 * What a query found.
 *
 * @param records those that could be read, in order
 * @param unreadable the ids of those that could not, and why
 */
public record Found<T>(List<T> records, Map<String, Throwable> unreadable) {}
