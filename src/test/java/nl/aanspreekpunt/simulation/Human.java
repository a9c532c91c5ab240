package nl.aanspreekpunt.simulation;

import java.util.List;

/**
 * What officials do beyond answering, in a town where some questions end in a no, some are urgent
 * and some are hard. Each assumption stands in docs/simulation.md.
 *
 * @param talks a no is first told in a call, and so is what a talk is proposed for
 * @param principles who is on call acts on a principle; else a manager must first back it
 * @param consults who does not know asks a colleague; else the question goes to them
 */
record Human(boolean talks, boolean principles, boolean consults) {
  /** Of questions; of what is written. */
  static final double NO = 0.08;

  static final double HARD = 0.10;
  static final double URGENT = 0.01;
  static final double UPSET = 0.05;

  /** Who was told no writes back, after a letter alone and after a talk. */
  static final double BACK_AFTER_LETTER = 0.4;

  static final double BACK_AFTER_TALK = 0.2;
  static final int DAYS_UNTIL_BACK = 2;

  /** Until a colleague or a manager, at work, can answer. */
  static final int HOURS_UNTIL_ASKED_ANSWERS = 2;

  /** Then who asked goes on without. */
  static final int DAYS_UNTIL_GIVEN_UP = 5;

  private static Scenario with(String name, boolean talks, boolean principles, boolean consults) {
    return new Scenario(name, true, true, true, new Human(talks, principles, consults));
  }

  static final List<Scenario> ALL =
      List.of(
          with("all three", true, true, true),
          with("no talks", false, true, true),
          with("no principles", true, false, true),
          with("no consults", true, true, false),
          with("none of the three", false, false, false));
}
