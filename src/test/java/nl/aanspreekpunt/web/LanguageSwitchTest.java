package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Noting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever switches language stays where they are. */
class LanguageSwitchTest {
  private static final Pattern SWITCH =
      Pattern.compile("href=\"([^\"]+)\" lang=\"(en|nl)\" hreflang=\"(?:en|nl)\"");
  private static Workplace workplace;
  private static Case one;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    one = workplace.question("ans@elders.example", "Ans", "Huur", "Te hoog.", "huur-en-onderhoud");
    for (int i = 0; i < 110; i++) {
      Workplace.await(workplace.casework.change(one.id(), new Noting(one.official(), "n" + i)));
    }
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void aCitizenStaysOnThePage() {
    String follow = workplace.followPath(one, "1");
    for (String page : List.of("/", "/inloggen?naar=%2Fwerk%2Fnieuw", follow)) {
      staysOn(page, new Visitor(workplace));
    }
  }

  @Test
  void anOfficialStaysOnThePageAndOnItsPart() {
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    String history = "/werk/vragen/" + one.id() + "?ouder=0";
    assertThat(jan.get(history).body()).contains("n20").doesNotContain("n105");
    Stream.of(
            "/werk?gedaan=password",
            history,
            "/werk/team",
            "/werk/team/vertrek/samira.elamrani?vanaf=25",
            "/werk/nieuw")
        .forEach(page -> staysOn(page, jan));
  }

  private static void staysOn(String page, Visitor visitor) {
    String english = switchOn(visitor.get(page), "en");
    assertThat(english).isEqualTo(page + (page.contains("?") ? "&" : "?") + "taal=en");
    Visitor.Answer there = visitor.get(english);
    assertThat(there.body()).contains("<html lang=\"en\"");
    String dutch = switchOn(there, "nl");
    assertThat(dutch).isEqualTo(english.replace("taal=en", "taal=nl"));
    assertThat(visitor.get(dutch).body()).contains("<html lang=\"nl\"");
  }

  private static String switchOn(Visitor.Answer page, String language) {
    Matcher link = SWITCH.matcher(page.body());
    assertThat(link.find()).as("a switch on the page").isTrue();
    assertThat(link.group(2)).isEqualTo(language);
    return link.group(1).replace("&amp;", "&");
  }
}
