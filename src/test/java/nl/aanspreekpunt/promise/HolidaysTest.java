package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.promise.Holidays.LiberationDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
  private static List<String> daysOff(Holidays holidays, int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(holidays::on)
        .map(day -> day.toString().substring(5))
        .toList();
  }

  @Test
  void theDutchHolidaysOf2026And2027() {
    assertThat(daysOff(Holidays.netherlands(), 2026))
        .containsExactly(
            "01-01", "04-05", "04-06", "04-27", "05-14", "05-24", "05-25", "12-25", "12-26");
    assertThat(daysOff(Holidays.netherlands(), 2027))
        .containsExactly(
            "01-01", "03-28", "03-29", "04-27", "05-06", "05-16", "05-17", "12-25", "12-26");
  }

  @Test
  void kingsDayMovesFromASundayToTheSaturdayBefore() {
    Holidays holidays = Holidays.netherlands();
    assertThat(holidays.on(LocalDate.of(2025, 4, 26))).isTrue();
    assertThat(holidays.on(LocalDate.of(2025, 4, 27))).isFalse();
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "WORKED, 2025, false",
    "WORKED, 2026, false",
    "FREE_IN_LUSTRUM_YEARS, 2025, true",
    "FREE_IN_LUSTRUM_YEARS, 2026, false",
    "FREE_IN_LUSTRUM_YEARS, 2030, true",
    "FREE, 2026, true"
  })
  void liberationDayIsAsConfigured(LiberationDay liberationDay, int year, boolean off) {
    assertThat(Holidays.netherlands(false, liberationDay).on(LocalDate.of(year, 5, 5)))
        .isEqualTo(off);
  }

  @Test
  void goodFridayIsWorkedUnlessConfigured() {
    LocalDate goodFriday = LocalDate.of(2026, 4, 3);
    assertThat(Holidays.netherlands().on(goodFriday)).isFalse();
    assertThat(Holidays.netherlands(true, LiberationDay.WORKED).on(goodFriday)).isTrue();
  }

  @Test
  void manyThreadsMayAskAtOnce() {
    Holidays holidays = Holidays.netherlands();
    assertThat(
            IntStream.range(0, 4_000)
                .parallel()
                .filter(n -> holidays.on(LocalDate.of(2000 + n % 100, 12, 25)))
                .count())
        .isEqualTo(4_000);
  }
}
