package nl.aanspreekpunt.casework.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Decides with reasons: no, partly, not ours, or not now. A no is first told in a talk: it is put
 * down, the talk is planned, and the letter waits. A talk that is planned already, or a call that
 * the citizen asked for, is that talk. What was promised before stays due as it was. Put down
 * again, it replaces what was; the talk that was planned stands.
 *
 * @param first how the citizen hears it first; null when nothing was said of that, which will do
 *     only while there is such a talk, or for "not now"
 * @param forwarded the text of what goes to another body; null when nothing does
 * @param seen the last message its author saw (receipt id); null when there was none
 */
public record Deciding(
    String by, Outcome outcome, Grounds grounds, First first, String forwarded, String seen)
    implements Act {
  /** Letters of why there is no talk. */
  static final int SHORTEST_WHY = 10;

  /** Another body, and what it may have, belong to what is not ours only. */
  public Deciding {
    grounds = outcome == Outcome.NOT_OURS ? grounds : grounds.sendingTo(null, null, List.of());
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.care().policy() != null) {
      return Decision.refused("friction-answer");
    }
    Optional<Decision> refused = Decision.refused(wrong(before, moment));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (outcome == Outcome.NOT_NOW) {
      return atOnce(before, moment, Closing.talked(before), null);
    }
    Intended held = before.care().intended();
    if (first instanceof First.Spoken) {
      return atOnce(before, moment, true, null);
    }
    if (first instanceof First.Not not) {
      return atOnce(before, moment, false, not.why().strip());
    }
    return stands(before) ? change(before, moment, held) : hold(before, moment);
  }

  /** All that is to be mended in it, in the order of its form. */
  private List<Refusal> wrong(Case before, Moment moment) {
    List<Refusal> all = new ArrayList<>(new Weighing(before, outcome, grounds, moment).wanting());
    if (outcome == null || !outcome.spokenFirst()) {
      return all;
    }
    if (first instanceof First.Spoken) {
      Intended held = before.care().intended();
      boolean spoken = held == null ? Closing.talked(before) : held.spoken(before);
      if (!spoken) {
        all.add(new Refusal("no-talk-yet", "first"));
      }
    } else if (first instanceof First.Not not) {
      if (!saysWhy(not.why())) {
        all.add(new Refusal("why-no-talk", "why"));
      }
    } else if (!stands(before) && waitsFor(before).isEmpty()) {
      all.addAll(
          first instanceof First.Planned plan
              ? inviting(plan).wrong(new Draft(before, moment))
              : List.of(new Refusal("talk-or-why", "first")));
    }
    return all;
  }

  /** It was put down before, and its talk is still to come or was held. */
  private static boolean stands(Case before) {
    Intended held = before.care().intended();
    return held != null
        && (before.promise(held.promise()).filter(Promise::open).isPresent()
            || held.spoken(before));
  }

  /** Its subject says that it is an objection. */
  public static boolean objects(Case one) {
    return one.subject() != null && one.subject().toLowerCase(Locale.ROOT).contains("bezwaar");
  }

  static boolean saysWhy(String why) {
    return OwnReason.letters(why, SHORTEST_WHY) && why.length() <= Weighing.LONGEST;
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
                    held.asked(),
                    held.told())));
    return draft.done();
  }

  private Decision hold(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    Optional<Promise> stands = waitsFor(before);
    if (stands.isEmpty()) {
      Optional<Decision> refused = inviting((First.Planned) first).into(draft);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    Optional<Appointment> planned = draft.care().talks().planned().stream().findFirst();
    Promise talk =
        planned.map(one -> draft.promises.current(one.promise())).orElseGet(stands::orElseThrow);
    CaseEvent.Talk how = planned.map(Appointment::how).orElse(CaseEvent.Talk.PHONE);
    Instant now = moment.now();
    owe(draft);
    draft.event(
        new CaseEvent.DecisionHeld(now, by, outcome, grounds.reason(), how, talk.id(), talk.due()));
    draft.care(
        draft
            .care()
            .intending(
                new Intended(outcome, grounds, by, now, now, how, talk.id(), planned.isEmpty())));
    return draft.done();
  }

  /** The letter is promised like anything else: by what was, or else by the norm of a decision. */
  private void owe(Draft draft) {
    boolean owed =
        draft.promises.open().stream()
            .map(Promise::kind)
            .anyMatch(
                kind ->
                    kind == PromiseKind.ANSWER
                        || kind == PromiseKind.FIND_OUT
                        || kind == PromiseKind.DECISION);
    if (!owed) {
      tell(draft, draft.promises.make(PromiseKind.DECISION, seen, by));
    }
  }

  /** Who can only be called hears it in the talk. */
  private static void tell(Draft draft, Promise letter) {
    boolean called = draft.contact().filter(to -> Reachable.by(to) == Channel.PHONE).isPresent();
    if (called) {
      draft.event(new CaseEvent.HeldBack(draft.now(), Notice.Kind.PROMISED.name(), "in-person"));
    } else {
      Map<String, String> facts =
          Map.of("promise", letter.kind().name(), "due", letter.due().toString());
      draft.tell().citizen(Notice.Kind.PROMISED, draft.ownerOf(letter), facts);
    }
  }

  /**
   * The talk that a decision waits for when it is put down: one that is planned already, or the
   * call that the citizen asked for. Empty when there is neither.
   */
  public static Optional<Promise> waitsFor(Case one) {
    return one.care().talks().planned().stream()
        .findFirst()
        .flatMap(planned -> one.promise(planned.promise()))
        .or(
            () ->
                one.openPromises().stream()
                    .filter(it -> it.kind() == PromiseKind.CALLBACK && !it.dated())
                    .findFirst());
  }

  /** Who and when, and not what it is about: that is for the talk. */
  private Inviting inviting(First.Planned plan) {
    String place = plan.place() == null ? "" : plan.place();
    return new Inviting(plan.how(), plan.at(), null, place, "", plan.phone(), "", by);
  }
}
