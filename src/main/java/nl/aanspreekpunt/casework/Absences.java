package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Asked;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/**
 * Absences begin and end by the clock: each on whichever node comes first, after any downtime,
 * once. What is to be done is found by when it is due; the directory is gone through only when it
 * changed.
 */
public final class Absences {
  private static final int AT_ONCE = 100;
  private static final int MOST = 5_000;
  private static final int MOST_TOLD = 200;
  private static final int TRIES = 5;

  private final Spells spells;
  private final Trying trying;
  private final Cases cases;
  private final CoveringAbsence covering;
  private final WorkingDays days;
  private final AbsenceNotices notices;
  private final Directories directories;
  private final Clock clock;
  private final Duration warnBefore;
  private volatile long known = -1;
  private volatile Set<String> seen = Set.of();

  /**
   * @param warnBefore how long before its start the coordinator hears of an absence that nobody
   *     stands in for
   */
  public Absences(
      Spells spells,
      Trying trying,
      Cases cases,
      Casework casework,
      Outbox outbox,
      Directories directories,
      Clock clock,
      Duration warnBefore) {
    this.spells = spells;
    this.trying = trying;
    this.cases = cases;
    this.covering = new CoveringAbsence(cases, casework, directories);
    this.days = new WorkingDays(cases, casework, directories, clock);
    this.notices = new AbsenceNotices(outbox);
    this.directories = directories;
    this.clock = clock;
    this.warnBefore = warnBefore;
  }

  public Future<Directory> absent(Absence absence) {
    return absent(absence, null);
  }

  /**
   * Somebody is or will be away; what follows of it now is done when this completes.
   *
   * @param asked so that it takes effect once; null: each time
   */
  public Future<Directory> absent(Absence absence, Asked asked) {
    return directories.absent(absence, asked).compose(after -> tick().map(after));
  }

  public Future<Directory> returned(String official, String by) {
    return returned(official, by, null);
  }

  /** The official is back: nobody acts for them any more. */
  public Future<Directory> returned(String official, String by, Asked asked) {
    return directories
        .returned(official, clock.instant(), by, asked)
        .compose(after -> tick().map(after));
  }

  /** Somebody works other days from now on; what that changes for their open work is done. */
  public Future<Directory> works(WorkDays stated, Asked asked) {
    return directories.works(stated, asked).compose(after -> days.learn().map(after));
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return spells.prepare();
  }

  /** As this node knows it. */
  public Directory directory() {
    return directories.current();
  }

  public Future<Optional<Spell>> find(String id) {
    return spells.find(id);
  }

  /** What was open when an absence began, and what came in since: with its latest history. */
  public Future<List<Case>> meanwhile(Spell spell) {
    return cases
        .list(new Cases.Filter(null, spell.official(), null), null, MOST_TOLD)
        .compose(
            latest -> {
              Set<String> numbers = new LinkedHashSet<>();
              latest.stream()
                  .filter(one -> !one.openedAt().isBefore(spell.from()))
                  .forEach(one -> numbers.add(one.id()));
              numbers.addAll(spell.cases());
              return cases.findAll(numbers.stream().limit(MOST_TOLD).toList());
            });
  }

  /**
   * Takes what is due now; completes with how many absences that were. One that cannot be dealt
   * with delays no other.
   */
  public Future<Integer> tick() {
    Directory directory = directories.current();
    Future<Void> learned =
        directory.version() == known ? Future.succeededFuture() : learn(directory);
    return learned
        .compose(done -> days.learn())
        .compose(
            done ->
                trying.each(
                    SetAside.Queue.ABSENCE,
                    most -> spells.due(clock.instant(), most),
                    AT_ONCE,
                    Spell::id,
                    one -> look(one, TRIES)));
  }

  /**
   * Absences that are new, or that the directory now says something else about. Also what another
   * node began: this one may just have taken in messages for whom it did not know to be away.
   */
  private Future<Void> learn(Directory directory) {
    Instant now = clock.instant();
    List<Absence> ahead =
        directory.absences().stream().filter(absence -> !absence.over(now)).toList();
    return spells
        .underWay(MOST)
        .compose(
            underWay -> {
              Set<String> begun = underWay.stream().map(Spell::id).collect(Collectors.toSet());
              List<Absence> others =
                  ahead.stream().filter(absence -> !begun.contains(Spell.id(absence))).toList();
              return begin(others)
                  .compose(done -> lookAgain(underWay, directory))
                  .onSuccess(
                      done -> {
                        seen = begun;
                        known = directory.version();
                      });
            });
  }

