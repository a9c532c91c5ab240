package nl.aanspreekpunt.friction;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Chafe;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.chafe.Chafing;
import nl.aanspreekpunt.casework.chafe.Hearing;
import nl.aanspreekpunt.casework.chafe.PolicyCase;
import nl.aanspreekpunt.casework.chafe.Standing;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.casework.chafe.Stepping;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * Does what follows from how a friction stands: its case is opened and follows its steps, each case
 * in which it was met follows too, and who reported it is told. Each part can be done again and
 * changes nothing then, so a crash between any two writes is gone on with; that who answers, or by
 * when, changed in its case is seen at the latest a minute after.
 */
public final class Following {
  private static final Duration LOOKED = Duration.ofMinutes(1);
  private static final int A_TURN = 50;
  static final int MOST = 500;

  private final Frictions frictions;
  private final Trying trying;
  private final Owners owners;
  private final Cases cases;
  private final Casework casework;
  private final Reporters reporters;
  private final Clock clock;

  public Following(
      Frictions frictions,
      Trying trying,
      Owners owners,
      Cases cases,
      Casework casework,
      Outbox outbox,
      Clock clock) {
    this.frictions = frictions;
    this.trying = trying;
    this.owners = owners;
    this.cases = cases;
    this.casework = casework;
    this.reporters = new Reporters(outbox, casework);
    this.clock = clock;
  }

  Future<Integer> tick() {
    return trying.each(
        SetAside.Queue.FRICTION,
        most -> frictions.due(clock.instant(), most),
        A_TURN,
        Friction::id,
        this::follow);
  }

  /** All that follows from how it stands. */
  Future<Void> follow(Friction one) {
    return noted(one).compose(noted -> one.gathered() ? gathered(one) : standing(one)).mapEmpty();
  }

  /** It is on record in the case in which it was met. */
  private Future<Void> noted(Friction one) {
    Report report = one.report();
    return report.about() == null
        ? Future.succeededFuture()
        : Joining.followed(cases, report.about())
            .compose(
                there ->
                    there.isEmpty() || there.get().care().chafe(one.id()).isPresent()
                        ? Future.succeededFuture()
                        : known(one)
                            .compose(
                                known ->
                                    known.isPresent()
                                        ? Future.succeededFuture()
                                        : casework.change(
                                            there.get().id(),
                                            new Chafing(
                                                one.id(),
                                                report.by(),
                                                report.rule(),
                                                report.tells(),
                                                report.at()))))
            .mapEmpty();
  }

  /** What its citizen heard in the case it was reported in. */
  private Future<Optional<Chafe>> known(Friction one) {
    return cases
        .find(one.report().about())
        .map(found -> found.flatMap(there -> there.care().chafe(one.id())));
  }

