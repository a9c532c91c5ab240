package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.consult.AddingToAgenda;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.consult.JoiningTable;
import nl.aanspreekpunt.casework.consult.LeavingTable;
import nl.aanspreekpunt.casework.consult.PartnerAnswering;
import nl.aanspreekpunt.casework.consult.PassingConsult;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.casework.consult.WithdrawingConsult;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.Test;

/** Samira asks Ravi something in her case. */
class ConsultTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String RAVI = "ravi.ramdin";
  private static final String ANOUK = "anouk.jansen";
  private static final Consulting ASKS =
      new Consulting(SAMIRA, RAVI, "Is deze stoep van ons?", List.of("r1"));

  @Test
  void askingIsOnRecordAndTellsTheColleagueOnly() {
    Case one = Town.after(ASKS.on(Town.rentQuestion(), at(0)));

    Consult asked = one.care().consults().get(0);
    assertThat(asked.question()).isEqualTo("Is deze stoep van ons?");
    assertThat(asked.messages()).containsExactly("r1");
    assertThat(asked.waits(one)).isTrue();
    assertThat(one.events()).anyMatch(it -> it instanceof CaseEvent.Consulted);
    assertThat(newNotices(one)).extracting(Notice::official).containsExactly(RAVI);
    assertThat(one.official()).isEqualTo(SAMIRA);
  }

  @Test
  void theSameAgainChangesNothing() {
    Case one = asked();

    assertThat(ASKS.on(one, at(1))).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whatIsWrongIsSaid() {
    Case one = Town.rentQuestion();

    assertThat(code(new Consulting(SAMIRA, RAVI, " ", List.of()), one))
        .isEqualTo("consult-question-needed");
    assertThat(code(new Consulting(SAMIRA, RAVI, "x".repeat(2_001), List.of()), one))
        .isEqualTo("consult-too-long");
    assertThat(code(new Consulting(SAMIRA, RAVI, "Van wie?", List.of("another")), one))
        .isEqualTo("consult-message-gone");
    assertThat(code(new Consulting(SAMIRA, SAMIRA, "Van wie?", List.of()), one))
        .isEqualTo("cannot-be-asked");
    assertThat(code(new Consulting(SAMIRA, "nobody", "Van wie?", List.of()), one))
        .isEqualTo("cannot-be-asked");
  }

  @Test
  void theAnswerKeepsThePromiseAndReachesWhoIsResponsible() {
    Case one = asked();

    Case after = Town.after(new AnsweringConsult("r1", RAVI, "Ja, van ons.").on(one, at(2)));

    assertThat(after.openInward()).isEmpty();
    assertThat(after.care().consults().get(0).answers())
        .extracting(Consult.Answer::text)
        .containsExactly("Ja, van ons.");
    assertThat(newNotices(after)).extracting(Notice::official).containsExactly(SAMIRA);
    assertThat(newNotices(after)).allMatch(Notice::toStaff);
    assertThat(after.care().inward().concerns()).isEmpty();
    assertThat(code(new AnsweringConsult("r1", RAVI, "Nog iets."), after))
        .isEqualTo("consult-ended");
  }

  @Test
  void nobodyElseAnswersIt() {
    Case one = asked();

    assertThat(code(new AnsweringConsult("r1", ANOUK, "Ja."), one)).isEqualTo("not-asked-of-you");
    assertThat(code(new AnsweringConsult("r1", SAMIRA, "Ja."), one)).isEqualTo("not-asked-of-you");
    assertThat(code(new AnsweringConsult("r9", RAVI, "Ja."), one)).isEqualTo("no-such-consult");
  }

  @Test
  void aColleagueWhoKnowsBetterIsToAnswerByTheSameMoment() {
    Case one = asked();
    var due = one.openInward().get(0).due();

    Case after = Town.after(new PassingConsult("r1", ANOUK, RAVI, false).on(one, at(1)));

    assertThat(after.openInward().get(0).actor()).isEqualTo(ANOUK);
    assertThat(after.openInward().get(0).due()).isEqualTo(due);
    assertThat(newNotices(after)).extracting(Notice::official).containsExactly(ANOUK);
    assertThat(code(new PassingConsult("r1", ANOUK, "fatma.yildiz", false), one))
        .isEqualTo("not-asked-of-you");
    assertThat(code(new PassingConsult("r1", SAMIRA, RAVI, false), one))
        .isEqualTo("cannot-be-asked");
  }

  @Test
  void whatIsWithdrawnNeedNotBeAnsweredAndTheColleagueHearsSo() {
    Case one = asked();

    Case after = Town.after(new WithdrawingConsult("r1", SAMIRA).on(one, at(1)));

    assertThat(after.openInward()).isEmpty();
    assertThat(newNotices(after)).extracting(Notice::official).containsExactly(RAVI);
    assertThat(new WithdrawingConsult("r1", SAMIRA).on(after, at(2)))
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whatIsAskedGoesAlongWhenTheCaseIsJoinedToAnotherWithItsPromiseAndDueTime() {
    Case asked = Town.told(Town.after(partner().on(asked(), at(0))));
    Case into =
        new Opening(
                Town.arrival("r9", Town.JAN, null),
                Town.opening(Town.JAN, ANOUK, null).route(),
                "Stoep",
                "c1",
                false)
            .as("222222222", at(0))
            .opened();
    Case claimed = Town.after(new GoingOver(into, SAMIRA, true).on(asked, at(1)));
    assertThat(newNotices(claimed)).as("nobody is told that it ended").isEmpty();

    Case taken = Town.after(new TakingIn(Town.told(claimed), SAMIRA).on(into, at(1)));

    assertThat(taken.openInward())
        .extracting(it -> it.actor() + " " + it.due())
        .containsExactly(RAVI + " " + asked.openInward().get(0).due());
    assertThat(taken.care().inward().concerns()).contains(RAVI);
    assertThat(taken.care().consults())
        .extracting(Consult::from)
        .containsExactly(asked.id() + "/r1", asked.id() + "/r2");
    assertThat(taken.care().consults()).allMatch(it -> it.waits(taken));
    assertThat(newNotices(taken))
        .filteredOn(it -> it.kind() == Notice.Kind.ASKED)
        .extracting(Notice::official)
        .containsExactly(RAVI);
    Case gone = Town.after(new Moved(SAMIRA).on(Town.told(claimed), at(1)));
    assertThat(gone.openInward()).isEmpty();
    assertThat(newNotices(gone)).isEmpty();
    Case answered = Town.after(new AnsweringConsult("r1", RAVI, "Ja.").on(Town.told(taken), at(2)));
    assertThat(newNotices(answered)).extracting(Notice::official).containsExactly(ANOUK);
    assertThat(taken.care().consults().get(1).opens(taken, at(2).now())).isTrue();
  }

  @Test
  void aPartnerWhoDoesNotAnswerInTimeIsToldToWhoIsResponsibleOnceAndALaterAnswerStillComes() {
    Case one = Town.told(Town.after(partner().on(Town.rentQuestion(), at(0))));
    Instant due = one.care().consults().get(0).partner().due();
    assertThat(due).isAfter(at(0).now());

    Moment past = Town.moment(due.plus(Duration.ofMinutes(1)));
    Case late = Town.after(Town.climbing().on(one, past));

    assertThat(late.happened(CaseEvent.PartnerLate.class)).hasSize(1);
    assertThat(newNotices(late))
        .filteredOn(it -> "partner-late".equals(it.facts().get("what")))
        .extracting(Notice::official)
        .containsExactly(SAMIRA);
    Case told = Town.told(late);
    assertThat(told.care().consults().get(0).partner().lateAt()).isEqualTo(past.now());
    assertThat(Town.climbing().on(told, past)).isInstanceOf(Decision.Unchanged.class);
    Case after = Town.after(new PartnerAnswering("r1", "Toch: ja.", "m1", false).on(told, past));
    assertThat(newNotices(after)).extracting(Notice::official).contains(SAMIRA);
  }

  private static AskingPartner partner() {
    return new AskingPartner(
        SAMIRA,
        "De Brug",
        "Els",
        new Address(Address.Kind.EMAIL, "els@debrug.example"),
        "Weet u dit?",
        List.of(),
        new Consult.Consent(Consult.Consent.How.SPOKEN, "1", Town.MONDAY_TEN, SAMIRA));
  }

  @Test
  void whatAMachineOfAPartnerWritesIsOnRecordAndNoAnswer() {
    Case one = Town.told(Town.after(partner().on(Town.rentQuestion(), at(0))));

    Case after = Town.after(new PartnerAnswering("r1", "Ik ben weg.", "m1", true).on(one, at(1)));

    assertThat(after.care().consults().get(0).waits(after)).isTrue();
    assertThat(after.happened(CaseEvent.ConsultAnswered.class)).isEmpty();
    assertThat(after.happened(CaseEvent.ConsultAutoReplied.class))
        .extracting(CaseEvent.ConsultAutoReplied::by)
        .containsExactly("De Brug");
    assertThat(newNotices(after)).extracting(Notice::kind).containsExactly(Notice.Kind.WARNING);
    assertThat(newNotices(after)).extracting(Notice::official).containsExactly(SAMIRA);

    for (int n = 2; n < 30; n++) {
      Decision more = new PartnerAnswering("r1", "Weg " + n, "m" + n, true).on(after, at(2));
      after = more instanceof Decision.Changed changed ? changed.after() : after;
    }
    assertThat(after.care().consults().get(0).answers()).as("a machine goes on").hasSize(5);
    after = Town.after(new PartnerAnswering("r1", "Ja.", "m99", false).on(after, at(3)));
    assertThat(after.care().consults().get(0).answered()).isTrue();
  }

  @Test
  void whoJoinsATableHearsSoAndReadsItUntilTheyLeave() {
    Case one =
        Town.told(
            Town.after(
                new SettingTable(SAMIRA, "Huur", List.of(ANOUK), false, null)
                    .on(Town.rentQuestion(), at(0))));

    Case joined = Town.after(new JoiningTable(SAMIRA, RAVI).on(one, at(1)));
    Case left = Town.after(new LeavingTable(RAVI, RAVI).on(Town.told(joined), at(2)));

    assertThat(joined.consulted()).contains(ANOUK, RAVI);
    assertThat(newNotices(joined)).extracting(Notice::official).containsExactly(RAVI);
    assertThat(new JoiningTable(SAMIRA, RAVI).on(joined, at(1)))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(code(new JoiningTable(SAMIRA, SAMIRA), one)).isEqualTo("table-people");
    assertThat(newNotices(left)).extracting(Notice::official).containsExactly(SAMIRA);
    Case sent = Town.after(new LeavingTable(SAMIRA, RAVI).on(Town.told(joined), at(2)));
    assertThat(newNotices(sent)).extracting(Notice::official).containsExactly(RAVI);
    assertThat(left.consulted()).contains(ANOUK).doesNotContain(RAVI);
    assertThat(new LeavingTable(RAVI, RAVI).on(left, at(2))).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void anAgendaGrowsByAPointAtATime() {
    Case one =
        Town.after(
            new SettingTable(SAMIRA, "Huur", List.of(ANOUK), false, null)
                .on(Town.rentQuestion(), at(0)));

    Case more = Town.after(new AddingToAgenda(SAMIRA, "Schulden").on(one, at(1)));

    assertThat(more.care().table().orElseThrow().agenda()).isEqualTo("Huur\nSchulden");
    assertThat(new AddingToAgenda(SAMIRA, "Huur").on(more, at(1)))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(code(new AddingToAgenda(SAMIRA, " "), one)).isEqualTo("table-point");
    assertThat(code(new AddingToAgenda(SAMIRA, "Huur"), Town.rentQuestion())).isEqualTo("no-table");
  }

  private static Case asked() {
    return Town.told(Town.after(ASKS.on(Town.rentQuestion(), at(0))));
  }

  private static Moment at(int hours) {
    return Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(hours)));
  }

  private static String code(Act act, Case one) {
    return ((Decision.Refused) act.on(one, at(1))).refusal().code();
  }

  /** But the acknowledgement. */
  private static List<Notice> newNotices(Case one) {
    return one.pending().stream()
        .map(it -> it.notice())
        .filter(it -> it.kind() != Notice.Kind.ACKNOWLEDGEMENT)
        .toList();
  }
}
