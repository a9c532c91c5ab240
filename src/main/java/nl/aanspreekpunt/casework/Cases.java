package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.store.Store;

/** The case documents. A change names the version it was decided on. */
public interface Cases {
  static Cases in(Store store) {
    return new MongoCases(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when a case with this number exists. */
  Future<Boolean> insert(Case opened);

  Future<Optional<Case>> find(String number);

  /** In the order asked; one that is missing is left out. */
  Future<List<Case>> findAll(List<String> numbers);

  /** On disk before the future completes. False when another change came first. */
  Future<Boolean> replace(Case after, long expectedVersion);

  /** The same, but not on disk at once: the receipt it comes from is, and gives it again. */
  Future<Boolean> receive(Case after, long expectedVersion);

  /** What was read of a case is on disk before the future completes. */
  Future<Void> onDisk(String number);

  /**
   * Clears pending and sets the next wake-up (null: none), if the case is still at that version.
   */
  Future<Void> settle(String number, long version, Instant wakeAt);

  /** Keeps older events as page {@code n} (from 0); writing a page again changes nothing. */
  Future<Void> keep(String number, int n, List<CaseEvent> events);

  /** Events of one page, oldest first; empty when there is none. */
  Future<List<CaseEvent>> page(String number, int n);

  /**
   * Cases that need the clock's attention by {@code now}, earliest first. One that cannot be read
   * is set aside.
   */
  Future<List<Case>> due(Instant now, int limit);

  /** One that could not be attended to now: the clock leaves it for a while, longer each time. */
  Future<Void> setAside(String number, Instant now, Throwable why);

  /** One that was set aside until a moment, and waits still, has its turn now. */
  Future<Void> tryNow(String number, Instant until, Instant now);

  /**
   * Open cases that concern an official and in which something was promised, earliest due first.
   */
  Future<List<Case>> promised(String official, int limit);

  /** Open cases that concern an official and in which nothing is due. */
  Future<List<Case>> idle(String official, int limit);

  /** Open cases in which this official acts for somebody else, without their history. */
  Future<List<Case>> actedBy(String official, int limit);

  /**
   * Open cases in which colleagues ask this official something, earliest due first: who was asked,
   * stands in, or was reached by its ladder.
   */
  Future<List<Case>> asked(String official, int limit);

  /** Open cases that are offered to this official by hand. */
  Future<List<Case>> offeredTo(String official, int limit);

  /** How many open cases concern this official; counting stops at {@code atMost}. */
  Future<Long> countOpen(String official, int atMost);

  /**
   * How many open cases that concern this official have something due up to {@code until}; counting
   * stops at {@code atMost}.
   */
  Future<Long> countPressing(String official, Instant until, int atMost);

  /** How many open cases this official is responsible for; counting stops at {@code atMost}. */
  Future<Long> countOpenOf(String official, int atMost);

  /** How many cases have something due after {@code after} and up to {@code until}. */
  Future<Long> countDue(Instant after, Instant until, int atMost);

  /** Open cases this official is responsible for, oldest first, without their history. */
  Future<List<Case>> openOf(String official, int limit);

  /** Open cases about a topic, oldest first, without their history. */
  Future<List<Case>> openAbout(String topic, int limit);

  /** Closed cases about a topic, newest first, without their history. */
  Future<List<Case>> closedAbout(String topic, int limit);

  /** A team's open cases, oldest first, without their history. */
  Future<List<Case>> openInTeam(String team, int limit);

  /** A team's open cases in which something was promised, earliest due first. */
  Future<List<Case>> ofTeam(String team, int limit);

  /** Of a team what next needs attention before a moment, soonest first. */
  Future<List<Case>> waking(String team, Instant before, int limit);

  /** A team's cases whose match waits for confirmation. */
  Future<List<Case>> uncertain(String team, int limit);

  /** Cases this official is responsible for whose match waits for confirmation. */
  Future<List<Case>> uncertainOf(String official, int limit);

  /** Whose topic a named person corrected, lately corrected first. */
  Future<List<Case>> corrected(int limit);

  /** A team's open cases in which somebody is to be named who stays with the citizen. */
  Future<List<Case>> unsteady(String team, int limit);

  /** Cases with a request to be called that this official or clerk took, newest first. */
  Future<List<Case>> taken(String official, int limit);

  /** Open cases in which somebody is to be called at this number (E.164), earliest due first. */
  Future<List<Case>> calling(String number, int limit);

  /**
   * Open cases that concern an official and in which somebody is to be called, by {@link
   * Case#callAt()}, earliest first, after a cursor (null: first page).
   */
  Future<List<Case>> toCall(String official, Cursor after, int limit);

  /** In which somebody acted on a principle (topic id), newest first, without their history. */
  Future<List<Case>> invoked(String principle, int limit);

  /** In which this official is still to account for acting on a principle. */
  Future<List<Case>> owing(String official, int limit);

  /** In which an answer that this official wrote has not gone, without their history. */
  Future<List<Case>> unsentOf(String official, int limit);

  /** In which this official was named in a note and did not say that they saw it. */
  Future<List<Case>> mentioning(String official, int limit);

  /** In which somebody takes part with this address, newest first. */
  Future<List<Case>> ofAddress(Address address, int limit);

  /** A citizen's cases, newest first. */
  Future<List<Case>> ofCitizen(String citizen, int limit);

  /** Newest first, after a cursor (null for the first page). */
  Future<List<Case>> list(Filter filter, Cursor after, int limit);

  /** Open cases that concern an official, newest first, after a cursor (null: first page). */
  Future<List<Case>> concerning(String official, Cursor after, int limit);

  /**
   * In which something was in a quarter that the council's report counts, by citizen, without their
   * history, after a cursor (null: first page).
   *
   * @param quarter such as {@code 2026-Q4}
   */
  Future<List<Case>> tallied(String quarter, ByCitizen after, int limit);

  /** What the report counts of a case from before that was kept, if it still is as it was read. */
  Future<Void> tally(Case asRead, Tally counted);

  /** The last case of the page before, of those in order of citizen. */
  record ByCitizen(String citizen, String number) {}

  /** What a list is narrowed to; each may be null. */
  record Filter(String citizen, String official, Case.State state) {}

  /**
   * The last case of the page before.
   *
   * @param at when it was opened, or by when to call, as the list is in order of
   */
  record Cursor(Instant at, String number) {}
}
