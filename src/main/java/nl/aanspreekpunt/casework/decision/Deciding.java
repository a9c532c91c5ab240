package nl.aanspreekpunt.casework.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Decides with reasons: no, partly, not ours, or not now. A no is first told in a talk: it is put
 * down, the talk is promised, and the letter waits. What was promised before stays due as it was.
 * Put down again, it replaces what was; the talk that was planned stands.
 *
 * @param first how the citizen hears it first; null when nothing was said of that, which will do
 *     only while a talk is planned already, or for "not now"
 * @param forwarded the text of what goes to another body; null when nothing does
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Deciding(
    String by, Outcome outcome, Grounds grounds, First first, String forwarded, String seen)
    implements Act {
  /** A talk at ten is not late at five past. */
  private static final Duration BEGINS_WITHIN = Duration.ofMinutes(30);

  private static final Duration FURTHEST = Duration.ofDays(90);

  /** Characters of why there is no talk. */
  static final int SHORTEST_WHY = 10;

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    Optional<Decision> refused = new Weighing(before, outcome, grounds, moment).refusal();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (outcome == Outcome.NOT_NOW) {
      return atOnce(before, moment, Closing.talked(before), null);
    }
    Intended held = before.care().intended();
    boolean planned = held != null && before.promise(held.promise()).orElseThrow().open();
    if (first instanceof First.Spoken) {
      boolean spoken = held == null ? Closing.talked(before) : held.spoken(before);
      return spoken ? atOnce(before, moment, true, null) : Decision.refused("no-talk-yet", "first");
    }
    if (first instanceof First.Not not) {
      return saysWhy(not.why())
          ? atOnce(before, moment, false, not.why().strip())
          : Decision.refused("why-no-talk", "why");
    }
    if (planned || (held != null && held.spoken(before))) {
      return change(before, moment, held);
    }
    return first instanceof First.Planned plan
        ? hold(before, moment, plan)
        : Decision.refused("talk-or-why", "first");
  }

  static boolean saysWhy(String why) {
    return why != null && why.strip().length() >= SHORTEST_WHY && why.length() <= Weighing.LONGEST;
  }

  private Decision atOnce(Case before, Moment moment, boolean spoken, String why) {
    return new Announcing(by, outcome, grounds, spoken, why, forwarded, seen).on(before, moment);
  }

  private Decision change(Case before, Moment moment, Intended held) {
    if (held.outcome() == outcome && held.grounds().equals(grounds)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.DecisionChanged(moment.now(), by, outcome, grounds.reason()));
    draft.care(
        draft
            .care()
            .intending(
                new Intended(
                    outcome,
                    grounds,
                    by,
                    moment.now(),
                    held.since(),
                    held.how(),
                    held.promise(),
                    held.asked())));
    return draft.done();
  }

  private Decision hold(Case before, Moment moment, First.Planned plan) {
    if (plan.how() == null) {
      return Decision.refused("how-needed", "how");
    }
    Instant now = moment.now();
    if (plan.at() == null || !plan.at().isAfter(now) || plan.at().isAfter(now.plus(FURTHEST))) {
      return Decision.refused("talk-to-come", "at");
    }
    Optional<String> phone = Optional.ofNullable(plan.phone()).or(() -> Promising.known(before));
    if (plan.how() == CaseEvent.Talk.PHONE && phone.isEmpty()) {
      return Decision.refused("phone-needed", "phone");
    }
    Draft draft = new Draft(before, moment);
    Promise talk =
        plan.how() == CaseEvent.Talk.PHONE
            ? call(draft, plan, phone.get())
            : talk(draft, PromiseKind.TALK, plan);
    CaseEvent.Talk how = plan.how();
    boolean asked = before.promise(talk.id()).isPresent();
    draft.event(
        new CaseEvent.DecisionHeld(now, by, outcome, grounds.reason(), how, talk.id(), talk.due()));
    draft.care(
        draft
            .care()
            .intending(new Intended(outcome, grounds, by, now, now, how, talk.id(), asked)));
    if (!asked) {
      tell(draft, talk, plan);
    }
    return draft.done();
  }

  private Promise talk(Draft draft, PromiseKind kind, First.Planned plan) {
    Promise made = draft.promises.make(kind, plan.at().plus(BEGINS_WITHIN), null, by);
    Promise then = made.notBefore(plan.at());
    draft.promises.put(then);
    return then;
  }

  /** Who asked to be called hears it in that call, when they were told. */
  private Promise call(Draft draft, First.Planned plan, String phone) {
    Optional<Promise> asked = draft.promises.open(PromiseKind.CALLBACK);
    if (asked.isPresent()) {
      return asked.get();
    }
    CallbackRequest request =
        new CallbackRequest(phone, "", "", by, List.of(), draft.now(), null, null);
    Promise made = talk(draft, PromiseKind.CALLBACK, plan).withCallback(request);
    draft.promises.put(made);
    return made;
  }

  /** Who and when, and not what: that is for the talk. */
  private static void tell(Draft draft, Promise talk, First.Planned plan) {
    draft
        .tell()
        .citizen(
            Notice.Kind.PROMISED,
            draft.ownerOf(talk),
            Map.of(
                "promise",
                talk.kind().name(),
                "due",
                talk.due().toString(),
                "talk",
                plan.how().name(),
                "talkAt",
                plan.at().toString()));
  }
}
