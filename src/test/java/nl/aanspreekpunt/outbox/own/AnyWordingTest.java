package nl.aanspreekpunt.outbox.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.aanspreekpunt.outbox.Letter;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.OwnWords;
import nl.aanspreekpunt.outbox.Sample;

/** No wording keeps a letter from leaving, and what was found right is said wherever it can be. */
class AnyWordingTest {
  private static final List<String> KEYS = TextCheckTest.CHECK.samples().keys();
  private static final List<String> PIECES =
      List.of(
          "{name}",
          "{due}",
          "{link}",
          "{case}",
          "{naam}",
          "{",
          "}",
          "{}",
          "{$1}",
          "$1",
          "\\",
          "\\E",
          "{name",
          "name}",
          "{{name}}",
          "\r\n",
          "\u0000",
          "\u202e",
          "<script>",
          "&amp;",
          "é",
          "👋",
          "een woord",
          " ");

  private static String said(Letters letters, Sample sample, String language) {
    if (sample.sms()) {
      return letters.sms(sample.in(language));
    }
    Letter letter = letters.letter(sample.in(language));
    assertThat(letter.subject()).doesNotContain("\r", "\n");
    assertThat(letters.html(letter)).doesNotContain("<script>");
    return letter.sender() + letter.subject() + letter.text();
  }

  @Property(tries = 150)
  void whateverStandsInItTheMessageIsMade(
      @ForAll @IntRange(min = 0, max = 2000) int which, @ForAll long seed) {
    String key = KEYS.get(which % KEYS.size());
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    for (String language : List.of("nl", "en")) {
      OwnWords words = OwnWords.NONE.with(language, key, text.toString());
      for (Sample sample : TextCheckTest.CHECK.samples().of(key)) {
        assertThat(said(TextCheckTest.LETTERS.fictional(words), sample, language)).isNotBlank();
      }
    }
  }

  @Property(tries = 150)
  void whatIsRightIsSaidInEachMessage(
      @ForAll @IntRange(min = 0, max = 2000) int which, @ForAll long seed) {
    String key = KEYS.get(which % KEYS.size());
    List<String> facts = new ArrayList<>(TextCheckTest.CHECK.may(key));
    Collections.shuffle(facts, new Random(seed));
    StringBuilder text = new StringBuilder("Onze 1 2 3 JA YES woorden");
    facts.forEach(fact -> text.append(" {").append(fact).append('}'));
    for (String language : List.of("nl", "en")) {
      assertThat(TextCheckTest.CHECK.of(key, language, text.toString())).as(key).isEmpty();
      OwnWords words = OwnWords.NONE.with(language, key, text.toString());
      for (Sample sample : TextCheckTest.CHECK.samples().of(key)) {
        assertThat(said(TextCheckTest.LETTERS.fictional(words), sample, language))
            .as("%s in %s", key, sample)
            .contains("Onze 1 2 3 JA YES woorden");
      }
    }
  }
}
