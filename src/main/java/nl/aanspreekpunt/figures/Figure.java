package nl.aanspreekpunt.figures;

import java.util.List;

/** What the figures over time say of a group. What each is, exactly, is in {@link DayCount}. */
public enum Figure {
  /** Hours on the clock until the first answer: the median, and the 90th of each hundred. */
  FIRST_ANSWER,
  /** Of those who asked to be called: whom the first try reached. */
  REACHED_AT_ONCE,
  /** Of what was due: kept in time. */
  PROMISES_KEPT,
  /** Of each question that was closed: how many officials its citizen met, on average. */
  OFFICIALS_MET,
  /** What citizens wrote. */
  MESSAGES;

  private static final double IN_AN_HOUR = 60;
  private static final double HALF = 0.5;
  private static final double NINE_TENTHS = 0.9;

  /** Whether it rests on what officials did: then on several of them, or it is not shown. */
  boolean ofOfficials() {
    return this != MESSAGES;
  }

  /** How many it rests on. */
  long cases(Sums sums) {
    return switch (this) {
      case FIRST_ANSWER -> sums.answered().size();
      case REACHED_AT_ONCE -> sums.tried();
      case PROMISES_KEPT -> sums.due();
      case OFFICIALS_MET -> sums.closed();
      case MESSAGES -> sums.messages();
    };
  }

  /** How many officials it is about, at least. */
  int officials(Sums sums) {
    return Long.bitCount(
        switch (this) {
          case FIRST_ANSWER -> sums.answeredBy();
          case REACHED_AT_ONCE -> sums.triedBy();
          case PROMISES_KEPT -> sums.dueBy();
          case OFFICIALS_MET -> sums.closedBy();
          case MESSAGES -> 0;
        });
  }

  /** Only where there is something to count. */
  double value(Sums sums) {
    return switch (this) {
      case FIRST_ANSWER -> hours(sums.answered(), HALF);
      case REACHED_AT_ONCE -> (double) sums.reached() / sums.tried();
      case PROMISES_KEPT -> (double) sums.kept() / sums.due();
      case OFFICIALS_MET -> (double) sums.met() / sums.closed();
      case MESSAGES -> sums.messages();
    };
  }

  /** The 90th of each hundred, of {@link #FIRST_ANSWER}; else the value itself. */
  double high(Sums sums) {
    return this == FIRST_ANSWER ? hours(sums.answered(), NINE_TENTHS) : value(sums);
  }

  /** The value that so many do not exceed (nearest rank). */
  private static double hours(List<Integer> minutes, double part) {
    List<Integer> sorted = minutes.stream().sorted().toList();
    int rank = (int) Math.ceil(part * sorted.size());
    return sorted.get(Math.max(1, rank) - 1) / IN_AN_HOUR;
  }
}
