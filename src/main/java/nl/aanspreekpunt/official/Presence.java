package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.promise.WorkingTime;

/** Who is employed, absent or working at a moment. Immutable. */
final class Presence {
  private final Map<String, WorkingTime> clocks;
  private final Map<String, Departure> departures = new HashMap<>();
  private final Map<String, List<Absence>> absences = new HashMap<>();

  /**
   * @param clocks by official id; who is not in it is not employed
   */
  Presence(Map<String, WorkingTime> clocks, List<Absence> absences, List<Departure> departures) {
    this.clocks = new HashMap<>(clocks);
    departures.forEach(departure -> this.departures.put(departure.official(), departure));
    for (Absence absence : absences) {
      this.absences.computeIfAbsent(absence.official(), id -> new ArrayList<>()).add(absence);
    }
  }

  boolean employed(String official, Instant now) {
    Departure departure = departures.get(official);
    return clocks.containsKey(official) && (departure == null || now.isBefore(departure.at()));
  }

  /** Not employed is not absent: they do not come back. */
  boolean absent(String official, Instant now) {
    return absence(official, now).isPresent();
  }

  /** The absence that covers this moment; of several the one that lasts longest. */
  Optional<Absence> absence(String official, Instant moment) {
    Absence longest = null;
    for (Absence absence : absences.getOrDefault(official, List.of())) {
      if (absence.covers(moment) && (longest == null || outlasts(absence, longest))) {
        longest = absence;
      }
    }
    return Optional.ofNullable(longest);
  }

  private static boolean outlasts(Absence one, Absence other) {
    return other.until() != null && (one.until() == null || one.until().isAfter(other.until()));
  }

  boolean here(String official, Instant now) {
    return employed(official, now) && !absent(official, now);
  }

  /**
   * Here, and working at some moment before {@code before}. When that has passed already, here is
   * enough: whether somebody could still have been in time no longer matters.
   */
  boolean present(String official, Instant now, Instant before) {
    return here(official, now)
        && (!before.isAfter(now) || back(official, now).filter(before::isAfter).isPresent());
  }

  /** The first moment from {@code now} on at which they work and are not away. */
  Optional<Instant> back(String official, Instant now) {
    WorkingTime clock = clocks.get(official);
    Instant opening = clock.opening(now);
    for (Optional<Absence> away = absence(official, opening);
        away.isPresent();
        away = absence(official, opening)) {
      if (away.get().until() == null) {
        return Optional.empty();
      }
      opening = clock.opening(away.get().until());
    }
    return Optional.of(opening);
  }

  Optional<Departure> departure(String official, Instant now) {
    return Optional.ofNullable(departures.get(official))
        .filter(departure -> !now.isBefore(departure.at()));
  }
}
