package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * An official leaves, now or on a day, and their work goes to named others: marked, proposed,
 * adjusted, confirmed, moved item by item. Each step can be taken again after a crash; it ends when
 * nothing open is found any more, or when the official is back.
 */
public final class Departing {
  private static final Duration LOOK_FOR = Duration.ofDays(1);
  private static final int AT_ONCE = 100;

  private final Handovers handovers;
  private final Trying trying;
  private final OpenWork work;
  private final StandingCitizens citizens;
  private final ComingBack comingBack;
  private final Directories directories;
  private final Previewing previewing;
  private final PassingOn passingOn;
  private final Clock clock;

  public Departing(
      Handovers handovers,
      Trying trying,
      Cases cases,
      Casework casework,
      Identities identities,
      Directories directories,
      Successors successors,
      Clock clock) {
    this.handovers = handovers;
    this.trying = trying;
    this.work = new OpenWork(cases, casework);
    this.citizens = new StandingCitizens(identities, cases);
    this.comingBack = new ComingBack(handovers, cases, work, citizens, directories);
    this.directories = directories;
    this.previewing = new Previewing(successors);
    this.passingOn = new PassingOn(handovers, cases, work, previewing);
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
        .compose(
            marked ->
                work.of(official)
                    .map(
                        open ->
                            previewing.items(
                                open,
                                number -> marked.stream().flatMap(one -> one.chosen(number)),
                                now())));
  }

  private Moment now() {
    return new Moment(clock.instant(), directories.current());
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
    return mark(official, clock.instant(), by);
  }

  /**
   * The same from a moment on, which the clock then carries out. Said again before that moment, it
   * is on the other day.
   */
  public Future<Handover> mark(String official, Instant at, String by) {
    return directories
        .departed(new Departure(official, at, null, by))
        .compose(known -> agree(departure(known, official)))
        .compose(
            marked ->
                marked.ahead(clock.instant())
                    ? Future.succeededFuture(marked)
                    : cover(marked, false).map(marked));
  }

  private static Departure departure(Directory known, String official) {
    return known.departures().stream()
        .filter(one -> one.official().equals(official))
        .findFirst()
        .orElseThrow();
  }

  /** The handover says what the directory says; again: nothing changes. */
  private Future<Handover> agree(Departure departure) {
    Handover marked = Handover.marked(departure.official(), departure.by(), departure.at());
    return handovers
        .begin(marked)
        .compose(first -> handovers.find(departure.official()))
        .map(Optional::orElseThrow)
        .compose(found -> agreed(found, marked));
  }

  private Future<Handover> agreed(Handover found, Handover marked) {
    if (found.markedAt().equals(marked.markedAt()) && !found.comesBack()) {
      return Future.succeededFuture(found);
    }
    boolean over = !found.underWay() || found.comesBack();
    return handovers.change(
        found.id(), now -> over ? marked.after(now) : now.dated(marked.markedAt()));
  }

  /**
   * The official stays after all, or works here again: what that means follows from when it is
   * said. Fails with {@link Handovers.NotMarked} when they do not leave.
   */
  public Future<Handover.Back> comeBack(String official, String by) {
    Instant now = clock.instant();
    boolean leaves =
        directories.current().departures().stream()
            .anyMatch(one -> one.official().equals(official));
    return leaves
        ? handovers
            .change(official, marked -> marked.comesBack() ? marked : marked.cameBack(by, now))
            .compose(back -> comingBack.goOn(back, now).map(back.back()))
        : Future.failedFuture(new Handovers.NotMarked(official));
  }

  /** Somebody chose other successors (case number to official id). Nothing moves yet. */
  public Future<Handover> adjust(String official, Map<String, String> chosen) {
    return handovers.change(official, marked -> marked.adjusted(chosen));
  }

  /**
   * What the successor of each case (by number) must know, from who leads or from who leaves; an
   * empty one takes it away. Fails with {@link Handovers.NotMarked} when they do not leave.
   */
  public Future<Handover> note(String official, Map<String, String> notes) {
    return handovers.change(official, marked -> marked.noted(notes));
  }

