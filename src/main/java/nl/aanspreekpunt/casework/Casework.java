package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Outbox;

/**
 * The one way a case changes: an act decides on the case as it is, one conditional write puts down
 * the change with its events and notices, then the notices go to the outbox. A decision that loses
 * the race is taken again on what the other one left; it told nobody anything.
 */
public final class Casework {
  private static final int TRIES = 20;
  static final int IN_A_PAGE = 50;
  private final Cases cases;
  private final Outbox outbox;
  private final Directories directories;
  private final Clock clock;
  private final Listener changed;

  /** Told of each change that this node made, after it was written. */
  public interface Listener {
    void changed(Case before, Case after);
  }

  /**
   * @param changed told of each case that this node changed, as it then is
   */
  public Casework(
      Cases cases, Outbox outbox, Directories directories, Clock clock, Consumer<Case> changed) {
    this(cases, outbox, directories, clock, (before, after) -> changed.accept(after));
  }

  public Casework(
      Cases cases, Outbox outbox, Directories directories, Clock clock, Listener changed) {
    this.cases = cases;
    this.outbox = outbox;
    this.directories = directories;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Whose concern a case is and when that changes next, by the directory as it is now. To do it
   * again changes nothing.
   */
  Future<Void> again(String number) {
    return change(number, Minding::again)
        .compose(
            decision ->
                decision instanceof Decision.Unchanged same && wakesOtherwise(same.as())
                    ? rest(same.as())
                    : Future.<Void>succeededFuture());
  }

  /** What is pending, or moves, is due at once already. */
  private boolean wakesOtherwise(Case one) {
    return one.open()
        && one.pending().isEmpty()
        && !one.underWay()
        && !Objects.equals(one.wakeAt(), wake(one));
  }

  /** What is done and when, and how the change is written. */
  private record Change(Act act, Instant now, Writing writing) {}

  private interface Writing {
    Future<Boolean> write(Case after, long expectedVersion);
  }

  /** What a change would be decided on now. */
  public Moment moment() {
    return new Moment(clock.instant(), directories.current());
  }

  /**
   * What somebody does, or the clock: on disk before the future completes. Fails when there is no
   * such case; a refusal is a value.
   */
  public Future<Decision> change(String number, Act act) {
    return attempt(number, new Change(act, clock.instant(), cases::replace), TRIES);
  }

  /**
   * A decision that somebody is told of: what was done before stands on disk by then, whoever did
   * it.
   */
  public Future<Decision> told(Decision decision) {
    return decision instanceof Decision.Unchanged unchanged
        ? cases.onDisk(unchanged.as().id()).map(decision)
        : Future.succeededFuture(decision);
  }

  /** The same for a case just read: when it still is so, it is not read again. */
  Future<Decision> change(Case known, Act act) {
    return decide(known, new Change(act, clock.instant(), cases::replace), TRIES);
  }

  /** What follows from a stored receipt, as of the moment it was received. */
  public Future<Decision> receive(String number, Act act, Instant received) {
    return attempt(number, new Change(act, received, cases::receive), TRIES);
  }

  private Future<Decision> attempt(String number, Change change, int left) {
    return cases
        .find(number)
        .compose(
            found ->
                found
                    .map(before -> decide(before, change, left))
                    .orElseGet(() -> Future.failedFuture(new NoSuchCase(number))));
  }

  private Future<Decision> decide(Case before, Change change, int left) {
    Directory known = directories.current();
    Decision decision = leadsOn(before, change.act(), new Moment(change.now(), known));
    return decision instanceof Decision.Changed changedCase
        ? turned(before, changedCase.after())
            .compose(after -> write(before, after, change, left))
            .compose(written -> knownBy(known, before.id()).map(written))
        : Future.succeededFuture(decision);
  }

  /**
   * The directory may have changed while this was written: who then looked at whose concern each
   * case is did not see this one.
   */
  private Future<Void> knownBy(Directory known, String number) {
    return directories.current().version() == known.version()
        ? Future.succeededFuture()
        : again(number);
  }

  /** A case that was joined to another goes on there: here nothing opens, and no promise ends. */
  private static Decision leadsOn(Case before, Act act, Moment moment) {
    Decision decision = act.on(before, moment);
    boolean goesOn =
        decision instanceof Decision.Changed changed
            && (changed.after().open() || !changed.after().promises().equals(before.promises()));
    boolean joining = act instanceof Moved || act instanceof Staying || act instanceof ComingHome;
    return before.joined() && goesOn && !joining ? Decision.refused(GoingOver.ELSEWHERE) : decision;
  }

  /** Moves the oldest stored events to a page when there are many. */
  private Future<Case> turned(Case before, Case after) {
    if (before.events().size() < 2 * IN_A_PAGE) {
      return Future.succeededFuture(after);
    }
    List<CaseEvent> oldest = before.events().subList(0, IN_A_PAGE);
    return cases
        .keep(before.id(), before.paged() / IN_A_PAGE, oldest)
        .map(kept -> after.withoutOldest(IN_A_PAGE));
  }

  private Future<Decision> write(Case before, Case after, Change change, int left) {
    return change
        .writing()
        .write(after, before.version())
        .compose(
            won -> {
              if (!won && left > 1) {
                return attempt(before.id(), change, left - 1);
              }
              if (!won) {
                return Future.failedFuture("case " + before.id() + " changes too often");
              }
              changed.changed(before, after);
              return settle(after).map(told -> new Decision.Changed(after));
            });
  }

  /**
   * A case that was made from another: the same again changes nothing. Fails when its number is
   * another's.
   */
  Future<Case> open(Case from, Parting parting) {
    return open(from, new SettingUp(from, parting).as(moment()));
  }

  /**
   * A case that the hub makes itself, with what is pending in it: the same again changes nothing.
   * Fails when its number is another's.
   */
  public Future<Case> open(Case made) {
    return open(made, made);
  }

  private Future<Case> open(Case from, Case made) {
    return cases
        .insert(made)
        .compose(
            first -> {
              if (first) {
                changed.changed(from, made);
                return settle(made).map(made);
              }
              return cases
                  .find(made.id())
                  .map(there -> there.filter(one -> one.openedBy().equals(made.openedBy())))
                  .map(there -> there.orElseThrow(() -> new NumberTaken(made.id())));
            });
  }

  /** Puts what is pending into the outbox; also finishes what a crash left. */
  public Future<Void> settle(Case after) {
    return after.pending().isEmpty() ? Future.succeededFuture() : rest(after);
  }

  /** Leaves a case in peace until its next ladder step; what is pending goes out first. */
  Future<Void> rest(Case one) {
    Instant wake = wake(one);
    return outbox.add(one.pending()).compose(added -> cases.settle(one.id(), one.version(), wake));
  }

  /**
   * At once while it moves, and when somebody is to mind something who does not know: what follows
   * from a receipt was decided as of when that came in, which may be days ago.
   */
  private Instant wake(Case one) {
    Draft draft = new Draft(one, moment());
    return one.underWay() || Minding.begins(draft) ? draft.atOnce() : draft.nextStep();
  }

  /** Another case has this number. */
  public static final class NumberTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    NumberTaken(String number) {
      super("there is another case " + number, null, false, false);
    }
  }

  /** Nothing has this number. */
  public static final class NoSuchCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSuchCase(String number) {
      super("there is no case " + number, null, false, false);
    }
  }
}
