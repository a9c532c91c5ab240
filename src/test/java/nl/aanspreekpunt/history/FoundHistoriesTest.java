package nl.aanspreekpunt.history;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What random histories found, so that it is looked at whatever they draw from now on. */
class FoundHistoriesTest {
  /** It was due "now" when the clock was put back, and waited for that moment to come again. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 279_854_320})
  void whatIsDueAtOnceIsSeenToAlsoWhenTheClockIsPutBack(long seed) {
    RandomHistoriesTest.hold(
        List.of(
            all(new Happening.WorksOn(0, 0, 1)),
            all(new Happening.Writes(0, 0, 0, -2, false, false)),
            all(new Happening.GoesAway(1, 0, 1)),
            some(new Happening.Writes(0, 0, 1, -2, false, true), 5),
            all(new Happening.Later(4_320)),
            all(new Happening.Later(-30))),
        seed);
  }

  /** Each thought of the same cases before the other moved them. */
  @ParameterizedTest
  @ValueSource(longs = {187, 1, 2})
  void whoseWorkIsGivenToTwoAtOnceHasCitizensWhoHearWhatHappened(long seed) {
    RandomHistoriesTest.hold(
        List.of(
            all(new Happening.Writes(0, 0, 0, 0, true, false)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 1, 0, 0, false, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Distributes(0, 0, 2)),
            all(new Happening.Writes(0, 0, 0, 0, true, true)),
            all(new Happening.Writes(0, 1, 0, 1, false, true)),
            some(new Happening.Writes(0, 2, 1, -1, false, false), 5),
            some(new Happening.Distributes(0, 0, 1), 12)),
        seed);
  }

  private static RandomHistoriesTest.Step all(Happening happening) {
    return some(happening, 1_000);
  }

  private static RandomHistoriesTest.Step some(Happening happening, int commands) {
    return new RandomHistoriesTest.Step(happening, commands);
  }
}
