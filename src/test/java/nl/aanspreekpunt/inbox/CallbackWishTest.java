package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackWishTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bel mij terug.                                        | Bel mij",
        "Hallo, bel me morgen even                             | bel me",
        "Kunt u mij bellen?                                    | Kunt u mij bellen",
        "Kunt u mij s.v.p. morgen terugbellen?                 | Kunt u mij s.v.p. morgen terugbellen",
        "Kan er iemand van de gemeente mij bellen?             | Kan er iemand van de gemeente mij bellen",
        "U kunt mij na vijf uur bellen.                        | kunt mij na vijf uur bellen",
        "Belt u mij vanmiddag?                                 | Belt u mij",
        "Ik hoop dat u mij snel terugbelt.                     | u mij snel terugbelt",
        "Ik word graag teruggebeld                             | graag teruggebeld",
        "Gelieve mij na drie uur terug te bellen | Gelieve mij na drie uur terug te bellen",
        "Zou het mogelijk zijn mij terug te bellen | Zou het mogelijk zijn mij terug te bellen",
        "Graag terugbellen!                                    | Graag terugbellen",
        "Ik wil vandaag gebeld worden                          | gebeld worden",
        "Wilt u telefonisch contact met mij opnemen?           | telefonisch contact met mij opnemen",
        "Neemt u a.u.b. telefonisch contact op                 | Neemt u a.u.b. telefonisch contact",
        "Terugbelverzoek                                       | Terugbelverzoek",
        "Please call me back.                                  | Please call me",
        "call me back                                          | call me back",
        "Could somebody phone me about the bins?               | Could somebody phone me",
        "Give us a quick call                                  | Give us a quick call",
        "I'd like a callback                                   | like a callback",
        "I would appreciate a phone call                       | appreciate a phone call",
        "Call me on 06 12345678                                | Call me on",
        "Please contact me by phone                            | me by phone",
        "Ik kan u niet bereiken, bel mij terug                 | bel mij",
        "Bel mij niet op maandag. Kunt u mij dinsdag bellen?   | Kunt u mij dinsdag bellen"
      })
  void aMessageThatAsksForACallIsRecognisedByItsWords(String text, String phrase) {
    assertThat(CallbackWish.in(text)).map(CallbackWish::phrase).contains(phrase);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bel mij niet.",
        "Bel mij alstublieft niet terug",
        "bel mij svp echt nooit meer",
        "Wilt u mij niet meer bellen?",
        "U hoeft mij niet terug te bellen.",
        "Ik wil niet dat u mij belt.",
        "Ik wil liever niet gebeld worden",
        "Er is geen terugbelverzoek nodig",
        "Please don't call me back.",
        "Please don’t call me back.",
        "please do not phone me",
        "No need to call me back",
        "You never have to call me back",
        "I do not want a call",
        "They call me Jan.",
        "Toen u mij gisteren belde was ik weg.",
        "Ik bel u morgen terug.",
        "Kan ik u bellen?",
        "De bel doet het niet. Mij hoort niemand.",
        "Ik heb een vraag over mijn paspoort.",
        ""
      })
  void whoDoesNotAskOrAsksNotToIsNotCalled(String text) {
    assertThat(CallbackWish.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dank u.\n> Bel mij terug",
        "Dank u.\n\n-----Oorspronkelijk bericht-----\nBel mij terug",
        "Thanks.\n\n-----Original Message-----\nCall me back",
        "Dank u.\n________________________________\nVan: J. de Vries\nVerzonden: dinsdag\nBel mij",
        "Dank u.\n\nVan: J. de Vries\nVerzonden: dinsdag\n\nU kunt mij bellen op 020 624 1111",
        "Thanks.\n\n*From:* J. de Vries\n*Sent:* Tuesday\n\nPlease call me",
        "Dank u.\n\nOp di 24 nov 2026 om 10:12 schreef J. de Vries <j@x.example>:\n\nBel mij",
        "Thanks.\n\nOn Tue, Nov 24, 2026 J. de Vries <j@x.example>\nwrote:\n\nPlease call me"
      })
  void theWordsOfTheMessageItAnswersAreNotItsOwn(String text) {
    assertThat(CallbackWish.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Op di 24 nov schreef J. de Vries <j@x.example>:\n> Hoe gaat het?\n\nBel mij terug",
        "On Tue, Nov 24, J. de Vries <j@x.example>\nwrote:\n> How are you?\n\nPlease call me",
        "Op 3 mei schreef ik u een brief. Bel mij terug",
        "Van: mijn buurman hoorde ik dit.\nBel mij terug"
      })
  void ownWordsAboveOrBelowAQuoteCount(String text) {
    assertThat(CallbackWish.in(text)).isPresent();
  }

  @Test
  void aLineBrokenByTheMailProgramIsStillOneSentence() {
    assertThat(CallbackWish.in("Zou u mij\nmorgen willen\nbellen?"))
        .map(CallbackWish::phrase)
        .contains("Zou u mij morgen willen bellen");
    assertThat(CallbackWish.in("Bel mij terug\nNiet alles is duidelijk")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bel mij op 06-12345678                                        | +31612345678",
        "Bel mij op 06 12 34 56 78 of 0031 20 624 1111                 | +31612345678",
        "Bel mij op +31 (0)20 624 11 11                                | +31206241111",
        "Mijn nummer is 0206241111. Bel mij terug                      | +31206241111",
        "Kantoor 020 624 1111. Bel mij op 0612345678                   | +31612345678",
        "Please call me back on +44 20 7946 0018                       | +442079460018",
        "Bel mij over zaak 123456782, rekening NL91 ABNA 0417 1643 00  |",
        "Bel mij op 0900 1234567                                       |",
        "Bel mij terug                                                 |"
      })
  void theNumberToCallIsReadFromTheMessage(String text, String phone) {
    assertThat(CallbackWish.in(text))
        .map(CallbackWish::phone)
        .isEqualTo(Optional.ofNullable(phone));
  }

  @Test
  void onlyTheFirstTwentyThousandCharactersAreRead() {
    assertThat(CallbackWish.in("x ".repeat(9_990) + "bel mij terug")).isPresent();
    assertThat(CallbackWish.in("x ".repeat(10_000) + "bel mij terug")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kan ",
        "kan mij ",
        "06-",
        "0",
        "+31 ",
        "06 1 ",
        "(0",
        "a",
        "'",
        ".",
        "\n",
        ">",
        "1/",
        "12-3 "
      })
  void aMessageMadeToBeSlowIsNot(String piece) {
    String text = "Bel mij. " + piece.repeat(20_000);
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> CallbackWish.in(text));
  }

  @Test
  void thePhraseShownIsShort() {
    assertThat(CallbackWish.in("kan " + "x".repeat(5_000) + " mij bellen"))
        .map(wish -> wish.phrase().length())
        .contains(120);
  }
}
