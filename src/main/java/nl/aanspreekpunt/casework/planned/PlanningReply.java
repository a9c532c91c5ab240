package nl.aanspreekpunt.casework.planned;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Plans;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;

/**
 * An answer is written, and goes at a moment to come: the few seconds in which it can be taken
 * back, or a moment that its writer chose.
 *
 * @param atOnce what sending it now would be: what is to be mended in that is to be mended first
 * @param at when it goes, as its writer chose; null: after {@code undo}
 * @param undo how long it can be taken back
 * @param instead the answer that came back and that this one takes the place of (id); null: none
 * @param evenLate its writer knows that something is due before it goes
 * @param agreed what stands about contact with the citizen; null: nothing
 * @param id of the answer within its case; null: one of its own
 */
public record PlanningReply(
    Act atOnce,
    Replying reply,
    Instant at,
    Duration undo,
    String instead,
    boolean evenLate,
    Identity.AgreedContact agreed,
    String id)
    implements Act {
  public PlanningReply(
      Act atOnce,
      Replying reply,
      Instant at,
      Duration undo,
      String instead,
      boolean evenLate,
      Identity.AgreedContact agreed) {
    this(atOnce, reply, at, undo, instead, evenLate, agreed, null);
  }

  /** How far ahead it may be. */
  public static final Duration FURTHEST = Duration.ofDays(60);

  @Override
  public Decision on(Case before, Moment moment) {
    if (at != null && (!at.isAfter(moment.now()) || at.isAfter(moment.now().plus(FURTHEST)))) {
      return Decision.refused("planned-to-come", "sendAt");
    }
    Decision now = atOnce.on(before, moment);
    if (!(now instanceof Decision.Changed)) {
      return now;
    }
    if (!before.open()) {
      return at == null ? now : Decision.refused("planned-closed", "sendAt");
    }
    if (at != null && !evenLate && dueBefore(before, at).isPresent()) {
      return Decision.refused("planned-late", "evenLate");
    }
    Plans plans = before.care().plans().without(instead);
    if (plans.waiting().stream().anyMatch(this::same)) {
      return new Decision.Unchanged(before);
    }
    if (plans.waiting().size() >= Plans.MOST) {
      return Decision.refused("planned-many", "text");
    }
    Instant goes = at == null ? moment.now().plus(undo) : at;
    boolean despite = SendingPlanned.forbids(before, agreed, reply.by(), moment);
    String key = id == null ? Planned.OWN + (before.version() + 1) : id;
    Draft draft = new Draft(before, moment);
    draft.care(
        draft.care().with(plans.with(Planned.of(key, reply, before, moment.now(), goes, despite))));
    return draft.done();
  }

  /** Sent a second time, as a page does whose answer did not come: it goes once. */
  private boolean same(Planned waits) {
    return waits.by().equals(reply.by())
        && waits.text().equals(reply.text())
        && Objects.equals(waits.link(), reply.link())
        && Objects.equals(waits.seen(), reply.seen())
        && names(waits.files()).equals(names(reply.files()));
  }

  private static List<String> names(List<CaseEvent.Photo> files) {
    return files.stream().map(CaseEvent.Photo::name).toList();
  }

  /** What the citizen is promised by an earlier moment: a plan keeps nothing until it goes. */
  public static Optional<Promise> dueBefore(Case one, Instant at) {
    return one.openPromises().stream()
        .filter(promise -> !promise.waits() && promise.due().isBefore(at))
        .min(Comparator.comparing(Promise::due));
  }
}
