package nl.aanspreekpunt.outbox;

import java.util.function.IntUnaryOperator;

/**
 * What a text message counts for. One of several segments has less room than one that goes alone,
 * and no letter is split over two: what does not fit moves to the next
 * (https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding and
 * https://www.twilio.com/docs/glossary/what-is-ucs-2-character-encoding).
 *
 * @param gsm whether all letters are in GSM 03.38; else each segment has room for less than half
 * @param places taken, in its alphabet: letters that take two count twice
 * @param left places in the last segment
 */
public record SmsSize(boolean gsm, int places, int segments, int left) {
  private static final int GSM_ALONE = 160;
  private static final int GSM_JOINED = 153;
  private static final int UCS_ALONE = 70;
  private static final int UCS_JOINED = 67;

  /**
   * @param inGsm places of a letter in GSM 03.38; 0: it is not in there
   */
  static SmsSize of(String text, IntUnaryOperator inGsm) {
    boolean gsm = text.codePoints().allMatch(letter -> inGsm.applyAsInt(letter) > 0);
    IntUnaryOperator place = gsm ? inGsm : Character::charCount;
    int places = text.codePoints().map(place).sum();
    int alone = gsm ? GSM_ALONE : UCS_ALONE;
    return places <= alone
        ? new SmsSize(gsm, places, 1, alone - places)
        : joined(text, place, gsm, places);
  }

  private static SmsSize joined(String text, IntUnaryOperator place, boolean gsm, int places) {
    int room = gsm ? GSM_JOINED : UCS_JOINED;
    int segments = 1;
    int used = 0;
    for (int letter : text.codePoints().toArray()) {
      int takes = place.applyAsInt(letter);
      if (used + takes > room) {
        segments++;
        used = 0;
      }
      used += takes;
    }
    return new SmsSize(gsm, places, segments, room - used);
  }
}
