package nl.aanspreekpunt.casework.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.AskingHelped;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Referred;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * The letter goes: what was promised is kept by it and the case closes, but for what is not ours.
 * That stays open until the other body has confirmed, and is promised by when. So does a case in
 * which something else was promised for a moment of its own: what was agreed in a talk, or a call
 * that somebody makes. No letter does that, and it keeps no letter waiting.
 *
 * @param spoken in a talk first
 * @param why there was none; null when there was, or none was needed
 */
record Announcing(
    String by,
    Outcome outcome,
    Grounds grounds,
    boolean spoken,
    String why,
    String forwarded,
    String seen)
    implements Act {
  /** Six weeks to object or appeal in (Algemene wet bestuursrecht, articles 6:7 and 6:8). */
  private static final int DAYS_TO_OBJECT = 6 * 7;

  @Override
  public Decision on(Case before, Moment moment) {
    Intended held = before.care().intended();
    Optional<Promise> planned = planned(before, held);
    Optional<Decision> hindered = Closing.hindered(before, seen, besides(before, planned));
    if (hindered.isPresent()) {
      return hindered.get();
    }
    if (grounds.forwards() && Weighing.blank(forwarded)) {
      return Decision.refused("messages-needed", "messages");
    }
    if (grounds.forwards() && grounds.consent().onPage() && !agreed(before, moment)) {
      return Decision.refused("consent-not-theirs", "consentPage");
    }
    Draft draft = new Draft(before, moment);
    Map<String, String> facts = facts(draft);
    end(draft, planned);
    draft.event(
        new CaseEvent.Decided(
            moment.now(),
            by,
            outcome,
            spoken,
            why,
            grounds.rule(),
            grounds.principle(),
            grounds.principle() == null && OwnReason.hardlyMoreThanARule(grounds.reason()),
            said(grounds.alternative()),
            Weighing.objectable(before, outcome) ? lastDay(draft) : null,
            said(grounds.talk())));
    draft.care(draft.care().intending(null).referring(null).consenting(null));
    if (outcome == Outcome.NOT_OURS) {
      refer(draft, facts);
    }
    if (!draft.promises.open().isEmpty()) {
      PuttingDown.stands(draft, facts);
      draft.tell().citizen(Notice.Kind.CLOSED, by, facts);
      return draft.done();
    }
    draft.event(new CaseEvent.Closed(moment.now(), by, outcome, grounds.reason().strip(), null));
    AskingHelped.in(draft, outcome, facts);
    draft.tell().citizen(Notice.Kind.CLOSED, by, facts);
    draft.close(outcome);
    return draft.done();
  }

  /** They may have said otherwise since it was put down. */
  private boolean agreed(Case before, Moment moment) {
    return before.care().asked() != null
        && before.care().asked().covers(grounds, moment.directory().zone());
  }

  /** The talk that was planned for it: not a call that the citizen asked for themselves. */
  private static Optional<Promise> planned(Case before, Intended held) {
    return held == null
        ? Optional.empty()
        : before.promise(held.promise()).filter(one -> !held.asked());
  }

  /** Calls and talks that do not stand in the way of the letter (promise ids). */
  private List<String> besides(Case before, Optional<Promise> planned) {
    return before.openPromises().stream()
        .filter(one -> planned.filter(one::equals).isPresent() || stays(before, one))
        .map(Promise::id)
        .toList();
  }

  /** What the letter does not touch: the case goes on with it. */
  private boolean stays(Case before, Promise one) {
    boolean agreed = one.kind() == PromiseKind.UNDERTAKING || one.kind() == PromiseKind.FRICTION;
    boolean planned = before.care().talks().of(one.id()).isPresent();
    boolean call = one.kind() == PromiseKind.CALLBACK && one.dated() && !planned;
    boolean talk = one.kind() == PromiseKind.TALK || planned;
    return agreed || call || (talk && outcome == Outcome.NOT_OURS);
  }

  /**
   * What was promised is told now. The talk that it waited for and that was not held is called off:
   * so is one that is still to come when they spoke sooner.
   */
  private void end(Draft draft, Optional<Promise> planned) {
    for (Promise promise : draft.before.openPromises()) {
      if (planned.filter(promise::equals).isPresent()) {
        talk(draft, promise);
      } else if (promise.kind() == PromiseKind.ELSEWHERE) {
        draft.promises.withdraw(promise, by, "closed");
      } else if (!stays(draft.before, promise)) {
        draft.promises.keep(promise, by, "closed");
      }
    }
  }

  private void talk(Draft draft, Promise promise) {
    boolean toCome =
        draft
            .care()
            .talks()
            .of(promise.id())
            .filter(it -> it.from().isAfter(draft.now()))
            .isPresent();
    if (spoken && !toCome) {
      draft.promises.keep(promise, by, "talk");
    } else {
      draft.promises.withdraw(promise, by, "closed");
    }
  }

  private void refer(Draft draft, Map<String, String> facts) {
    Body body = grounds.body();
    Promise elsewhere = draft.promises.make(PromiseKind.ELSEWHERE, null, by);
    facts.put("promise", PromiseKind.ELSEWHERE.name());
    facts.put("due", elsewhere.due().toString());
    String entry = null;
    if (grounds.forwards()) {
      entry = forward(draft);
      facts.put("forwarded", "yes");
      draft.event(
          new CaseEvent.Forwarded(
              draft.now(),
              by,
              entry,
              body.shown(),
              grounds.consent().how() + " (" + grounds.consent().on() + ")",
              grounds.messages()));
    }
    draft.care(draft.care().referring(new Referred(body, elsewhere.id(), entry, draft.now(), by)));
  }

  /** From the official's name, with the case's own address to answer to; no link to its page. */
  private String forward(Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("text", forwarded);
    facts.put("messages", String.join(" ", grounds.messages()));
    facts.put("citizen", reached(draft.before));
    facts.put("reason", grounds.reason().strip());
    facts.put("person", grounds.body().person());
    facts.put("subject", draft.before.subject() == null ? "" : draft.before.subject());
    return draft.post(
        null,
        new Notice(
            "forward",
            Notice.Kind.FORWARD,
            Channel.EMAIL,
            grounds.body().email(),
            by,
            draft.before.id(),
            draft.before.language(),
            facts));
  }

  /** Who it is and how they are reached, in one line: they agreed that it is passed on. */
  private static String reached(Case one) {
    Optional<Participant> citizen = one.participant(one.contact());
    return Stream.of(
            citizen.map(Participant::name),
            citizen.map(it -> it.address().value()),
            Promising.known(one))
        .flatMap(Optional::stream)
        .filter(words -> !words.isBlank())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> facts(Draft draft) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("outcome", outcome.name());
    facts.put("explanation", grounds.reason().strip());
    put(facts, "rule", grounds.rule());
    put(facts, "alternative", grounds.alternative());
    put(facts, "changes", grounds.changes());
    put(facts, "talk", grounds.talk());
    if (grounds.body() != null) {
      facts.put("helper", grounds.body().shown());
    }
    if (spoken) {
      facts.put("spoken", "yes");
    }
    if (Weighing.objectable(draft.before, outcome)) {
      facts.put("objection", lastDay(draft).toString());
      if (Weighing.appeals(draft.before, grounds)) {
        facts.put("appeal", "yes");
      }
    }
    return facts;
  }

  private static String said(String words) {
    return Weighing.blank(words) ? null : words.strip();
  }

  private static void put(Map<String, String> facts, String fact, String words) {
    if (!Weighing.blank(words)) {
      facts.put(fact, words.strip());
    }
  }

  /**
   * The last moment of the last day: six weeks from the day after it was told, longer when they end
   * on a weekend or a public holiday (Algemene termijnenwet).
   */
  private static Instant lastDay(Draft draft) {
    return draft
        .directory()
        .clock(draft.team())
        .everyHour()
        .calendarEnd(draft.now(), DAYS_TO_OBJECT);
  }
}
