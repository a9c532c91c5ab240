package nl.aanspreekpunt.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A citizen's message joins a case; a closed one opens again at whoever is responsible now.
 *
 * @param match why it belongs here
 */
public record Receiving(Arrival arrival, Match match) implements Act {
  /** The case was joined to another just now: the message belongs there. */
  public static final String JOINED = "joined";

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.holds(arrival.receipt())) {
      return new Decision.Unchanged(before);
    }
    if (before.joined()) {
      return Decision.refused(JOINED);
    }
    Draft draft = new Draft(before, moment);
    Referred referred = before.care().referred();
    if (referred != null && referred.wrote(arrival.sender())) {
      return elsewhere(draft);
    }
    String link = match.loops() ? null : link(draft);
    draft.event(new CaseEvent.Received(moment.now(), arrival.receipt(), arrival.channel(), link));
    draft.event(new CaseEvent.Routed(moment.now(), arrival.receipt(), draft.responsible(), match));
    if (match.loops()) {
      return cut(draft);
    }
    if (!before.open() && !arrival.automatic()) {
      draft.reopen("citizen", "message");
    }
    if (arrival.courtesy() && before.promises().stream().anyMatch(Promise::waits)) {
      draft.event(
          new CaseEvent.HeldBack(draft.now(), Notice.Kind.ACKNOWLEDGEMENT.name(), "courtesy"));
      Linked.stepsBack(draft, link);
      return draft.done();
    }
    CopiedIn.note(draft, arrival, match);
    if (!match.uncertain()) {
      TalkSigns.heard(draft, arrival);
      Classing.said(draft, arrival);
    }
    switch (new OnTheCall(draft, arrival, match, link).read()) {
      case ENDED -> {}
      case CALL -> call(draft);
      case NOTHING -> answer(draft);
    }
    Linked.stepsBack(draft, link);
    return draft.done();
  }

  /** Kept here, for a person to see; answered by nobody, so that it ends. */
  private static Decision cut(Draft draft) {
    String notice = Notice.Kind.ACKNOWLEDGEMENT.name();
    boolean first =
        draft
            .before
            .happened(CaseEvent.HeldBack.class)
            .noneMatch(one -> one.reason().equals(CaseEvent.LOOP));
    draft.event(new CaseEvent.HeldBack(draft.now(), notice, CaseEvent.LOOP));
    if (first) {
      draft.tell().official(draft.responsible(), Notice.Kind.WARNING, Map.of("what", "loop"));
    }
    return draft.done();
  }

  /** Of the other body: it is no participant, and nothing that is for the citizen goes there. */
  private Decision elsewhere(Draft draft) {
    String receipt = arrival.receipt();
    draft.event(new CaseEvent.Received(draft.now(), receipt, arrival.channel(), Referred.LINK));
    draft.event(new CaseEvent.Routed(draft.now(), receipt, draft.responsible(), match));
    if (!arrival.automatic()) {
      draft.tell().official(draft.responsible(), Notice.Kind.WARNING, Map.of("what", "elsewhere"));
    }
    return draft.done();
  }

  /** What stood still for this goes on; what the acknowledgement does not say is told besides. */
  private void answer(Draft draft) {
    List<Promise> goingOn = arrival.automatic() ? List.of() : Waiting.answered(draft);
    acknowledge(draft, goingOn, promise(draft, arrival, PromiseKind.ANSWER));
  }

  /** It was about a call alone: that is what they wait for. */
  private void call(Draft draft) {
    acknowledge(
        draft, Waiting.answered(draft), draft.promises.open(PromiseKind.CALLBACK).orElseThrow());
  }

  private void acknowledge(Draft draft, List<Promise> goingOn, Promise awaited) {
    if (awaited != null) {
      Deputising.takeIn(draft, awaited.due());
    }
    Acknowledging.acknowledge(draft, arrival, awaited);
    Waiting.tell(
        draft, goingOn.stream().filter(one -> !one.id().equals(awaited.id())).toList(), "answer");
  }

  /** A machine's mail makes nobody a participant, and changes nothing about where to write. */
  private String link(Draft draft) {
    if (arrival.sender() == null) {
      return null;
    }
    return arrival.automatic()
        ? draft.before.participant(arrival.sender()).map(Participant::link).orElse(null)
        : Linked.heard(draft, arrival, match).link();
  }

  /**
   * What the citizen now waits for: the promise that is open, its due time unmoved, or a new one.
   * Null when the message waits for nobody.
   */
  static Promise promise(Draft draft, Arrival arrival, PromiseKind kind) {
    if (arrival.automatic()) {
      return null;
    }
    if (arrival.callback() != null) {
      return callback(draft, arrival);
    }
    Optional<Promise> open =
        draft.promises.open(PromiseKind.ANSWER).or(() -> draft.promises.open(PromiseKind.FIND_OUT));
    if (open.isPresent()) {
      Promise joined = open.get().waitingFor(arrival.receipt());
      draft.promises.put(joined);
      return joined;
    }
    return draft.promises.make(kind, soonest(draft, arrival, kind), arrival.receipt(), "hub");
  }

  /** By the norm, or as a principle says that its words name: whichever is first. */
  private static Dues.Term soonest(Draft draft, Arrival arrival, PromiseKind kind) {
    Matter matter = draft.matter();
    return Stream.concat(Stream.ofNullable(matter.topic()), arrival.heard().named())
        .map(topic -> new Matter(topic, matter.team(), matter.channel(), matter.legal()))
        .map(about -> Dues.term(kind, draft.moment, about))
        .min(Comparator.comparing(Dues.Term::due))
        .orElseGet(() -> Dues.term(kind, draft.moment, matter));
  }

  private static Promise callback(Draft draft, Arrival arrival) {
    Arrival.Wish wish = arrival.callback();
    Promise promise =
        draft
            .promises
            .open(PromiseKind.CALLBACK)
            .orElseGet(() -> draft.promises.make(PromiseKind.CALLBACK, arrival.receipt(), "hub"));
    CallbackRequest request =
        new CallbackRequest(
            wish.phone(),
            wish.reason(),
            wish.preferred(),
            wish.by(),
            List.of(),
            draft.now(),
            null,
            null);
    Promise asked = promise.waitingFor(arrival.receipt()).asking(request);
    draft.promises.put(asked);
    return asked;
  }
}
