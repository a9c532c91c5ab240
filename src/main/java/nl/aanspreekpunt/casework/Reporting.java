package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What became of a message to a citizen reaches the timeline. One that cannot be delivered warns
 * the official by name, and undoes what it said: the promise it kept is open again, the case it
 * closed as well. When it arrives after all, an answer keeps its promise after all.
 */
public record Reporting(Outgoing entry) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    String state = entry.state().name();
    if (entry.notice().toStaff() || latest(before).filter(state::equals).isPresent()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Delivery(moment.now(), entry.id(), state, detail()));
    switch (entry.state()) {
      case REFUSED, DEAD -> failed(draft);
      case WITHHELD -> withheld(draft);
      case SENT, DELIVERED, READ -> arrived(draft);
      case WAITING, SENDING, UNKNOWN, HELD, GATHERED -> {
        // The timeline says it; nothing follows from it.
      }
    }
    return draft.done();
  }

  private String detail() {
    String otherwise = entry.perhapsTwice() ? Reason.PERHAPS_TWICE.code() : "";
    return entry.detail() == null ? otherwise : entry.detail();
  }

  /** The state that was reported last; empty also when it was sent again since. */
  private Optional<String> latest(Case before) {
    Optional<String> latest = Optional.empty();
    for (CaseEvent event : before.events()) {
      if (event instanceof CaseEvent.Delivery told && told.entry().equals(entry.id())) {
        latest = Optional.of(told.state());
      } else if (event instanceof CaseEvent.Resent again && again.entry().equals(entry.id())) {
        latest = Optional.empty();
      }
    }
    return latest;
  }

  private void failed(Draft draft) {
    Notice.Kind kind = entry.notice().kind();
    if (kind == Notice.Kind.REPLY) {
      takeBack(draft, reply(draft.before).map(CaseEvent::at));
    } else if (kind == Notice.Kind.CLOSED && (!draft.open() || refers(draft))) {
      takeBack(draft, closing(draft.before).map(CaseEvent::at));
    }
    String what =
        switch (kind) {
          case PARTNER -> "undelivered-partner";
          case REPLY -> "undelivered-answer";
          default -> "undelivered";
        };
    Map<String, String> facts = Map.of("what", what, "detail", detail());
    draft.tell().official(who(draft), Notice.Kind.WARNING, facts);
  }

  /** It told to whom the citizen is sent on: that they did not hear. */
  private boolean refers(Draft draft) {
    Referred referred = draft.before.care().referred();
    return referred != null
        && closing(draft.before).filter(told -> told.at().equals(referred.at())).isPresent();
  }

  /** The right citizen has no answer yet; what else was to be told they heard when it was seen. */
  private void withheld(Draft draft) {
    Notice.Kind kind = entry.notice().kind();
    if (kind == Notice.Kind.REPLY || kind == Notice.Kind.CLOSED) {
      failed(draft);
    }
  }

  /** Who is there to do something about it. */
  public static String who(Draft draft) {
    Moment moment = draft.moment;
    String official = draft.before.actingNow().map(Acting::official).orElse(draft.responsible());
    return moment
        .directory()
        .actingFor(official, moment.now(), moment.now(), draft.before.barred())
        .id();
  }

  /** What ended at that moment is open again; somebody has something to do in any case. */
  private static void takeBack(Draft draft, Optional<Instant> ended) {
    ended.ifPresent(asked -> Waiting.undelivered(draft, asked));
    if (!draft.open()) {
      draft.reopen("hub", "undelivered");
    }
    draft.before.promises().stream()
        .filter(one -> !one.open() && ended.filter(one.endedAt()::equals).isPresent())
        .filter(one -> one.kind() != PromiseKind.CALLBACK && one.kind() != PromiseKind.TALK)
        .filter(one -> one.toCitizen())
        .forEach(one -> draft.promises.restore(one, "hub"));
    if (draft.promises.open().isEmpty()) {
      draft.promises.make(PromiseKind.ANSWER, draft.before.lastReceived(), "hub");
      draft.event(new CaseEvent.HeldBack(draft.now(), Notice.Kind.PROMISED.name(), "undelivered"));
    }
  }

  private Optional<CaseEvent.Replied> reply(Case before) {
    return before
        .happened(CaseEvent.Replied.class)
        .filter(one -> one.entry().equals(entry.id()))
        .findFirst();
  }

  private Optional<CaseEvent.Told> closing(Case before) {
    return before
        .happened(CaseEvent.Told.class)
        .filter(one -> one.entry().equals(entry.id()))
        .findFirst();
  }

  /** An answer that was taken back and arrives keeps what waits for no later message. */
  private void arrived(Draft draft) {
    Case before = draft.before;
    Optional<CaseEvent.Replied> reply = reply(before);
    if (reply.isEmpty()) {
      return;
    }
    Set<String> takenBack = takenBack(before);
    draft.promises.open().stream()
        .filter(one -> takenBack.contains(one.id()))
        .filter(one -> before.since(one.seen()).contains(reply.get()))
        .forEach(one -> draft.promises.keep(one, reply.get().by(), "reply"));
  }

  /** What the hub opened when it heard that this message failed. */
  private Set<String> takenBack(Case before) {
    Set<Instant> failures =
        before
            .happened(CaseEvent.Delivery.class)
            .filter(one -> one.entry().equals(entry.id()))
            .map(CaseEvent::at)
            .collect(Collectors.toSet());
    return before.events().stream()
        .filter(one -> failures.contains(one.at()))
        .flatMap(Reporting::opened)
        .collect(Collectors.toSet());
  }

  private static Stream<String> opened(CaseEvent event) {
    if (event instanceof CaseEvent.Restored again) {
      return Stream.of(again.promise());
    }
    return event instanceof CaseEvent.Promised made ? Stream.of(made.promise()) : Stream.empty();
  }
}
