package nl.aanspreekpunt.casework.words;

import static org.assertj.core.api.Assertions.assertThat;

import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What points to somebody is found, and plain words proposed in its place. */
class VeilTest {
  private static final Directory DIRECTORY = Voorbeeldstad.directory();

  @ParameterizedTest
  @CsvSource({
    "Samira El Amrani belde mij, OFFICIAL belde mij",
    "mail naar an.s@elders.example graag, mail naar EMAIL graag",
    "bel 06 12345678 of +31 6 12345678, bel PHONE of PHONE",
    "ik woon Dorpsstraat 12 a te 1234 AB, ik woon ADDRESS te POSTCODE",
    "rekening NL91 ABNA 0417 1643 00, rekening ACCOUNT",
    "geboren op 3-5-1961, geboren op DAY",
    "mijn BSN is 123456782, mijn BSN is NUMBER",
    "mevrouw van der Berg hielp, SOMEBODY hielp",
    "vraag 0A1B2C3D4 bleef liggen, vraag NUMBER bleef liggen",
    "mijn moeder Greet de Groot wachtte, mijn moeder wachtte",
    "Water voor de familie De Wit, Water voor de familie",
    "my neighbour John came, my neighbour came",
    "Er kwam geen water en niemand kwam, Er kwam geen water en niemand kwam",
    "Na 14 dagen kwam er in 2026 een brief, Na 14 dagen kwam er in 2026 een brief",
  })
  void itIsFoundByItsLook(String text, String veiled) {
    assertThat(Veil.of(null, DIRECTORY).over(text, Enum::name).text()).isEqualTo(veiled);
  }

  @Test
  void aCapitalWithinASentenceMayBeANameWhichAPersonTells() {
    assertThat(Veil.capitals("Ik belde met Greet. Toen kwam Vitens, Ahmed ook, Greet niet."))
        .containsExactly("Greet", "Vitens", "Ahmed");
    assertThat(Veil.capitals(null)).isEmpty();
  }

  @Test
  void likenessShowsTheWordsItRestsOnAndComparesByTheBeginningOfAWord() {
    Likeness.Shared shared =
        Likeness.of(
            "Het formulier vraagt een huurcontract", "Formulieren eisen steeds huurcontracten");
    assertThat(shared.words()).containsExactly("formulier", "huurcontract");
    assertThat(shared.alike()).isTrue();
    assertThat(Likeness.of("Parkeren kost veel geld", "De lamp is stuk").alike()).isFalse();
    assertThat(Likeness.of("", "De lamp is stuk").share()).isZero();
  }
}
