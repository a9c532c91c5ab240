package nl.aanspreekpunt.promise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.promise.CallTimes.Stretch;

/**
 * When an official and a citizen can both talk: while the official works and has no other talk, and
 * when it suits the citizen. What does not suit them is proposed only where nothing does. Pure.
 *
 * @param hours of the official
 * @param zone the municipality's clock
 */
public record TalkTimes(WorkingTime hours, ZoneId zone) {
  private static final Duration STEP = Duration.ofMinutes(15);

  /** How far is looked for moments. */
  private static final Duration FAR = Duration.ofDays(14);

  /** A moment to talk; {@code suits}: it is when the citizen said, or they said nothing. */
  public record Proposal(Instant from, Instant until, boolean suits) {}

  /**
   * The first moments that fit, each in another part of a day, in the order of time. Fewer than
   * asked when there are no more within two weeks.
   *
   * @param busy when the official has another talk
   * @param start not before this
   */
  public List<Proposal> first(
      int many, PreferredTimes preferred, List<Stretch> busy, Instant start, Duration length) {
    List<Proposal> all = find(many, preferred, busy, start, length, true);
    return all.isEmpty() ? find(many, preferred, busy, start, length, false) : all;
  }

  private List<Proposal> find(
      int many,
      PreferredTimes preferred,
      List<Stretch> busy,
      Instant start,
      Duration length,
      boolean suiting) {
    List<Proposal> found = new ArrayList<>();
    Instant end = start.plus(FAR);
    String last = "";
    for (Instant at = next(start); at.isBefore(end) && found.size() < many; at = next(after(at))) {
      LocalDateTime local = at.atZone(zone).toLocalDateTime();
      Instant until = at.plus(length);
      String part = local.toLocalDate() + " " + CallTimes.Part.of(local);
      boolean suits = preferred.suit(local) && preferred.suit(end(until));
      if (!part.equals(last) && suits == suiting && works(at, until) && free(at, until, busy)) {
        found.add(new Proposal(at, until, suits));
        last = part;
      }
    }
    return found;
  }

  private LocalDateTime end(Instant until) {
    return until.minusMillis(1).atZone(zone).toLocalDateTime();
  }

  /** The first whole quarter of an hour from then on in which they work. */
  private Instant next(Instant from) {
    Instant open = hours.opening(from);
    long step = STEP.toSeconds();
    long quarter = Math.floorDiv(open.getEpochSecond() + step - 1, step) * step;
    Instant whole = Instant.ofEpochSecond(quarter);
    return hours.openAt(whole) ? whole : hours.opening(whole);
  }

  private static Instant after(Instant at) {
    return at.plus(STEP);
  }

  private boolean works(Instant from, Instant until) {
    for (Instant at = from; at.isBefore(until); at = at.plus(STEP)) {
      if (!hours.openAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean free(Instant from, Instant until, List<Stretch> busy) {
    return busy.stream().noneMatch(one -> from.isBefore(one.until()) && one.from().isBefore(until));
  }
}