  /** One that had ended and is prolonged goes on. */
  private Future<Void> begin(List<Absence> absences) {
    return spells
        .findAll(absences.stream().map(Spell::id).toList())
        .compose(
            ended -> {
              Set<String> there = new HashSet<>(ended.stream().map(Spell::id).toList());
              List<Future<?>> each = new ArrayList<>();
              absences.stream()
                  .filter(absence -> !there.contains(Spell.id(absence)))
                  .forEach(one -> each.add(spells.begin(Spell.stated(one, wake(one)))));
              ended.forEach(one -> each.add(lookOrLater(one)));
              return Future.join(each).mapEmpty();
            });
  }

  private Future<Void> lookAgain(List<Spell> underWay, Directory directory) {
    List<Future<Void>> each =
        underWay.stream()
            .filter(
                one ->
                    !seen.contains(one.id())
                        || stated(one, directory).filter(one::agrees).isEmpty())
            .map(this::lookOrLater)
            .toList();
    return Future.join(each).mapEmpty();
  }

  /** When that fails it is due: then its turn comes by the clock, like that of any other. */
  private Future<Void> lookOrLater(Spell spell) {
    return Future.succeededFuture()
        .compose(now -> look(spell, TRIES))
        .recover(why -> spells.replace(spell.due(clock.instant()), spell.version()).mapEmpty());
  }

  private static Optional<Absence> stated(Spell spell, Directory directory) {
    return directory.absences().stream().filter(spell::is).findFirst();
  }

  /** Does what is due of one absence, then says when it is looked into next. */
  private Future<Void> look(Spell spell, int left) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    Optional<Absence> stated = stated(spell, directory).filter(one -> !one.over(now));
    Future<Spell> after =
        stated.isEmpty()
            ? end(spell, directory, now)
            : stated.get().covers(now)
                ? begin(spell, stated.get(), now)
                : await(spell, stated.get(), directory, now);
    return after
        .compose(next -> spells.replace(next, spell.version()))
        .compose(
            won ->
                won || left == 0
                    ? Future.succeededFuture()
                    : spells
                        .find(spell.id())
                        .compose(other -> look(other.orElse(spell), left - 1)));
  }

  private Future<Spell> begin(Spell spell, Absence absence, Instant now) {
    Future<List<String>> covered =
        absence.presumed() ? Future.succeededFuture(List.of()) : covering.cover(absence, now);
    return covered.map(open -> spell.running(absence, open));
  }

  private Future<Spell> end(Spell spell, Directory directory, Instant now) {
    Instant end = spell.until() == null || spell.until().isAfter(now) ? now : spell.until();
    if (!spell.began() || !directory.here(spell.official(), now)) {
      return Future.succeededFuture(spell.ended(end));
    }
    return covering
        .uncover(spell.official(), spell.from())
        .compose(
            done ->
                stated(spell, directory).filter(Absence::presumed).isPresent()
                    ? Future.succeededFuture()
                    : notices.back(spell, directory, now))
        .map(done -> spell.ended(end));
  }

  /** Before its start: is there somebody who stands in? */
  private Future<Spell> await(Spell spell, Absence absence, Directory directory, Instant now) {
    boolean covered = directory.deputies(absence.official(), absence.from()).covered();
    Instant warnAt = absence.from().minus(warnBefore);
    if (spell.warned() || covered || now.isBefore(warnAt)) {
      boolean later = !spell.warned() && warnAt.isAfter(now);
      return Future.succeededFuture(
          spell.waiting(absence, spell.warned(), later ? warnAt : absence.from()));
    }
    return notices
        .uncovered(absence, directory, now)
        .map(told -> spell.waiting(absence, true, absence.from()));
  }

  private Instant wake(Absence absence) {
    return absence.from().minus(warnBefore);
  }
}
