package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Pattern SAID = Pattern.compile("\\.say\\(\"([a-z][^\"]*[a-zA-Z])\"");

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(Wording.in("nl").keys()).isEqualTo(Wording.in("en").keys());
  }

  @Test
  void everythingATemplateSaysHasAText() throws IOException {
    try (Stream<Path> templates = Files.list(Path.of("src", "main", "jte", "page"))) {
      for (Path template : templates.toList()) {
        SAID.matcher(Files.readString(template))
            .results()
            .map(said -> said.group(1))
            .forEach(
                key -> assertThat(Wording.in("nl").has(key)).as(key + " in " + template).isTrue());
      }
    }
  }
}
