package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormTest {
  @Test
  void aNormIsReadAsWritten() {
    assertThat(Norm.parse("P2D").days()).isEqualTo(2);
    assertThat(Norm.parse("PT4H")).hasToString("PT4H");
    assertThat(Norm.parse("P6W")).isEqualTo(Norm.calendar(42)).hasToString("P6W");
    assertThat(Norm.parse("P10D calendar"))
        .isEqualTo(Norm.calendar(10))
        .hasToString("P10D calendar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "P2",
        "2D",
        "P-2D",
        "P2M",
        "P10D working",
        "P1000W",
        "P1DT4H",
        "P99999D",
        "PT",
        "PT4",
        "PT-4H",
        "PT10000H",
        "PT99999999999999H",
        "PT4H ",
        "p2d"
      })
  void whatIsNoNormIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> Norm.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is ")
        .hasMessageNotContaining("\n");
  }
}
