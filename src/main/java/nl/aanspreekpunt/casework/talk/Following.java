package nl.aanspreekpunt.casework.talk;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.promise.Promise;

/**
 * A talk that is planned follows what else changes in its case: whoever takes over comes, of which
 * the citizen hears by name; and it is called off when its promise is taken back.
 */
public final class Following {
  private Following() {}

  /** After each change of a case. */
  public static void planned(Draft draft) {
    for (Appointment one : draft.care().talks().planned()) {
      Promise promise =
          draft.promises.all().stream()
              .filter(p -> p.id().equals(one.promise()))
              .findFirst()
              .orElse(null);
      if (promise != null && promise.open()) {
        comes(draft, one, promise);
      } else {
        over(draft, one, promise);
      }
    }
  }

  /** The citizen was spoken with at the time of a talk at a desk or on a visit: that was it. */
  public static void began(Draft draft, String by) {
    for (Appointment one : draft.care().talks().planned()) {
      boolean now = !one.from().isAfter(draft.now()) && one.how() != CaseEvent.Talk.PHONE;
      draft.promises.open().stream()
          .filter(promise -> now && promise.id().equals(one.promise()))
          .forEach(promise -> draft.promises.keep(promise, by, "talk"));
    }
  }

  private static void over(Draft draft, Appointment one, Promise promise) {
    draft.care(draft.care().with(draft.care().talks().without(one.uid())));
    if (promise != null && promise.state() == Promise.State.WITHDRAWN) {
      draft.event(
          new CaseEvent.CalledOff(
              draft.now(), promise.endedBy(), one.promise(), one.how(), one.from(), ""));
      new Calendar(draft, one.ended()).calledOff("");
    }
  }

  private static void comes(Draft draft, Appointment one, Promise promise) {
    String official = who(draft, promise, one.from());
    boolean begun = !one.from().isAfter(draft.now());
    if (begun || official.equals(one.official())) {
      return;
    }
    new Calendar(draft, one.ended()).calledOffFor(one.official());
    Appointment other = one.by(official);
    draft.care(draft.care().with(draft.care().talks().with(other)));
    draft.event(
        new CaseEvent.Comes(draft.now(), one.promise(), official, one.official(), one.from()));
    new Calendar(draft, other).told("other");
  }

  /**
   * Who comes (official id): whoever acts on the promise; of who acts for the whole case, no sooner
   * than it is known that the responsible official is away then.
   */
  static String who(Draft draft, Promise promise, Instant from) {
    if (promise.actor() != null) {
      return promise.actor();
    }
    String responsible = draft.responsible();
    boolean here =
        draft.directory().employed(responsible, draft.now())
            && draft.directory().absence(responsible, from).isEmpty();
    Optional<String> acts = draft.actsForAll().map(Acting::official);
    return here ? responsible : acts.orElse(draft.ownerOf(promise));
  }
}
