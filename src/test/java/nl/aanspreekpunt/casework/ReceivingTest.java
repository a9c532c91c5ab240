package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.outbox.Notice.Kind.ACKNOWLEDGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

class ReceivingTest {
  private static final Instant LATER = Town.MONDAY_TEN.plus(Duration.ofMinutes(90));

  @Test
  void aSecondMessageJoinsTheOpenPromiseWithoutMovingItsDueTime() {
    Case first = Town.rentQuestion();

    Case joined = receive(first, "r2");

    assertThat(joined.openPromises()).hasSize(1);
    assertThat(Town.promise(joined, 0).due()).isEqualTo(Town.promise(first, 0).due());
    assertThat(Town.promise(joined, 0).seen()).isEqualTo("r2");
  }

  @Test
  void theSameMessageAgainChangesNothing() {
    Case first = Town.rentQuestion();
    Case joined = receive(first, "r2");

    Receiving again = new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS);
    Receiving opener = new Receiving(Town.arrival("r1", Town.JAN, null), Town.ANSWERS);

    assertThat(again.on(joined, Town.moment(LATER))).isInstanceOf(Decision.Unchanged.class);
    assertThat(opener.on(joined, Town.moment(LATER))).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aReplyToAClosedCaseReopensItAtWhoeverIsResponsibleNow() {
    Case closed =
        Town.after(
            new Closing("samira.elamrani", Outcome.ANSWERED, "De huur klopt.", "r1")
                .on(Town.rentQuestion(), Town.moment(LATER)));

    Case reopened = receive(Town.told(closed), "r2");

    assertThat(reopened.open()).isTrue();
    assertThat(reopened.official()).isEqualTo("samira.elamrani");
    assertThat(reopened.openPromises()).hasSize(1);
  }

  @Test
  void aReplyKeepsOnlyWhatItsAuthorHadSeen() {
    Case joined = receive(Town.rentQuestion(), "r2");

    Case replied =
        Town.after(
            new Replying("samira.elamrani", "Dag Jan", null, "r1", Map.of())
                .on(joined, Town.moment(LATER)));

    assertThat(Town.promise(replied, 0).state()).isEqualTo(Promise.State.KEPT);
    assertThat(replied.openPromises()).hasSize(1);
    Promise waiting = replied.openPromises().get(0);
    assertThat(waiting.seen()).isEqualTo("r2");
    assertThat(waiting.due()).isEqualTo(Town.promise(joined, 0).due());
  }

  @Test
  void aReplyThatSawEverythingLeavesNothingOpen() {
    Case joined = receive(Town.rentQuestion(), "r2");

    Case replied =
        Town.after(
            new Replying("samira.elamrani", "Dag Jan", null, "r2", Map.of())
                .on(joined, Town.moment(LATER)));

    assertThat(replied.openPromises()).isEmpty();
    assertThat(replied.wakeAt()).isEqualTo(LATER);
  }

  @Test
  void moreThanThreeAcknowledgementsADayInACaseAreHeldBackAndThatShows() {
    Case one = Town.rentQuestion();
    for (int n = 2; n <= 5; n++) {
      one = Town.told(receive(one, "r" + n));
    }

    long told = one.events().stream().filter(CaseEvent.Told.class::isInstance).count();
    assertThat(told).isEqualTo(3);
    assertThat(one.events())
        .filteredOn(CaseEvent.HeldBack.class::isInstance)
        .hasSize(2)
        .allMatch(e -> ((CaseEvent.HeldBack) e).reason().equals("too-many-for-case"));
  }

  @Test
  void anotherSenderInTheCaseIsAcknowledgedAlthoughTheFirstHadEnough() {
    Case one = Town.rentQuestion();
    for (int n = 2; n <= 5; n++) {
      one = Town.told(receive(one, "r" + n));
    }
    Address partner = new Address(Address.Kind.EMAIL, "partner@burger.example");

    Case other =
        Town.after(
            new Receiving(Town.arrival("r6", partner, null), Town.ANSWERS)
                .on(one, Town.moment(LATER)));

    assertThat(other.pending()).extracting(e -> e.notice().kind()).containsExactly(ACKNOWLEDGEMENT);
  }

  @Test
  void aNewDueTimeIsToldAlsoWhenThereWereAcknowledgementsEnough() {
    Case one = Town.rentQuestion();
    for (int n = 2; n <= 4; n++) {
      one = Town.told(receive(one, "r" + n));
    }
    Replying answer = new Replying("samira.elamrani", "Dag Jan", null, "r4", Map.of());
    Case answered = Town.told(Town.after(answer.on(one, Town.moment(LATER))));
    Instant nextDay = LATER.plus(Duration.ofHours(20));
    Arrival many = Town.withMany(Town.arrival("r5", Town.JAN, null), 40);

    Case again = Town.after(new Receiving(many, Town.ANSWERS).on(answered, Town.moment(nextDay)));

    assertThat(again.events())
        .contains(new CaseEvent.HeldBack(nextDay, ACKNOWLEDGEMENT.name(), "too-many-for-sender"));
    assertThat(again.pending())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.notice().kind()).isEqualTo(Notice.Kind.PROMISED);
              assertThat(told.notice().facts())
                  .containsEntry("due", again.openPromises().get(0).due().toString());
            });
  }

  @Test
  void moreThanThirtyMessagesADayAreNotAcknowledgedInANewCase() {
    Arrival many = Town.withMany(Town.arrival("r1", Town.JAN, null), 30);
    Opening opening = Town.opening(Town.JAN, "samira.elamrani", null);

    Opening.Opened opened =
        new Opening(many, opening.route(), "Nog een", "c1", false)
            .as("000000000", Town.moment(LATER));

    assertThat(opened.notices()).isEmpty();
    assertThat(opened.opened().openPromises()).hasSize(1);
    assertThat(opened.opened().events())
        .contains(new CaseEvent.HeldBack(LATER, ACKNOWLEDGEMENT.name(), "too-many-for-sender"));
  }

  @Test
  void aReplyReopensAtSomebodyWhoWorksHereWhenItsOfficialLeftMeanwhile() {
    Case closed =
        Town.after(
            new Closing("samira.elamrani", Outcome.ANSWERED, "De huur klopt.", "r1")
                .on(Town.rentQuestion(), Town.moment(LATER)));
    Instant monthLater = LATER.plus(Duration.ofDays(30));
    Departure left = Town.gone("samira.elamrani", LATER.plusSeconds(60), "jan.devries");
    Moment gone = Town.moment(monthLater, Voorbeeldstad.directory(List.of(), List.of(left)));

    Case reopened =
        Town.after(
            new Receiving(Town.withMany(Town.arrival("r2", Town.JAN, null), 40), Town.ANSWERS)
                .on(Town.told(closed), gone));

    assertThat(reopened.official()).isEqualTo("jan.devries");
    assertThat(reopened.pending())
        .extracting(e -> e.notice().kind())
        .containsExactly(ACKNOWLEDGEMENT);
    assertThat(reopened.pending().get(0).notice().official()).isEqualTo("jan.devries");
  }

  private static Case receive(Case before, String receipt) {
    return Town.after(
        new Receiving(Town.arrival(receipt, Town.JAN, null), Town.ANSWERS)
            .on(before, Town.moment(LATER)));
  }
}
