package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.aanspreekpunt.casework.decision.AskingConsent;
import nl.aanspreekpunt.casework.decision.Confirmed;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.casework.decision.SayingConsent;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** "Not ours" stays the official's promise until who does help has confirmed. */
class NotOursTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Moment NOW = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final Body VITENS =
      new Body("Vitens", "Mevrouw De Wit", "dewit@vitens.example", "0900 0650");
  private static final Consent CONSENT = new Consent("Aan de telefoon.", LocalDate.of(2026, 6, 1));
  private static final Address DE_WIT = new Address(Address.Kind.EMAIL, "dewit@vitens.example");

  @Test
  void itNamesTheBodyThePersonAndHowTheyAreReached() {
    assertThat(refused(null, null)).isEqualTo("helper-needed");
    assertThat(refused(new Body("Vitens", "", null, "0900"), null)).isEqualTo("person-needed");
    assertThat(refused(new Body("Vitens", "De Wit", null, null), null)).isEqualTo("reach-needed");
    assertThat(refused(new Body("Vitens", "De Wit", "geen adres", null), null))
        .isEqualTo("email-wrong");
    assertThat(refused(new Body("Vitens", "De Wit", null, "0900"), CONSENT))
        .isEqualTo("email-to-forward");
    assertThat(refused(VITENS, new Consent(" ", LocalDate.of(2026, 6, 1))))
        .isEqualTo("consent-how");
    assertThat(refused(VITENS, new Consent("Ja", LocalDate.of(2026, 6, 2))))
        .as("tomorrow")
        .isEqualTo("consent-when");
    assertThat(Town.refusal(decide(VITENS, CONSENT, List.of(), "text")))
        .isEqualTo("messages-needed");
    assertThat(Town.refusal(decide(VITENS, CONSENT, List.of("r9"), "text")))
        .as("another case's")
        .isEqualTo("messages-needed");
  }

  @Test
  void aYesOfWhoMayAskAndNotDecideForTheCitizenIsNone() {
    Case one = Town.rentQuestion();
    String link = one.participants().get(0).link();
    Draft draft = new Draft(one, NOW);
    draft.care(draft.care().with(new Linked(link, "h1", false)));
    Case asks = Town.after(draft.done());
    assertThat(Town.refusal(decide(asks, VITENS, CONSENT, List.of("r1"), "text")))
        .isEqualTo("consent-decides");
    draft = new Draft(asks, NOW);
    draft.care(draft.care().with(new Linked(link, "h1", true)));
    Case decides = Town.after(draft.done());
    assertThat(Town.after(decide(decides, VITENS, CONSENT, List.of("r1"), "text")).open()).isTrue();
  }

  private static String refused(Body body, Consent consent) {
    return Town.refusal(decide(body, consent, List.of("r1"), "text"));
  }

  @Test
  void withConsentTheChosenMessagesGoThereUnderTheOfficialsNameAndTheCaseStaysOpen() {
    Case sent = forwarded();

    assertThat(sent.open()).isTrue();
    assertThat(sent.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ELSEWHERE);
    Notice forward = notice(sent, Notice.Kind.FORWARD);
    assertThat(forward.to()).isEqualTo("dewit@vitens.example");
    assertThat(forward.official()).isEqualTo(SAMIRA);
    assertThat(forward.facts())
        .containsEntry("text", "Ik heb geen water.")
        .hasEntrySatisfying("citizen", who -> assertThat(who).contains(Town.JAN.value()))
        .doesNotContainKey("link");
    Notice letter = notice(sent, Notice.Kind.CLOSED);
    assertThat(letter.facts())
        .containsEntry("forwarded", "yes")
        .containsEntry("promise", "ELSEWHERE")
        .containsEntry("due", sent.openPromises().get(0).due().toString())
        .doesNotContainKey("askHelped");
    assertThat(sent.happened(CaseEvent.Forwarded.class).findFirst().orElseThrow().consent())
        .contains("Aan de telefoon", "2026-06-01");
  }

  @Test
  void withoutConsentNothingIsForwardedAndTheLetterSaysWhomToTurnTo() {
    Case sent = Town.after(decide(VITENS, null, List.of(), null));

    assertThat(sent.pending()).hasSize(1);
    assertThat(notice(sent, Notice.Kind.CLOSED).facts())
        .containsEntry("helper", "Vitens, Mevrouw De Wit, 0900 0650, dewit@vitens.example")
        .doesNotContainKey("forwarded");
    assertThat(sent.openPromises()).hasSize(1);
  }

  @Test
  void theOfficialRecordsTheConfirmationWhichClosesItAndIsTold() {
    Case sent = Town.told(forwarded());
    assertThat(Town.refusal(new Confirmed(SAMIRA, " ", null).on(sent, NOW)))
        .isEqualTo("who-confirmed");

    Case confirmed = Town.after(new Confirmed(SAMIRA, "Mevrouw De Wit", null).on(sent, NOW));

    assertThat(confirmed.open()).isFalse();
    assertThat(confirmed.outcome()).isEqualTo(Outcome.NOT_OURS);
    assertThat(confirmed.care().referred()).isNull();
    assertThat(notice(confirmed, Notice.Kind.CLOSED).facts())
        .containsEntry("confirmed", "yes")
        .containsEntry("askHelped", "yes");
    assertThat(Town.refusal(new Confirmed(SAMIRA, "X", null).on(confirmed, NOW)))
        .isEqualTo("nothing-elsewhere");
  }

  @Test
  void untilThenItIsNotClosedAsAnsweredAndAnotherDecisionTakesItsPlace() {
    Case sent = Town.told(forwarded());
    assertThat(Town.refusal(new Closing(SAMIRA, Outcome.ANSWERED, "Klaar.", "r1").on(sent, NOW)))
        .isEqualTo("elsewhere-open");
    Case gone = Town.after(new Closing(SAMIRA, Outcome.WITHDRAWN, "", "r1").on(sent, NOW));
    assertThat(gone.open()).as("the citizen took it back").isFalse();

    Case no =
        Town.after(
            Refusing.atOnce(SAMIRA, "Vitens helpt u niet verder; ook wij kunnen dit niet.", "r1")
                .on(sent, NOW));
    assertThat(no.open()).isFalse();
    assertThat(no.care().referred()).isNull();
    assertThat(no.promise(sent.openPromises().get(0).id()).orElseThrow().state())
        .isEqualTo(Promise.State.WITHDRAWN);
  }

  @Test
  void anAnswerOfThatBodyBelongsHereMakesItNoParticipantAndCanBeMarkedAsTheConfirmation() {
    Case sent = Town.told(forwarded());
    assertThat(sent.care().referred().wrote(DE_WIT)).isTrue();

    Case answered =
        Town.after(new Receiving(Town.arrival("r2", DE_WIT, null), Town.ANSWERS).on(sent, NOW));

    assertThat(answered.participants()).isEqualTo(sent.participants());
    assertThat(answered.contact()).isEqualTo(sent.contact());
    assertThat(answered.openPromises()).isEqualTo(sent.openPromises());
    assertThat(answered.pending()).extracting(Outgoing::notice).allMatch(Notice::toStaff);
    assertThat(Town.refusal(new Confirmed(SAMIRA, null, "r1").on(Town.told(answered), NOW)))
        .as("the citizen's own")
        .isEqualTo("not-their-message");
    Case confirmed = Town.after(new Confirmed(SAMIRA, null, "r2").on(Town.told(answered), NOW));
    assertThat(confirmed.open()).isFalse();
  }

  @Test
  void whatElseIsToBeDoneKeepsItOpenWhenTheyConfirm() {
    Case wrote =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS)
                .on(Town.told(forwarded()), NOW));

    Case confirmed = Town.after(new Confirmed(SAMIRA, "De Wit", null).on(Town.told(wrote), NOW));

    assertThat(confirmed.open()).isTrue();
    assertThat(confirmed.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER);
  }

  @Test
  void aTalkThatIsNotOfTheDecisionAndWhatWasAgreedGoOn() {
    Inviting visit =
        new Inviting(
            CaseEvent.Talk.VISIT,
            Town.at("2026-06-02T10:00"),
            null,
            "Kerkstraat 1",
            "De lekkage",
            null,
            "",
            SAMIRA);
    Case planned = Town.told(Town.after(visit.on(Town.rentQuestion(), NOW)));
    Case talked = Town.after(decide(planned, VITENS, CONSENT, List.of("r1"), "text"));
    assertThat(talked.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.TALK, PromiseKind.ELSEWHERE);
    assertThat(talked.care().talks()).isEqualTo(planned.care().talks());

    Moment tomorrow = Town.moment(Town.at("2026-06-02T10:30"));
    Case agreed = Town.told(Town.after(DecidingTest.agreeing(planned).on(planned, tomorrow)));
    Case sent = Town.after(decide(agreed, VITENS, CONSENT, List.of("r1"), "text"));
    assertThat(sent.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.UNDERTAKING, PromiseKind.ELSEWHERE);
    Case confirmed = Town.after(new Confirmed(SAMIRA, "De Wit", null).on(Town.told(sent), NOW));
    assertThat(confirmed.open()).as("until it is done").isTrue();
  }

  @Test
  void aReplyOrATalkDoesNotKeepItAndTheLadderClimbsWhenNobodyConfirms() {
    Case sent = Town.told(forwarded());
    Case talked =
        Town.after(new Talking(SAMIRA, CaseEvent.Talk.PHONE, "Gebeld.", "r1").on(sent, NOW));
    assertThat(talked.openPromises()).hasSize(1);

    Case late =
        Town.after(
            Town.climbing()
                .on(Town.told(talked), Town.moment(Town.MONDAY_TEN.plus(Duration.ofDays(20)))));

    assertThat(late.openPromises().get(0).steps()).isNotEmpty();
  }

  @Test
  void aLetterThatDoesNotArriveOpensTheAnswerAgain() {
    Case sent = forwarded();
    Outgoing letter =
        sent.pending().stream()
            .filter(entry -> entry.notice().kind() == Notice.Kind.CLOSED)
            .findFirst()
            .orElseThrow();

    Case failed =
        Town.after(
            new Reporting(Town.became(letter, Outgoing.State.REFUSED)).on(Town.told(sent), NOW));

    assertThat(failed.openPromises())
        .extracting(Promise::kind)
        .containsExactlyInAnyOrder(PromiseKind.ANSWER, PromiseKind.ELSEWHERE);
  }

  @Test
  void theCitizenIsAskedAndItGoesOnlyWithTheirYesForThatBodyAndThoseMessages() {
    Grounds so = grounds().sendingTo(VITENS, null, List.of("r1"));
    assertThat(Town.refusal(new AskingConsent(SAMIRA, grounds()).on(Town.rentQuestion(), NOW)))
        .isEqualTo("helper-needed");
    Case asked = Town.after(new AskingConsent(SAMIRA, so).on(Town.rentQuestion(), NOW));
    assertThat(notice(asked, Notice.Kind.CONSENT).facts())
        .containsEntry("helper", "Vitens (Mevrouw De Wit)");
    assertThat(asked.openPromises()).isEqualTo(Town.rentQuestion().openPromises());
    assertThat(new AskingConsent(SAMIRA, so).on(asked, NOW)).isInstanceOf(Decision.Unchanged.class);
    Consent page = Consent.onPage(LocalDate.of(2026, 6, 1));
    assertThat(Town.refusal(decide(asked, VITENS, page, List.of("r1"), "text")))
        .as("not yet")
        .isEqualTo("consent-not-theirs");

    assertThat(Town.refusal(new SayingConsent("9", true).on(Town.told(asked), NOW)))
        .as("who was not asked")
        .isEqualTo("consent-over");
    Case yes = Town.after(new SayingConsent("1", true).on(Town.told(asked), NOW));

    assertThat(yes.pending()).extracting(Outgoing::notice).allMatch(Notice::toStaff).hasSize(1);
    assertThat(yes.happened(CaseEvent.ConsentSaid.class).findFirst().orElseThrow().agrees())
        .isTrue();
    Body another = new Body("Stedin", "De Wit", "dewit@stedin.example", null);
    assertThat(Town.refusal(decide(yes, another, page, List.of("r1"), "text")))
        .isEqualTo("consent-not-theirs");
    Case sent = Town.after(decide(Town.told(yes), VITENS, page, List.of("r1"), "text"));
    assertThat(notice(sent, Notice.Kind.FORWARD).to()).isEqualTo("dewit@vitens.example");
    assertThat(sent.care().asked()).as("said and done").isNull();
    Case no = Town.after(new SayingConsent("1", false).on(Town.told(yes), NOW));
    assertThat(Town.refusal(decide(no, VITENS, page, List.of("r1"), "text")))
        .as("they came back on it")
        .isEqualTo("consent-not-theirs");
    assertThat(Town.refusal(new SayingConsent("1", true).on(Town.told(sent), NOW)))
        .isEqualTo("consent-over");
  }

  private static Grounds grounds() {
    return Refusing.grounds("Het water in huis is van het waterbedrijf, niet van ons.");
  }

  private static Case forwarded() {
    return Town.after(decide(VITENS, CONSENT, List.of("r1"), "Ik heb geen water."));
  }

  private static Decision decide(Body body, Consent consent, List<String> messages, String text) {
    return decide(Town.rentQuestion(), body, consent, messages, text);
  }

  private static Decision decide(
      Case one, Body body, Consent consent, List<String> messages, String text) {
    Grounds grounds = grounds().sendingTo(body, consent, messages);
    First without = new First.Not("De inwoner zit zonder water.");
    return new Deciding(SAMIRA, Outcome.NOT_OURS, grounds, without, text, "r1").on(one, NOW);
  }

  private static Notice notice(Case one, Notice.Kind kind) {
    return one.pending().stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == kind)
        .peek(notice -> assertThat(notice.channel()).isEqualTo(Channel.EMAIL))
        .findFirst()
        .orElseThrow();
  }
}
