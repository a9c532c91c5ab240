package nl.aanspreekpunt.casework.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.words.PlainReading;
import org.junit.jupiter.api.Test;

/** What an administrator may begin with is plain, and filled in from the case. */
class StartersTest {
  private final List<StandardText> all = Starters.all(Instant.EPOCH, "thomas.bakker");

  @Test
  void eachIsThereInBothLanguagesForEverybodyUnderAnIdOfItsOwn() {
    assertThat(all).hasSize(8).extracting(StandardText::id).doesNotHaveDuplicates();
    for (StandardText text : all) {
      assertThat(text.keeper()).isEqualTo(Keeper.EVERYBODY);
      assertThat(text.now().title()).isNotBlank().hasSizeLessThan(StandardText.LONGEST_TITLE);
      for (String language : List.of("nl", "en")) {
        String said = text.now().in(language);
        assertThat(said).as(text.id()).contains("\n").hasSizeLessThan(StandardText.LONGEST);
        assertThat(Placeholders.unknown(said)).as(text.id()).isEmpty();
        assertThat(Placeholders.left(said)).as(text.id()).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  void eachIsPlain() {
    for (StandardText text : all) {
      PlainReading read = PlainReading.of(text.now().dutch(), "nl");
      assertThat(read.score()).as(text.id()).isGreaterThanOrEqualTo(PlainReading.EASY);
      assertThat(read.marks()).as(text.id()).isEmpty();
    }
  }
}
