package nl.aanspreekpunt.casework.talk;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;

/**
 * A planned talk goes to another moment, or elsewhere; both hear so, and their calendars follow.
 * The moment was agreed, so that the ladder starts at its foot again.
 *
 * @param uid of the talk
 * @param until null: as long as it was
 * @param place null: where it was
 * @param reason told to the citizen; may be empty
 * @param by official id
 */
public record Rescheduling(
    String uid, Instant from, Instant until, String place, String reason, String by)
    implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Appointment> found = before.care().talks().named(uid);
    if (found.isEmpty()) {
      return Decision.refused("no-such-talk");
    }
    Appointment was = found.get();
    String where = place == null ? was.place() : place.strip();
    Draft draft = new Draft(before, moment);
    Optional<Decision> refused =
        Inviting.when(draft, was.official(), from, ends(was)).or(() -> wanting(was, where));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (was.from().equals(from) && was.until().equals(ends(was)) && was.place().equals(where)) {
      return new Decision.Unchanged(before);
    }
    move(draft, was, was.moved(from, ends(was), where));
    return draft.done();
  }

  private Instant ends(Appointment was) {
    if (until != null || from == null) {
      return until;
    }
    return from.plusMillis(was.until().toEpochMilli() - was.from().toEpochMilli());
  }

  private Optional<Decision> wanting(Appointment was, String where) {
    if (was.how() != CaseEvent.Talk.PHONE && where.isBlank()) {
      return Optional.of(Decision.refused("talk-place", "place"));
    }
    if (where.length() > Inviting.LINE) {
      return Optional.of(Decision.refused("line-too-long", "place"));
    }
    return reason.length() > Inviting.LINE
        ? Optional.of(Decision.refused("line-too-long", "reason"))
        : Optional.empty();
  }

  private void move(Draft draft, Appointment was, Appointment now) {
    Promise promise = draft.promises.current(was.promise());
    boolean call = was.how() == CaseEvent.Talk.PHONE;
    Instant due = call ? now.until() : now.until().plus(Inviting.TO_PUT_DOWN);
    Moves.Renewal renewal =
        new Moves.Renewal(draft.now(), by, promise.due(), due, reason.strip(), false);
    Promise moved = promise.moved(due, promise.moves().renewed(renewal, null));
    draft.promises.put(call ? moved.notBefore(now.from()) : moved);
    draft.care(draft.care().with(draft.care().talks().with(now)));
    draft.event(
        new CaseEvent.InvitationMoved(
            draft.now(),
            by,
            was.promise(),
            was.how(),
            was.from(),
            now.from(),
            now.until(),
            now.place(),
            reason.strip()));
    new Calendar(draft, now).told("moved", reason.strip());
  }
}
