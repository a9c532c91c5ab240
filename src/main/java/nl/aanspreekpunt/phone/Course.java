package nl.aanspreekpunt.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Asked there once more, or for the first time. */
  Course at(Stage next) {
    return new Course(next, stage == next ? asked + 1 : 1, ring, rung, answers);
  }

  Course toRing(List<String> officials) {
    return new Course(stage, asked, officials, 0, answers);
  }

  /** Empty when all were rung. */
  Optional<String> nextToRing() {
    return rung < ring.size() ? Optional.of(ring.get(rung)) : Optional.empty();
  }

  Course oneMoreRung() {
    return new Course(stage, asked, ring, rung + 1, answers);
  }

  Course answered(String twiml) {
    List<String> more = new ArrayList<>(answers);
    more.add(twiml);
    return new Course(stage, asked, ring, rung, more);
  }

  /** What was answered is needed no more once the call is over. */
  Course over() {
    return new Course(stage, asked, ring, rung, List.of());
  }
}
