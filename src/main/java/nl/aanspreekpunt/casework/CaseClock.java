package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ticks: finds the cases that need attention and lets them climb. Whatever it does could also be
 * done by another node at the same moment; the case's version decides.
 */
public final class CaseClock {
  private static final Logger LOG = LoggerFactory.getLogger(CaseClock.class);
  private static final int AT_ONCE = 200;
  private final Cases cases;
  private final Casework casework;
  private final Joining joining;
  private final Separating separating;
  private final Righting righting;
  private final SendingPlans plans;
  private final Escalating escalating;
  private final Clock clock;
  private final Consumer<Promise.Step> climbed;

  /**
   * @param righting goes on with what citizens' records are yet to follow
   * @param plans sends answers whose moment has come
   * @param colleagues to whom the ladder may pass work on
   * @param climbed told of each ladder step that this node took
   */
  public CaseClock(
      Cases cases,
      Casework casework,
      Righting righting,
      SendingPlans plans,
      Successors colleagues,
      Clock clock,
      Consumer<Promise.Step> climbed) {
    this.cases = cases;
    this.casework = casework;
    this.joining = new Joining(cases, casework);
    this.separating = new Separating(cases, casework);
    this.righting = righting;
    this.plans = plans;
    this.escalating = new Escalating(colleagues);
    this.clock = clock;
    this.climbed = climbed;
  }

  /** Takes what is due now; completes with how many cases that were. */
  public Future<Integer> tick() {
    return cases.due(clock.instant(), AT_ONCE).compose(this::attend);
  }

  private Future<Integer> attend(List<Case> due) {
    List<Future<Void>> all = due.stream().map(this::attend).toList();
    return Future.join(all).otherwiseEmpty().map(due.size());
  }

  /** One case that cannot be attended to never delays the others: it waits, longer each time. */
  private Future<Void> attend(Case one) {
    return Future.succeededFuture()
        .compose(now -> casework.settle(one))
        .compose(told -> goOn(one))
        .recover(e -> aside(one, e));
  }

  private Future<Void> goOn(Case one) {
    if (one.moving()) {
      return joining.goOn(one.id()).mapEmpty();
    }
    if (one.parting() != null) {
      return separating.goOn(one.id()).mapEmpty();
    }
    return one.owed() == null ? climb(one) : righting.goOn(one).mapEmpty();
  }

  private Future<Void> aside(Case one, Throwable why) {
    return cases
        .setAside(one.id(), clock.instant(), why)
        .onFailure(e -> LOG.warn("case {} waits for the next tick: {}", one.id(), e.toString()));
  }

  private Future<Void> climb(Case one) {
    return plans
        .due(one, clock.instant())
        .compose(
            sent ->
                sent
                    ? casework.change(one.id(), escalating)
                    : casework.change(one.settled(one.wakeAt()), escalating))
        .compose(decision -> rest(one, decision));
  }

  /**
   * When nothing was due after all (the ladder or the hours changed) it wakes when something is.
   */
  private Future<Void> rest(Case before, Decision decision) {
    if (decision instanceof Decision.Unchanged unchanged) {
      return casework.rest(unchanged.as());
    }
    if (decision instanceof Decision.Changed changed) {
      taken(before, changed.after()).forEach(climbed);
    }
    return Future.succeededFuture();
  }

  private static List<Promise.Step> taken(Case before, Case after) {
    return after.promises().stream()
        .flatMap(
            promise ->
                promise.steps().stream()
                    .skip(before.promise(promise.id()).map(p -> p.steps().size()).orElse(0)))
        .toList();
  }
}
