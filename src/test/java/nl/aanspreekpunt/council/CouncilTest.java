package nl.aanspreekpunt.council;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Tally;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import org.junit.jupiter.api.Test;

/** What is counted, what of it is shown, and what a year says of its quarters. */
class CouncilTest {
  private static final Shown.Says TOO_FEW = Shown.Says.TOO_FEW;
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Period QUARTER = new Period(2026, 4);
  private static final Instant IN = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-09-30T21:59:59Z");

  @Test
  void aQuarterBeginsAndEndsOnTheMunicipalitysClock() {
    assertThat(QUARTER.from(ZONE)).isEqualTo("2026-09-30T22:00:00Z");
    assertThat(QUARTER.until(ZONE)).isEqualTo("2026-12-31T23:00:00Z");
    assertThat(Period.quarterOf(BEFORE, ZONE).name()).isEqualTo("2026-Q3");
    assertThat(new Period(2026, 1).before().name()).isEqualTo("2025-Q4");
    assertThat(new Period(2026, 0).quarters()).extracting(Period::name).hasSize(4);
    assertThat(Period.named("2026-Q5")).isEmpty();
    assertThat(Period.named("1999")).isEmpty();
  }

  @Test
  void reportsThatAreTheSameAreAnsweredAndChangedOnce() {
    Counting counting = new Counting(QUARTER.from(ZONE), QUARTER.until(ZONE));
    counting.add(friction("a", "o1", null, step(Step.State.TRIED), step(Step.State.CHANGED)));
    counting.add(friction("b", "o2", "a", step(Step.State.GATHERED)));
    counting.add(friction("c", "o3", null, step(Step.State.LOOKED_AT)));
    counting.add(friction("d", "o3", null, step(Step.State.STAYS)));
    counting.add(friction("a", "o1", null, step(Step.State.TRIED), step(Step.State.CHANGED)));
    assertThat(of(counting, Measure.FRICTIONS_REPORTED).cases()).isEqualTo(4);
    assertThat(of(counting, Measure.FRICTIONS_ANSWERED).cases()).isEqualTo(2);
    assertThat(of(counting, Measure.FRICTIONS_CHANGED).cases()).isEqualTo(1);
  }

  @Test
  void aFigureThatWouldBeAboutSomebodyIsShownToNobody() {
    assertThat(shown(counted(4, "o1", "o2", "o3"))).isEqualTo(Shown.Says.TOO_FEW);
    assertThat(shown(counted(40, "o1", "o2"))).as("of two officials").isEqualTo(TOO_FEW);
    assertThat(shown(counted(5, "o1", "o2", "o3"))).isEqualTo(Shown.Says.VALUE);
    assertThat(shown(Counted.nothing(Measure.RULE_ALONE))).isEqualTo(Shown.Says.NOTHING);
    Shown none = Shown.of(Counted.nothing(Measure.DEVIATIONS_BACKED), Shown.Fewest.USUAL);
    assertThat(none.says()).as("nobody did").isEqualTo(Shown.Says.VALUE);
    assertThat(Shown.of(counted(4, "o1", "o2", "o3"), Shown.Fewest.USUAL).cases()).isZero();
  }

  @Test
  void aYearDoesNotGiveAwayTheQuartersThatAreNotShown() {
    Counted many = counted(10, "o1", "o2", "o3");
    Counted few = counted(2, "o1");
    List<Counted> one = List.of(many, few, many, many);
    assertThat(Shown.of(one, Shown.Fewest.USUAL).says()).isEqualTo(TOO_FEW);
    assertThat(Shown.of(List.of(many, few, few, many), Shown.Fewest.USUAL).says())
        .as("the year less the two that are shown is about four cases")
        .isEqualTo(TOO_FEW);
    Counted nearly = counted(4, "o1", "o2", "o3");
    Shown two = Shown.of(List.of(many, nearly, nearly, many), Shown.Fewest.USUAL);
    assertThat(two.says()).isEqualTo(Shown.Says.VALUE);
    assertThat(two.cases()).isEqualTo(28);
    Shown whole = Shown.of(Collections.nCopies(4, many), Shown.Fewest.USUAL);
    assertThat(whole.value()).isEqualTo(0.5);
  }

