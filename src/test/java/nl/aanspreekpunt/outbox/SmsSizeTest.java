package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments counted exactly as they are paid for. */
class SmsSizeTest {
  @ParameterizedTest
  @CsvSource({
    // letter, how often, in GSM, places, segments, left
    "a, 160, true, 160, 1, 0",
    "a, 161, true, 161, 2, 145",
    "a, 306, true, 306, 2, 0",
    "a, 307, true, 307, 3, 152",
    "€, 80, true, 160, 1, 0",
    // 76 euros fill 152 of 153: the next does not fit in the place that is left
    "€, 81, true, 162, 2, 143",
    "€, 153, true, 306, 3, 151",
    "ç, 70, false, 70, 1, 0",
    "ç, 71, false, 71, 2, 63",
    "ç, 134, false, 134, 2, 0",
    "ç, 135, false, 135, 3, 66",
    "😀, 35, false, 70, 1, 0",
    // 33 emoji fill 66 of 67
    "😀, 36, false, 72, 2, 61",
    "😀, 67, false, 134, 3, 65",
  })
  void aTextCountsForWhatIsPaid(
      String letter, int times, boolean gsm, int places, int segments, int left) {
    assertThat(SmsAlphabet.size(letter.repeat(times)))
        .isEqualTo(new SmsSize(gsm, places, segments, left));
  }

  @ParameterizedTest
  @CsvSource({
    // a place is left at each border that the wide letter does not fit in
    "152, €, 152, 3",
    "152, a, 153, 2",
    "66, 😀, 66, 3",
    "67, 😀, 65, 2"
  })
  void aLetterIsNeverSplit(int before, String letter, int after, int segments) {
    assertThat(SmsAlphabet.segments("a".repeat(before) + letter + "a".repeat(after)))
        .isEqualTo(segments);
  }

  @Property(tries = 500)
  void oneLetterMoreNeverCountsForLess(
      @ForAll @StringLength(max = 400) @Chars({'a', 'é', '€', '[', '\n', 'ç', 'ë'}) String text) {
    int before = SmsAlphabet.segments(text);

    assertThat(SmsAlphabet.segments(text + "a")).isBetween(before, before + 1);
    assertThat(SmsAlphabet.segments(text + "€")).isBetween(before, before + 1);
    assertThat(SmsAlphabet.segments(text + "😀")).isGreaterThanOrEqualTo(before);
  }
}
