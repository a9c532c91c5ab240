package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** What an official wrote to a citizen counts as promised, until somebody says that it is not. */
class ReadInAnswersTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String TEXT = "Dag Jan. U hoort vrijdag voor 12 uur van mij.";
  private static final Instant FRIDAY_NOON = Town.at("2026-06-05T12:00");
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final Promising CONFIRMS =
      new Promising(PromiseKind.ANSWER, FRIDAY_NOON, "U hoort vrijdag", null, SAMIRA);

  private static Case replied(Case before, String text, Moment moment) {
    return Town.told(
        Town.after(new Replying(SAMIRA, text, null, "r1", Map.of()).on(before, moment)));
  }

  private static Promise only(Case one) {
    assertThat(one.openPromises()).hasSize(1);
    return one.openPromises().get(0);
  }

  @Test
  void whatNobodyConfirmedIsDueAndClimbsTheLadder() {
    Case answered = replied(Town.rentQuestion(), TEXT, LATER);

    Promise read = only(answered);
    assertThat(read.unconfirmed()).isTrue();
    assertThat(read.said()).isEqualTo("U hoort vrijdag voor 12 uur van mij");
    assertThat(answered.dueAt()).as("somebody waits").isEqualTo(FRIDAY_NOON);
    Case late = Town.after(Town.climbing().on(answered, Town.moment(FRIDAY_NOON)));
    assertThat(only(late).steps()).isNotEmpty();
    assertThat(DatedOffers.in(late)).containsExactly(only(late));
  }

  @Test
  void oneKeyConfirmsItAndTheCitizenHearsByWhen() {
    Case answered = replied(Town.rentQuestion(), TEXT, LATER);

    Case confirmed = Town.after(CONFIRMS.on(answered, LATER));

    assertThat(only(confirmed).id()).isEqualTo(only(answered).id());
    assertThat(only(confirmed).unconfirmed()).isFalse();
    assertThat(Town.facts(confirmed, 0)).containsEntry("due", FRIDAY_NOON.toString());
    assertThat(CONFIRMS.on(Town.told(confirmed), LATER)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whatIsLateIsConfirmedTooAndNobodyIsToldOfAMomentThatHasPassed() {
    Case answered = replied(Town.rentQuestion(), TEXT, LATER);
    Moment after = Town.moment(FRIDAY_NOON.plusSeconds(60));

    Case confirmed = Town.after(CONFIRMS.on(answered, after));

    assertThat(only(confirmed).unconfirmed()).isFalse();
    assertThat(confirmed.pending()).isEmpty();
  }

  @Test
  void whatIsNoPromiseIsDueNoMoreAndIsNotReadAgain() {
    Case answered = replied(Town.rentQuestion(), TEXT, LATER);
    DatedOffers.Declining no = new DatedOffers.Declining(only(answered).id(), SAMIRA);

    Case none = Town.told(Town.after(no.on(answered, LATER)));

    assertThat(none.openPromises()).isEmpty();
    assertThat(none.dueAt()).isNull();
    assertThat(no.on(none, LATER)).isInstanceOf(Decision.Unchanged.class);
    assertThat(replied(none, TEXT, LATER).openPromises()).isEmpty();
    Case confirmed = Town.told(Town.after(CONFIRMS.on(answered, LATER)));
    assertThat(no.on(confirmed, LATER))
        .as("it was promised")
        .isInstanceOf(Decision.Unchanged.class);
    DatedOffers.Declining other = new DatedOffers.Declining("none-p1", SAMIRA);
    assertThat(Town.refusal(other.on(answered, LATER))).isEqualTo("no-such-promise");
  }

  @Test
  void whatWasConfirmedAndThenRenewedIsNotReadAgainAtItsOldMoment() {
    Case promised = Town.told(Town.after(CONFIRMS.on(Town.rentQuestion(), LATER)));
    String id = promised.openPromises().get(1).id();
    Instant monday = Town.at("2026-06-08T12:00");
    Case renewed =
        Town.told(Town.after(new Renewing(id, SAMIRA, monday, false, "Later").on(promised, LATER)));

    Case again = replied(renewed, TEXT, LATER);

    assertThat(only(again).due()).isEqualTo(monday);
    assertThat(CONFIRMS.on(again, LATER)).isInstanceOf(Decision.Unchanged.class);
  }

  /** "In an hour" is another moment when it is sent than when it was read. */
  @Test
  void whatWasConfirmedWhileItWasWrittenIsNotReadOnceMore() {
    String text = "Ik laat het u over een uur weten.";
    Promising read =
        new Promising(
            PromiseKind.ANSWER,
            LATER.now().plus(Duration.ofMinutes(57)),
            "Ik laat het u over een uur weten",
            null,
            SAMIRA);
    Replying reply = new Replying(SAMIRA, text, null, "r1", Map.of(), List.of(read), List.of());

    assertThat(only(Town.after(reply.on(Town.rentQuestion(), LATER))).due()).isEqualTo(read.due());
  }

  @Test
  void aCallToWhomNoNumberIsKnownCountsTooAndIsConfirmedWithOne() {
    Case answered = replied(Town.rentQuestion(), "Ik bel u vrijdag voor 12 uur.", LATER);

    Promise read = only(answered);
    assertThat(read.kind()).isEqualTo(PromiseKind.CALLBACK);
    assertThat(read.callback()).isNull();
    Promising without = new Promising(read.kind(), read.due(), read.said(), null, SAMIRA);
    assertThat(Town.refusal(without.on(answered, LATER))).isEqualTo("phone-needed");
    Promising with = new Promising(read.kind(), read.due(), read.said(), "+31612345678", SAMIRA);
    Case confirmed = Town.after(with.on(answered, LATER));
    assertThat(only(confirmed).callback().phone()).isEqualTo("+31612345678");
    assertThat(confirmed.callAt()).isEqualTo(FRIDAY_NOON);
    Attempting attempt =
        new Attempting(
            read.id(), SAMIRA, nl.aanspreekpunt.promise.Attempt.Outcome.NO_ANSWER, "", "r1");
    assertThat(Town.refusal(attempt.on(answered, LATER))).isNotEmpty();
  }

  @Test
  void whatIsAskedOfTheCitizenMayPromiseToo() {
    Asking asking =
        new Asking(
            new Replying(
                SAMIRA, "Wat is uw adres? U hoort vrijdag van mij.", null, "r1", Map.of()));

    Case asked = Town.after(asking.on(Town.rentQuestion(), LATER));

    assertThat(DatedOffers.in(asked)).hasSize(1);
  }

  @Test
  void anAnswerInAClosedCasePromisesNothingThere() {
    Case closed =
        Town.told(
            Town.after(
                new Closing(SAMIRA, Outcome.ANSWERED, "Het is klaar.", "r1")
                    .on(Town.rentQuestion(), LATER)));

    assertThat(replied(closed, TEXT, LATER).openPromises()).isEmpty();
  }

  @Test
  void aPromisedDayFollowsARenewal() {
    Promising call =
        new Promising(
            PromiseKind.CALLBACK,
            FRIDAY_NOON,
            "Ik bel u vrijdag voor 12 uur",
            "+31612345678",
            SAMIRA);
    Case promised = Town.told(Town.after(call.on(Town.rentQuestion(), LATER)));
    String id = promised.openPromises().get(1).id();
    Instant tuesday = Town.at("2026-06-09T12:00");

    Case renewed =
        Town.after(new Renewing(id, SAMIRA, tuesday, false, "Later").on(promised, LATER));

    Promise later = renewed.promise(id).orElseThrow();
    assertThat(later.from()).isEqualTo(Town.at("2026-06-09T00:00"));
    assertThat(Calling.times(renewed, later, LATER).next(later, LATER.now()).orElseThrow().from())
        .isEqualTo(Town.at("2026-06-09T08:30"));
  }
}
