package nl.aanspreekpunt.phone;

import java.util.List;

/**
 * How far the spoken conversation with somebody who calls has come.
 *
 * @param stage what they were last told or asked
 * @param asked how often they were asked that in vain
 * @param ring who is to be rung, in order (official ids)
 * @param rung how many of these were rung
 * @param answers what was answered at each turn, while the call goes on: a turn that is asked for
 *     again is answered the same
 */
public record Course(Stage stage, int asked, List<String> ring, int rung, List<String> answers) {
  static final Course NONE = new Course(Stage.COMES_IN, 0, List.of(), 0, List.of());

  /** What the caller is at. */
  public enum Stage {
    COMES_IN,
    /** Heard who was called; may choose another language. */
    LANGUAGE,
    /** Keys in their number, as it is withheld. */
    NUMBER,
    /** Hears that they are put through, while a telephone rings. */
    RINGING,
    /** Is offered to be called back, or to leave a message. */
    OFFER,
    /** Speaks a message. */
    MESSAGE,
    /** Was told what is done, or spoke with somebody. */
    OVER
  }

  public Course {
    stage = stage == null ? Stage.COMES_IN : stage;
    ring = ring == null ? List.of() : List.copyOf(ring);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  Course at(Stage next) {
    return new Course(next, stage == next ? asked + 1 : 0, ring, rung, answers);
  }
}
