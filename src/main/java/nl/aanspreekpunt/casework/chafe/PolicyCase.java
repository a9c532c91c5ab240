package nl.aanspreekpunt.casework.chafe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Deputising;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Opening;
import nl.aanspreekpunt.casework.Policy;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Opens the case in which policy owes an answer on a friction. Nobody wrote it, so it has no
 * citizen; all else is as in any case: who is responsible, the promise, the ladder, absence,
 * departure. The same again makes the same.
 *
 * @param friction its id
 * @param rule which rule, form or system
 * @param by who reported it (official id)
 * @param owner who is to answer (official id)
 * @param before no later than this; null: by the norm
 * @param demo a fictional citizen met it: nothing is ever sent
 */
public record PolicyCase(
    String friction, String rule, String by, String owner, Instant before, boolean demo) {
  /** What stands for the message that opened it, and for its citizen. */
  public static final String PREFIX = "friction-";

  private static final String REASON = "friction";

  /**
   * @param moment when it was reported
   */
  public Case as(String number, Moment moment) {
    String opener = PREFIX + friction;
    String team = moment.directory().official(owner).map(Official::team).orElse("");
    Match match = Match.by(REASON, new Evidence.Chafes(friction, by), List.of());
    Route route = new Route(match, null, owner, null, team, null, null, List.of());
    Case blank =
        new Opening(null, route, rule, opener, demo)
            .blank(
                number,
                opener,
                "nl",
                null,
                moment,
                List.of(new Responsibility(owner, moment.now(), Responsibility.ROUTE, "hub")));
    Draft draft = new Draft(blank, moment);
    draft.care(draft.care().with(new Policy(friction, 0)));
    draft.event(new CaseEvent.Routed(moment.now(), opener, owner, match));
    Promise made = promise(draft);
    Deputising.takeIn(draft, made.due());
    if (!owner.equals(by)) {
      draft.tell().official(owner, Notice.Kind.FRICTION, facts(friction, "owner"));
    }
    return ((Decision.Changed) draft.done()).after();
  }

  private Promise promise(Draft draft) {
    Instant norm = Dues.due(PromiseKind.FRICTION, draft.moment, draft.matter());
    return before == null || !before.isBefore(norm)
        ? draft.promises.make(PromiseKind.FRICTION, null, "hub")
        : draft.promises.make(PromiseKind.FRICTION, before, null, "hub");
  }

  /** Of a notice to staff: what it says, and where to read on. */
  public static Map<String, String> facts(String friction, String what) {
    return Map.of("what", what, "page", "/werk/knelpunten/" + friction);
  }
}
