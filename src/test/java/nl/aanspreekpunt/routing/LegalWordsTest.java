package nl.aanspreekpunt.routing;

import static org.assertj.core.api.Assertions.assertThat;

import nl.aanspreekpunt.casework.ClassSign;
import nl.aanspreekpunt.promise.LegalClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ik wil een klacht indienen over de belastingen. | COMPLAINT
          I have a complaint about how long this takes.   | COMPLAINT
          Hierbij maak ik bezwaar tegen uw besluit.       | FORMAL
          Bijgaand mijn bezwaarschrift                    | FORMAL
          Bezwaar WOZ                                     | FORMAL
          Wij gaan in beroep.                             | FORMAL
          Dit is een Woo-verzoek over de brug.            | FORMAL
          Ik doe een WOB verzoek                          | FORMAL
          Hierbij stel ik u in gebreke.                   | FORMAL
          I object to your decision of 3 May.             | FORMAL
          This is a Freedom of Information request.       | FORMAL
          Bezwaarschrift, en ook een klacht               | FORMAL
          """)
  void wordsProposeWhatAMessageIsToTheLaw(String text, LegalClass legal) {
    assertThat(LegalWords.in(text)).map(ClassSign::legal).contains(legal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dit is geen klacht, alleen een vraag.",
        "Mijn beroep is timmerman.",
        "Ik maak geen bezwaar.",
        "My objective is a permit.",
        "Wanneer wordt het papier opgehaald?"
      })
  void otherWordsProposeNothing(String text) {
    assertThat(LegalWords.in(text)).isEmpty();
  }

  @Test
  void aLongTextIsReadInTimeThatGrowsWithItsLengthOnly() {
    assertThat(LegalWords.in("maak bezwa ".repeat(2_000))).isEmpty();
  }
}
