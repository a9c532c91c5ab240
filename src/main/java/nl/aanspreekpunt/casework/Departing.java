package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Norm;

/**
 * An official leaves, and their work goes to named others: marked, proposed, adjusted, confirmed,
 * moved item by item. Each step can be taken again after a crash; it ends when nothing open is
 * found any more.
 */
public final class Departing {
  private static final Duration LOOK_FOR = Duration.ofDays(1);
  private static final int TRIES = 5;

  private final Handovers handovers;
  private final OpenWork work;
  private final StandingCitizens citizens;
  private final Directories directories;
  private final Successors successors;
  private final Clock clock;

  public Departing(
      Handovers handovers,
      Cases cases,
      Casework casework,
      Identities identities,
      Directories directories,
      Successors successors,
      Clock clock) {
    this.handovers = handovers;
    this.work = new OpenWork(cases, casework);
    this.citizens = new StandingCitizens(identities, cases);
    this.directories = directories;
    this.successors = successors;
    this.clock = clock;
  }

  /**
   * One item of the preview.
   *
   * @param moves without its history
   * @param to who gets it (official id): as somebody chose, else as proposed
   */
  public record Item(Case moves, Choice proposal, String to) {}

  /** What would move, to whom and why, oldest case first. */
  public Future<List<Item>> preview(String official) {
    return handovers
        .find(official)
        .map(marked -> marked.map(Handover::adjusted).orElse(Map.of()))
        .compose(adjusted -> work.of(official).map(open -> items(open, adjusted)));
  }

  /** Each proposal counts what the ones before it gave, so that not all goes to one person. */
  private List<Item> items(List<Case> open, Map<String, String> adjusted) {
    Moment moment = new Moment(clock.instant(), directories.current());
    Map<String, Long> given = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (Case one : open) {
      Choice proposal = successors.propose(one, moment, given);
      String to =
          Optional.ofNullable(adjusted.get(one.id()))
              .filter(chosen -> moment.directory().employed(chosen, moment.now()))
              .filter(chosen -> !one.barred().contains(chosen))
              .orElse(proposal.official());
      given.merge(to, 1L, Long::sum);
      items.add(new Item(one, proposal, to));
    }
    return items;
  }

  /** How many citizens have this official as their standing official. */
  public Future<Integer> standing(String official) {
    return citizens.of(official);
  }

  /** How many open questions are still theirs. */
  public Future<Integer> left(String official) {
    return work.count(official);
  }

  /** The handovers in which work may still have to move. */
  public Future<List<Handover>> underWay() {
    return handovers.underWay();
  }

  /** How far the handover of somebody who left is; empty when they were not marked. */
  public Future<Optional<Handover>> handover(String official) {
    return handovers.find(official);
  }

  /** From now on nothing new goes to this official, and others act. Again: nothing changes. */
  public Future<Handover> mark(String official, String by) {
    Instant now = clock.instant();
    return directories
        .departed(new Departure(official, now, null, by))
        .compose(known -> handovers.begin(Handover.marked(official, by, now)))
        .compose(first -> handovers.find(official))
        .map(Optional::orElseThrow)
        .compose(marked -> cover(marked, false).map(marked));
  }

  /** Somebody chose other successors (case number to official id). Nothing moves yet. */
  public Future<Handover> adjust(String official, Map<String, String> chosen) {
    return change(official, marked -> marked.adjusted(chosen));
  }

  /**
   * The proposals stand, but for what was chosen before and now. Work moves at once, and each tick
   * goes on with it.
   *
   * @param successor who gets later mail to the old address; null: who gets most of the work
   */
  public Future<Handover> confirm(
      String official, String successor, Map<String, String> chosen, String note, String by) {
    Instant now = clock.instant();
    return change(
            official,
            marked -> marked.adjusted(chosen).confirmed(note, by, now, now.plus(LOOK_FOR)))
        .compose(
            confirmed ->
                settle(confirmed, successor).compose(settled -> move(confirmed)).map(confirmed));
  }

  private Future<Handover> change(String official, UnaryOperator<Handover> how) {
    return change(official, how, TRIES);
  }

