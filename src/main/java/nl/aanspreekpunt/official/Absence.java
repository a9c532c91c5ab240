package nl.aanspreekpunt.official;

import java.time.Instant;

/**
 * @param until exclusive; null: until further notice
 * @param deputy official id for this absence; null: the official's own deputy
 * @param by official id, or "directory" for the file
 */
public record Absence(
    String official, Instant from, Instant until, String deputy, String reason, String by) {
  public boolean covers(Instant moment) {
    return !moment.isBefore(from) && (until == null || moment.isBefore(until));
  }
}
