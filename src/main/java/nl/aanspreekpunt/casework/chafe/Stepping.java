package nl.aanspreekpunt.casework.chafe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Policy;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * The case of a friction follows its steps, each once: an answer keeps the promise, what is tried
 * makes a new one, what is gathered takes the other's promise on as it stands.
 *
 * @param steps all of the friction's, in order
 * @param gathered the promises of each that was gathered into it, by friction id
 */
public record Stepping(List<Step> steps, Map<String, List<Promise>> gathered) implements Act {
  private static final String GATHERED = "gathered";

  @Override
  public Decision on(Case before, Moment moment) {
    Policy policy = before.care().policy();
    if (policy == null || policy.steps() >= steps.size()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    for (Step step : steps.subList(policy.steps(), steps.size())) {
      take(draft, step, policy.friction());
    }
    draft.care(draft.care().with(new Policy(policy.friction(), steps.size())));
    return draft.done();
  }

  private void take(Draft draft, Step step, String friction) {
    draft.event(
        new CaseEvent.FrictionMoved(
            step.at(), step.by(), friction, step.state().name(), step.words()));
    switch (step.state()) {
      case REPORTED -> {}
      case LOOKED_AT -> look(draft, step);
      case TRIED -> tried(draft, step);
      case CHANGED, STAYS -> {
        answer(draft, step);
        draft.close(Outcome.ANSWERED);
      }
      case GATHERED -> {
        open(draft).forEach(one -> draft.promises.withdraw(one, step.by(), GATHERED));
        if (draft.open()) {
          draft.close(Outcome.WITHDRAWN);
        }
      }
      case APART -> apart(draft, step);
      case GATHERS -> {
        gathered.getOrDefault(step.words(), List.of()).forEach(draft.promises::adopt);
        if (!draft.open()) {
          answer(draft, step); // the answer came at the same moment, and is for this one too
        }
      }
    }
  }

  /** An answer is owed again when there was one already. */
  private static void look(Draft draft, Step step) {
    if (!draft.open()) {
      draft.reopen(step.by(), "friction");
    }
    if (open(draft).isEmpty()) {
      draft.promises.make(PromiseKind.FRICTION, null, step.by());
    }
  }

  private static void tried(Draft draft, Step step) {
    if (!draft.open()) {
      draft.reopen(step.by(), "friction");
    }
    answer(draft, step);
    if (step.until() == null) {
      draft.promises.make(PromiseKind.FRICTION, null, step.by());
    } else {
      draft.promises.make(PromiseKind.FRICTION, step.until(), null, step.by());
    }
  }

  private static void answer(Draft draft, Step step) {
    open(draft).forEach(one -> draft.promises.keep(one, step.by(), "friction"));
  }

  /** As it was before it was gathered, at its own due time. */
  private static void apart(Draft draft, Step step) {
    if (!draft.open()) {
      draft.reopen(step.by(), "apart");
    }
    List<Promise> withdrawn =
        draft.promises.all().stream()
            .filter(one -> one.kind() == PromiseKind.FRICTION)
            .filter(one -> one.state() == Promise.State.WITHDRAWN)
            .filter(one -> Objects.equals(one.endedAt(), lastEnded(draft)))
            .toList();
    withdrawn.forEach(one -> draft.promises.restore(one, step.by()));
    if (open(draft).isEmpty()) {
      draft.promises.make(PromiseKind.FRICTION, null, step.by());
    }
  }

  private static Instant lastEnded(Draft draft) {
    return draft.promises.all().stream()
        .filter(one -> one.state() == Promise.State.WITHDRAWN)
        .map(Promise::endedAt)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static List<Promise> open(Draft draft) {
    return draft.promises.open().stream()
        .filter(one -> one.kind() == PromiseKind.FRICTION)
        .toList();
  }
}
