package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * Many open cases go to others: shown first, then carried out by the clock on any node, a citizen
 * at a time. It can be stopped and goes on where it was; each case moves once, and a case that
 * somebody gave to another meanwhile stays there.
 */
public final class Distributing {
  private static final int MOST = 2_000;
  private static final int AT_ONCE = 10;
  private static final int STEPS_A_TICK = 25;
  private static final int TRIES = 10;
  private static final Duration UNDONE = Duration.ofDays(1);
  private final Reassignments reassignments;
  private final Trying trying;
  private final Cases cases;
  private final OpenWork work;
  private final Previewing previewing;
  private final Directories directories;
  private final Clock clock;
  private final Rearranging rearranging;

  public Distributing(
      Reassignments reassignments,
      Trying trying,
      Cases cases,
      Casework casework,
      Directories directories,
      Successors successors,
      Clock clock) {
    this.reassignments = reassignments;
    this.trying = trying;
    this.cases = cases;
    this.work = new OpenWork(cases, casework);
    this.previewing = new Previewing(successors);
    this.directories = directories;
    this.clock = clock;
    this.rearranging = new Rearranging(reassignments, cases, directories, successors, clock);
  }

  /** What the directory's file has moved is carried out here, too. */
  public Rearranging rearranging() {
    return rearranging;
  }

  /**
   * Which cases. Each may be null, but not both official and team.
   *
   * @param official whose they are (official id)
   * @param team of whose officials they are
   */
  public record Filter(String official, String team, String topic, String neighbourhood) {
    boolean fits(Case one) {
      return (topic == null || topic.equals(one.topic()))
          && (neighbourhood == null || neighbourhood.equals(one.neighbourhood()));
    }
  }

  /**
   * What would go to whom and why, oldest case first; who has it already and who must not read it
   * are left out.
   *
   * @param to who gets all (official id); null: as proposed for each
   * @param mayKnow which cases whoever asks may know of
   */
  public Future<List<Departing.Item>> preview(Filter filter, String to, Predicate<Case> mayKnow) {
    return preview(filter, to, Map.of(), mayKnow);
  }

  /**
   * The same, but for what somebody chose.
   *
   * @param adjusted case number to who gets it (official id)
   */
  public Future<List<Departing.Item>> preview(
      Filter filter, String to, Map<String, String> adjusted, Predicate<Case> mayKnow) {
    return open(filter)
        .map(
            all -> {
              List<Case> fit =
                  all.stream()
                      .filter(filter::fits)
                      .filter(mayKnow)
                      .filter(one -> to == null || !one.barred().contains(to))
                      .filter(one -> !one.official().equals(to))
                      .limit(MOST)
                      .toList();
              Map<String, String> chosen = new LinkedHashMap<>();
              if (to != null) {
                fit.forEach(one -> chosen.put(one.id(), to));
              }
              chosen.putAll(adjusted);
              return previewing.items(
                  fit, number -> Stream.ofNullable(chosen.get(number)), moment());
            });
  }

  /**
   * The same of cases that were chosen one by one; who must not have it is left out.
   *
   * @param to who gets all (official id)
   */
  public List<Departing.Item> chosen(List<Case> all, String to) {
    List<Case> fit =
        all.stream()
            .filter(one -> one.open() && !one.official().equals(to))
            .filter(one -> Previewing.mayHave(one, to, moment()))
            .limit(MOST)
            .toList();
    return previewing.items(fit, number -> Stream.of(to), moment());
  }

  /** Until then all of it can be put back. */
  public static Instant undoUntil(Reassignment one) {
    return one.at().plus(UNDONE);
  }

  /**
   * Whether it can be put back: it is at its end or stopped, not itself an undoing, and in time.
   */
  public boolean undoable(Reassignment one) {
    return !one.running()
        && !one.takesBack()
        && one.done() > 0
        && clock.instant().isBefore(undoUntil(one));
  }

  /** What put this back; empty while nothing did. */
  public Future<Optional<Reassignment>> undoing(Reassignment one) {
    return reassignments.find(one.undoId());
  }

