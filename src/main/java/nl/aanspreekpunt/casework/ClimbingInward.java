package nl.aanspreekpunt.casework;

import java.util.Optional;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/**
 * The ladder of what colleagues promised one another. It climbs from whoever was asked, by the
 * ladder of their team; the citizen hears nothing, and whose the case is stays as it is.
 */
record ClimbingInward(Draft draft) {
  /** True when a step was due. */
  boolean climb() {
    boolean any = false;
    for (Promise asked : draft.inward.open()) {
      any |= climb(asked.id());
    }
    return any;
  }

  private boolean climb(String promise) {
    Rung.Does last = null;
    String to = null;
    for (Optional<Ladder.Next> next = due(promise); next.isPresent(); next = due(promise)) {
      to = take(draft.promises.current(promise), next.get());
      last = next.get().what().does();
    }
    if (last != null) {
      draft.inward.tell(to, draft.promises.current(promise), last.name());
    }
    return last != null;
  }

  private Optional<Ladder.Next> due(String promise) {
    return draft
        .inward
        .next(draft.promises.current(promise))
        .filter(next -> !next.at().isAfter(draft.now()));
  }

  /** Returns whom the step reached. */
  private String take(Promise promise, Ladder.Next next) {
    Rung rung = next.what();
    String to = reaches(promise, rung);
    String does = rung.does().name();
    draft.promises.put(promise.climbed(next.taken(does, to, draft.now())));
    draft.event(
        new CaseEvent.Climbed(
            draft.now(),
            promise.id(),
            next.rung(),
            next.repetition(),
            does,
            to,
            rung.to() == Rung.To.CITIZEN ? Rung.To.OFFICIAL.name() : rung.to().name()));
    Promise climbed = draft.promises.current(promise.id());
    switch (rung.does()) {
      case RAISE_URGENCY -> draft.promises.put(climbed.urgent());
      case ACT -> draft.inward.standsIn(climbed, to, Escalating.REASON);
      case TAKE_OVER -> draft.inward.passOn(climbed, to, Escalating.REASON, "hub");
      default -> {
        // Whoever it reached hears so.
      }
    }
    return to;
  }

  /** What a citizen would be told, whoever waits for the answer is told. */
  private String reaches(Promise promise, Rung rung) {
    if (rung.to() == Rung.To.CITIZEN) {
      return draft.responsible();
    }
    Upward.Seat seat =
        new Upward.Seat(
            promise.actor(),
            draft.inward.team(promise.actor()),
            draft.inward.except(),
            draft.inward.tookOver(promise));
    String to = Upward.from(rung, promise, seat, draft, () -> null);
    return draft.inward.cannot(to).isEmpty() ? to : promise.actor();
  }
}
