package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When to call: within the team's opening hours, when it suits the citizen, at another time of day
 * than where it failed, and before it is due.
 *
 * @param hours of the team
 * @param zone the municipality's clock
 */
public record CallTimes(WorkingTime hours, ZoneId zone) {
  private static final Duration STEP = Duration.ofMinutes(15);

  /** How far is looked for a moment that suits. */
  private static final Duration FAR = Duration.ofDays(14);

  /** How long somebody who was not reached is left in peace. */
  private static final Duration REST = Duration.ofHours(1);

  /** A time of day. */
  public enum Part {
    MORNING,
    AFTERNOON,
    EVENING;

    static Part of(LocalDateTime moment) {
      int hour = moment.getHour();
      return hour < 12 ? MORNING : hour < 17 ? AFTERNOON : EVENING;
    }
  }

  /**
   * When to call.
   *
   * @param until the end of that stretch
   * @param suits whether it is when the citizen said; true when they said nothing
   * @param inTime whether it is before the call is due
   * @param rather when it suits the citizen only after it is due: to be agreed with them first;
   *     null when it suits in time, or never
   */
  public record Proposal(
      Instant from, Instant until, boolean suits, boolean inTime, Stretch rather) {}

  /**
   * A stretch of time.
   *
   * @param until exclusive
   */
  public record Stretch(Instant from, Instant until) {}

  /** What was read in the words of a request. */
  public PreferredTimes preferred(Promise promise) {
    CallbackRequest asked = promise.callback();
    Instant said = asked.preferredAt() == null ? promise.madeAt() : asked.preferredAt();
    return PreferredTimes.in(asked.preferred(), LocalDate.ofInstant(said, zone));
  }

  /**
   * The first moment from now on that fits: before it is due, when the citizen said, at another
   * time of day than before; each goes before the next. A day that was promised is that day. Empty
   * when the team is never open.
   *
   * @param promise a request to be called
   */
  public Optional<Proposal> next(Promise promise, Instant now) {
    Instant due = promise.due();
    if (exact(promise) && !now.isAfter(due)) {
      return Optional.of(new Proposal(due, due.plus(STEP), true, true, null));
    }
    PreferredTimes preferred = preferred(promise);
    List<Attempt> failed = failed(promise.callback());
    Instant rested = failed.isEmpty() ? now : later(now, last(failed).plus(REST));
    Instant start = promised(promise) ? later(rested, promise.from()) : rested;
    Predicate<Instant> suits = moment -> preferred.suit(moment.atZone(zone).toLocalDateTime());
    Predicate<Instant> fresh = fresh(failed);
    return first(start, due, suits.and(fresh))
        .or(() -> first(start, due, suits))
        .or(() -> first(start, due, fresh))
        .or(() -> first(start, due, moment -> true))
        .or(() -> first(start, start.plus(FAR), suits))
        .or(() -> first(start, start.plus(FAR), moment -> true))
        .map(from -> proposal(from, due, preferred, suits));
  }

  /** "I call you at half past two" is then, neither before nor after. */
  private static boolean exact(Promise promise) {
    return promised(promise) && promise.due().equals(promise.from());
  }

  /** It is promised from some moment on, and the citizen did not say since what suits them. */
  private static boolean promised(Promise promise) {
    CallbackRequest asked = promise.callback();
    boolean since =
        asked.preferredAt() != null
            && asked.preferredAt().isAfter(promise.madeAt())
            && !asked.preferred().isBlank();
    return promise.from() != null && !since;
  }

  private Proposal proposal(
      Instant from, Instant due, PreferredTimes preferred, Predicate<Instant> suits) {
    boolean suit = suits.test(from);
    Instant end = end(from, suit || preferred.any() ? suits : moment -> true);
    boolean inTime = from.isBefore(due);
    Optional<Stretch> rather =
        inTime && !suit
            ? first(due, due.plus(FAR), suits).map(after -> new Stretch(after, end(after, suits)))
            : Optional.empty();
    return new Proposal(
        from, inTime && end.isAfter(due) ? due : end, suit, inTime, rather.orElse(null));
  }

  private Instant end(Instant from, Predicate<Instant> fits) {
    Instant until = from;
    Instant end = from.plus(Duration.ofHours(12));
    while (until.isBefore(end) && hours.openAt(until) && fits.test(until)) {
      until = quarter(until);
    }
    return until;
  }

  private Optional<Instant> first(Instant from, Instant before, Predicate<Instant> fits) {
    Instant end = before.isAfter(from.plus(FAR)) ? from.plus(FAR) : before;
    for (Instant at = hours.opening(from); at.isBefore(end); at = hours.opening(quarter(at))) {
      if (fits.test(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The next whole quarter of an hour. */
  private static Instant quarter(Instant moment) {
    long step = STEP.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(moment.getEpochSecond(), step) + 1) * step);
  }

  /** At a time of day where nobody tried since the citizen last said when it suits. */
  private Predicate<Instant> fresh(List<Attempt> failed) {
    Set<Part> tried = parts(failed);
    if (failed.isEmpty()) {
      return moment -> true;
    }
    if (tried.containsAll(EnumSet.of(Part.MORNING, Part.AFTERNOON))) {
      LocalDate last = LocalDate.ofInstant(last(failed), zone);
      Part latest = part(last(failed));
      return at -> LocalDate.ofInstant(at, zone).isAfter(last) && part(at) != latest;
    }
    return at -> !tried.contains(part(at));
  }

  /** The times of day at which these were. */
  public Set<Part> parts(List<Attempt> attempts) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    attempts.forEach(one -> parts.add(part(one.at())));
    return parts;
  }

  private Part part(Instant moment) {
    return Part.of(moment.atZone(zone).toLocalDateTime());
  }

  /** Where nobody was reached, since the citizen last said when it suits; oldest first. */
  public static List<Attempt> failed(CallbackRequest asked) {
    return asked.attempts().stream()
        .filter(one -> one.outcome() != Attempt.Outcome.REACHED)
        .filter(one -> asked.preferredAt() == null || one.at().isAfter(asked.preferredAt()))
        .toList();
  }

  /**
   * Whether the citizen is to be asked for a better moment: not reached as often as this, at
   * different times of day, and not asked yet since they last said when it suits.
   *
   * @param often attempts
   */
  public boolean asksWhen(CallbackRequest asked, int often) {
    List<Attempt> failed = failed(asked);
    return failed.size() >= often
        && (often < 2 || parts(failed).size() > 1)
        && !asked.awaits(CallbackRequest.Asked.What.WHEN);
  }

  private static Instant last(List<Attempt> attempts) {
    return attempts.get(attempts.size() - 1).at();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
