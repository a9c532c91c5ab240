package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackOnTest {
  /** A Sunday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ik ben afwezig tot 14 december.                              | 2026-12-14
          Ik ben afwezig tot maandag 14 december.                      | 2026-12-14
          Ik ben met vakantie van 1 december tot en met 13 december.   | 2026-12-14
          Afwezig t/m 13-12-2026                                       | 2026-12-14
          Op 4 januari ben ik weg. Ik ben weer bereikbaar op 15 december. | 2026-12-15
          Ik ben vanaf 5 januari weer aanwezig.                        | 2027-01-05
          I am out of office until 14 December.                        | 2026-12-14
          I will be back in the office on December 14th.               | 2026-12-14
          I am away through 13 December 2026.                          | 2026-12-14
          Returning on 2026-12-14                                      | 2026-12-14
          Ik ben er niet tot donderdag.                                | 2026-12-03
          """)
  void theDayOnWhichSomebodyIsBackIsRead(String text, LocalDate back) {
    assertThat(BackOn.in(text, TODAY)).contains(back);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ik ben er niet.",
        "I was away until 3 November 2026.",
        "Bel 14 020 of mail mijn collega.",
        "Ik werk van 9 tot 5."
      })
  void whereNoDayIsSaidNoneIsRead(String text) {
    assertThat(BackOn.in(text, TODAY)).isEmpty();
  }
}
