package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Trying;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that somebody with open work is not there any more: who did nothing in the hub for two of
 * their own working days, or whose mailbox takes nothing, is put to their coordinator as "absent or
 * gone?". New work goes to the deputy meanwhile. A mailbox that answers by itself is only proposed.
 */
public final class Attendance {
  private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
  private static final Norm TWO_DAYS = Norm.parse("P2D");
  private static final Norm A_DAY = Norm.parse("P1D");
  private static final Duration OFTEN = Duration.ofMinutes(10);
  private static final int AT_ONCE = 100;

  private final Signs signs;
  private final Trying trying;
  private final Cases cases;
  private final Absences absences;
  private final Departing departing;
  private final AbsenceNotices notices;
  private final Directories directories;
  private final Clock clock;
  private final Map<String, Instant> written = new ConcurrentHashMap<>();
  private volatile long known = -1;

  public Attendance(
      Store store,
      Trying trying,
      Cases cases,
      Absences absences,
      Departing departing,
      Outbox outbox,
      Directories directories,
      Clock clock) {
    this.signs = Signs.in(store);
    this.trying = trying;
    this.cases = cases;
    this.absences = absences;
    this.departing = departing;
    this.notices = new AbsenceNotices(outbox);
    this.directories = directories;
    this.clock = clock;
  }

  /** Creates the indexes. */
  public Future<Void> prepare() {
    return signs.prepare();
  }

  /** They did something here just now: whatever was presumed is over. Never fails. */
  public Future<Void> seen(String official) {
    Instant now = clock.instant();
    boolean presumed = presumed(official, now).isPresent();
    Instant last = written.get(official);
    if (!presumed && last != null && now.isBefore(last.plus(OFTEN)) && !now.isBefore(last)) {
      return Future.succeededFuture();
    }
    written.put(official, now);
    return (presumed ? absences.returned(official, official) : Future.succeededFuture())
        .compose(back -> change(official, sign -> sign.seen(now, after(official, now, TWO_DAYS))))
        .recover(
            e -> {
              LOG.warn("a sign of life is not noted: {}", e.toString());
              return Future.succeededFuture();
            });
  }

  /** Something speaks against it that they are here; the clock asks if they have open work. */
  public Future<Void> doubt(String official, Sign.Doubt why) {
    return doubt(official, why, null);
  }

  /**
   * The same.
   *
   * @param back when they are back, as they say themselves; null if they do not
   */
  public Future<Void> doubt(String official, Sign.Doubt why, Instant back) {
    Instant now = clock.instant();
    return change(official, sign -> sign.asks() ? sign : sign.doubted(why, back, now));
  }

  /** Of these officials the ones about whom it is asked. */
  public Future<List<Sign>> asked(List<String> officials) {
    return signs.findAll(officials).map(all -> all.stream().filter(Sign::asks).toList());
  }

  /** The coordinator says: they are here. */
  public Future<Void> isHere(String official, String by) {
    Instant now = clock.instant();
    return absences
        .returned(official, by)
        .compose(back -> answered(official, after(official, now, TWO_DAYS)));
  }

  /**
   * The coordinator says: they are away, since it was asked.
   *
   * @param until null: until further notice
   */
  public Future<Void> isAway(String official, Instant until, String by) {
    Instant now = clock.instant();
    Instant from = presumed(official, now).map(Absence::from).orElse(now);
    return absences
        .absent(new Absence(official, from, until, null, "", by))
        .compose(away -> answered(official, after(official, now, TWO_DAYS)));
  }

  /** The coordinator says: they are gone. Their departure begins. */
  public Future<Void> isGone(String official, String by) {
    return departing.mark(official, by).compose(gone -> answered(official, null));
  }

  private Future<Void> answered(String official, Instant next) {
    return change(official, sign -> sign.later(next));
  }

  /** Asks about whom it is time to ask; completes with how many were looked into. */
  public Future<Integer> tick() {
    Directory directory = directories.current();
    Future<Void> learned =
        directory.version() == known ? Future.succeededFuture() : learn(directory);
    return learned.compose(
        done ->
            trying.each(
                SetAside.Queue.SIGN,
                most -> signs.due(clock.instant(), most),
                AT_ONCE,
                Sign::id,
                this::look));
  }

  /** Whoever is new here counts as seen. */
  private Future<Void> learn(Directory directory) {
    Instant now = clock.instant();
    List<String> all = directory.officials().stream().map(Official::id).toList();
    return signs
        .findAll(all)
        .compose(
            there -> {
              Set<String> begun = new HashSet<>(there.stream().map(Sign::id).toList());
              return Future.join(
                  all.stream()
                      .filter(one -> !begun.contains(one) && directory.employed(one, now))
                      .map(one -> signs.begin(Sign.first(one, now, after(one, now, TWO_DAYS))))
                      .toList());
            })
        .onSuccess(done -> known = directory.version())
        .mapEmpty();
  }

  private Future<Void> look(Sign sign) {
    Directory directory = directories.current();
    Instant now = clock.instant();
    String official = sign.id();
    if (!directory.employed(official, now)) {
      return signs.replace(sign.later(null), sign.version()).mapEmpty();
    }
    if (directory.absent(official, now)) {
      Instant back = directory.back(official, now).orElse(now);
      return signs.replace(sign.later(after(official, back, TWO_DAYS)), sign.version()).mapEmpty();
    }
    return cases
        .countOpen(official, 1)
        .compose(
            open ->
                open == 0
                    ? signs.replace(sign.later(after(official, now, A_DAY)), sign.version())
                    : ask(sign, directory, now))
        .mapEmpty();
  }

  /** First what follows, under the moment it was found by: again it is the same. */
  private Future<Boolean> ask(Sign sign, Directory directory, Instant now) {
    Sign.Doubt why = sign.doubt() == null ? Sign.Doubt.UNSEEN : sign.doubt();
    Absence presumed =
        new Absence(sign.id(), sign.lookAt(), null, null, Absence.UNSEEN, "hub", Absence.Gets.NEW);
    Future<?> meanwhile =
        why == Sign.Doubt.AUTOREPLY ? Future.succeededFuture() : absences.absent(presumed);
    return meanwhile
        .compose(
            known -> notices.doubted(sign.id(), why, sign.lookAt(), new Moment(now, directory)))
        .compose(told -> signs.replace(sign.asked(why, now), sign.version()));
  }

  private Optional<Absence> presumed(String official, Instant now) {
    return directories.current().absence(official, now).filter(Absence::presumed);
  }

  private Instant after(String official, Instant moment, Norm norm) {
    return directories.current().hours(official).after(moment, norm);
  }

  private interface Changing {
    Sign of(Sign sign);
  }

  private Future<Void> change(String official, Changing how) {
    return signs
        .find(official)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(true)
                    : replaced(found.get(), how.of(found.get())))
        .compose(won -> won ? Future.succeededFuture() : change(official, how));
  }

  private Future<Boolean> replaced(Sign before, Sign after) {
    return after.equals(before)
        ? Future.succeededFuture(true)
        : signs.replace(after, before.version());
  }
}
