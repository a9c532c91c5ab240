package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a named person will do before a moment. Only a renewal told beforehand, or waiting for
 * the citizen, moves the due time; only what a named person does keeps it.
 *
 * @param id {@code <case>-p<n>}
 * @param onClock whether the ladder counts clock hours (a principle's urgency, or raised) instead
 *     of the team's opening time
 * @param actor the official who acts on this promise instead of the responsible one; null when the
 *     responsible official does
 * @param steps the ladder steps that took effect, in order
 * @param callback what was asked, for {@link PromiseKind#CALLBACK}; null otherwise
 * @param endedBy official id, or "citizen"; null while open
 * @param seen the last citizen message this promise waits an answer for (receipt id); null if none
 * @param moves whether and how its due time moved
 * @param said the words in which an official promised it at a moment of their own; null when it is
 *     due by the norm
 * @param from not to be done before this moment, as it was said; null when it may be done at any
 *     time until it is due
 * @param readIn it was read in an answer (outbox id) whose author has not confirmed it, nor said
 *     that it is none; null otherwise
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
    String seen,
    Moves moves,
    String said,
    Instant from,
    String readIn) {

  /** An escalated promise is still open. */
  public enum State {
    OPEN,
    KEPT,
    WITHDRAWN
  }

  /**
   * A ladder step that took effect.
   *
   * @param rung index in the ladder as it was then
   * @param repetition 0, then 1, 2, … for the last rung when it repeats
   * @param to official id who was told or took over
   * @param at when it took effect, which may be later than when it fell due
   * @param stood null of a step from before that was kept
   */
  public record Step(int rung, int repetition, String does, String to, Instant at, Stood stood) {}

  /**
   * What a step was in the ladder of then, which may be another by now.
   *
   * @param rung as {@link Rung#written}
   * @param then the same of what was to come after it, in order
   */
  public record Stood(String rung, List<String> then) {
    public Stood {
      then = then == null ? List.of() : List.copyOf(then);
    }
  }

  public Promise {
    steps = steps == null ? List.of() : List.copyOf(steps);
    moves = moves == null ? Moves.NONE : moves;
  }

  public static Promise made(
      String id, PromiseKind kind, Instant now, Instant due, boolean onClock, String seen) {
    return new Promise(
        id,
        kind,
        State.OPEN,
        now,
        due,
        onClock,
        null,
        List.of(),
        null,
        null,
        null,
        seen,
        null,
        null,
        null,
        null);
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** Not one between colleagues. */
  public boolean toCitizen() {
    return !kind.inward();
  }

  /** The last step of the ladder since it was made, or renewed. */
  public Optional<Step> lastStep() {
    return climb().reduce((earlier, later) -> later);
  }

  /** The steps of the ladder since it was made, or renewed: then it starts at its foot again. */
  Stream<Step> climb() {
    Optional<Instant> renewed = moves.lastRenewal().map(Moves.Renewal::at);
    return steps.stream().filter(step -> renewed.filter(at -> !step.at().isAfter(at)).isEmpty());
  }

  /** From when the ladder counts: when it was made, or renewed, without the time waited since. */
  public Instant countsFrom() {
    return moves.countsFrom() == null ? madeAt : moves.countsFrom();
  }

  /** It stands still until the citizen answers what they were asked. */
  public boolean waits() {
    return open() && moves.pausedNow().isPresent();
  }

  /** When somebody has to look at it next: its due time, or when the citizen is silent too long. */
  public Instant attentionAt() {
    return waits() ? moves.pausedNow().orElseThrow().silentAt() : due;
  }

  /** Promised in an official's own words, at a moment of their own. */
  public Promise inWords(String words) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, callback, endedBy, endedAt, seen,
        moves, words, from, readIn);
  }

  /** Not to be done before that moment; null: at any time until it is due. */
  public Promise notBefore(Instant moment) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, callback, endedBy, endedAt, seen,
        moves, said, moment, readIn);
  }

  /**
   * It was read in an answer, and stands until its author says that it is none.
   *
   * @param entry outbox id of the answer; null: its author confirmed it
   */
  public Promise readIn(String entry) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, callback, endedBy, endedAt, seen,
        moves, said, from, entry);
  }

  /** Nobody said yet whether it is one. */
  public boolean unconfirmed() {
    return open() && readIn != null;
  }

  /** It is due at a moment that somebody named, whatever the norm is. */
  public boolean dated() {
    return said != null || kind == PromiseKind.TALK;
  }

  /** The same promise in another case, where whoever is responsible keeps it. */
  public Promise numbered(String other) {
    return new Promise(
        other, kind, state, madeAt, due, onClock, null, steps, callback, endedBy, endedAt, seen,
        moves, said, from, readIn);
  }

  /** A request to be called joins the one there is, if there is one. */
  public Promise asking(CallbackRequest request) {
    return withCallback(callback == null ? request : callback.joinedBy(request));
  }

  public Promise withCallback(CallbackRequest request) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, request, endedBy, endedAt, seen, moves,
        said, from, readIn);
  }

  public Promise actedOnBy(String official) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, official, steps, callback, endedBy, endedAt, seen,
        moves, said, from, readIn);
  }

  public Promise waitingFor(String message) {
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, steps, callback, endedBy, endedAt, message,
        moves, said, from, readIn);
  }

  public Promise climbed(Step step) {
    List<Step> climbed = new java.util.ArrayList<>(steps);
    climbed.add(step);
    return new Promise(
        id, kind, state, madeAt, due, onClock, actor, climbed, callback, endedBy, endedAt, seen,
        moves, said, from, readIn);
  }

  /** Another due time, and why: see {@link Moves}. */
  public Promise moved(Instant to, Moves how) {
    return new Promise(
        id, kind, state, madeAt, to, onClock, actor, steps, callback, endedBy, endedAt, seen, how,
        said, from, readIn);
  }

  /** From here on every hour counts. */
  public Promise urgent() {
    return new Promise(
        id, kind, state, madeAt, due, true, actor, steps, callback, endedBy, endedAt, seen, moves,
        said, from, readIn);
  }

  /** Opening hours count again: it was no urgent matter after all. */
  public Promise calm() {
    return new Promise(
        id, kind, state, madeAt, due, false, actor, steps, callback, endedBy, endedAt, seen, moves,
        said, from, readIn);
  }

  public Promise ended(State how, String by, Instant at) {
    return new Promise(
        id,
        kind,
        how,
        madeAt,
        due,
        onClock,
        actor,
        steps,
        callback,
        by,
        at,
        seen,
        moves.goOn(at),
        said,
        from,
        readIn);
  }

  /** Open again at the original due time; whoever is responsible now keeps it. */
  public Promise reopened() {
    return new Promise(
        id,
        kind,
        State.OPEN,
        madeAt,
        due,
        onClock,
        null,
        steps,
        callback,
        null,
        null,
        seen,
        moves,
        said,
        from,
        readIn);
  }
}
