package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.principle.Summoning;

/** What the clock has to do in a case besides letting its promises climb. */
final class CareClock {
  private CareClock() {}

  /** Does what is due; whether anything was. */
  static boolean ticks(Draft draft) {
    return Summoning.climbs(draft);
  }

  /**
   * When it next has something to do.
   *
   * @param otherwise when it has for another reason; null: never
   */
  static Instant sooner(Instant otherwise, Draft draft) {
    return Stream.concat(Stream.ofNullable(otherwise), Summoning.next(draft).stream())
        .min(Instant::compareTo)
        .orElse(null);
  }
}
