package nl.aanspreekpunt.official;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/**
 * The directory in the database and this node's copy of it. Facts that people state in the hub
 * (absences, departures) are kept apart from what the file says, so that applying a changed file
 * never loses them.
 */
public interface Directories {
  /** This node's copy, at most a second old. Never null after start. */
  Directory current();

  /** Reads the database when its version changed. */
  Future<Directory> refresh();

  /** Adds an absence, ends another by a new one with {@code until} now; returns the new copy. */
  Future<Directory> absent(Absence absence);

  /** Ends every running absence of this official at that moment. */
  Future<Directory> returned(String official, Instant now, String by);

  /** Marks somebody as departed, or settles the successor of one who is. */
  Future<Directory> departed(Departure departure);

  /** What applying this file would change, a line each; empty when nothing would. */
  Future<List<String>> difference(String yaml);

  /** Applies a changed file; dated and signed. Fails with a line for people when it is wrong. */
  Future<List<String>> apply(String yaml, String by, Instant now);
}
