package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Pattern SAID =
      Pattern.compile("\\.say\\(\\s*\"([a-z][^\"]*[a-zA-Z])\"\\s*[,)]");
  private static final Pattern FACT = Pattern.compile("\\{(\\d)}");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(Wording.in("nl").keys()).isEqualTo(Wording.in("en").keys());
  }

  /** A place that one language has and the other lacks is a fact that is lost. */
  @Test
  void bothLanguagesSayTheSameFacts() {
    List<String> differ = new ArrayList<>();
    for (String key : Wording.in("nl").keys()) {
      if (!facts("nl", key).equals(facts("en", key))) {
        differ.add(key);
      }
    }
    assertThat(differ).isEmpty();
  }

  private static Set<String> facts(String language, String key) {
    Set<String> facts = new TreeSet<>();
    Matcher found = FACT.matcher(Wording.in(language).raw(key));
    while (found.find()) {
      facts.add(found.group(1));
    }
    return facts;
  }

  /** It would stand in the page as it is written. */
  @Test
  void noFactHasAFormat() {
    for (String language : List.of("nl", "en")) {
      Wording words = Wording.in(language);
      assertThat(words.keys())
          .noneMatch(key -> Pattern.compile("\\{\\d[^}]").matcher(words.raw(key)).find());
    }
  }

  @Test
  void everythingATemplateSaysHasAText() throws IOException {
    haveTexts(Path.of("src", "main", "jte"), ".jte");
  }

  @Test
  void everythingAPageSaysHasAText() throws IOException {
    haveTexts(Path.of("src", "main", "java", "nl", "aanspreekpunt", "web"), ".java");
  }

  private static void haveTexts(Path folder, String kind) throws IOException {
    List<String> missing = new ArrayList<>();
    int said = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(one -> one.toString().endsWith(kind)).toList()) {
        for (Matcher found = SAID.matcher(Files.readString(file)); found.find(); ) {
          said++;
          if (!Wording.in("nl").has(found.group(1))) {
            missing.add(found.group(1) + " in " + file);
          }
        }
      }
    }
    assertThat(said).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }
}