  /** Again on what another change left, when that came first. */
  private Future<Handover> change(String official, UnaryOperator<Handover> how, int left) {
    return handovers
        .find(official)
        .map(found -> found.orElseThrow(() -> new NotMarked(official)))
        .compose(
            before -> {
              Handover after = how.apply(before);
              return handovers
                  .replace(after, before.version())
                  .compose(
                      won ->
                          won || left == 0
                              ? Future.succeededFuture(after)
                              : change(official, how, left - 1));
            });
  }

  private Future<Directory> settle(Handover confirmed, String successor) {
    return (successor != null
            ? Future.succeededFuture(successor)
            : preview(confirmed.id()).map(items -> mostly(items, confirmed)))
        .compose(
            who ->
                directories.departed(
                    new Departure(confirmed.id(), confirmed.markedAt(), who, confirmed.by())));
  }

  private String mostly(List<Item> items, Handover handover) {
    Map<String, Long> counts =
        items.stream()
            .collect(Collectors.groupingBy(Item::to, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> successorOf(handover));
  }

  private String successorOf(Handover handover) {
    return directories.current().successorOf(handover.id(), clock.instant()).id();
  }

  /** Goes on with every handover that is under way; completes with how many cases moved. */
  public Future<Integer> tick() {
    return handovers
        .underWay()
        .compose(all -> begun(all).map(all))
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

  /** A crash may have come between the mark in the directory and the handover. */
  private Future<?> begun(List<Handover> underWay) {
    Set<String> begun = underWay.stream().map(Handover::id).collect(Collectors.toSet());
    return Future.all(
        directories.current().departures().stream()
            .filter(gone -> gone.successor() == null && !begun.contains(gone.official()))
            .map(gone -> handovers.begin(Handover.marked(gone.official(), gone.by(), gone.at())))
            .toList());
  }

  private Future<Integer> goOn(Handover handover) {
    return work.acted(handover.id(), new Relieving(handover.id()))
        .compose(relieved -> goOnWith(handover));
  }

  private Future<Integer> goOnWith(Handover handover) {
    if (handover.confirmed()) {
      return move(handover);
    }
    boolean tell = !handover.toldMeanwhile() && longAgo(handover);
    return cover(handover, tell)
        .compose(
            covered ->
                tell
                    ? change(handover.id(), Handover::told).map(covered)
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
    return work.of(handover.id())
        .compose(
            open -> {
              Map<Case, String> whose = new LinkedHashMap<>();
              open.forEach(one -> whose.put(one, acts(one)));
              return work.each(
                  whose,
                  (one, acts, all) -> {
                    String notice = handover.notice("acting", one.citizen());
                    return new Covering(acts, "departure", tell ? new Together(notice, all) : null);
                  });
            });
  }

  private String acts(Case one) {
    Instant now = clock.instant();
    Instant before = one.dueAt() == null ? now : one.dueAt();
    return directories.current().actingFor(one.official(), now, before, one.barred()).id();
  }

  private Future<Integer> move(Handover handover) {
    return work.of(handover.id())
        .compose(
            open -> {
              if (open.isEmpty()) {
                return passOnCitizens(handover).map(0);
              }
              Map<Case, String> whose = new LinkedHashMap<>();
              items(open, handover.adjusted()).forEach(item -> whose.put(item.moves(), item.to()));
              return work.each(whose, (one, to, all) -> moving(one, to, all, handover));
            });
  }

  /** What came in after the citizen was told about the others is told by itself. */
  private static Act moving(Case one, String to, Map<String, String> all, Handover handover) {
    Reassigning act = new Reassigning(to, handover.by(), "departure", handover.note());
    return one.openedAt().isAfter(handover.confirmedAt())
        ? act
        : act.telling(new Together(handover.notice("settled", one.citizen()), all));
  }

  /** Nothing is open any more: those who had the official as their standing one get another. */
  private Future<Void> passOnCitizens(Handover handover) {
    return citizens
        .passOn(handover.id(), successorOf(handover), clock.instant())
        .compose(
            none ->
                none && clock.instant().isAfter(handover.lookUntil())
                    ? end(handover)
                    : Future.succeededFuture());
  }

  private Future<Void> end(Handover handover) {
    return work.none(handover.id())
        .compose(
            none ->
                none
                    ? handovers.replace(handover.ended(), handover.version()).mapEmpty()
                    : Future.succeededFuture());
  }

  /** Nobody said that this official left. */
  public static final class NotMarked extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotMarked(String official) {
      super(official + " was not marked as departed", null, false, false);
    }
  }
}
