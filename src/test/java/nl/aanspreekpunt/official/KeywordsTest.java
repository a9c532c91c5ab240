package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordsTest {
  private final Keywords<String> keywords = new Keywords<>();

  KeywordsTest() {
    keywords.add("water", "water");
    keywords.add("water bill", "money");
    keywords.add("café", "permits");
    keywords.add("re-integratie", "work");
    keywords.add("put", "street");
  }

  @Test
  void onlyWholeWordsCount() {
    assertThat(found("computer kaputt, input")).isEmpty();
    assertThat(found("de put.")).containsExactly("put");
  }

  @Test
  void capitalsAndAccentsDoNotMatter() {
    assertThat(found("CAFE, Café, cafe\u0301")).containsExactly("café", "café", "café");
  }

  @Test
  void theLongestPhraseCountsAlone() {
    assertThat(found("My water  bill, about Water")).containsExactly("water bill", "water");
    assertThat(found("water bil")).containsExactly("water");
    assertThat(found("re-integratie of re integratie")).hasSize(2);
  }

  @Test
  void aLongTextTakesNoLongerThanItsFirstPages() {
    assertThat(found("x ".repeat(20_000) + "water")).isEmpty();
    assertThat(found("water ".repeat(1_000_000))).hasSizeLessThan(4_000);
  }

  @Test
  void aPhraseWithoutWordsIsNeverFound() {
    keywords.add("?!", "nothing");
    assertThat(found("?! ?!")).isEmpty();
  }

  private List<String> found(String text) {
    return keywords.in(text).stream().map(Keywords.Found::phrase).toList();
  }
}