  @Test
  void theOneInTheMiddleIsOfAllActsOfTheYearAndNotOfItsQuarters() {
    Counted first = took(60, 120, 180, 240, 300);
    Counted then = took(600, 6000, 6000, 6000, 6000);
    assertThat(Shown.of(List.of(first), Shown.Fewest.USUAL).value()).isEqualTo(3);
    assertThat(Shown.of(List.of(first, then), Shown.Fewest.USUAL).value()).isEqualTo(5);
  }

  @Test
  void theSlowerOfTwoCountsIsDroppedAndTheOtherStands() {
    Map<String, Report> kept = new HashMap<>();
    Reports reports = new MemoryReports(kept);
    assertThat(await(reports.keep(report(1, 10)))).isTrue();
    assertThat(await(reports.keep(report(1, 20)))).isFalse();
    assertThat(await(reports.keep(report(2, 30)))).isTrue();
    assertThat(await(reports.keep(report(2, 40)))).isFalse();
    assertThat(kept.get("2026-Q4").of(Measure.STORIES_TOLD).cases()).isEqualTo(30);
  }

  @Test
  void whatIsReadIsThePeriodAndThoseBeforeItOfWhichSomethingWasCounted() {
    Map<String, Report> kept = new HashMap<>();
    kept.put("2026-Q2", report("2026-Q2", 0));
    kept.put("2026-Q3", report("2026-Q3", 7));
    kept.put("2026-Q4", report("2026-Q4", 9));
    Council council = new Council(new MemoryReports(kept), ZONE, Shown.Fewest.USUAL);
    List<Council.Column> columns = await(council.read(QUARTER));
    assertThat(columns)
        .extracting(one -> one.period().name())
        .containsExactly("2026-Q3", "2026-Q4");
    Council.Column year = await(council.read(new Period(2026, 0))).get(0);
    assertThat(year.of(Measure.STORIES_TOLD).value()).isEqualTo(16);
    assertThat(year.ended()).as("a quarter of it was never counted").isFalse();
    assertThat(await(council.read(new Period(2020, 1))).get(0).of(Measure.RULE_ALONE).says())
        .isEqualTo(Shown.Says.UNKNOWN);
  }

  private static Counted counted(int cases, String... officials) {
    Counting counting = new Counting(QUARTER.from(ZONE), QUARTER.until(ZONE));
    for (int i = 0; i < cases; i++) {
      String by = officials[i % officials.length];
      counting.add(question(new Tally.Ruled(IN, by, Outcome.REFUSED, false, i % 2 == 0)));
    }
    return of(counting, Measure.RULE_ALONE);
  }

  private static Counting.Question question(Tally.Ruled ruled) {
    Tally tally =
        new Tally(
            null,
            null,
            null,
            0,
            null,
            null,
            null,
            null,
            null,
            List.of(ruled),
            null,
            null,
            null,
            null);
    return new Counting.Question("c", "o1", List.of(), tally);
  }

  private static Counted took(int... minutes) {
    List<Integer> all = IntStream.of(minutes).boxed().toList();
    return new Counted(Measure.MESSAGE_TO_ACT, all.size(), 0, all, 3);
  }

  private static Counted of(Counting counting, Measure measure) {
    return counting.counted().get(measure.ordinal());
  }

  private static Shown.Says shown(Counted counted) {
    return Shown.of(counted, Shown.Fewest.USUAL).says();
  }

  private static Report report(long version, long told) {
    return new Report("2026-Q4", version, IN, false, 0, List.of(stories(told)));
  }

  private static Report report(String quarter, long told) {
    return new Report(quarter, 1, IN, true, 0, List.of(stories(told)));
  }

  private static Counted stories(long told) {
    return new Counted(Measure.STORIES_TOLD, told, 0, List.of(), 0);
  }

  private static Step step(Step.State state) {
    return new Step(IN.plus(Duration.ofHours(1)), "policy", state, "a", null);
  }

  private static Friction friction(String id, String by, String into, Step... steps) {
    nl.aanspreekpunt.friction.Report report =
        new nl.aanspreekpunt.friction.Report(by, IN, "team", "Regel", "Wat", "", "c1", false);
    return new Friction(
        id, 1, report, into, Step.State.REPORTED, IN, List.of(steps), "p", null, null, null, 0);
  }
}
