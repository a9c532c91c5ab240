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

    Case gone = Town.after(new GoingOver(apart, "000000000", SAMIRA).on(apart, LATER));

    assertThat(gone.joined()).isTrue();
    assertThat(gone.suggested()).isEqualTo("000000000");
    assertThat(gone.openPromises()).isEmpty();
    assertThat(gone.concerns()).isEmpty();
    assertThat(gone.pending()).isEmpty();
  }

  @Test
  void whatCameInMeanwhileIsTakenInBeforeTheCaseCloses() {
    Case apart = apart(null);
    Case rent = Town.told(Town.after(new TakingIn(apart, SAMIRA).on(Town.rentQuestion(), LATER)));
    Receiving later = new Receiving(Town.arrival("r10", Town.JAN, null), apart.route());
    Case more = Town.told(Town.after(later.on(apart, LATER)));

    assertThat(Town.refusal(new GoingOver(apart, rent.id(), SAMIRA).on(more, LATER)))
        .isEqualTo(GoingOver.CHANGED);
    assertThat(Town.after(new TakingIn(more, SAMIRA).on(rent, LATER)).holds("r10")).isTrue();
    assertThat(Town.after(new GoingOver(more, rent.id(), SAMIRA).on(more, LATER)).joined())
        .isTrue();
  }

  @Test
  void ofTwoCasesJoinedToEachOtherAtTheSameMomentOneStays() {
    Case apart = apart(null);
    Case rent = Town.rentQuestion();
    Case rentToo = Town.told(Town.after(new TakingIn(apart, SAMIRA).on(rent, LATER)));
    Case apartToo = Town.told(Town.after(new TakingIn(rent, SAMIRA).on(apart, LATER)));

    assertThat(Town.refusal(new GoingOver(rentToo, apart.id(), SAMIRA).on(rentToo, LATER)))
        .isEqualTo("joined-elsewhere");
    assertThat(Town.after(new GoingOver(apartToo, rent.id(), SAMIRA).on(apartToo, LATER)).joined())
        .isTrue();
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

    assertThat(Town.refusal(new TakingIn(complaint, SAMIRA).on(Town.rentQuestion(), LATER)))
        .isEqualTo("complaint-stays-apart");
  }

  private static Case apart(Arrival.Wish wish) {
    Opening opening = Town.opening(Town.JAN, SAMIRA, wish);
    return new Opening(Town.arrival("r9", Town.JAN, wish), opening.route(), "Re: huur", "c1", false)
        .as("111111111", LATER)
        .opened();
  }
}