  /**
   * The proposals stand, but for what was chosen before and now. Work moves at once, and each tick
   * goes on with it; before the day on which the official leaves, it waits for that.
   *
   * @param successor who gets later mail to the old address; null: who gets most of the work
   */
  public Future<Handover> confirm(
      String official, String successor, Map<String, String> chosen, String note, String by) {
    Instant now = clock.instant();
    return handovers
        .change(
            official,
            marked -> marked.adjusted(chosen).confirmed(note, by, now, lookUntil(marked, now)))
        .compose(
            confirmed ->
                settle(confirmed, successor)
                    .compose(settled -> confirmed.ahead(now) ? none() : move(confirmed))
                    .map(confirmed));
  }

  private static Instant lookUntil(Handover marked, Instant now) {
    return (marked.ahead(now) ? marked.markedAt() : now).plus(LOOK_FOR);
  }

  private static Future<Integer> none() {
    return Future.succeededFuture(0);
  }

  /**
   * Who is to read later mail to somebody who leaves (official id): never somebody who is away.
   *
   * @param items what moves, to whom
   */
  public String reader(String official, List<Item> items) {
    return new PostReader(official, now()).of(items);
  }

  private Future<Directory> settle(Handover confirmed, String successor) {
    return (successor != null
            ? Future.succeededFuture(successor)
            : preview(confirmed.id()).map(items -> reader(confirmed.id(), items)))
        .compose(
            who ->
                directories.departed(
                    new Departure(confirmed.id(), confirmed.markedAt(), who, confirmed.by())));
  }

  private String successorOf(Handover handover) {
    return directories.current().successorOf(handover.id(), clock.instant()).id();
  }

  /** Goes on with every handover that is under way; completes with how many cases moved. */
  public Future<Integer> tick() {
    AtomicInteger moved = new AtomicInteger();
    return begun()
        .compose(
            begun ->
                trying.each(
                    SetAside.Queue.DEPARTURE,
                    most -> handovers.underWay(),
                    AT_ONCE,
                    Handover::id,
                    one -> goOn(one).onSuccess(moved::addAndGet)))
        .map(looked -> moved.get());
  }

  /** A crash may have come between the mark in the directory and the handover. */
  private Future<Integer> begun() {
    return trying.each(
        SetAside.Queue.DEPARTURE,
        most -> handovers.underWay().map(this::toBegin),
        AT_ONCE,
        Departure::official,
        this::agree);
  }

  private List<Departure> toBegin(List<Handover> underWay) {
    Map<String, Handover> begun =
        underWay.stream()
            .filter(one -> !one.comesBack())
            .collect(Collectors.toMap(Handover::id, one -> one));
    return directories.current().departures().stream()
        .filter(gone -> !agrees(gone, begun.get(gone.official())))
        .toList();
  }

  /** One that is over has a successor. */
  private static boolean agrees(Departure gone, Handover handover) {
    return handover == null ? gone.successor() != null : handover.markedAt().equals(gone.at());
  }

  private Future<Integer> goOn(Handover handover) {
    Instant now = clock.instant();
    if (handover.comesBack()) {
      return comingBack.goOn(handover, now);
    }
    return handover.ahead(now)
        ? farewell(handover)
        : work.acted(handover.id(), new Relieving(handover.id(), Covering.DEPARTURE))
            .compose(relieved -> work.minded(handover.id()))
            .compose(minded -> work.asked(handover.id()))
            .compose(asked -> work.offered(handover.id(), "departed"))
            .compose(lost -> goOnWith(handover));
  }

  /** Each citizen is offered a last talk, once, while there is time for one. */
  private Future<Integer> farewell(Handover handover) {
    return handover.farewell()
        ? work.of(handover.id())
            .compose(
                open -> {
                  Map<Case, String> whose = new LinkedHashMap<>();
                  open.forEach(one -> whose.put(one, handover.id()));
                  return work.each(
                      whose,
                      (one, who, all) ->
                          new Farewelling(
                              handover,
                              new Together(handover.notice("farewell", one.citizen()), all)));
                })
        : none();
  }

  /** Who leaves on a day ahead offers their citizens a last talk; again: nothing changes. */
  public Future<Handover> offerFarewell(String official) {
    return handovers.change(official, one -> one.farewell() ? one.same() : one.offering());
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
                    ? handovers.change(handover.id(), Handover::told).map(covered)
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
                    return new Covering(
                        acts, Covering.DEPARTURE, tell ? new Together(notice, all) : null);
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
            open ->
                open.isEmpty()
                    ? passOnCitizens(handover).map(0)
                    : passingOn.move(handover, open, now()));
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
}
