package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.WorkingTime;

/** When a case next needs the clock's attention. */
final class Wake {
  private Wake() {}

  /** The earliest ladder step of these promises; null when there is none. */
  static Instant at(List<Promise> promises, String team, Directory directory) {
    return promises.stream()
        .flatMap(promise -> next(promise, team, directory).stream())
        .map(Ladder.Next::at)
        .min(Instant::compareTo)
        .orElse(null);
  }

  static Optional<Ladder.Next> next(Promise promise, String team, Directory directory) {
    WorkingTime hours = directory.clock(team);
    return directory.ladder(team).next(promise, promise.onClock() ? hours.everyHour() : hours);
  }
}
