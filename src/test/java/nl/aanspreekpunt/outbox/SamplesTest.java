package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final Letters LETTERS = Town.letters();
  private static final Samples SAMPLES = new Samples(LETTERS);

  /** Who adds a text adds facts with which it is said. */
  @Test
  void everyTextIsSaidInSomeMessageThatCanBeShown() {
    TreeSet<String> words = new TreeSet<>(LETTERS.texts("nl").keys());
    words.removeIf(key -> !Samples.words(key));
    assertThat(SAMPLES.keys()).containsExactlyElementsOf(words);
  }

  @Test
  void everyMessageReadsWellInBothLanguagesAndNamesNobodyWhoExists() {
    for (String key : SAMPLES.keys()) {
      for (String language : List.of("nl", "en")) {
        Sample sample = SAMPLES.of(key).get(0);
        Letters fictional = LETTERS.fictional(OwnWords.NONE);
        String said =
            sample.sms()
                ? fictional.sms(sample.in(language))
                : fictional.letter(sample.in(language)).text();
        assertThat(said).as(key).isNotBlank().doesNotContain("{", "null", "Samira");
      }
    }
  }

  @Test
  void aTestIsMarkedAndSaysTheWordsThatWereTyped() {
    Sample sample = SAMPLES.of("ACKNOWLEDGEMENT.helps").get(0);
    Outgoing test =
        sample.test(
            "test-1",
            "ACKNOWLEDGEMENT.helps",
            "nl",
            "Ik zoek het voor u uit.",
            new Sample.Reader("samira", "samira@werk.example"),
            Instant.parse("2026-11-24T09:00:00Z"));

    Letter letter = LETTERS.letter(test);
    assertThat(letter.subject()).startsWith("[Proef] Re: Mijn vraag");
    assertThat(letter.text())
        .contains("Ik zoek het voor u uit.", "Sanne Voorbeeld", "Dit is een proef")
        .doesNotContain("Samira");
    assertThat(test.notice().toStaff()).isTrue();
  }
}
