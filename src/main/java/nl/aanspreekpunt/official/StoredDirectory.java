package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.List;

/**
 * The directory's one document: the applied file and what people stated. The change that made this
 * version stands in it, so that change and history are one write; it is copied to the history
 * before the next version replaces it.
 */
public record StoredDirectory(
    String id,
    long version,
    String yaml,
    List<Absence> absences,
    List<Departure> departures,
    List<Former> former,
    List<Fed> fed,
    DirectoryChange change) {
  static final String ID = "directory";

  static StoredDirectory first(String yaml, Instant now) {
    DirectoryChange change =
        DirectoryChange.of(
            1, now, "start", DirectoryChange.What.FILE, List.of(new DirectoryLine.First()));
    return new StoredDirectory(ID, 1, yaml, List.of(), List.of(), List.of(), List.of(), change);
  }

  Facts facts() {
    return new Facts(absences, departures, former, fed);
  }

  StoredDirectory next(String yaml, Facts facts, DirectoryChange change) {
    return new StoredDirectory(
        ID,
        change.version(),
        yaml,
        facts.absences(),
        facts.departures(),
        facts.former(),
        facts.fed(),
        change);
  }

  /** As the history keeps it: an applied file in full. */
  DirectoryChange toKeep() {
    return change.what() == DirectoryChange.What.FILE ? change.withYaml(yaml) : change;
  }
}