  /**
   * Each case goes back to whose it was, unless it went elsewhere meanwhile or who got it has done
   * something in it; each citizen hears so. Again: nothing more. Empty when it cannot be put back.
   */
  public Future<Optional<Reassignment>> undo(Reassignment one, String by) {
    if (!undoable(one)) {
      return Future.succeededFuture(Optional.empty());
    }
    List<Reassignment.Item> items =
        one.steps().stream().flatMap(step -> step.items().stream()).toList();
    return cases
        .findAll(items.stream().map(Reassignment.Item::number).toList())
        .compose(
            found -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              for (Case known : found) {
                items.stream()
                    .filter(item -> item.number().equals(known.id()))
                    .filter(item -> known.open() && went(known, item))
                    .filter(item -> Previewing.mayHave(known, item.from(), moment()))
                    .filter(item -> !GoingBack.worked(known, item.to(), one.at()))
                    .forEach(item -> whose.put(known, item.from()));
              }
              Reassignment back = one.undone(by, clock.instant(), whose);
              return reassignments.add(back).compose(added -> reassignments.find(back.id()));
            });
  }

  private Moment moment() {
    return new Moment(clock.instant(), directories.current());
  }

  private Future<List<Case>> open(Filter filter) {
    if (filter.official() != null) {
      return work.of(filter.official());
    }
    List<Future<List<Case>>> each =
        directories.current().officials().stream()
            .filter(one -> one.team().equals(filter.team()))
            .map(Official::id)
            .map(work::of)
            .toList();
    return Future.all(each)
        .map(all -> each.stream().flatMap(one -> one.result().stream()).toList());
  }

  /** Confirmed; the clock carries it out. */
  public Future<Reassignment> begin(List<Departing.Item> items, String note, String by) {
    Map<Case, String> whose = new LinkedHashMap<>();
    items.stream()
        .filter(item -> !item.to().equals(item.moves().official()))
        .forEach(item -> whose.put(item.moves(), item.to()));
    List<Reassignment.Step> steps = Reassignment.steps(whose);
    Reassignment begun =
        new Reassignment(
            UUID.randomUUID().toString(),
            1,
            by,
            clock.instant(),
            note,
            steps,
            0,
            !steps.isEmpty(),
            null,
            null);
    return reassignments.add(begun).map(begun);
  }

  /** The latest that somebody began, newest first: to go on with one after the page was closed. */
  public Future<List<Reassignment>> begunBy(String official, int limit) {
    return reassignments.begunBy(official, limit);
  }

  public Future<Optional<Reassignment>> find(String id) {
    return reassignments.find(id);
  }

  /** Stops after the citizen whose turn it is, or goes on. */
  public Future<Optional<Reassignment>> running(String id, boolean on) {
    return running(id, on, TRIES);
  }

  private Future<Optional<Reassignment>> running(String id, boolean on, int left) {
    return reassignments
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty() || found.get().ended() || found.get().goesOn() == on) {
                return Future.succeededFuture(found);
              }
              Reassignment after = found.get().running(on);
              return reassignments
                  .replace(after, found.get().version())
                  .compose(
                      won ->
                          won || left == 0
                              ? Future.succeededFuture(Optional.of(after))
                              : running(id, on, left - 1));
            });
  }

  /** Goes on with each; completes with how many steps were taken. */
  public Future<Integer> tick() {
    return trying
        .each(
            SetAside.Queue.REASSIGNMENT,
            most -> Future.succeededFuture(rearranging.due() ? List.of("moves") : List.of()),
            AT_ONCE,
            moves -> moves,
            moves -> rearranging.tick())
        .compose(
            begun ->
                trying.each(
                    SetAside.Queue.REASSIGNMENT,
                    reassignments::running,
                    AT_ONCE,
                    Reassignment::id,
                    one -> goOn(one, STEPS_A_TICK)));
  }

  /** The next step; not when another node took it, or somebody stopped it. */
  private Future<Void> goOn(Reassignment one, int left) {
    if (left == 0 || !one.running()) {
      return Future.succeededFuture();
    }
    if (one.turn() == null) {
      Reassignment begun = one.taking();
      return reassignments
          .replace(begun, one.version())
          .compose(won -> won ? goOn(begun, left) : Future.succeededFuture());
    }
    return take(one, one.steps().get(one.done()))
        .compose(taken -> advance(one.id(), one.done(), TRIES))
        .compose(next -> next.isEmpty() ? Future.succeededFuture() : goOn(next.get(), left - 1));
  }

  /** Also when somebody stopped it meanwhile; empty when another node came first. */
  private Future<Optional<Reassignment>> advance(String id, int taken, int left) {
    return reassignments
        .find(id)
        .compose(
            found -> {
              Optional<Reassignment> before = found.filter(one -> one.done() == taken && left > 0);
              if (before.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              Reassignment next = before.get().advanced();
              return reassignments
                  .replace(next, before.get().version())
                  .compose(
                      won ->
                          won
                              ? Future.succeededFuture(Optional.of(next))
                              : advance(id, taken, left - 1));
            });
  }

  private Future<Integer> take(Reassignment one, Reassignment.Step step) {
    return cases
        .findAll(step.items().stream().map(Reassignment.Item::number).toList())
        .compose(
            found -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              Map<Case, String> stay = new LinkedHashMap<>();
              Map<String, String> told = new LinkedHashMap<>();
              Map<String, String> from = new LinkedHashMap<>();
              for (Case known : found) {
                step.items().stream()
                    .filter(item -> item.number().equals(known.id()) && known.open())
                    .forEach(
                        item -> {
                          boolean goes = goes(known, item);
                          (goes ? whose : stay).put(known, item.to());
                          if (goes || went(known, item)) {
                            told.put(known.id(), item.to());
                            from.put(known.id(), item.from());
                          }
                        });
              }
              Function<Case, Together> notice =
                  known ->
                      new Together(
                          one.reason() + "." + one.id() + "." + known.citizen(), told, from);
              return work.each(
                      whose, (known, to, all) -> moving(one, known, to, notice.apply(known)))
                  .compose(moved -> one.rearranged() ? work.each(stay, staying(one)) : none());
            });
  }

  private boolean goes(Case known, Reassignment.Item item) {
    return known.official().equals(item.from())
        && !item.to().equals(item.from())
        && Previewing.mayHave(known, item.to(), moment());
  }

  /** Before a crash, maybe: then the citizen may not have been told of it yet. */
  private static boolean went(Case known, Reassignment.Item item) {
    return known.official().equals(item.to()) && !item.to().equals(item.from());
  }

  private static Future<Integer> none() {
    return Future.succeededFuture(0);
  }

  private static Act moving(Reassignment one, Case known, String to, Together told) {
    if (one.rearranged()) {
      return new Rearranged(known.official(), to, one.by(), told);
    }
    Act moving = new Reassigning(to, one.by(), one.reason(), one.note()).telling(told);
    return (before, moment) ->
        before.official().equals(known.official())
            ? moving.on(before, moment)
            : new Decision.Unchanged(before);
  }

  /** At whom it is, elsewhere. */
  private static OpenWork.Making staying(Reassignment one) {
    return (known, to, all) -> new Rearranged(known.official(), known.official(), one.by(), null);
  }
}
