package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class OpeningHoursTest {
  private static OpeningHours.Span span(String from, String until) {
    return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static OpeningHours parse(String yaml) {
    return OpeningHours.parse(new Yaml().<Object>load(yaml));
  }

  @Test
  void aSingleDayGoesBeforeARange() {
    OpeningHours hours =
        parse("{mon-fri: \"08:30-17:00\", thu: \"08:30-12:00, 13:00-20:00\", wed: closed}");
    assertThat(hours.odd())
        .containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
        .containsEntry(DayOfWeek.MONDAY, List.of(span("08:30", "17:00")))
        .containsEntry(DayOfWeek.THURSDAY, List.of(span("08:30", "12:00"), span("13:00", "20:00")));
  }

  @Test
  void alwaysIsClockTime() {
    assertThat(parse("always")).isSameAs(OpeningHours.ALWAYS);
  }

  @Test
  void midnightMayEndADay() {
    assertThat(parse("{sat: \"18:00-24:00\"}"))
        .isEqualTo(parse("{sat: \"18:00-00:00\"}"))
        .extracting(OpeningHours::odd)
        .isEqualTo(Map.of(DayOfWeek.SATURDAY, List.of(span("18:00", "00:00"))));
  }

  @Test
  void whatIsSaidOfOddOrEvenWeeksGoesBeforeWhatIsSaidOfEach() {
    OpeningHours hours =
        parse("{mon-fri: '08:30-17:00', even fri: '08:30-12:30', odd tue-wed: closed}");
    assertThat(hours.odd())
        .containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
        .containsEntry(DayOfWeek.FRIDAY, List.of(span("08:30", "17:00")));
    assertThat(hours.even())
        .hasSize(5)
        .containsEntry(DayOfWeek.FRIDAY, List.of(span("08:30", "12:30")));
    assertThat(hours.weekdays()).hasSize(5);
  }

  @Test
  void whoWorksInEvenWeeksOnlyHasHours() {
    OpeningHours hours = parse("{even thu: '13:00-17:00'}");
    assertThat(hours.odd()).isEmpty();
    assertThat(hours.weekdays()).containsExactly(DayOfWeek.THURSDAY);
  }

  @Test
  void theShareOfAFullWeekIsTheMeanOfAnOddAndAnEvenOne() {
    assertThat(parse("{mon-fri: '08:30-12:30, 13:00-17:00'}").weekly()).hasHours(40);
    assertThat(parse("{mon-tue: '09:00-17:00', even fri: '09:00-13:00'}").weekly()).hasHours(18);
    assertThat(parse("{sat: '18:00-24:00'}").weekly()).hasHours(6);
    assertThat(OpeningHours.ALWAYS.weekly()).hasDays(7);
  }

  @Test
  void whatIsWrittenAgainReadsTheSame() {
    OpeningHours hours =
        parse("{mon-tue: '08:30-12:00, 13:00-24:00', even fri: '08:30-12:30', odd tue: closed}");
    assertThat(hours.written())
        .containsExactly(
            Map.entry("mon", "08:30-12:00, 13:00-24:00"),
            Map.entry("odd tue", "closed"),
            Map.entry("even tue", "08:30-12:00, 13:00-24:00"),
            Map.entry("odd fri", "closed"),
            Map.entry("even fri", "08:30-12:30"));
    assertThat(OpeningHours.parse(hours.written())).isEqualTo(hours);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "sometimes                               | 'sometimes'?",
        "{}                                      | no day is open",
        "{mon: closed}                           | no day is open",
        "{monday: '08:30-17:00'}                 | 'monday' is no day",
        "{fri-mon: '08:30-17:00'}                | 'fri-mon' is no day or range",
        "{mon-tue-wed: '08:30-17:00'}            | 'mon-tue-wed' is no day or range",
        "{mon-: '08:30-17:00'}                   | 'mon-' is no day or range",
        "{mon: 8}                                | put the times in quotes",
        "{mon: '8:30-17:00'}                     | mon: '8:30-17:00'?",
        "{mon: ''}                               | mon: ''?",
        "{mon: '08:30-12:00,'}                   | mon: ''?",
        "{mon: '08:30-25:00'}                    | '25:00' is no time of day",
        "{mon: '17:00-08:30'}                    | ends before it starts",
        "{mon: '08:30-08:30'}                    | ends before it starts",
        "{mon: '08:30-12:00, 11:00-17:00'}       | '11:00-17:00' starts before the one before ends",
        "{mon: '18:00-00:00, 20:00-22:00'}       | starts before the one before ends",
        "{mon-wed: '08:30-17:00', tue-fri: '08:30-17:00'} | tue is written twice",
        "{even fri: '08:30-17:00', even  FRI: '08:30-12:00'} | fri is written twice",
        "{even fri: closed, odd fri: closed}     | no day is open",
        "{even: '08:30-17:00'}                   | 'even' is no day",
        "{third fri: '08:30-17:00'}              | 'third fri' is no day"
      })
  void aMistakeIsOneLineThatSaysWhat(String yaml, String says) {
    String quoted = yaml.startsWith("{") ? yaml : "'" + yaml + "'";
    assertThatThrownBy(() -> parse(quoted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("opening hours: ")
        .hasMessageContaining(says)
        .hasMessageNotContaining("\n");
  }
}
