package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormTest {
  @Test
  void aNormIsReadAsWritten() {
    assertThat(Norm.parse("P2D").days()).isEqualTo(2);
    assertThat(Norm.parse("PT4H")).hasToString("PT4H");
  }
}
