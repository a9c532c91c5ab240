package nl.aanspreekpunt.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What moved a promise's due time, each told to the citizen and counted: renewals, and waiting for
 * the citizen.
 *
 * @param days the length of a term on the calendar, from the day it was made, with what was added;
 *     null when the promise runs in opening time or clock time
 * @param countsFrom from when the ladder counts; null: from when it was made
 * @param renewals oldest first
 * @param pauses oldest first
 */
public record Moves(Integer days, Instant countsFrom, List<Renewal> renewals, List<Pause> pauses) {
  public static final Moves NONE = new Moves(null, null, null, null);

  /**
   * Another moment, told to the citizen before the old one passed.
   *
   * @param by official id
   * @param legal an extension that the law allows, by the norm
   */
  public record Renewal(
      Instant at, String by, Instant was, Instant due, String reason, boolean legal) {}

  /**
   * The promise stood still because the citizen was asked something.
   *
   * @param until null while it lasts
   * @param silentAt when silence has lasted too long: the promise goes on, and its official is told
   * @param by official id of who asked
   */
  public record Pause(Instant since, Instant until, Instant silentAt, String by) {
    boolean lasts() {
      return until == null;
    }
  }

  public Moves {
    renewals = renewals == null ? List.of() : List.copyOf(renewals);
    pauses = pauses == null ? List.of() : List.copyOf(pauses);
  }

  /** Of a promise that runs for this many days of the calendar. */
  public static Moves onCalendar(int days) {
    return new Moves(days, null, null, null);
  }

  public boolean calendar() {
    return days != null;
  }

  public Optional<Pause> pausedNow() {
    return pauses.stream().filter(Pause::lasts).findFirst();
  }

  public Optional<Renewal> lastRenewal() {
    return renewals.stream().reduce((earlier, later) -> later);
  }

  public long extensions() {
    return renewals.stream().filter(Renewal::legal).count();
  }

  public Moves paused(Pause pause) {
    List<Pause> all = new ArrayList<>(pauses);
    all.add(pause);
    return new Moves(days, countsFrom, renewals, all);
  }

  /** Asked again: silence is too long from another moment on. */
  public Moves waitingUntil(Instant silentAt) {
    return new Moves(
        days,
        countsFrom,
        renewals,
        pauses.stream()
            .map(one -> one.lasts() ? new Pause(one.since(), null, silentAt, one.by()) : one)
            .toList());
  }

  /** What was asked is answered, or nobody waits for it any more. */
  public Moves goOn(Instant at) {
    return new Moves(days, countsFrom, renewals, ended(at));
  }

  /**
   * @param length as {@link #days}, with the days waited
   */
  public Moves resumed(Instant at, Integer length, Instant from) {
    return new Moves(length, from, renewals, ended(at));
  }

  private List<Pause> ended(Instant at) {
    return pauses.stream()
        .map(one -> one.lasts() ? new Pause(one.since(), at, one.silentAt(), one.by()) : one)
        .toList();
  }

  /** The ladder counts anew from here. */
  public Moves renewed(Renewal renewal, Integer length) {
    List<Renewal> all = new ArrayList<>(renewals);
    all.add(renewal);
    return new Moves(length, renewal.at(), all, pauses);
  }
}
