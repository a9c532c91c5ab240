package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Norm;

/**
 * An official leaves, and their work goes to named others: marked, proposed, confirmed, moved item
 * by item. Each step can be taken again after a crash; it ends when nothing open is found any more.
 */
public final class Departing {
  private static final int AT_ONCE = 200;

  /** An "open" mark far away: looked at until somebody confirms. */
  private static final Duration UNTIL_CONFIRMED = Duration.ofDays(3650);

  private final Handovers handovers;
  private final Cases cases;
  private final Casework casework;
  private final Directories directories;
  private final Successors successors;
  private final Clock clock;

  public Departing(
      Handovers handovers,
      Cases cases,
      Casework casework,
      Directories directories,
      Successors successors,
      Clock clock) {
    this.handovers = handovers;
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
    this.successors = successors;
    this.clock = clock;
  }

  /** One item of the preview. */
  public record Item(Case moves, Choice proposal) {}

  /** What would move, to whom and why: the first items, oldest case first. */
  public Future<List<Item>> preview(String official) {
    Moment moment = new Moment(clock.instant(), directories.current());
    return cases
        .openOf(official, AT_ONCE)
        .map(open -> open.stream().map(one -> new Item(one, proposal(one, moment))).toList());
  }

  private Choice proposal(Case one, Moment moment) {
    return successors.propose(one, moment);
  }

  /** From now on nothing new goes to this official, and others act. Again: nothing changes. */
  public Future<Handover> mark(String official, String by) {
    Instant now = clock.instant();
    Handover begun =
        new Handover(official, 1, by, now, Map.of(), "", null, false, now.plus(UNTIL_CONFIRMED));
    return directories
        .departed(new Departure(official, now, null, by))
        .compose(known -> handovers.begin(begun))
        .compose(first -> handovers.find(official))
        .compose(found -> cover(found.orElseThrow(), false).map(covered -> found.orElseThrow()));
  }

  /**
   * The proposals stand, but for these adjustments (case number to official id). Work moves at
   * once, and each tick goes on with it.
   *
   * @param successor who gets later mail to the old address; null: who gets most of the work
   */
  public Future<Handover> confirm(
      String official, String successor, Map<String, String> adjusted, String note, String by) {
    Instant now = clock.instant();
    return handovers
        .find(official)
        .map(found -> found.orElseThrow(() -> new Casework.NoSuchCase(official)))
        .compose(
            marked -> {
              Handover confirmed =
                  marked.confirmed(adjusted, note, by, now, now.plus(Duration.ofDays(1)));
              return handovers
                  .replace(confirmed, marked.version())
                  .compose(won -> settled(confirmed, successor).compose(s -> move(confirmed)))
                  .map(confirmed);
            });
  }

  private Future<Directory> settled(Handover confirmed, String successor) {
    return (successor != null
            ? Future.succeededFuture(successor)
            : preview(confirmed.id()).map(items -> mostly(items, confirmed)))
        .compose(
            who ->
                directories.departed(
                    new Departure(confirmed.id(), confirmed.markedAt(), who, confirmed.by())));
  }

  private String mostly(List<Item> items, Handover handover) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    items.forEach(item -> counts.merge(to(item.moves(), handover), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseGet(() -> directories.current().successorOf(handover.id(), clock.instant()).id());
  }

  private String to(Case one, Handover handover) {
    String chosen = handover.adjusted().get(one.id());
    Moment moment = new Moment(clock.instant(), directories.current());
    return chosen != null ? chosen : successors.propose(one, moment).official();
  }

  /** Goes on with every handover that is under way; completes with how many cases moved. */
  public Future<Integer> tick() {
    return handovers
        .underWay(clock.instant())
        .compose(
            all -> {
              List<Future<Integer>> each = all.stream().map(this::goOn).toList();
              return Future.join(each)
                  .otherwiseEmpty()
                  .map(
                      done ->
                          each.stream().mapToInt(one -> one.succeeded() ? one.result() : 0).sum());
            });
  }

  private Future<Integer> goOn(Handover handover) {
    if (handover.confirmed()) {
      return move(handover);
    }
    boolean tell = !handover.toldMeanwhile() && longAgo(handover);
    return cover(handover, tell)
        .compose(
            covered ->
                tell
                    ? handovers.replace(handover.told(), handover.version()).map(covered)
                    : Future.succeededFuture(covered));
  }

  /**
   * More than a working day since it was marked: citizens must not wait longer to hear who acts.
   */
  private boolean longAgo(Handover handover) {
    Directory directory = directories.current();
    String team = directory.official(handover.id()).map(Official::team).orElse(null);
    Instant dayLater = directory.clock(team).after(handover.markedAt(), Norm.parse("P1D"));
    return clock.instant().isAfter(dayLater);
  }

  private Future<Integer> cover(Handover handover, boolean tell) {
    return cases
        .openOf(handover.id(), AT_ONCE)
        .compose(open -> each(open, (one, all) -> covering(one, all, handover, tell)));
  }

  private Act covering(Case one, String numbers, Handover handover, boolean tell) {
    Instant before = one.dueAt() == null ? clock.instant() : one.dueAt();
    String acts = directories.current().actingFor(handover.id(), clock.instant(), before).id();
    String notice = tell ? handover.notice("acting", one.citizen()) : null;
    return new Covering(acts, "departure", notice, numbers);
  }

  private Future<Integer> move(Handover handover) {
    return cases
        .openOf(handover.id(), AT_ONCE)
        .compose(open -> each(open, (one, all) -> moving(one, all, handover)));
  }

  private Act moving(Case one, String numbers, Handover handover) {
    String notice = handover.notice("settled", one.citizen());
    return new Reassigning(
        to(one, handover), handover.by(), "departure", handover.note(), notice, numbers);
  }

  /** Makes an act of a case and the numbers of all of its citizen's cases that move. */
  private interface Making {
    Act act(Case one, String numbers);
  }

  private Future<Integer> each(List<Case> open, Making making) {
    Map<String, List<String>> byCitizen = new LinkedHashMap<>();
    for (Case one : open) {
      byCitizen.computeIfAbsent(one.citizen(), c -> new ArrayList<>()).add(one.id());
    }
    Future<Integer> done = Future.succeededFuture(0);
    for (Case one : open) {
      String numbers = String.join(" ", byCitizen.get(one.citizen()));
      done =
          done.compose(
              n ->
                  casework
                      .change(one.id(), making.act(one, numbers))
                      .map(d -> d instanceof Decision.Changed ? n + 1 : n));
    }
    return done;
  }
}
