package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something a named person will do before a moment. The due time never moves; only what a named
 * person does keeps it.
 *
 * @param id {@code <case>-p<n>}
 * @param onClock whether the ladder counts clock hours (a principle's urgency) instead of the
 *     team's opening time
 * @param actor the official who acts on this promise instead of the responsible one; null when the
 *     responsible official does
 * @param steps the ladder steps that took effect, in order
 * @param callback what was asked, for {@link PromiseKind#CALLBACK}; null otherwise
 * @param endedBy official id, or "citizen"; null while open
 * @param seen the last citizen message this promise waits an answer for (receipt id); null if none
 */
public record Promise(
    String id,
    PromiseKind kind,
    State state,
    Instant madeAt,
    Instant due,
    boolean onClock,
    String actor,
    List<Step> steps,
    CallbackRequest callback,
    String endedBy,
    Instant endedAt,
    String seen) {

  /** An escalated promise is still open. */
  public enum State {
    OPEN,
    KEPT,
    WITHDRAWN
  }

  /**
   * A ladder step that took effect.
   *
   * @param rung index in the ladder
   * @param repetition 0, then 1, 2, … for the last rung when it repeats
   * @param to official id who was told or took over
   * @param at when it took effect, which may be later than when it fell due
   */
  public record Step(int rung, int repetition, String does, String to, Instant at) {}

  public Promise {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  public static Promise made(
      String id, PromiseKind kind, Instant now, Instant due, boolean onClock, String seen) {
    return new Promise(
        id, kind, State.OPEN, now, due, onClock, null, List.of(), null, null, null, seen);
  }

  public boolean open() {
    return state == State.OPEN;
  }

  public Optional<Step> lastStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** The same promise in another case, where whoever is responsible keeps it. */
  public Promise numbered(String other) {
    return new Promise(
        other, kind, state, madeAt, due, onClock, null, steps, callback, endedBy, endedAt, seen);
  }

  /** A request to be called joins the one there is, if there is one. */
  public Promise asking(CallbackRequest request) {
    return withCallback(callback == null ? request : callback.joinedBy(request));
  }

  public Promise withCallback(CallbackRequest request) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, request, endedBy, endedAt, seen);
  }

  public Promise actedOnBy(String official) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, official, steps, callback, endedBy, endedAt, seen);
  }

  public Promise waitingFor(String message) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, callback, endedBy, endedAt, message);
  }

  public Promise climbed(Step step) {
    List<Step> climbed = new java.util.ArrayList<>(steps);
    climbed.add(step);
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, climbed, callback, endedBy, endedAt, seen);
  }

  public Promise ended(State how, String by, Instant at) {
    return new Promise(id, kind, how, madeAt, due, onClock, actor, steps, callback, by, at, seen);
  }

  /** Open again at the original due time; whoever is responsible now keeps it. */
  public Promise reopened() {
    return new Promise(
        id, kind, State.OPEN, madeAt, due, onClock, null, steps, callback, null, null, seen);
  }
}
