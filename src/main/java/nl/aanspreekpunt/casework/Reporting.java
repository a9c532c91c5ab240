package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;

/**
 * What became of a message to a citizen reaches the timeline. One that cannot be delivered warns
 * the official; when it was the answer itself, the promise it kept is open again.
 */
public record Reporting(Outgoing entry) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    String state = entry.state().name();
    if (entry.notice().toStaff() || onRecord(before, state)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    String detail = entry.detail() == null ? "" : entry.detail();
    draft.event(new CaseEvent.Delivery(moment.now(), entry.id(), state, detail));
    if (entry.state() == Outgoing.State.REFUSED || entry.state() == Outgoing.State.DEAD) {
      restore(draft);
      draft
          .tell()
          .official(
              draft.responsible(),
              Notice.Kind.WARNING,
              Map.of("what", "undelivered", "detail", detail));
    }
    return draft.done();
  }

  private boolean onRecord(Case before, String state) {
    return before.events().stream()
        .anyMatch(
            e ->
                e instanceof CaseEvent.Delivery told
                    && told.entry().equals(entry.id())
                    && told.state().equals(state));
  }

  private void restore(Draft draft) {
    Optional<CaseEvent.Replied> reply =
        draft.before.events().stream()
            .filter(CaseEvent.Replied.class::isInstance)
            .map(CaseEvent.Replied.class::cast)
            .filter(one -> one.entry().equals(entry.id()))
            .findFirst();
    reply
        .flatMap(one -> keptBy(draft.before, one))
        .ifPresent(
            promise -> {
              if (!draft.open()) {
                draft.reopen("hub", "undelivered");
              }
              draft.put(promise.reopened());
              draft.event(new CaseEvent.Restored(draft.now(), "hub", promise.id(), promise.due()));
            });
  }

  private static Optional<Promise> keptBy(Case before, CaseEvent.Replied reply) {
    return before.promises().stream()
        .filter(p -> p.state() == Promise.State.KEPT && reply.at().equals(p.endedAt()))
        .filter(p -> p.callback() == null)
        .findFirst();
  }
}
