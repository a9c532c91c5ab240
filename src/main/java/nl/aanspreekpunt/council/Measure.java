package nl.aanspreekpunt.council;

/**
 * One figure of the report, of the whole municipality together: never of a person, a team or a
 * topic. What each is, in words, stands beside it on the page (texts {@code council.…}).
 */
public enum Measure {
  FRICTIONS_REPORTED(1, Unit.COUNT),
  FRICTIONS_ANSWERED(1, Unit.COUNT),
  FRICTIONS_CHANGED(1, Unit.COUNT),
  PRINCIPLES_INVOKED(2, Unit.COUNT),
  /** From the message that touches a principle to the act. */
  MESSAGE_TO_ACT(2, Unit.MEDIAN_HOURS),
  /** Citizens who heard who helps and by when, within a day on the clock. */
  KNEW_WHO_AND_WHEN(3, Unit.SHARE),
  OFFICIALS_MET(3, Unit.MEAN),
  /** Of refused, partly and not ours. */
  REFUSALS_SPOKEN_FIRST(4, Unit.SHARE),
  DEVIATIONS_BACKED(5, Unit.COUNT),
  /** On the clock: nights and weekends are in it. */
  HOURS_UNTIL_BACKED(5, Unit.MEDIAN_HOURS),
  TALK_BEFORE_THIRD_MESSAGE(6, Unit.SHARE),
  NEEDED_THIRD_OFFICIAL(6, Unit.COUNT),
  STORIES_TOLD(7, Unit.COUNT),
  STORIES_READ(7, Unit.COUNT),
  /** Of decisions that need a reason. */
  RULE_ALONE(8, Unit.SHARE);

  /** What a figure is measured in. */
  public enum Unit {
    /** So many. */
    COUNT,
    /** From 0 to 1. */
    SHARE,
    /** On average. */
    MEAN,
    /** The one in the middle, in hours on the clock; of an even number the shorter of the two. */
    MEDIAN_HOURS
  }

  private final int recommendation;
  private final Unit unit;

  Measure(int recommendation, Unit unit) {
    this.recommendation = recommendation;
    this.unit = unit;
  }

  /** Of the study, from 1 to 8. */
  public int recommendation() {
    return recommendation;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether it rests on what officials did: then on several of them, or it is not shown. */
  boolean ofOfficials() {
    return recommendation != 7;
  }
}
