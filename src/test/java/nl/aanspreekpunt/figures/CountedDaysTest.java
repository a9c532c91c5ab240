package nl.aanspreekpunt.figures;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days are counted from cases: once, again while something comes in late, then no more. */
class CountedDaysTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private final Workplace workplace = new Workplace();
  private final Days days = Days.in(workplace.store);

  @AfterEach
  void close() {
    workplace.close();
  }

  private DayClock clock() {
    return new DayClock(
        days,
        workplace.cases,
        workplace.directories,
        ZoneId.of("Europe/Amsterdam"),
        false,
        workplace.clock);
  }

  private Day day(LocalDate day, String team) {
    return await(days.behind(List.of(day), team == null ? null : List.of(team))).get(0);
  }

  private static Sums all(Day day) {
    return sums(day, Slice.By.ALL, "");
  }

  private static Sums sums(Day day, Slice.By by, String key) {
    return day.slices().stream()
        .filter(one -> one.by() == by && one.key().equals(key))
        .map(Slice::sums)
        .findFirst()
        .orElse(Sums.NONE);
  }

  private Case asked(String who) {
    return asked(who, Map.of());
  }

  private Case asked(String who, Map<String, String> more) {
    return workplace.question(who + "@elders.example", who, "Vraag", "Help.", "schuldhulp", more);
  }

  private void answer(Case one) {
    await(
        workplace.casework.change(
            one.id(), new Replying(one.official(), "Zo.", "1", one.lastReceived(), Map.of())));
  }

  @Test
  void aDayCountsWhatWasAskedAnsweredTriedAndDue() {
    Case one = asked("ans", Map.of("callbackPhone", "+31612345678"));
    workplace.clock.forward(Duration.ofMinutes(90));
    answer(one);
    Promise call =
        workplace.found(one.id()).openPromises().stream()
            .filter(each -> each.kind() == PromiseKind.CALLBACK)
            .findFirst()
            .orElseThrow();
    for (Attempt.Outcome outcome : List.of(Attempt.Outcome.NO_ANSWER, Attempt.Outcome.REACHED)) {
      await(
          workplace.casework.change(
              one.id(),
              new Attempting(call.id(), one.official(), outcome, "", one.lastReceived())));
    }
    await(clock().tick());
    Sums sums = all(day(TUESDAY, null));
    assertThat(sums.answered()).containsExactly(90);
    assertThat(sums.tried()).isEqualTo(1);
    assertThat(sums.reached()).as("at the first try").isZero();
    assertThat(sums.messages()).isEqualTo(1);
    assertThat(sums.hours().get(10)).isEqualTo(1);
    assertThat(all(day(TUESDAY, one.team()))).isEqualTo(sums);
    assertThat(sums(day(TUESDAY, null), Slice.By.TOPIC, "schuldhulp")).isEqualTo(sums);
    assertThat(all(day(TUESDAY, "wonen"))).isEqualTo(Sums.NONE);
  }

  @Test
  void whatIsNotKeptInTimeCountsAsSuchOnTheDayItWasDue() {
    Case kept = asked("op-tijd");
    Case late = asked("te-laat");
    answer(kept);
    LocalDate due =
        LocalDate.ofInstant(late.openPromises().get(0).due(), ZoneId.of("Europe/Amsterdam"));
    workplace.clock.forward(Duration.ofDays(5));
    answer(late);
    await(clock().tick());
    Day counted = day(due, late.team());
    assertThat(all(counted).due()).isEqualTo(counted.promises().size()).isPositive();
    assertThat(counted.promises())
        .contains(new Day.Behind(late.id(), false))
        .contains(new Day.Behind(kept.id(), true));
  }

  @Test
  void aCountThatIsTheSameIsNotWrittenAgainAndNodesDoNotDisturbEachOther() {
    asked("ans");
    await(Future.all(clock().tick(), clock().tick()));
    Day before = day(TUESDAY, "werk-en-inkomen");
    assertThat(all(before).messages()).isEqualTo(1);
    workplace.clock.forward(Duration.ofMinutes(5));
    await(Future.all(clock().tick(), clock().tick()));
    assertThat(day(TUESDAY, "werk-en-inkomen")).isEqualTo(before);
    asked("bea");
    workplace.clock.forward(Duration.ofMinutes(5));
    await(clock().tick());
    assertThat(all(day(TUESDAY, "werk-en-inkomen")).messages()).isEqualTo(2);
  }

  @Test
  void aDayThatIsLongOverStandsAlsoWhenItsCasesAreGone() {
    Case one = asked("ans");
    await(clock().tick());
    workplace.clock.forward(Duration.ofDays(8).plusHours(20));
    await(clock().tick());
    Day ended = day(TUESDAY, null);
    assertThat(ended.ended()).isTrue();
    assertThat(all(ended).messages()).isEqualTo(1);
    answer(one);
    workplace.clock.forward(Duration.ofDays(1));
    await(clock().tick());
    assertThat(day(TUESDAY, null)).isEqualTo(ended);
  }
}
