package nl.aanspreekpunt.phone.back;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.phone.Phoning;
import nl.aanspreekpunt.phone.back.Dialling.Dialled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls citizens back for officials. What is asked for is stored before the provider is asked, so
 * that a second press of the key, another tab or another node finds it there: one request to the
 * provider is made for each call, whatever becomes of it.
 */
public final class CallingBack {
  private static final Logger LOG = LoggerFactory.getLogger(CallingBack.class);
  private static final int TRIES = 20;
  private static final int AT_ONCE = 50;

  /** Calls of one case that are looked at: a promise is tried far less often. */
  private static final int OF_CASE = 100;

  /** The provider reports each change at once; after this it is asked. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  /** A call that lasts longer than any may is over. */
  private static final Duration LONGEST = Duration.ofHours(5);

  private final MadeCalls calls;
  private final Dialling dialling;
  private final Casework casework;
  private final Consumer<MadeCall> changed;
  private final Clock clock;

  /**
   * @param changed told of each change, after it was stored: pages show it
   */
  public CallingBack(
      MadeCalls calls,
      Dialling dialling,
      Casework casework,
      Consumer<MadeCall> changed,
      Clock clock) {
    this.calls = calls;
    this.dialling = dialling;
    this.casework = casework;
    this.changed = changed;
    this.clock = clock;
  }

  public MadeCalls calls() {
    return calls;
  }

  /**
   * The call that is asked for. While one of this promise goes on, or is to be confirmed by who
   * asks, that one: so that a second press of the key, and another tab, make no other. Two at the
   * same moment make the same one, which is stored once. What another did not confirm yet keeps
   * nobody from calling: they may have gone home.
   */
  public Future<MadeCall> call(MadeCall.Wish wish) {
    return calls
        .ofCase(wish.caseNumber(), OF_CASE)
        .compose(
            made -> {
              List<MadeCall> same =
                  made.stream().filter(one -> one.promise().equals(wish.promise())).toList();
              int last = same.stream().mapToInt(MadeCall::nth).max().orElse(0);
              return same.stream()
                  .filter(one -> one.standsFor(wish.official()))
                  .findFirst()
                  .map(Future::succeededFuture)
                  .orElseGet(() -> begin(MadeCall.of(wish, last + 1, clock.instant())));
            });
  }

  private Future<MadeCall> begin(MadeCall first) {
    return calls
        .add(first)
        .compose(
            mine -> mine ? dial(first) : calls.find(first.id()).map(found -> found.orElseThrow()));
  }

  /** The page need not wait for the provider: it shows by itself how far it is. */
  private Future<MadeCall> dial(MadeCall call) {
    tell(call);
    dialling
        .dial(call)
        .compose(done -> dialled(call.id(), done))
        .onFailure(e -> LOG.error("call {} was asked for: {}", call.id(), e.toString()));
    return Future.succeededFuture(call);
  }

  private Future<Void> dialled(String id, Dialled done) {
    Instant now = clock.instant();
    if (done instanceof Dialled.Placed placed) {
      return placed(id, placed.sid());
    }
    return done instanceof Dialled.Refused refused
        ? change(id, call -> call.notMade(refused.reason(), now)).mapEmpty()
        : Future.succeededFuture();
  }

  private Future<Void> placed(String id, String sid) {
    Instant now = clock.instant();
    return change(id, call -> call.own(call.own().heard(sid, Line.Status.INITIATED, now, 0), now))
        .compose(
            call ->
                call.filter(one -> one.stopped() != null)
                    .map(one -> dialling.hangUp(sid))
                    .orElseGet(Future::succeededFuture));
  }

  /** Calls it off. Empty when there is no such call; fails when the provider could not be asked. */
  public Future<Optional<MadeCall>> stop(String id) {
    Instant now = clock.instant();
    return change(id, call -> call.stopped(now))
        .compose(
            after ->
                after
                    .filter(one -> one.stopped() != null && one.own().sid() != null)
                    .filter(one -> one.stage() != MadeCall.Stage.OVER)
                    .map(one -> dialling.hangUp(one.own().sid()).map(after))
                    .orElseGet(() -> Future.succeededFuture(after)));
  }

  /** What its official put down is on record. */
  public Future<Optional<MadeCall>> confirmed(String id) {
    Instant now = clock.instant();
    return change(id, call -> call.confirmed(now));
  }

  /** What is heard of it. Empty when there is no such call. */
  Future<Optional<MadeCall>> change(String id, UnaryOperator<MadeCall> fact) {
    return change(id, fact, TRIES);
  }

  private Future<Optional<MadeCall>> change(String id, UnaryOperator<MadeCall> fact, int left) {
    return calls
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(found);
              }
              MadeCall before = found.get();
              MadeCall after = fact.apply(before);
              if (after.equals(before)) {
                return Future.succeededFuture(found);
              }
              return calls
                  .replace(after, before.version())
                  .compose(
                      done -> {
                        if (done) {
                          told(after);
                          return Future.succeededFuture(Optional.of(after));
                        }
                        return left == 1
                            ? Future.failedFuture("call " + id + " changes too often")
                            : change(id, fact, left - 1);
                      });
            });
  }

  /** The provider does not wait for it. What fails now is put there with what is heard next. */
  private void told(MadeCall call) {
    tell(call);
    if (!call.events().isEmpty()) {
      casework
          .change(call.caseNumber(), new Phoning(call.events()))
          .onFailure(e -> LOG.warn("call {} is not on its timeline: {}", call.id(), e.toString()));
    }
  }

  private void tell(MadeCall call) {
    changed.accept(call);
  }

  /** What was not reported is asked for; what nobody knows of was not made. */
  public Future<Integer> tick() {
    Instant now = clock.instant();
    return calls
        .silent(now.minus(SILENCE), AT_ONCE)
        .compose(
            silent ->
                Future.join(silent.stream().map(one -> ask(one, now)).toList())
                    .transform(done -> Future.succeededFuture(silent.size())));
  }

  private Future<?> ask(MadeCall call, Instant now) {
    if (call.own().sid() == null) {
      return dialling.since(call).compose(sids -> adopt(call.id(), sids, now));
    }
    if (call.at().isBefore(now.minus(LONGEST))) {
      return change(
          call.id(), one -> one.own(one.own().heard(null, Line.Status.CANCELED, now, 0), now));
    }
    return dialling
        .look(call.own().sid())
        .compose(seen -> change(call.id(), one -> one.looked(seen, now)));
  }

  /** The first that is of no other call of ours. */
  private Future<Void> adopt(String id, List<String> sids, Instant now) {
    if (sids.isEmpty()) {
      return change(id, one -> one.notMade("unknown", now)).mapEmpty();
    }
    return calls
        .known(sids.get(0))
        .compose(
            known ->
                known ? adopt(id, sids.subList(1, sids.size()), now) : placed(id, sids.get(0)));
  }
}
