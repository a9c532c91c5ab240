package nl.aanspreekpunt.outbox.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody's telephone goes off at night, where they are. */
class QuietHoursTest {
  private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");
  private static final QuietHours USUAL =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), HOME);

  @ParameterizedTest
  @CsvSource({
    // number, at, opens: in the Netherlands
    "+31612345678, 2026-11-24T09:00:00Z, 2026-11-24T09:00:00Z",
    "+31612345678, 2026-11-24T19:59:59Z, 2026-11-24T19:59:59Z",
    "+31612345678, 2026-11-24T20:00:00Z, 2026-11-25T07:00:00Z",
    "+31612345678, 2026-11-25T06:59:59Z, 2026-11-25T07:00:00Z",
    "+31612345678, 2026-11-25T07:00:00Z, 2026-11-25T07:00:00Z",
    // the night in which summer time ends is an hour longer, and the one in which it begins shorter
    "+31612345678, 2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z",
    "+31612345678, 2027-03-27T21:00:00Z, 2027-03-28T06:00:00Z",
    // an hour behind in London; the other side of the world in Sydney, of several zones
    "+447911123456, 2026-11-24T20:30:00Z, 2026-11-24T20:30:00Z",
    "+447911123456, 2026-11-24T21:00:00Z, 2026-11-25T08:00:00Z",
    "+61412345678, 2026-11-24T09:00:00Z, 2026-11-24T09:00:00Z",
    // in New York it is eight at 13:00 UTC; on Hawaii and further west not until 18:00
    "+12125550123, 2026-11-24T14:00:00Z, 2026-11-24T18:00:00Z",
    // of no region: as at home
    "+88213456789, 2026-11-24T20:00:00Z, 2026-11-25T07:00:00Z",
  })
  void itGoesInTheMorningWhereTheyAre(String number, Instant at, Instant opens) {
    assertThat(USUAL.opens(number, at)).isEqualTo(opens);
  }

  @Test
  void withoutQuietHoursItIsNeverQuiet() {
    Instant night = Instant.parse("2026-11-24T02:00:00Z");

    assertThat(QuietHours.none(HOME).opens("+31612345678", night)).isEqualTo(night);
  }

  @Property(tries = 300)
  void itOpensWithinADayAndStaysOpenThen(
      @ForAll @LongRange(min = 1_790_000_000L, max = 1_860_000_000L) long second,
      @ForAll @IntRange(max = 5) int which,
      @ForAll @IntRange(max = 23) int from,
      @ForAll @IntRange(min = 1, max = 22) int hours) {
    String number =
        new String[] {
              "+31612345678",
              "+447911123456",
              "+12125550123",
              "+79161234567",
              "+61412345678",
              "+882"
            }
            [which];
    LocalTime starts = LocalTime.of(from, 0);
    QuietHours quiet = new QuietHours(starts, starts.plusHours(hours), HOME);
    Instant at = Instant.ofEpochSecond(second);
    Instant opens = quiet.opens(number, at);

    assertThat(Duration.between(at, opens)).isBetween(Duration.ZERO, Duration.ofDays(2));
    assertThat(quiet.opens(number, opens)).isEqualTo(opens);
  }

  @Test
  void eachZoneOfTheListIsOneThatJavaKnows() {
    assertThat(Zones.of("+31612345678")).containsExactly(HOME);
    assertThat(Zones.of("+12125550123")).contains(ZoneId.of("America/New_York"));
    assertThat(Zones.of("not a number")).isEmpty();
  }
}
