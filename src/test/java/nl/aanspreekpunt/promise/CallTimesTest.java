package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When to call somebody. */
class CallTimesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final CallTimes TIMES =
      new CallTimes(
          WorkingTime.of(OpeningHours.parse(Map.of("mon-fri", "08:30-17:00")), d -> false, ZONE),
          ZONE);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  /** Asked on Tuesday 24 November 2026 at nine. */
  private static Promise asked(String preferred, String due, String... failed) {
    CallbackRequest request = new CallbackRequest("+31612345678", "", preferred, "citizen", null);
    for (String one : failed) {
      request = request.tried(new Attempt(at(one), "samira", Attempt.Outcome.NO_ANSWER, ""));
    }
    return Promise.made("c-p1", PromiseKind.CALLBACK, at("2026-11-24T09:00"), at(due), false, null)
        .withCallback(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | 2026-11-24T09:00 | 2026-11-24T17:00 | true",
        "'s middags | 2026-11-24T12:00 | 2026-11-24T17:00 | true",
        "na 15 uur | 2026-11-24T15:00 | 2026-11-24T17:00 | true",
        "morgen voor 10 uur | 2026-11-25T08:30 | 2026-11-25T10:00 | true",
        "tussen 10 en 11 | 2026-11-24T10:00 | 2026-11-24T11:00 | true",
        "zaterdag | 2026-11-24T09:00 | 2026-11-24T17:00 | false",
        "na 17 uur | 2026-11-24T09:00 | 2026-11-24T17:00 | false",
        "als het regent | 2026-11-24T09:00 | 2026-11-24T17:00 | true",
      })
  void isWhenItSuitsWithinOpeningHoursAndBeforeItIsDue(
      String preferred, String from, String until, boolean suits) {
    CallTimes.Proposal next =
        TIMES.next(asked(preferred, "2026-11-25T12:00"), at("2026-11-24T09:00")).orElseThrow();

    assertThat(next).isEqualTo(new CallTimes.Proposal(at(from), at(until), suits, true, null));
  }

  @Test
  void whatSuitsOnlyAfterItIsDueIsSaidBesideAMomentInTime() {
    Promise call = asked("vrijdag", "2026-11-25T12:00");

    CallTimes.Proposal next = TIMES.next(call, at("2026-11-24T09:00")).orElseThrow();

    assertThat(next.from()).isEqualTo(at("2026-11-24T09:00"));
    assertThat(next.suits()).isFalse();
    assertThat(next.inTime()).isTrue();
    assertThat(next.rather())
        .isEqualTo(new CallTimes.Stretch(at("2026-11-27T08:30"), at("2026-11-27T17:00")));
    CallTimes.Proposal late = TIMES.next(call, at("2026-11-25T13:00")).orElseThrow();
    assertThat(late.from()).as("it is late").isEqualTo(at("2026-11-27T08:30"));
    assertThat(late.inTime()).isFalse();
  }

  /** Promised by an official; the citizen may say later when it suits. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-26T00:00, 2026-11-26T12:00, 2026-11-26T08:30, 2026-11-26T12:00",
    "2026-11-26T15:00, 2026-11-26T17:00, 2026-11-26T15:00, 2026-11-26T17:00",
    "2026-11-26T14:30, 2026-11-26T14:30, 2026-11-26T14:30, 2026-11-26T14:45",
    ", 2026-11-26T12:00, 2026-11-24T09:00, 2026-11-24T17:00",
  })
  void aPromisedDayIsThatDayAndAPromisedTimeThatTime(
      String from, String due, String start, String end) {
    Promise call = asked("", due).inWords("Ik bel u").notBefore(from == null ? null : at(from));

    CallTimes.Proposal next = TIMES.next(call, at("2026-11-24T09:00")).orElseThrow();

    assertThat(next).isEqualTo(new CallTimes.Proposal(at(start), at(end), true, true, null));
    Promise said =
        call.withCallback(call.callback().preferring("woensdag", at("2026-11-24T09:30")));
    assertThat(TIMES.next(said, at("2026-11-24T10:00")).orElseThrow().from())
        .as("what they say since goes first")
        .isEqualTo(at("2026-11-25T08:30"));
  }

  /** Never within the hour after a try; at another time of day, while it suits and is in time. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-24T09:30, none, 2026-11-24T12:00",
    "2026-11-24T14:00, none, 2026-11-25T08:30",
    "2026-11-24T09:30, mornings, 2026-11-24T10:30",
    "2026-11-24T09:30, 2026-11-24T14:00, 2026-11-25T08:30",
  })
  void theNextTryIsAtAnotherTimeOfDay(String tried, String second, String next) {
    boolean again = second.startsWith("2026");
    Promise call =
        asked(
            second.equals("mornings") ? second : "",
            "2026-11-26T12:00",
            Stream.of(tried, again ? second : null)
                .filter(one -> one != null)
                .toArray(String[]::new));
    Instant now = at(again ? second : tried).plusSeconds(60);

    assertThat(TIMES.next(call, now).orElseThrow().from()).isEqualTo(at(next));
  }

  @Test
  void afterSoManyTriesAtDifferentTimesOfDayTheCitizenIsAsked() {
    Promise mornings =
        asked("", "2026-11-30T12:00", "2026-11-24T09:30", "2026-11-25T09:30", "2026-11-26T10:00");
    Promise both =
        asked("", "2026-11-30T12:00", "2026-11-24T09:30", "2026-11-25T15:30", "2026-11-26T10:00");

    assertThat(TIMES.asksWhen(mornings.callback(), 3)).isFalse();
    assertThat(TIMES.asksWhen(both.callback(), 4)).isFalse();
    assertThat(TIMES.asksWhen(both.callback(), 3)).isTrue();
    CallbackRequest answered = both.callback().preferring("dinsdag", at("2026-11-26T11:00"));
    assertThat(TIMES.asksWhen(answered, 3)).isFalse();
  }
}
