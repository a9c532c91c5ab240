package nl.aanspreekpunt.casework.backing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Promise;

/**
 * Where it is so configured, a manager who says nothing within the norm agrees. Nobody kept the
 * promise by that: it ends by silence, and that is on record as backing, once.
 */
public final class SilentBacking {
  private static final String SILENCE = "silence";

  private SilentBacking() {}

  /** Whether any did. */
  public static boolean agrees(Draft draft) {
    List<Backing> silent =
        open(draft).stream()
            .filter(one -> due(draft, one).filter(at -> !at.isAfter(draft.now())).isPresent())
            .toList();
    silent.forEach(one -> agree(draft, one));
    return !silent.isEmpty();
  }

  /** When the next one does. */
  public static Optional<Instant> next(Draft draft) {
    return open(draft).stream().flatMap(one -> due(draft, one).stream()).min(Instant::compareTo);
  }

  /** Of a case that ends, or was answered by who became responsible: what is still asked ends. */
  public static void settle(Draft draft) {
    for (Backing one : draft.care().backed().open()) {
      if (!draft.promises.current(one.promise()).open()) {
        Backing gone = one.answered(Backing.State.WITHDRAWN, "hub", draft.now(), null);
        draft.care(draft.care().with(draft.care().backed().with(gone)));
      }
    }
  }

  private static List<Backing> open(Draft draft) {
    boolean agrees = draft.directory().team(draft.team()).filter(Team::silenceAgrees).isPresent();
    return agrees && draft.open() ? draft.care().backed().open() : List.of();
  }

  private static Optional<Instant> due(Draft draft, Backing one) {
    return Optional.of(draft.promises.current(one.promise()))
        .filter(Promise::open)
        .map(Promise::due);
  }

  private static void agree(Draft draft, Backing asked) {
    Promise promise = draft.promises.current(asked.promise());
    String manager = promise.actor();
    draft.inward.withdraw(promise, "hub", SILENCE);
    Backing agreed = asked.answered(Backing.State.SILENT, manager, draft.now(), null);
    draft.care(draft.care().with(draft.care().backed().with(agreed)));
    draft.event(new CaseEvent.BackingGiven(draft.now(), manager, asked.by(), SILENCE));
    AnsweringBacking.tell(draft, asked, manager, SILENCE);
  }
}
