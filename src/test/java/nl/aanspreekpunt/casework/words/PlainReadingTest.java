package nl.aanspreekpunt.casework.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlainReadingTest {
  private static final String HARD =
      "Derhalve dient te worden vastgesteld dat de door u ingediende aanvraag middels het daartoe"
          + " bestemde formulier onvolledig is, alsmede dat aanvullende bescheiden noodzakelijk"
          + " zijn alvorens tot inhoudelijke behandeling kan worden overgegaan.";

  @Test
  void wordsOfOfficialsAreMarkedWhereTheyStandWithPlainOnes() {
    String text = "Dag.\nU krijgt dit bedrag Middels een   betaling, of door middel van een pas.";

    List<PlainReading.Mark> marks = PlainReading.of(text, "nl").marks();

    assertThat(marks)
        .extracting(PlainReading.Mark::found)
        .containsExactly("Middels", "door middel van");
    assertThat(marks.get(0).instead()).containsExactly("Met");
    assertThat(text.substring(marks.get(1).at())).startsWith("door middel van");
    assertThat(PlainReading.taking(text, marks.get(1).at(), "door middel van", "met"))
        .endsWith("of met een pas.");
    assertThat(PlainReading.taking(text, 3, "middels", "met")).isEqualTo(text);
  }

  @Test
  void aPartOfAWordIsNoWord() {
    assertThat(PlainReading.of("De dochter reedster zat in de conformiteit.", "nl").marks())
        .isEmpty();
  }

  @Test
  void aSentenceOfMoreThanTwentyWordsIsLong() {
    String twenty = "Wij gaan " + "nu ".repeat(17) + "weg.";

    assertThat(PlainReading.of(twenty, "nl").marks()).isEmpty();
    assertThat(PlainReading.of(twenty.replace("weg.", "echt weg."), "nl").marks())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.kind()).isEqualTo(PlainReading.Kind.LONG);
              assertThat(mark.words()).isEqualTo(21);
            });
    assertThat(
            PlainReading.of("Bel dhr. Jansen op nr. 12 of bijv. " + "mij ".repeat(9) + ".", "nl")
                .marks())
        .as("a shortened word ends no sentence, and no line runs into the next")
        .isEmpty();
  }

  @Test
  void whoDoesItIsToBeSaid() {
    assertThat(PlainReading.of("Uw aanvraag wordt morgen behandeld.", "nl").marks())
        .extracting(PlainReading.Mark::kind)
        .containsExactly(PlainReading.Kind.PASSIVE);
    assertThat(PlainReading.of("Het wordt morgen mooi weer.", "nl").marks()).isEmpty();
    assertThat(PlainReading.of("Your form was received today.", "en").marks())
        .extracting(PlainReading.Mark::kind)
        .containsExactly(PlainReading.Kind.PASSIVE);
  }

  @Test
  void theMeasureOfDouma() {
    // 5 words, 5 syllables in one sentence, thrice: 206.835 - 0.93 x 5 - 77 x 1 = 125.2
    assertThat(PlainReading.of("Ik kom nu bij u. ".repeat(3), "nl").score()).isEqualTo(100);
    // 6 words and 12 syllables a sentence: 206.835 - 0.93 x 6 - 77 x 2 = 47.3
    assertThat(
            PlainReading.of("Onze collega helpt jullie morgen hiermee. ".repeat(3), "nl").score())
        .isBetween(40, 60);
    assertThat(PlainReading.of(HARD, "nl").score()).isLessThan(40);
    assertThat(PlainReading.of("Te kort.", "nl").score()).isEqualTo(-1);
  }

  @Test
  void theMeasureOfFlesch() {
    assertThat(PlainReading.of("We come to you now. ".repeat(4), "en").score()).isEqualTo(100);
    assertThat(
            PlainReading.of(
                    "Notwithstanding aforementioned considerations, additional documentation"
                        + " constitutes an administrative necessity prior to authorisation of"
                        + " administrative remuneration.",
                    "en")
                .score())
        .isZero();
  }

  @Test
  void syllablesAreCountedByVowels() {
    assertThat(List.of("huis", "gemeente", "beantwoorden", "geëist", "fietsen", "nieuws", "bijeen"))
        .extracting(word -> Syllables.in(word, "nl"))
        .containsExactly(1, 3, 4, 2, 2, 1, 2);
    assertThat(List.of("house", "table", "asked", "started", "the", "question"))
        .extracting(word -> Syllables.in(word, "en"))
        .containsExactly(1, 2, 1, 2, 1, 2);
  }

  @Test
  void thereAreEnoughWordsAndEachHasAPlainOneThatIsNotMarkedItself() {
    assertThat(PlainWords.in("nl").size()).isGreaterThan(150);
    assertThat(PlainWords.in("en").size()).isGreaterThan(60);
    for (String language : List.of("nl", "en")) {
      PlainWords words = PlainWords.in(language);
      assertThat(words.all())
          .allSatisfy(plain -> assertThat(words.any().matcher(plain).find()).as(plain).isFalse());
    }
  }

  @Test
  void aLongTextCostsLittleAndHasABoundedNumberOfMarks() {
    assertThat(PlainReading.of((HARD + " ").repeat(150), "nl").marks()).hasSize(PlainReading.MOST);
    assertThat(PlainReading.of("a".repeat(40_000), "nl").marks()).isEmpty();
  }

  @Test
  void aTextOfNothingButShortFormsIsReadOnce() {
    AtomicInteger looked = new AtomicInteger();
    String line = "Art. ".repeat(10_000);
    CharSequence counted = counted(line, looked);

    for (int end = 5; end < line.length(); end += 5) {
      assertThat(PlainReading.shortened(counted, 0, end)).isTrue();
    }

    assertThat(looked.get()).isLessThan(40 * line.length());
    assertThat(PlainReading.of("Art. ".repeat(50_000), "nl").marks())
        .singleElement()
        .satisfies(one -> assertThat(one.words()).isEqualTo(10_000));
  }

  @Test
  void aShortFormAtTheEndIsSeenWhateverStandsBeforeItOrAfter() {
    assertThat(PlainReading.shortened("Zie de toelichting (bijv.   ", 0, 28)).isTrue();
    assertThat(PlainReading.shortened("d.w.z. ", 0, 7)).isTrue();
    assertThat(PlainReading.shortened("Het is de eerste start. ", 0, 24)).isFalse();
    assertThat(PlainReading.shortened("abcdefghijklart. ", 0, 17)).isFalse();
    assertThat(PlainReading.shortened("   ", 0, 3)).isFalse();
  }

  private static CharSequence counted(String text, AtomicInteger looked) {
    return new CharSequence() {
      @Override
      public int length() {
        return text.length();
      }

      @Override
      public char charAt(int index) {
        looked.incrementAndGet();
        return text.charAt(index);
      }

      @Override
      public CharSequence subSequence(int start, int end) {
        return counted(text.substring(start, end), looked);
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }
}
