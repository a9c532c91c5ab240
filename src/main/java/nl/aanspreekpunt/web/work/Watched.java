package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** Whose work is on an official's Today: their own, and of those they act for now. */
public final class Watched {
  private Watched() {}

  /** Official ids, their own first. */
  public static List<String> by(String official, Directory directory, Instant now) {
    List<String> watched = new ArrayList<>(List.of(official));
    Stream<String> employed = directory.officials().stream().map(Official::id);
    Stream<String> gone = directory.departures().stream().map(Departure::official);
    Stream.concat(employed, gone)
        .distinct()
        .filter(other -> !other.equals(official))
        .filter(other -> directory.absent(other, now) || !directory.employed(other, now))
        .filter(other -> directory.actingFor(other, now, now).id().equals(official))
        .forEach(watched::add);
    return watched;
  }
}
