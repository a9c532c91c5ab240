package nl.aanspreekpunt.casework.helped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.AskedHelped;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * The citizen says whether they were helped, and heard. Not helped opens the case again at the due
 * time that was promised before, and the coordinator calls; not heard is told to the coordinator.
 * Once for each close. Who can only be called says it in a talk, to an official.
 *
 * @param by "citizen", or the official who heard it
 * @param link who says it (link id)
 * @param heard null: that was not said
 */
public record SayingHelped(String by, String link, boolean helped, Boolean heard) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Channel> channel = channel(before);
    if (channel.isEmpty()) {
      return Decision.refused("not-asked");
    }
    Draft draft = new Draft(before, moment);
    say(draft, channel.get());
    return draft.done();
  }

  /** Whether this answer is awaited, and by which way; empty when it is not. */
  private Optional<Channel> channel(Case before) {
    if (!by.equals("citizen")) {
      return byPhone(before);
    }
    AskedHelped asked = before.care().helped();
    return before.open() || asked == null || !asked.waits() || !asked.link().equals(link)
        ? Optional.empty()
        : Optional.of(asked.channel());
  }

  /** Who was not asked because they can only be called. */
  public static Optional<Channel> byPhone(Case one) {
    return one.open() || one.outcome() == null || !one.outcome().helps()
        ? Optional.empty()
        : one.participant(one.contact() == null ? "" : one.contact())
            .map(to -> Reachable.by(to))
            .filter(way -> way == Channel.PHONE)
            .filter(way -> one.care().helped() == null);
  }

  void say(Draft draft, Channel channel) {
    String to = draft.before.contact();
    AskedHelped asked = draft.before.care().helped();
    AskedHelped question = asked == null ? new AskedHelped(to, channel, draft.now(), null) : asked;
    draft.event(new CaseEvent.SaidHelped(draft.now(), by, question.link(), channel, helped, heard));
    draft.care(draft.care().asking(question.answered(draft.now())));
    if (!helped) {
      reopen(draft);
    } else if (Boolean.FALSE.equals(heard)) {
      draft.tell().official(coordinator(draft), Notice.Kind.WARNING, Map.of("what", "not-heard"));
    }
  }

  private void reopen(Draft draft) {
    List<Promise> ended = ended(draft.before);
    draft.reopen(by, "not-helped");
    ended.forEach(one -> draft.promises.restore(one, by));
    Promise again =
        ended.isEmpty()
            ? draft.promises.make(PromiseKind.ANSWER, draft.before.lastReceived(), by)
            : draft.promises.current(ended.get(0).id());
    String coordinator = coordinator(draft);
    Promise theirs = called(draft).orElse(again);
    if (!coordinator.equals(draft.ownerOf(theirs))) {
      draft.act(theirs.id(), coordinator, draft.responsible(), "not-helped");
    }
    draft
        .tell()
        .official(
            coordinator,
            Notice.Kind.WARNING,
            Map.of("what", theirs.callback() == null ? "not-helped" : "not-helped-call"));
    tell(draft, draft.promises.current(theirs.id()), again);
  }

  /** What the close ended; when that was nothing, what ended last before it. */
  private static List<Promise> ended(Case before) {
    List<Promise> answers =
        before.promises().stream()
            .filter(one -> !one.open() && one.kind() != PromiseKind.CALLBACK)
            .filter(one -> !one.kind().apart() && one.toCitizen())
            .filter(one -> one.kind() != PromiseKind.UNDERTAKING)
            .filter(one -> one.state() == Promise.State.KEPT)
            .toList();
    Optional<Instant> last = answers.stream().map(Promise::endedAt).max(Instant::compareTo);
    return answers.stream().filter(one -> last.filter(one.endedAt()::equals).isPresent()).toList();
  }

  /** Whom the coordinator calls, when a number is known. */
  private Optional<Promise> called(Draft draft) {
    return Promising.known(draft.before)
        .map(
            phone -> {
              Promise call =
                  draft.promises.open(PromiseKind.CALLBACK).orElseGet(() -> inHours(draft));
              CallbackRequest request =
                  new CallbackRequest(phone, "", "", "hub", List.of(), draft.now(), null, null);
              draft.promises.put(call.asking(request));
              return draft.promises.current(call.id());
            });
  }

  /** Whoever leads a team is not on call: it is due in their hours, also where all is urgent. */
  private static Promise inHours(Draft draft) {
    Matter of = draft.matter();
    Matter usual = new Matter(null, of.team(), of.channel(), of.legal());
    Instant due = Dues.due(PromiseKind.CALLBACK, draft.moment, usual);
    return draft.promises.make(PromiseKind.CALLBACK, due, null, "hub");
  }

  /**
   * Who leads the team, or whose manager they are when it was they who answered; or who stands in
   * for them. Never whom the case concerns.
   */
  private static String coordinator(Draft draft) {
    Optional<Team> team = draft.directory().team(draft.team());
    String closed =
        draft
            .before
            .happened(CaseEvent.Closed.class)
            .reduce((earlier, later) -> later)
            .map(CaseEvent.Closed::by)
            .orElseGet(draft::responsible);
    String leads =
        team.map(one -> one.coordinator().equals(closed) ? one.manager() : one.coordinator())
            .orElseGet(draft::responsible);
    return draft.directory().actingFor(leads, draft.now(), draft.now(), draft.before.barred()).id();
  }

  private static void tell(Draft draft, Promise first, Promise again) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", first.kind().name());
    facts.put("due", first.due().toString());
    facts.put("notHelped", "yes");
    if (!first.id().equals(again.id()) && again.due().isAfter(draft.now())) {
      facts.put("promises", again.kind().name() + "=" + again.due());
    }
    Optional<Participant> to = draft.contact();
    if (to.filter(one -> Reachable.by(one) == Channel.PHONE).isEmpty()) {
      draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(first), facts);
    }
  }
}