  /** The other takes on what was promised, then nothing is owed here any more. */
  private Future<Void> gathered(Friction one) {
    return frictions
        .find(one.into())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : found.get().gathered()
                        ? onward(one, found.get())
                        : takenIn(found.get(), one)
                            .compose(this::standing)
                            .compose(done -> steps(one))
                            .compose(done -> others(one))
                            .compose(done -> finish(one, null, null)));
  }

  /** What was gathered into this one at that moment goes along. */
  private Future<Void> others(Friction into) {
    return frictions
        .gathered(into.id(), MOST)
        .compose(
            others -> {
              Future<Void> all = Future.succeededFuture();
              for (Friction each : others) {
                all = all.compose(done -> onward(each, into));
              }
              return all;
            });
  }

  /**
   * Somebody gathered the other elsewhere at the same moment: this goes along, so that one answer
   * is for all. When each was gathered into the other, one of them stands by itself again.
   */
  private Future<Void> onward(Friction one, Friction through) {
    boolean crossed = through.into().equals(one.id());
    if (crossed && one.id().compareTo(through.id()) > 0) {
      return follow(through); // then this one is gathered into it, by the clock
    }
    String by = one.steps().get(one.steps().size() - 1).by();
    Instant now = clock.instant();
    Step step =
        crossed
            ? new Step(now, by, Step.State.APART, through.id(), null)
            : new Step(now, by, Step.State.GATHERED, through.into(), null);
    Friction after = one.after(step, null);
    return frictions
        .replace(after, one.version())
        .compose(won -> won ? follow(after) : Future.succeededFuture());
  }

  /** The other has a step for each that was gathered into it, once. */
  private Future<Friction> takenIn(Friction into, Friction one) {
    long in = count(into, Step.State.GATHERS, one.id());
    long gone = count(one, Step.State.GATHERED, into.id());
    Step last = one.steps().get(one.steps().size() - 1);
    Friction after =
        in < gone
            ? into.after(new Step(last.at(), last.by(), Step.State.GATHERS, one.id(), null), null)
            : into.lookedAt(clock.instant());
    return frictions
        .replace(after, into.version())
        .compose(
            won ->
                won
                    ? Future.succeededFuture(after)
                    : frictions.find(into.id()).compose(now -> takenIn(now.orElseThrow(), one)));
  }

  private static long count(Friction one, Step.State state, String words) {
    return one.steps().stream()
        .filter(step -> step.state() == state && words.equals(step.words()))
        .count();
  }

  private Future<Void> standing(Friction one) {
    return opened(one)
        .compose(open -> steps(one))
        .compose(done -> cases.find(one.number()))
        .compose(
            policy ->
                frictions
                    .gathered(one.id(), MOST)
                    .compose(others -> tell(one, policy.orElseThrow(), others)));
  }

  /** The case in which its answer is owed. */
  private Future<Void> opened(Friction one) {
    return cases
        .find(one.number())
        .compose(there -> there.isPresent() ? Future.succeededFuture() : open(one).mapEmpty());
  }

  private Future<Case> open(Friction one) {
    Moment moment = new Moment(one.report().at(), casework.moment().directory());
    Report report = one.report();
    String owner = owners.of(report.team(), report.by(), casework.moment());
    return before(one)
        .compose(
            before ->
                demo(report)
                    .compose(
                        demo ->
                            casework.open(
                                new PolicyCase(
                                        one.id(), report.rule(), report.by(), owner, before, demo)
                                    .as(one.number(), moment))));
  }

  private Future<Boolean> demo(Report report) {
    return report.about() == null
        ? Future.succeededFuture(false)
        : cases.find(report.about()).map(found -> found.map(Case::demo).orElse(false));
  }

  /** No later than was told while it stood in another; null when it never did. */
  private Future<Instant> before(Friction one) {
    Optional<Step> apart =
        one.steps().stream()
            .filter(step -> step.state() == Step.State.APART)
            .reduce((first, then) -> then);
    return apart.isEmpty()
        ? Future.succeededFuture(null)
        : frictions
            .find(apart.get().words())
            .compose(
                into ->
                    into.isEmpty()
                        ? Future.succeededFuture(Optional.<Case>empty())
                        : cases.find(into.get().number()))
            .map(
                policy ->
                    policy.map(case_ -> Standing.of("", "", case_, List.of()).due()).orElse(null));
  }

  private Future<Void> steps(Friction one) {
    List<String> others =
        one.steps().stream()
            .filter(step -> step.state() == Step.State.GATHERS)
            .map(Step::words)
            .distinct()
            .toList();
    return cases
        .find(one.number())
        .compose(
            policy ->
                policy.isEmpty() || policy.get().care().policy().steps() >= one.steps().size()
                    ? Future.<Void>succeededFuture()
                    : promised(others)
                        .compose(
                            gathered ->
                                casework.change(one.number(), new Stepping(one.steps(), gathered)))
                        .mapEmpty());
  }

  /** What is still promised in each, by friction id. */
  private Future<Map<String, List<Promise>>> promised(List<String> others) {
    Map<String, List<Promise>> promised = new HashMap<>();
    Future<Void> all = Future.succeededFuture();
    for (String other : others) {
      all =
          all.compose(done -> frictions.find(other))
              .compose(
                  found ->
                      found.isEmpty()
                          ? Future.succeededFuture(Optional.<Case>empty())
                          : cases.find(found.get().number()))
              .map(
                  policy -> {
                    policy.ifPresent(case_ -> promised.put(other, case_.openPromises()));
                    return null;
                  });
    }
    return all.map(promised);
  }

  private Future<Void> tell(Friction one, Case policy, List<Friction> others) {
    Standing now = Standing.of(one.id(), one.report().rule(), policy, one.steps());
    boolean late = now.due() != null && !now.due().isAfter(clock.instant());
    String how =
        now.owner() + " " + now.due() + " " + late + " " + one.steps().size() + " " + others.size();
    Instant next = one.ended() ? null : clock.instant().plus(LOOKED);
    if (how.equals(one.heard())) {
      return finish(one, how, next);
    }
    List<Friction> all = new ArrayList<>();
    all.add(one);
    all.addAll(others);
    Future<Void> told = Future.succeededFuture();
    Set<String> cases = new HashSet<>();
    // Who agreed to hear goes first: of several reports in one case one is told.
    for (Friction each : byTelling(all)) {
      String about = each.report().about();
      if (about != null && cases.add(about)) {
        told = told.compose(done -> hears(each, now));
      }
    }
    return told.compose(
            done -> reporters.hear(one, policy, now.due() == null ? null : now.owner(), all))
        .compose(done -> finish(one, how, next));
  }

  private static List<Friction> byTelling(List<Friction> all) {
    List<Friction> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(each -> !each.report().tells()));
    return sorted;
  }

  private Future<Void> hears(Friction one, Standing now) {
    return Joining.followed(cases, one.report().about())
        .compose(
            there ->
                there.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : known(one)
                        .compose(
                            known ->
                                casework.change(
                                    there.get().id(),
                                    new Hearing(one.id(), known.orElse(null), own(one, now))))
                        .mapEmpty());
  }

  /** Under the name by which it was reported there. */
  private static Standing own(Friction one, Standing now) {
    return new Standing(now.head(), one.report().rule(), now.owner(), now.due(), now.steps());
  }

  /** Nothing is written when it stands as it stood, but when it is looked at next. */
  private Future<Void> finish(Friction one, String how, Instant next) {
    return Objects.equals(one.checkAt(), next) && Objects.equals(one.heard(), how)
        ? Future.succeededFuture()
        : frictions.replace(one.done(how, next), one.version()).mapEmpty();
  }
}
