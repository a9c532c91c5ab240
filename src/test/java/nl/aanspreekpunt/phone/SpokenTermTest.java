package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A term as people say it: never before it is due. */
class SpokenTermTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** A Tuesday, 10:00. */
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T16:00:00Z | vandaag vóór vijf uur | today before five o'clock",
        "2026-11-24T15:46:00Z | vandaag vóór vijf uur | today before five o'clock",
        "2026-11-24T15:45:00Z | vandaag vóór kwart voor vijf | today before a quarter to five",
        "2026-11-24T15:30:00Z | vandaag vóór half vijf | today before half past four",
        "2026-11-24T15:00:01Z | vandaag vóór kwart over vier | today before a quarter past four",
        "2026-11-24T11:00:00Z | vandaag vóór twaalf uur | today before twelve o'clock",
        "2026-11-24T23:00:00Z | vandaag vóór middernacht | today before midnight",
        "2026-11-24T20:00:00Z | vandaag vóór negen uur | today before nine o'clock",
        "2026-11-25T07:30:00Z | morgenochtend vóór half negen | tomorrow morning before half past"
            + " eight",
        "2026-11-25T23:00:00Z | morgen vóór middernacht | tomorrow before midnight",
        "2026-11-27T13:00:00Z | vrijdagmiddag vóór twee uur | on Friday afternoon before two o'clock",
        "2026-12-08T18:00:00Z | dinsdag 8 december 's avonds vóór zeven uur | on Tuesday 8 December"
            + " evening before seven o'clock",
      })
  void isSaidInQuartersOfAnHour(Instant due, String dutch, String english) {
    assertThat(SpokenTerm.of(due, NOW, ZONE, "nl")).isEqualTo(dutch);
    assertThat(SpokenTerm.of(due, NOW, ZONE, "en")).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T08:45:00Z", "2026-11-23T16:00:00Z", "2026-09-01T10:00:00Z"})
  void whatShouldHaveBeenDoneIsPromisedForNoOtherMoment(Instant due) {
    assertThat(SpokenTerm.of(due, NOW, ZONE, "nl")).isEqualTo("zo snel mogelijk");
    assertThat(SpokenTerm.of(due, NOW, ZONE, "en")).isEqualTo("as soon as possible");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28T00:30:00Z, vandaag vóór half twee",
    "2027-03-28T01:15:00Z, vandaag vóór kwart over drie"
  })
  void theClockThatGoesForwardIsFollowed(Instant due, String said) {
    Instant night = Instant.parse("2027-03-27T23:10:00Z");
    assertThat(SpokenTerm.of(due, night, ZONE, "nl")).isEqualTo(said);
  }

  @Property(tries = 500)
  void twoMomentsInOneQuarterAreSaidTheSameAndTheLaterNeverEarlier(
      @ForAll @IntRange(min = 0, max = 20 * 24 * 60) int minutes) {
    Instant due = NOW.plus(Duration.ofMinutes(minutes));
    long quarter = Duration.ofMinutes(15).toSeconds();
    Instant end =
        Instant.ofEpochSecond(Math.floorDiv(due.getEpochSecond() + quarter - 1, quarter) * quarter);

    assertThat(end).isAfterOrEqualTo(due);
    for (String language : Lines.LANGUAGES) {
      assertThat(SpokenTerm.of(due, NOW, ZONE, language))
          .isEqualTo(SpokenTerm.of(end, NOW, ZONE, language));
    }
  }
}
