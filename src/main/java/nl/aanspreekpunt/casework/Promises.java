package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** The promises of a case under change, in the order they were made. */
public final class Promises {
  private final Draft draft;
  private final List<Promise> all;

  Promises(Draft draft) {
    this.draft = draft;
    this.all = new ArrayList<>(draft.before.promises());
  }

  public List<Promise> all() {
    return all;
  }

  /** What the citizen waits for; what colleagues promise one another: {@link Inwards}. */
  public List<Promise> open() {
    return all.stream().filter(Promise::toCitizen).filter(Promise::open).toList();
  }

  /** A promise of this case as it stands in this draft. */
  public Promise current(String promiseId) {
    return all.stream().filter(one -> one.id().equals(promiseId)).findFirst().orElseThrow();
  }

  /** The one by the norm: what somebody promised at a moment of their own stands beside it. */
  public Optional<Promise> open(PromiseKind kind) {
    return open().stream().filter(p -> p.kind() == kind && !p.dated()).findFirst();
  }

  /** A promise by the norms. */
  public Promise make(PromiseKind kind, String seen, String by) {
    return makeAsked(kind, draft.now(), seen, by);
  }

  /**
   * The same for what was asked before.
   *
   * @param asked from when its term counts
   */
  public Promise makeAsked(PromiseKind kind, Instant asked, String seen, String by) {
    Dues.Term term = Dues.term(kind, new Moment(asked, draft.directory()), draft.matter());
    Integer days = term.days();
    if (days != null) {
      days -= draft.directory().clock(draft.team()).calendarDays(asked, draft.now());
    }
    return make(kind, new Dues.Term(term.due(), term.onClock(), days), seen, by);
  }

  /** A promise for a moment that somebody chose. */
  public Promise make(PromiseKind kind, Instant due, String seen, String by) {
    boolean onClock = Dues.urgent(draft.moment, draft.filed.topic());
    return make(kind, new Dues.Term(due, onClock, null), seen, by);
  }

  Promise make(PromiseKind kind, Dues.Term term, String seen, String by) {
    String id = nextId();
    Promise made = Promise.made(id, kind, draft.now(), term.due(), term.onClock(), seen);
    if (term.days() != null) {
      made = made.moved(term.due(), Moves.onCalendar(term.days()));
    }
    all.add(made);
    draft.event(new CaseEvent.Promised(draft.now(), by, id, kind, term.due()));
    return made;
  }

  /**
   * An open promise of another case goes on here under a number of its own: due time, ladder steps
   * and attempts as they are. It joins an open one of its kind that is due no later; of two
   * requests to be called the one that is due first goes on, with what was said in both.
   */
  public Promise adopt(Promise promise) {
    Optional<Promise> open = promise.dated() ? Optional.empty() : open(promise.kind());
    Optional<Promise> same = open.filter(one -> !one.due().isAfter(promise.due()));
    if (same.isPresent()) {
      put(Calling.together(same.get(), promise).waitingFor(promise.seen()));
      return current(same.get().id());
    }
    if (open.isPresent() && open.get().callback() != null) {
      withdraw(open.get(), "hub", "joined");
      return goOn(Calling.together(promise, open.get()));
    }
    return goOn(promise);
  }

  /** A promise goes on under a number of its own: nothing that was told of it changes. */
  public Promise goOn(Promise promise) {
    Promise next = number(promise);
    if (promise.actor() != null) {
      draft.act(next.id(), promise.actor(), draft.responsible(), "ladder");
    }
    return next;
  }

  /** The same promise among those of this case. */
  Promise number(Promise promise) {
    Promise next = promise.numbered(nextId());
    all.add(next);
    draft.event(new CaseEvent.Promised(draft.now(), "hub", next.id(), next.kind(), next.due()));
    return next;
  }

  private String nextId() {
    return draft.before.id() + "-p" + (all.size() + 1);
  }

  public void put(Promise changed) {
    all.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
  }

  public void keep(Promise promise, String by, String how) {
    put(promise.ended(Promise.State.KEPT, by, draft.now()));
    draft.event(new CaseEvent.Kept(draft.now(), by, promise.id(), promise.kind(), how));
    draft.endActing(promise.id());
  }

  public void withdraw(Promise promise, String by, String how) {
    put(promise.ended(Promise.State.WITHDRAWN, by, draft.now()));
    draft.event(new CaseEvent.Withdrawn(draft.now(), by, promise.id(), promise.kind(), how));
    draft.endActing(promise.id());
  }

  /**
   * Open again at its due time, not waiting any more, at whoever acted on it; at the responsible
   * official when responsibility passed on since, which the citizen was told then.
   */
  public void restore(Promise ended, String by) {
    Promise again = ended.reopened().actedOnBy(null);
    put(again.waits() ? again.moved(again.due(), again.moves().goOn(draft.now())) : again);
    draft.event(new CaseEvent.Restored(draft.now(), by, ended.id(), ended.due()));
    Instant since = draft.responsibleSince();
    if (ended.actor() != null
        && !since.isAfter(ended.endedAt())
        && draft.directory().employed(ended.actor(), draft.now())) {
      draft.act(ended.id(), ended.actor(), draft.responsible(), "ladder");
    }
  }

  /** Each as this leaves it. */
  public void change(UnaryOperator<Promise> how) {
    all.replaceAll(how);
  }
}
