package nl.aanspreekpunt.casework.atwork;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an official had read a case, so that they see what is new.
 *
 * @param id of case and official
 * @param from how many events there were when they looked before this visit; what came after these
 *     is new
 * @param fromAt when that was
 * @param count how many there were at the last look of this visit, {@code at} that moment
 */
public record Look(
    String id, long version, String caseNumber, int from, Instant fromAt, int count, Instant at) {
  /** Who looks again within it is still at the same visit: what was new stays marked. */
  private static final Duration VISIT = Duration.ofMinutes(15);

  /** Who was never there: nothing is new. */
  public static Look first(String caseNumber, String official, int count, Instant now) {
    String id = DraftReply.id(caseNumber, official);
    return new Look(id, 1, caseNumber, count, now, count, now);
  }

  Look again(int now, Instant when) {
    boolean sameVisit = when.isBefore(at.plus(VISIT));
    return new Look(
        id,
        version + 1,
        caseNumber,
        sameVisit ? from : count,
        sameVisit ? fromAt : at,
        Math.max(count, now),
        when);
  }
}
