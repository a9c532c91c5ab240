package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.backing.SilentBacking;
import nl.aanspreekpunt.casework.consult.PartnerLate;
import nl.aanspreekpunt.casework.contact.EndingContact;
import nl.aanspreekpunt.casework.principle.Summoning;

/** What the clock has to do in a case besides letting its promises climb. */
final class CareClock {
  private CareClock() {}

  /** Does what is due; whether anything was. */
  static boolean ticks(Draft draft) {
    boolean silent = SilentBacking.agrees(draft);
    boolean lapsed = EndingContact.lapses(draft);
    boolean late = PartnerLate.ticks(draft);
    return Summoning.climbs(draft) || silent || lapsed || late;
  }

  /** When it next has something to do. */
  static Optional<Instant> next(Draft draft) {
    return Stream.of(
            Summoning.next(draft),
            SilentBacking.next(draft),
            EndingContact.next(draft),
            PartnerLate.next(draft),
            draft.care().plans().next())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
