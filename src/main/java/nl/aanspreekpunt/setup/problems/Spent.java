package nl.aanspreekpunt.setup.problems;

import static nl.aanspreekpunt.setup.problems.Problem.What;

import java.time.Instant;
import java.util.List;

/**
 * What was spent today of the text messages that may go in a day.
 *
 * @param taken segments
 * @param aDay segments that may go; 0: any number
 * @param warnFrom from how many somebody is to know
 * @param until when it counts from nothing again
 */
public record Spent(long taken, int aDay, int warnFrom, Instant until) {
  /** What one text message takes at most: with less left some do not go. */
  private static final int MOST_AT_ONCE = 4;

  public List<Problem> problems() {
    if (aDay == 0 || taken < warnFrom) {
      return List.of();
    }
    What what = taken + MOST_AT_ONCE > aDay ? What.SMS_SPENT : What.SMS_NEARLY_SPENT;
    return List.of(Problem.of(what, taken, aDay, until));
  }
}
