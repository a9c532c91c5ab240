package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A municipality looks like itself: name, logo, tokens and fonts. */
class LookTest {
  private static final String OWN_LOGO =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";

  @TempDir private static Path folder;
  private static Workplace workplace;

  @BeforeAll
  static void open() throws Exception {
    Files.writeString(folder.resolve("logo.svg"), OWN_LOGO);
    Files.write(folder.resolve("stad.woff2"), new byte[] {1, 2, 3});
    Path tokens =
        Files.writeString(
            folder.resolve("tokens.css"),
            """
            @font-face { font-family: Stad; src: url("stad.woff2") }
            .stad-theme { --basis-text-font-family-default: Stad }
            """);
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "municipality.name",
                "gemeente Eigenstad",
                "municipality.logo",
                folder.resolve("logo.svg").toString(),
                "municipality.theme.tokens",
                tokens.toString(),
                "municipality.theme.class",
                "stad-theme"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void itsNameLogoTokensAndFontsAreOnEveryPage() {
    Visitor somebody = new Visitor(workplace);
    String page = somebody.get("/").body();

    assertThat(page).contains("gemeente Eigenstad").contains("utrecht-root stad-theme");
    assertThat(somebody.get(asset(page, "mark", "svg")).body()).isEqualTo(OWN_LOGO);
    String theme = somebody.get(asset(page, "theme", "css")).body();
    assertThat(theme).contains(".stad-theme").doesNotContain("\"stad.woff2\"");
    String font = theme.replaceAll("(?s).*url\\(\"([^\"]+)\"\\).*", "$1");
    assertThat(somebody.get("/static/" + font).status()).isEqualTo(200);
  }

  private static String asset(String page, String name, String type) {
    return page.replaceAll(
        "(?s).*\"(/static/" + name + "\\.[0-9a-f]{12}\\." + type + ")\".*", "$1");
  }
}
