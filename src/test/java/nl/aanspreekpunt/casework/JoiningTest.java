package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** A message that opened a case of its own is put at the case where it belongs. */
class JoiningTest {
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final String SAMIRA = "samira.elamrani";

  @Test
  void theMessageStandsAtTheOtherCaseOnceHoweverOftenItIsDone() {
    Case rent = Town.rentQuestion();
    Case apart = apart(null);

    Case taken = Town.after(new TakingIn(apart, SAMIRA).on(rent, LATER));

    assertThat(taken.holds("r9")).isTrue();
    assertThat(new TakingIn(apart, SAMIRA).on(Town.told(taken), LATER))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void noDueTimeMovesAndTheEarlierOneStands() {
    Case rent = Town.rentQuestion();
    Case apart = apart(new Arrival.Wish("+31612345678", "bel mij", "", "citizen"));

    Case taken = Town.after(new TakingIn(apart, SAMIRA).on(rent, LATER));

    assertThat(taken.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER, PromiseKind.CALLBACK);
    assertThat(Town.promise(taken, 0).due()).isEqualTo(Town.promise(rent, 0).due());
    assertThat(Town.promise(taken, 1).due()).isEqualTo(Town.promise(apart, 0).due());
    assertThat(Town.promise(taken, 1).id()).isEqualTo(rent.id() + "-p2");
  }

  @Test
  void theCaseItLeavesIsClosedAndLeadsOn() {
    Case apart = apart(null);

    Case claimed = claimed(apart, Town.rentQuestion());
    Case gone = Town.after(new Moved(SAMIRA).on(claimed, LATER));

    assertThat(gone.joined()).isTrue();
    assertThat(gone.suggested()).isEqualTo("000000000");
    assertThat(gone.openPromises()).isEmpty();
    assertThat(gone.concerns()).isEmpty();
    assertThat(gone.pending()).isEmpty();
    assertThat(gone.wakeAt()).isNull();
  }

  @Test
  void untilItIsTakenInItStandsStillAndTheClockSeesToIt() {
    Case claimed = claimed(apart(null), Town.rentQuestion());

    assertThat(claimed.wakeAt()).isEqualTo(LATER.now());
    assertThat(claimed.openPromises()).hasSize(1);
    assertThat(claimed.dueAt()).isNull();
    Receiving later = new Receiving(Town.arrival("r10", Town.JAN, null), claimed.route());
    assertThat(Town.refusal(later.on(claimed, LATER))).isEqualTo(Receiving.JOINED);
  }

  @Test
  void whoJoinsItToAThirdMeanwhileIsRefused() {
    Case claimed = claimed(apart(null), Town.rentQuestion());
    Case third = question("222222222", null);

    assertThat(Town.refusal(new GoingOver(third, SAMIRA, true).on(claimed, LATER)))
        .isEqualTo("joined-elsewhere");
    assertThat(new GoingOver(Town.rentQuestion(), SAMIRA, true).on(claimed, LATER))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void ofTwoCasesJoinedToEachOtherAtTheSameMomentTheOneThatStaysGoesOnAsItWas() {
    Case rent = Town.rentQuestion();
    Case claimed = claimed(rent, apart(null));

    Case stays = Town.after(new Staying("111111111").on(claimed, LATER));

    assertThat(stays.open()).isTrue();
    assertThat(stays.openPromises()).isEqualTo(rent.openPromises());
    assertThat(stays.official()).isEqualTo(rent.official());
    assertThat(new Staying("111111111").on(stays, LATER)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aComplaintIsNotJoinedToWhatItIsAbout() {
    Opening opening = Town.opening(Town.JAN, "marijke.smit", null);
    Case complaint =
        new Opening(
                Town.arrival("r9", Town.JAN, null),
                opening.route().barring(List.of(SAMIRA)),
                "Klacht",
                "c1",
                false)
            .as("111111111", LATER)
            .opened();

    assertThat(Town.refusal(new GoingOver(Town.rentQuestion(), SAMIRA, true).on(complaint, LATER)))
        .isEqualTo("complaint-stays-apart");
  }

  private static Case claimed(Case one, Case into) {
    return Town.told(Town.after(new GoingOver(into, SAMIRA, true).on(one, LATER)));
  }

  private static Case apart(Arrival.Wish wish) {
    return question("111111111", wish);
  }

  private static Case question(String number, Arrival.Wish wish) {
    Opening opening = Town.opening(Town.JAN, SAMIRA, wish);
    return new Opening(Town.arrival("r9", Town.JAN, wish), opening.route(), "Re: huur", "c1", false)
        .as(number, LATER)
        .opened();
  }
}
