package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.WorkingTime;

/** When a case next needs the clock's attention. */
final class Wake {
  private Wake() {}

  /**
   * The earliest ladder step of these promises, or an offer's end, or the moment from which
   * somebody else minds one; null when there is none.
   */
  static Instant at(
      List<Promise> promises,
      Function<Promise, String> owner,
      Offer offer,
      String team,
      Moment moment) {
    return Stream.of(
            Optional.ofNullable(at(promises, team, moment.directory())),
            Optional.ofNullable(offer).map(Offer::lapsesAt),
            Minding.next(promises, owner, team, moment))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /**
   * The earliest ladder step of these promises, or end of waiting or of a silence; null when there
   * is none.
   */
  static Instant at(List<Promise> promises, String team, Directory directory) {
    return Stream.concat(
            promises.stream()
                .flatMap(
                    promise ->
                        promise.waits()
                            ? Stream.of(promise.attentionAt())
                            : next(promise, team, directory).map(Ladder.Next::at).stream()),
            promises.stream().flatMap(promise -> Silence.ends(promise).stream()))
        .min(Instant::compareTo)
        .orElse(null);
  }

  static Optional<Ladder.Next> next(Promise promise, String team, Directory directory) {
    return directory.ladder(team).next(promise, time(promise, team, directory));
  }

  /** The clock that a promise runs on. */
  static WorkingTime time(Promise promise, String team, Directory directory) {
    WorkingTime hours = directory.clock(team);
    return promise.onClock() ? hours.everyHour() : hours;
  }
}
