package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Why somebody else helps from now on is said to the citizen in words, never as a code. */
class ReasonsInWordsTest {
  private static final String AT_WORK = "work.reason.";

  @Test
  void eachReasonThatColleaguesReadIsSaidToTheCitizenToo() throws Exception {
    Properties pages = new Properties();
    pages.load(
        new InputStreamReader(
            getClass().getResourceAsStream("/texts/pages_nl.properties"), StandardCharsets.UTF_8));
    for (String language : List.of("nl", "en")) {
      Texts letters = new Texts(language);
      assertThat(pages.stringPropertyNames())
          .filteredOn(key -> key.startsWith(AT_WORK))
          // Who explains a refused deviation acts for that promise only: nothing moves by it.
          .filteredOn(key -> !key.equals(AT_WORK + "backing"))
          .isNotEmpty()
          .allMatch(key -> letters.has("reason." + key.substring(AT_WORK.length())), language);
    }
  }
}
