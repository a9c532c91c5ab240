package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import nl.aanspreekpunt.casework.Arrival.OfCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message says of a call that was asked for. */
class CallWordsTest {
  private static OfCall read(String text) {
    return CallWords.in(text, LocalDate.of(2026, 11, 24));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U hoeft niet meer te bellen.",
        "u hoeft mij niet te bellen, het is al geregeld",
        "Ik hoef niet meer gebeld te worden. Dank u wel.",
        "Bel mij maar niet meer",
        "Het terugbelverzoek kan vervallen",
        "You don't need to call me anymore.",
        "No need to call, thanks",
        "Please cancel the call",
      })
  void clearWordsTakeItBack(String text) {
    assertThat(read(text).declines()).isNotNull();
    assertThat(read(text).surely()).isTrue();
    assertThat(read(text).only()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Laat maar",
        "Het is opgelost.",
        "Never mind",
        "U hoeft niet te bellen voor 10 uur",
        "U hoeft niet meer te bellen als de monteur vandaag komt",
        "U hoeft vandaag niet te bellen",
        "Hoeft u mij niet meer te bellen?",
        "No need to call before noon",
      })
  void doubtfulWordsAreOnlyShown(String text) {
    assertThat(read(text).declines()).isNotNull();
    assertThat(read(text).surely()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dinsdag na 15 uur komt goed uit | Dinsdag na 15 uur | true",
        "Tomorrow morning please | Tomorrow morning | true",
        "Na 17.00 uur graag. Groet, Ans | Na 17.00 uur | true",
        "Kan de huur omlaag, en bel liever maandag na 3 uur | maandag na 3 uur | false",
      })
  void whenItSuitsIsTakenAsItWasWritten(String text, String suits, boolean only) {
    assertThat(read(text).suits()).isEqualTo(suits);
    assertThat(read(text).only()).isEqualTo(only);
    assertThat(read(text).declines()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ja graag! | yes",
        "Ja, dat zou heel fijn zijn | yes",
        "yes please | yes",
        "Nee dank u | no",
        "Nee hoor. | no",
        "Nee, dat hoeft niet meer. | no",
        "Dat hoeft niet meer. | no",
        "Beste Samira, nee, dat is niet meer nodig. Met vriendelijke groet, Ans de Wit | no",
        "Nee. Verzonden vanaf mijn iPhone | no",
        "No thanks | no",
        "No, that's not necessary anymore | no",
        "Nee | no",
      })
  void aBareYesOrNoIsKnown(String text, String bare) {
    assertThat(read(text).bare()).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nee, ik wil wel gebeld worden", "Ja, maar niet morgen", "Niet gebeld"})
  void whatSaysMoreIsReadByAPerson(String text) {
    OfCall said = read(text);
    assertThat(said == null ? null : said.bare()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "De kraan lekt.", "> U hoeft niet meer te bellen", "Kan dat dinsdag?"})
  void whatSaysNothingOfItIsNothing(String text) {
    assertThat(read(text)).isNull();
  }

  @Property(tries = 500)
  void anyTextAtAllIsRead(@ForAll @StringLength(max = 300) String text) {
    read(text + " u hoeft niet te bellen " + text);
  }
}
