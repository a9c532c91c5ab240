package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.inbox.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a call leaves behind: its case, and what happened on the timeline there. Begun at once, and
 * done again by the clock until all of it is.
 */
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  /** What failed is tried again after so long. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int AT_ONCE = 100;

  private final Calls calls;
  private final Pipeline inbox;
  private final Timeline timeline;
  private final Clock clock;

  Settling(Calls calls, Pipeline inbox, Timeline timeline, Clock clock) {
    this.calls = calls;
    this.inbox = inbox;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** What fails here is done when the call is over. */
  void put(Call call) {
    timeline
        .put(call)
        .onFailure(e -> LOG.warn("call {} is on the timeline later: {}", call.id(), e.toString()));
  }

  /** The case opens for who took the call: a new one is made now. */
  void connected(Call call) {
    placed(call)
        .compose(timeline::put)
        .onFailure(e -> LOG.warn("call {} gets its case later: {}", call.id(), e.toString()));
  }

  /** With its case. Who hung up before anybody was to be rung asked nothing: that has none. */
  Future<Call> placed(Call call) {
    return call.caseNumber() != null || call.route() == null
        ? Future.succeededFuture(call)
        : inbox
            .place(Taken.of(call, null, clock.instant()))
            .compose(number -> new Changing(calls).change(call.id(), one -> one.at(number)));
  }

  /**
   * The call is over.
   *
   * @param seconds how long it was
   */
  Future<Void> ended(String id, int seconds) {
    Instant now = clock.instant();
    return new Changing(calls)
        .change(id, call -> call.goesOn() ? over(call, seconds, now).ended(now) : call)
        .onSuccess(this::put)
        .mapEmpty();
  }

  private static Call over(Call call, int seconds, Instant now) {
    Course.Stage stage = call.course().stage();
    if (call.connectedAt() != null) {
      int spoke = call.seconds() > 0 ? call.seconds() : seconds;
      return call.step(now, CallStep.ENDED, "hub", call.official(), String.valueOf(spoke));
    }
    return stage == Course.Stage.OVER
        ? call
        : call.step(now, CallStep.HUNG_UP, "citizen", null, stage.name());
  }

  /** Completes with how many were looked at. */
  Future<Integer> tick() {
    Instant now = clock.instant();
    return calls
        .due(now, AT_ONCE)
        .compose(
            all ->
                Future.join(all.stream().map(one -> settle(one, now)).toList())
                    .otherwiseEmpty()
                    .map(all.size()));
  }

  private Future<Void> settle(Call call, Instant now) {
    return (call.goesOn() ? ended(call.id(), 0) : settled(call))
        .onFailure(e -> LOG.warn("call {} is settled later: {}", call.id(), e.toString()))
        .recover(e -> later(call, now));
  }

  private Future<Void> settled(Call call) {
    return placed(call)
        .compose(one -> timeline.put(one).map(one))
        .compose(one -> new Changing(calls).change(one.id(), Call::settled))
        .mapEmpty();
  }

  private Future<Void> later(Call call, Instant now) {
    return new Changing(calls).change(call.id(), one -> one.settling(now.plus(PAUSE))).mapEmpty();
  }
}
