package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.helped.AnsweringHelped;
import nl.aanspreekpunt.casework.helped.HelpedWords;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.talk.Fulfilling;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One question at the close: helped or not, heard or not. */
class HelpedTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String COORDINATOR = "jan.devries";
  private static final Moment NOW = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(3)));
  private static final Address MOBILE = new Address(Address.Kind.PHONE, "+31612345678");

  @Test
  void itIsAskedInTheLetterThatClosesAndInNoOther() {
    Case closed = Town.after(close(Town.rentQuestion(), Outcome.ANSWERED));

    assertThat(closed.pending()).hasSize(1);
    assertThat(Town.facts(closed, 0)).containsEntry("askHelped", "yes");
    assertThat(closed.care().helped().waits()).isTrue();
  }

  @Test
  void whoWithdrewAskedNothingOrIsAMachineOrCanOnlyBeCalledIsNotAsked() {
    for (Outcome outcome : List.of(Outcome.WITHDRAWN, Outcome.NO_QUESTION)) {
      assertThat(Town.after(close(Town.rentQuestion(), outcome)).care().helped()).isNull();
    }
    Case machine =
        Town.opening(Town.JAN, SAMIRA, null).as("000000000", Town.moment(Town.MONDAY_TEN)).opened();
    Act held =
        (before, moment) -> {
          Draft draft = new Draft(before, moment);
          draft.event(new CaseEvent.HeldBack(Town.MONDAY_TEN, "ACKNOWLEDGEMENT", "automatic"));
          return draft.done();
        };
    Case automatic = Town.after(held.on(machine, NOW));
    assertThat(Town.after(close(automatic, Outcome.ANSWERED)).care().helped()).isNull();
    Case caller = Town.opened(Town.LANDLINE, SAMIRA, null).opened();
    Case talked =
        Town.after(new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Gebeld.", "r1").on(caller, NOW));
    Case closed = Town.after(close(Town.told(talked), Outcome.ANSWERED));
    assertThat(closed.care().helped()).isNull();
    assertThat(SayingHelped.byPhone(closed)).contains(Channel.PHONE);
  }

  @Test
  void helpedAndHeardIsCountedAndNothingElseHappens() {
    Case said = Town.after(say(closed(), true, true));

    assertThat(said.open()).isFalse();
    assertThat(said.pending()).isEmpty();
    assertThat(said.happened(CaseEvent.SaidHelped.class)).hasSize(1);
    assertThat(Town.refusal(say(Town.told(said), false, null))).as("once").isEqualTo("not-asked");
  }

  @Test
  void notHelpedOpensItAtTheOriginalDueTimeAndTheCoordinatorHasIt() {
    Case one = Town.rentQuestion();
    Case again = Town.after(say(closed(), false, false));

    assertThat(again.open()).isTrue();
    assertThat(again.openPromises())
        .extracting(Promise::due)
        .containsExactly(Town.promise(one, 0).due());
    assertThat(again.openPromises()).extracting(again::ownerOf).containsExactly(COORDINATOR);
    assertThat(again.official()).as("responsible as before").isEqualTo(SAMIRA);
    assertThat(again.concerns()).as("on the coordinator's Today").contains(COORDINATOR);
    assertThat(told(again, COORDINATOR)).containsEntry("what", "not-helped");
    Notice citizen =
        again.pending().stream()
            .map(Outgoing::notice)
            .filter(n -> !n.toStaff())
            .findFirst()
            .orElseThrow();
    assertThat(citizen.official()).isEqualTo(COORDINATOR);
    assertThat(citizen.facts()).containsEntry("notHelped", "yes");
    assertThat(again.care().helped()).as("asked again at the next close").isNull();
  }

  @Test
  void whatWasAgreedInATalkAndDoneIsNotOpenedAgain() {
    Inviting visit =
        new Inviting(
            CaseEvent.Talk.VISIT,
            Town.at("2026-06-02T10:00"),
            null,
            "Kerkstraat 1",
            "",
            null,
            "",
            SAMIRA);
    Case planned = Town.told(Town.after(visit.on(Town.rentQuestion(), NOW)));
    Moment held = Town.moment(Town.at("2026-06-02T10:30"));
    Case agreed = Town.told(Town.after(DecidingTest.agreeing(planned).on(planned, held)));
    Moment then = Town.moment(Town.at("2026-06-02T11:00"));
    String open = agreed.openPromises().get(0).id();
    Case done =
        Town.told(
            Town.after(
                new Fulfilling(open, Fulfilling.What.DONE, "Gestuurd.", SAMIRA).on(agreed, then)));
    Case closed =
        Town.told(Town.after(new Closing(SAMIRA, Outcome.ANSWERED, "Ja.", "r1").on(done, then)));

    Case again = Town.after(new SayingHelped("citizen", "1", false, null).on(closed, then));

    assertThat(again.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
  }

  @Test
  void aDueTimeThatIsPastIsPastAndTheLadderActs() {
    Case one = Town.rentQuestion();
    Moment weeks = Town.moment(Town.MONDAY_TEN.plus(Duration.ofDays(30)));
    Case again = Town.after(new SayingHelped("citizen", "1", false, null).on(closed(), weeks));

    assertThat(again.openPromises().get(0).due()).isEqualTo(Town.promise(one, 0).due());
    Case climbed = Town.after(Town.climbing().on(Town.told(again), weeks));
    assertThat(climbed.openPromises().get(0).steps()).isNotEmpty();
  }

  @Test
  void whereANumberIsKnownTheCoordinatorCalls() {
    Case asked =
        Town.after(new Requesting("+31612345678", "", "", "citizen").on(Town.rentQuestion(), NOW));
    Case talked =
        Town.after(
            new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Gebeld.", "r1").on(Town.told(asked), NOW));
    Case closed = Town.told(Town.after(close(Town.told(talked), Outcome.ANSWERED)));

    Case again = Town.after(say(closed, false, null));

    Promise call =
        again.openPromises().stream()
            .filter(one -> one.kind() == PromiseKind.CALLBACK)
            .findFirst()
            .orElseThrow();
    assertThat(again.ownerOf(call)).isEqualTo(COORDINATOR);
    assertThat(call.callback().phone()).isEqualTo("+31612345678");
    assertThat(told(again, COORDINATOR)).containsEntry("what", "not-helped-call");
  }

  @Test
  void whoeverAnsweredThemselvesIsNotTheOneWhoCallsAndItIsDueInWorkingHours() {
    Case own =
        Town.told(
            Town.after(
                new Closing(COORDINATOR, Outcome.ANSWERED, "Ja.", "r1")
                    .on(Town.rentQuestion(), NOW)));

    Case again = Town.after(say(own, false, null));

    assertThat(again.openPromises()).extracting(again::ownerOf).containsExactly("pieter.hoekstra");
  }

  @Test
  void helpedButNotHeardTellsTheCoordinatorAlone() {
    Case said = Town.after(say(closed(), true, false));

    assertThat(said.open()).isFalse();
    assertThat(said.pending()).hasSize(1);
    assertThat(told(said, COORDINATOR)).containsEntry("what", "not-heard");
  }

  @Test
  void onlyWhoWasAskedSaysIt() {
    assertThat(Town.refusal(new SayingHelped("citizen", "2", true, null).on(closed(), LATER)))
        .isEqualTo("not-asked");
    assertThat(Town.refusal(say(Town.rentQuestion(), true, null))).isEqualTo("not-asked");
  }

  @Test
  void openedAgainByAMessageItIsNoLongerAsked() {
    Case wrote =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS).on(closed(), LATER));

    assertThat(wrote.care().helped()).isNull();
  }

  @Test
  void aTextMessageThatIsNothingElseAnswersItAndMoreThanThatIsAMessage() {
    Case closed =
        Town.told(Town.after(close(Town.opened(MOBILE, SAMIRA, null).opened(), Outcome.ANSWERED)));
    assertThat(closed.care().helped().channel()).isEqualTo(Channel.SMS);

    Case yes = Town.after(answer(closed, "r2", HelpedWords.in("1").orElseThrow()));
    assertThat(yes.open()).isFalse();
    assertThat(yes.pending()).isEmpty();
    assertThat(yes.holds("r2")).isTrue();
    assertThat(answer(Town.told(yes), "r2", new HelpedWords(true, true)))
        .as("the same delivery")
        .isInstanceOf(Decision.Unchanged.class);
    Case no = Town.after(answer(closed, "r2", HelpedWords.in("Nee.").orElseThrow()));
    assertThat(no.open()).isTrue();
    Case again = Town.after(answer(Town.told(yes), "r3", new HelpedWords(false, null)));
    assertThat(again.open()).as("a second one is a message").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, true, true",
    "ja, true, true",
    "Yes!, true, true",
    "2, false,",
    "NEE, false,",
    "no., false,",
    "3, true, false"
  })
  void wordsOfAnAnswer(String text, boolean helped, Boolean heard) {
    assertThat(HelpedWords.in(text)).contains(new HelpedWords(helped, heard));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "ja maar de lamp is nog kapot", "nee hoor, bedankt", "4", "1 2"})
  void otherWordsAreNone(String text) {
    assertThat(HelpedWords.in(text)).isEqualTo(Optional.empty());
  }

  private static Decision answer(Case one, String receipt, HelpedWords said) {
    Arrival mail = Town.arrival(receipt, MOBILE, null);
    Arrival sms =
        new Arrival(
            receipt,
            Channel.SMS,
            MOBILE,
            null,
            "nl",
            null,
            List.of(),
            false,
            false,
            null,
            null,
            null,
            0,
            mail.limits(),
            Arrival.Heard.NOTHING,
            List.of());
    return new AnsweringHelped(sms, Town.ANSWERS, said).on(one, LATER);
  }

  private static Case closed() {
    return Town.told(Town.after(close(Town.rentQuestion(), Outcome.ANSWERED)));
  }

  private static Decision close(Case one, Outcome outcome) {
    return new Closing(SAMIRA, outcome, "Het is geregeld.", "r1").on(one, NOW);
  }

  private static Decision say(Case one, boolean helped, Boolean heard) {
    return new SayingHelped("citizen", "1", helped, heard).on(one, LATER);
  }

  private static Map<String, String> told(Case one, String official) {
    return one.pending().stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.toStaff() && notice.official().equals(official))
        .findFirst()
        .orElseThrow()
        .facts();
  }
}
