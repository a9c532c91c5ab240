package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class LadderTest {
  private static Ladder parse(String yaml) {
    return Ladder.parse(new Yaml().<List<?>>load(yaml));
  }

  @Test
  void theStandardLadderIsAsItWouldBeWritten() {
    assertThat(
            parse(
                """
                - {at: 75%, to: official, does: remind}
                - {at: 100%, to: deputy, does: act}
                - {at: +PT4H, to: coordinator, does: require-reassignment}
                - {at: +P1D, to: coordinator, does: take-over}
                - {at: +P1D, to: manager, does: tell}
                """))
        .isEqualTo(Ladder.standard());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]                                        | ladder: name at least one step",
        "[x]                                       | ladder[0].at, to and does: write these three",
        "[{at: 75%, to: official}]                 | ladder[0].at, to and does: write these three",
        "[{at: 75%, to: official, does: remind, x: y}] | ladder[0].at, to and does: write these three",
        "[{at: 0%, to: official, does: remind}]    | ladder[0].at: '0%'?",
        "[{at: 101%, to: official, does: remind}]  | ladder[0].at: '101%'?",
        "[{at: PT4H, to: official, does: remind}]  | ladder[0].at: 'PT4H'?",
        "[{at: null, to: official, does: remind}]  | ladder[0].at: 'null'?",
        "[{at: +4H, to: official, does: remind}]   | ladder[0].at: '4H' is no duration",
        "[{at: 75%, to: boss, does: remind}]       | ladder[0].to: 'boss' is not one of official, deputy",
        "[{at: 75%, to: official, does: shout}]    | ladder[0].does: 'shout' is not one of remind, act, require-reassignment, take-over, tell",
        "[{at: 75%, to: official, does: remind}, {at: 50%, to: deputy, does: act}]   | ladder[1].at: lies before",
        "[{at: +PT1H, to: official, does: remind}, {at: 50%, to: deputy, does: act}] | ladder[1].at: a share",
        "[{at: +PT0H, to: manager, does: tell}]    | ladder[0].at: the last step repeats"
      })
  void aMistakeIsOneLineThatNamesTheStep(String yaml, String says) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(says)
        .hasMessageNotContaining("\n");
  }
}
