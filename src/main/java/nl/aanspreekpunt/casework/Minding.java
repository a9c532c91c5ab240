package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * Whose concern a promise is while its owner does not work: who works other days than its due time
 * is not away, and keeps it; but from their last working moment before it on, whoever stands in has
 * it on Today as well, and hears so. An absence is {@link Deputising}'s.
 */
public final class Minding {
  /** Days of the team on which to look for a day off: that of an even or odd week is among them. */
  private static final int DAYS_AHEAD = 14;

  private Minding() {}

  /** Of a draft's open promises each that its owner cannot keep by themselves, and who minds it. */
  static List<Minded> in(Draft draft) {
    return draft.promises.open().stream()
        .flatMap(one -> who(one, draft).map(who -> new Minded(one, who)).stream())
        .toList();
  }

  /** A promise, and the official who sees to it meanwhile. */
  record Minded(Promise promise, String official) {}

  private static Optional<String> who(Promise promise, Draft draft) {
    String owner = draft.ownerOf(promise);
    if (!needed(promise, owner, draft.team(), draft.moment)) {
      return Optional.empty();
    }
    return Optional.of(draft.actingFor(owner, before(promise.due(), draft.team(), draft.moment)))
        .filter(who -> !who.equals(owner));
  }

  /** Whether its owner works no more before it is due, or today when it is late already. */
  public static boolean needed(Case one, Promise promise, Moment moment) {
    return needed(promise, one.ownerOf(promise), one.team(), moment);
  }

  static boolean needed(Promise promise, String owner, String team, Moment moment) {
    Directory directory = moment.directory();
    return !promise.waits()
        && directory.employed(owner, moment.now())
        && !directory.works(owner, moment.now(), before(promise.due(), team, moment));
  }

  /** Before when somebody must work to see to what is due then: at least today. */
  static Instant before(Instant due, String team, Moment moment) {
    Instant closing = moment.directory().clock(team).dayEnd(moment.now());
    return due.isAfter(closing) ? due : closing;
  }

  /** Whose concern it is, when somebody works other days. */
  static Decision again(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    boolean same =
        !before.open()
            || (Concerned.by(draft, in(draft)).equals(before.concerns()) && !draft.inward.begins());
    return same ? new Decision.Unchanged(before) : draft.done();
  }

  /** Whom it did not concern until now; also what colleagues promise one another. */
  static boolean begins(Draft draft) {
    return draft.open()
        && (draft.inward.begins() || in(draft).stream().anyMatch(one -> isNew(one, draft)));
  }

  private static boolean isNew(Minded one, Draft draft) {
    return !draft.before.concerns().contains(one.official());
  }

  /** Puts it on record and tells them, once each. */
  static void begin(Draft draft, List<Minded> minded) {
    minded.stream()
        .filter(one -> isNew(one, draft))
        .forEach(
            one -> {
              String owner = draft.ownerOf(one.promise());
              draft.event(
                  new CaseEvent.Minds(draft.now(), one.official(), owner, one.promise().id()));
              draft
                  .tell()
                  .official(one.official(), Notice.Kind.LADDER, facts(one.promise(), "MINDS"));
            });
  }

  /** What a notice says of a promise that somebody is to see to. */
  static Map<String, String> facts(Promise promise, String does) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", promise.id());
    facts.put("promiseKind", promise.kind().name());
    facts.put("due", promise.due().toString());
    facts.put("does", does);
    return facts;
  }

  /**
   * When somebody else next comes to mind one of these: the first opening of the team at which its
   * owner works no more before it is due, or that day, and each like it, when it is late by then.
   * Always later than now. Empty when that does not come in the next weeks.
   *
   * @param owner official id of who is to keep a promise
   */
  static Optional<Instant> next(
      List<Promise> promises, Function<Promise, String> owner, String team, Moment moment) {
    return promises.stream()
        .filter(promise -> !promise.waits())
        .flatMap(promise -> next(promise, owner.apply(promise), team, moment).stream())
        .min(Instant::compareTo);
  }

  private static Optional<Instant> next(Promise promise, String owner, String team, Moment moment) {
    WorkingTime theirs = moment.directory().hours(owner);
    WorkingTime open = moment.directory().clock(team);
    if (theirs.equals(open)) {
      return Optional.empty();
    }
    Instant due = promise.due();
    return from(due, theirs, open)
        .filter(moment.now()::isBefore)
        .or(() -> late(due.isAfter(moment.now()) ? due : moment.now(), theirs, open));
  }

  /** The opening from which they work no more before a moment; empty when none comes before it. */
  private static Optional<Instant> from(Instant before, WorkingTime theirs, WorkingTime open) {
    return Optional.of(open.opening(theirs.closing(before))).filter(before::isAfter);
  }

  /**
   * The first after a moment, of the days on which the team is open and they are not, or less: also
   * of several in a row, for who minds it on one of them need not work on the next.
   */
  private static Optional<Instant> late(Instant after, WorkingTime theirs, WorkingTime open) {
    Instant begin = after;
    Instant end = open.dayEnd(after);
    for (int day = 0; day < DAYS_AHEAD; day++) {
      Instant opens = begin;
      Optional<Instant> from =
          from(end, theirs, open)
              .map(one -> one.isAfter(opens) ? one : opens)
              .filter(after::isBefore);
      if (from.isPresent()) {
        return from;
      }
      begin = open.opening(end);
      end = open.dayEnd(end);
    }
    return Optional.empty();
  }
}
