package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class LadderTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final WorkingTime OFFICE =
      WorkingTime.of(
          OpeningHours.parse(Map.of("mon-fri", "08:30-17:00")), Holidays.netherlands(), AMSTERDAM);

  private static Ladder parse(String yaml) {
    return Ladder.parse(new Yaml().<List<?>>load(yaml));
  }

  @Test
  void theStandardLadderIsAsItWouldBeWritten() {
    assertThat(
            parse(
                """
                - {at: 75%, to: official, does: remind}
                - {at: 100%, to: deputy, does: act}
                - {at: +PT4H, to: coordinator, does: require-reassignment}
                - {at: +P1D, to: coordinator, does: take-over}
                - {at: +P1D, to: manager, does: tell}
                """))
        .isEqualTo(Ladder.standard());
  }

  @Test
  void anUnansweredQuestionClimbsToItsEndOverAWeekend() {
    Promise promise = question();
    for (String expected :
        List.of(
            "OFFICIAL REMIND 2026-11-26T13:45",
            "DEPUTY ACT 2026-11-27T09:30",
            "COORDINATOR REQUIRE_REASSIGNMENT 2026-11-27T13:30",
            "COORDINATOR TAKE_OVER 2026-11-30T13:30",
            "MANAGER TELL 2026-12-01T13:30",
            "MANAGER TELL 2026-12-02T13:30",
            "MANAGER TELL 2026-12-03T13:30")) {
      Ladder.Next next = Ladder.standard().next(promise, OFFICE).orElseThrow();
      assertThat(next.what().to() + " " + next.what().does() + " " + at(next.at()))
          .isEqualTo(expected);
      promise = taken(promise, next, next.at());
    }
    assertThat(promise.steps().get(6)).extracting(Promise.Step::repetition).isEqualTo(2);
  }

  @Test
  void afterDowntimeTheNextDelayCountsFromWhenTheStepBeforeTookEffect() {
    Promise promise = question();
    Instant back = there("2026-12-01T10:00");
    promise = taken(promise, next(promise), back);
    assertThat(next(promise).at()).as("long due").isEqualTo(promise.due());
    promise = taken(promise, next(promise), back);
    assertThat(at(next(promise).at())).isEqualTo("2026-12-01T14:00");
  }

  @Test
  void aPromiseThatEndedHasNoNextStepAndReopenedGoesOnWhereItWas() {
    Promise promise = question();
    promise = taken(promise, next(promise), next(promise).at());
    Ladder.Next before = next(promise);
    Promise kept = promise.ended(Promise.State.KEPT, "jansen", there("2026-11-26T16:00"));
    assertThat(Ladder.standard().next(kept, OFFICE)).isEmpty();
    assertThat(kept.reopened()).isEqualTo(promise);
    assertThat(next(kept.reopened())).isEqualTo(before);
  }

  @Test
  void aLadderThatDoesNotEndInTellingEnds() {
    Ladder ladder = parse("[{at: 100%, to: deputy, does: act}]");
    Promise promise = question();
    promise = taken(promise, ladder.next(promise, OFFICE).orElseThrow(), promise.due());
    assertThat(ladder.next(promise, OFFICE)).isEmpty();
  }

  @Test
  void aStepAtATimeOfDayComesOnTheNextOpenDayAndAsTheLastEachDay() {
    Ladder ladder =
        parse(
            """
            - {at: 100%, to: official, does: warn}
            - {at: "09:00", to: coordinator, does: raise-urgency}
            - {at: "16:30", to: manager, does: tell}
            """);
    Promise promise = question();
    for (String expected :
        List.of(
            "WARN 2026-11-27T09:30",
            "RAISE_URGENCY 2026-11-30T09:00",
            "TELL 2026-11-30T16:30",
            "TELL 2026-12-01T16:30",
            "TELL 2026-12-02T16:30")) {
      Ladder.Next next = ladder.next(promise, OFFICE).orElseThrow();
      assertThat(next.what().does() + " " + at(next.at())).isEqualTo(expected);
      promise = taken(promise, next, next.at());
    }
  }

  @Test
  void aTimeOfDayAsTheFirstStepMayBeTheDueTimeItself() {
    Ladder ladder = parse("[{at: \"09:30\", to: deputy, does: act}]");
    assertThat(ladder.next(question(), OFFICE).orElseThrow().at()).isEqualTo(question().due());
  }

  /** 29 March 2026: from 02:00 to 03:00 there is no time; 25 October: it comes twice. */
  @Test
  void aTimeOfDayThatTheClockSkipsIsTheMomentOfTheChange() {
    for (WorkingTime time : List.of(always(), always().everyHour(), OFFICE.everyHour())) {
      assertThat(time.next(there("2026-03-28T12:00"), LocalTime.of(2, 30)))
          .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
      assertThat(time.next(there("2026-10-24T12:00"), LocalTime.of(2, 30)))
          .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
      assertThat(time.next(Instant.parse("2026-10-25T00:30:00Z"), LocalTime.of(2, 30)))
          .as("the next day, not an hour later")
          .isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }
  }

  private static WorkingTime always() {
    return WorkingTime.of(OpeningHours.ALWAYS, Holidays.NONE, AMSTERDAM);
  }

  private static Promise question() {
    Instant made = there("2026-11-25T09:30");
    return Promise.made(
        "c-p1", PromiseKind.ANSWER, made, OFFICE.after(made, Norm.parse("P2D")), false, null);
  }

  private static Ladder.Next next(Promise promise) {
    return Ladder.standard().next(promise, OFFICE).orElseThrow();
  }

  private static Promise taken(Promise promise, Ladder.Next next, Instant at) {
    return promise.climbed(next.taken(null, "jansen", at));
  }

  private static Instant there(String wallClock) {
    return LocalDateTime.parse(wallClock).atZone(AMSTERDAM).toInstant();
  }

  private static String at(Instant moment) {
    return moment.atZone(AMSTERDAM).toLocalDateTime().toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]                                        | ladder: name at least one step",
        "[x]                                       | ladder[0].at, to and does: write these three",
        "[{at: 75%, to: official}]                 | ladder[0].at, to and does: write these three",
        "[{at: 75%, to: official, does: remind, x: y}] | ladder[0].at, to and does: write these three",
        "[{at: 0%, to: official, does: remind}]    | ladder[0].at: '0%'?",
        "[{at: 101%, to: official, does: remind}]  | ladder[0].at: '101%'?",
        "[{at: PT4H, to: official, does: remind}]  | ladder[0].at: 'PT4H'?",
        "[{at: null, to: official, does: remind}]  | ladder[0].at: 'null'?",
        "[{at: +4H, to: official, does: remind}]   | ladder[0].at: '4H' is no duration",
        "[{at: 75%, to: boss, does: remind}]       | ladder[0].to: 'boss' is not one of official, deputy",
        "[{at: 75%, to: official, does: shout}]    | ladder[0].does: 'shout' is not one of remind, warn, act, raise-urgency, require-reassignment, take-over, tell",
        "[{at: '25:00', to: official, does: remind}] | ladder[0].at: '25:00' is no time of day",
        "[{at: 75%, to: citizen, does: act}]       | ladder[0].does: to a citizen a step can only be warn",
        "[{at: +PT1H, to: official, does: remind}, {at: 75%, to: deputy, does: act}] | ladder[1].at: a share",
        "[{at: 75%, to: official, does: remind}, {at: 50%, to: deputy, does: act}]   | ladder[1].at: lies before",
        "[{at: +PT1H, to: official, does: remind}, {at: 50%, to: deputy, does: act}] | ladder[1].at: a share",
        "[{at: +PT0H, to: manager, does: tell}]    | ladder[0].at: the last step repeats"
      })
  void aMistakeIsOneLineThatNamesTheStep(String yaml, String says) {
    assertThatThrownBy(() -> parse(yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(says)
        .hasMessageNotContaining("\n");
  }
}
