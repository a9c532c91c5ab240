package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it suits somebody to be called, in their own words. */
class PreferredTimesTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "na 17.00 uur | MO,TU,WE,TH,FR,SA,SU 17:00-23:59",
        "after 5 pm | MO,TU,WE,TH,FR,SA,SU 17:00-23:59",
        "after 17:00, please | MO,TU,WE,TH,FR,SA,SU 17:00-23:59",
        "'s ochtends | MO,TU,WE,TH,FR,SA,SU 06:00-12:00",
        "liefst 's middags | MO,TU,WE,TH,FR,SA,SU 12:00-17:00",
        "mornings | MO,TU,WE,TH,FR,SA,SU 06:00-12:00",
        "afternoons on weekdays | MO,TU,WE,TH,FR 12:00-17:00",
        "doordeweeks | MO,TU,WE,TH,FR 00:00-23:59",
        "maandag en woensdag na 3 uur | MO 15:00-23:59; WE 15:00-23:59",
        "maandag na 15 uur, dinsdag voor 10 uur | MO 15:00-23:59; TU 00:00-10:00",
        "donderdagmiddag of vrijdagochtend | TH 12:00-17:00; FR 06:00-12:00",
        "Tuesdays between 9 and 11 | TU 09:00-11:00",
        "dinsdag 10-12 uur | TU 10:00-12:00",
        "van 9 tot 12 | MO,TU,WE,TH,FR,SA,SU 09:00-12:00",
        "morgen na 14:30 | 2026-11-25 14:30-23:59",
        "tomorrow morning | 2026-11-25 06:00-12:00",
        "3 december om 10 uur | 2026-12-03 10:00-11:00",
        "niet voor 10 uur | MO,TU,WE,TH,FR,SA,SU 10:00-23:59",
        "not before 10 | MO,TU,WE,TH,FR,SA,SU 10:00-23:59",
        "tijdens de lunch | MO,TU,WE,TH,FR,SA,SU 12:00-13:00 ? [tijdens]",
        "na het werk | MO,TU,WE,TH,FR,SA,SU 17:00-22:00",
        "dinsdag, als mijn dochter er is | TU 00:00-23:59 ? [als mijn dochter er]",
        "niet op woensdag | ~not WE 00:00-23:59~",
        "na 13 uur, niet op woensdag | MO,TU,WE,TH,FR,SA,SU 13:00-23:59 not WE 00:00-23:59",
        "niet op woensdag, na 13 uur | MO,TU,WE,TH,FR,SA,SU 13:00-23:59 not WE 00:00-23:59",
        "after 1 pm, not on Wednesday | MO,TU,WE,TH,FR,SA,SU 13:00-23:59 not WE 00:00-23:59",
        "niet op maandag, dinsdag en vrijdag"
            + " | ~not MO 00:00-23:59; TU 00:00-23:59; FR 00:00-23:59~",
        "altijd behalve woensdag | MO,TU,WE,TH,FR,SA,SU 00:00-23:59 not WE 00:00-23:59",
        "any day except Wednesdays | ~not WE 00:00-23:59~",
        "niet 's ochtends | ~not MO,TU,WE,TH,FR,SA,SU 06:00-12:00~",
        "liever niet 's ochtends | ~not MO,TU,WE,TH,FR,SA,SU 06:00-12:00~",
        "not in the morning | ~not MO,TU,WE,TH,FR,SA,SU 06:00-12:00~",
        "geen maandag of vrijdagmiddag | ~not FR 12:00-17:00; MO 00:00-23:59~",
        "no Mondays please | ~not MO 00:00-23:59~",
        "op woensdag kan ik niet | ~not WE 00:00-23:59~",
        "I can't on Wednesday | ~not WE 00:00-23:59~",
        "maandag, woensdag niet | MO 00:00-23:59 not WE 00:00-23:59",
        "niet op woensdag maar wel op donderdag | TH 00:00-23:59 not WE 00:00-23:59",
        "niet op woensdag, donderdag wel | TH 00:00-23:59 not WE 00:00-23:59",
        "niet tussen 12 en 13 uur | ~not MO,TU,WE,TH,FR,SA,SU 12:00-13:00~",
        "dinsdag, niet tussen 12 en 1 | TU 00:00-23:59 not MO,TU,WE,TH,FR,SA,SU 12:00-13:00",
        "niet op woensdag na 13 uur | ~not WE 13:00-23:59~",
        "maandag niet voor 10 uur | MO 10:00-23:59",
        "niet in het weekend | ~not SA,SU 00:00-23:59~",
        "morgen niet | ~not 2026-11-25 00:00-23:59~",
        "niet als het woensdag regent | ~ ? [niet als het woensdag regent]~",
        "niet te vroeg | ~ ? [niet te vroeg]~",
        "als het regent | ~ ? [als, regent]~",
        "altijd | MO,TU,WE,TH,FR,SA,SU 00:00-23:59",
      })
  void isReadAndWhatIsNotUnderstoodIsShown(String words, String read) {
    assertThat(PreferredTimes.in(words, TUESDAY)).hasToString(read);
  }

  /** Tuesday 24 November 2026. */
  @ParameterizedTest
  @CsvSource({
    "'na 13 uur, niet op woensdag', 2026-11-24T14:00, true",
    "'na 13 uur, niet op woensdag', 2026-11-25T14:00, false",
    "'na 13 uur, niet op woensdag', 2026-11-24T10:00, false",
    "niet op woensdag, 2026-11-25T10:00, false",
    "niet op woensdag, 2026-11-26T10:00, true",
    "volgende week na 13 uur, 2026-12-01T14:00, true",
    "volgende week na 13 uur, 2026-11-27T14:00, false",
  })
  void whenItDoesNotSuitIsLeftOut(String words, LocalDateTime moment, boolean suits) {
    assertThat(PreferredTimes.in(words, TUESDAY).suit(moment)).isEqualTo(suits);
  }
}
