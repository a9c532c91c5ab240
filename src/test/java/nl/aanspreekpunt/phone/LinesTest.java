package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said on the telephone, in both languages. */
class LinesTest {
  private static final Pattern FACT = Pattern.compile("\\{\\w+}");

  @Test
  void bothLanguagesSayTheSameWithTheSameFacts() throws Exception {
    Properties dutch = read("nl");
    Properties english = read("en");

    assertThat(english.stringPropertyNames()).isEqualTo(dutch.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(facts(english, key)).as(key).isEqualTo(facts(dutch, key));
      assertThat(dutch.getProperty(key)).as(key).doesNotContain("<", ">", "&").hasSizeLessThan(250);
    }
  }

  @Test
  void whatNamesNobodyMayBeRecordedAndIsPlayedThen() {
    assertThat(Lines.recordable())
        .contains("nl.greeting", "en.message", "nl.closed", "nl.fallback")
        .doesNotContain("nl.promise", "nl.offer", "nl.whisper.new", "nl.taken.call");
    Lines lines = new Lines(Map.of("nl.closed", "https://voorbeeldstad.example/dicht.mp3"));
    Twiml twiml = new Twiml(new Voices("Polly.Laura-Neural", "Polly.Amy-Neural"));

    assertThat(
            twiml.saying(
                java.util.List.of(
                    lines.line("nl", "closed", Map.of()), lines.line("en", "closed", Map.of()))))
        .contains("<Play>https://voorbeeldstad.example/dicht.mp3</Play>")
        .contains("<Say language=\"en-GB\" voice=\"Polly.Amy-Neural\">We are closed now.</Say>")
        .contains("<Hangup/>");
  }

  @Test
  void aNameIsSaidAndNeverMarkup() {
    Twiml twiml = new Twiml(new Voices("Polly.Laura-Neural", "Polly.Amy-Neural"));
    String said =
        twiml.saying(
            java.util.List.of(
                new Lines(Map.of())
                    .line("nl", "missed", Map.of("official", "A <Dial>$1</Dial> & \"Zoon\""))));

    assertThat(said).contains("A &lt;Dial").doesNotContain("<Dial>");
  }

  private static Set<String> facts(Properties texts, String key) {
    Set<String> facts = new TreeSet<>();
    FACT.matcher(texts.getProperty(key)).results().forEach(it -> facts.add(it.group()));
    return facts;
  }

  private static Properties read(String language) throws Exception {
    Properties texts = new Properties();
    try (var in = LinesTest.class.getResourceAsStream("/texts/phone_" + language + ".properties")) {
      texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
    }
    return texts;
  }
}
