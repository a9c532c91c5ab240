package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain words of anger, despair or doubt, Dutch and English, as they were written. */
class FeltWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ik ben woedend over de brief.         | woedend
          Ik ben het zat!                       | ben het zat
          Ik weet echt niet meer wat ik moet.   | weet echt niet meer wat ik moet
          Ik word van het kastje naar de muur gestuurd. | van het kastje naar
          Al weken slaap ik slecht.             | slaap ik slecht
          I am fed up with this.                | fed up
          I can't cope any more.                | can't cope
          We are desperate.                     | desperate
          Ik zie het niet meer zitten.          | zie het niet meer zitten
          U liegt.                              | liegt
          Wat een onzin.                        | onzin
          """)
  void angerAndDespairAreHeardInPlainWords(String text, String heard) {
    assertThat(FeltWords.in(text, List.of()).upset()).contains(heard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ik zie het niet meer zitten. Ik wil niet meer leven. | wil niet meer leven
          Soms wil ik gewoon niet meer verder leven.           | wil ik gewoon niet meer verder leven
          Ik wil dood.                           | wil dood
          Ik denk aan zelfmoord.                 | zelfmoord
          Ik maak nog eens een einde aan mijn leven. | einde aan mijn leven
          I don't want to live anymore.          | don't want to live anymore
          I want to die.                         | want to die
          I could kill myself.                   | kill myself
          """)
  void wordsOfNotWantingToLiveAreHeardApart(String text, String heard) {
    assertThat(FeltWords.in(text, List.of()).despair()).contains(heard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Van deze uitkering kan ik niet meer leven",
        "Mijn moeder is dood",
        "Ik wil niet dood gevonden worden in die wijk",
        "I don't want to live here anymore",
        "De hond is dood gegaan"
      })
  void whoWritesOfLivingOrDeathOtherwiseIsNotHeardSo(String text) {
    assertThat(FeltWords.in(text, List.of()).despair()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dat klopt niet.                        | klopt niet
          U begrijpt mijn vraag niet.            | begrijpt mijn vraag niet
          Dit is geen antwoord op mijn vraag.    | geen antwoord op
          You did not answer my question.        | not answer my question
          That is not what I asked.              | not what I asked
          """)
  void doubtIsHeardInPlainWords(String text, String heard) {
    assertThat(FeltWords.in(text, List.of()).doubts()).contains(heard);
  }

  @ParameterizedTest
  @CsvSource({
    "Ik ben niet boos hoor",
    "Bedankt voor uw antwoord",
    "Wanneer is het boszicht open",
    "I am not angry",
    "> Ik ben woedend"
  })
  void whatIsNotMeantIsNotHeard(String text) {
    assertThat(FeltWords.in(text, List.of()).upset()).isEmpty();
    assertThat(FeltWords.in(text, List.of()).doubts()).isEmpty();
  }
}
