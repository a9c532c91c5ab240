package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.consult.AgreeingAtTable;
import nl.aanspreekpunt.casework.consult.EndingTable;
import nl.aanspreekpunt.casework.consult.JoiningTable;
import nl.aanspreekpunt.casework.consult.KeepingAgreement;
import nl.aanspreekpunt.casework.consult.LeavingTable;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** Samira brings Ravi and Fatma to a table in her case. */
class CaseTableTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String RAVI = "ravi.ramdin";
  private static final Instant FRIDAY = Town.at("2026-06-05T12:00");

  @Test
  void whoTakesPartReadsTheCaseWhileTheTableLastsAndDoesNotActInIt() {
    Case one = set(false);

    assertThat(access(one, RAVI)).isEqualTo(Access.CONSULTED);
    assertThat(Access.CONSULTED.mayAct()).isFalse();
    assertThat(one.official()).isEqualTo(SAMIRA);
    assertThat(toCitizen(one)).isEmpty();

    Case ended = Town.after(new EndingTable(SAMIRA, "Besproken.").on(one, at(2)));
    assertThat(access(ended, RAVI)).isEqualTo(Access.SUBJECT);
    assertThat(ended.care().tables().get(0).minutes()).isEqualTo("Besproken.");
  }

  @Test
  void theCitizenMayBeInvited() {
    Case one =
        Town.after(
            new SettingTable(SAMIRA, "Schulden", List.of(RAVI), true, FRIDAY, "Stadhuis")
                .on(Town.told(Town.rentQuestion()), at(0)));

    assertThat(toCitizen(one)).extracting(Notice::kind).containsExactly(Notice.Kind.INVITATION);
    assertThat(toCitizen(one).get(0).facts())
        .containsEntry("at", FRIDAY.toString())
        .containsEntry("place", "Stadhuis")
        .containsKeys("uid", "end");
    assertThat(agendas(one))
        .as("in the calendar of who sits there too")
        .containsExactlyInAnyOrder(RAVI + " planned", SAMIRA + " planned");
    Case left = Town.after(new LeavingTable(SAMIRA, RAVI).on(Town.told(one), at(1)));
    assertThat(agendas(left)).containsExactly(RAVI + " off");
    Case joined = Town.after(new JoiningTable(SAMIRA, RAVI).on(Town.told(left), at(1)));
    assertThat(agendas(joined)).containsExactly(RAVI + " planned");
    assertThat(agendas(set(false))).as("not known when").isEmpty();
    assertThat(code(new SettingTable(SAMIRA, "Wat", List.of(RAVI), true, FRIDAY), one))
        .isEqualTo("table-there");
    assertThat(
            code(new SettingTable(SAMIRA, "Wat", List.of(RAVI), true, FRIDAY), Town.rentQuestion()))
        .isEqualTo("table-place");
  }

  private static List<String> agendas(Case one) {
    return one.pending().stream()
        .map(it -> it.notice())
        .filter(it -> it.kind() == Notice.Kind.AGENDA)
        .map(it -> it.official() + " " + it.facts().get("what"))
        .toList();
  }

  @Test
  void whatAColleagueAgreesToIsTheirsAndWhatTheResponsibleOfficialDoesIsPromisedToTheCitizen() {
    Case theirs =
        Town.after(new AgreeingAtTable(SAMIRA, RAVI, "Kijkt", FRIDAY).on(set(false), at(1)));

    Promise made = theirs.openInward().get(0);
    assertThat(made.kind()).isEqualTo(PromiseKind.AGREEMENT);
    assertThat(made.actor()).isEqualTo(RAVI);
    assertThat(made.due()).isEqualTo(FRIDAY);
    assertThat(toCitizen(theirs)).isEmpty();

    Case hers =
        Town.after(
            new AgreeingAtTable(SAMIRA, SAMIRA, "Ik bel de verhuurder", FRIDAY)
                .on(Town.told(theirs), at(1)));
    assertThat(hers.openPromises()).hasSize(2);
    assertThat(toCitizen(hers).get(0).facts().get("agreed")).contains("Ik bel de verhuurder");
    assertThat(hers.openPromises().get(1).kind()).isEqualTo(PromiseKind.UNDERTAKING);

    Case ended = Town.after(new EndingTable(SAMIRA, "Klaar").on(Town.told(hers), at(2)));
    assertThat(access(ended, RAVI)).as("what they agreed to stands").isEqualTo(Access.ASKED);
    Case done = Town.after(new KeepingAgreement(made.id(), RAVI).on(Town.told(ended), at(3)));
    assertThat(done.openInward()).isEmpty();
    assertThat(done.pending()).extracting(it -> it.notice().official()).contains(SAMIRA);
  }

  @Test
  void whatIsWrongIsSaid() {
    Case one = Town.rentQuestion();

    assertThat(code(new SettingTable(SAMIRA, "", List.of(RAVI), false, null), one))
        .isEqualTo("table-agenda");
    assertThat(code(new SettingTable(SAMIRA, "Wat", List.of(), false, null), one))
        .isEqualTo("table-people");
    assertThat(code(new SettingTable(SAMIRA, "Wat", List.of(SAMIRA), false, null), one))
        .isEqualTo("table-people");
    assertThat(code(new SettingTable(SAMIRA, "Wat", List.of(RAVI), true, null), one))
        .isEqualTo("table-when");
    assertThat(code(new AgreeingAtTable(SAMIRA, RAVI, "Kijkt", FRIDAY), one)).isEqualTo("no-table");
    assertThat(code(new AgreeingAtTable(SAMIRA, "kwame.mensah", "Kijkt", FRIDAY), set(false)))
        .isEqualTo("agreement-who");
    assertThat(code(new EndingTable(SAMIRA, ""), set(false))).isEqualTo("table-minutes");
  }

  private static Case set(boolean citizen) {
    return Town.told(
        Town.after(
            new SettingTable(
                    SAMIRA, "Schulden", List.of(RAVI, "fatma.yildiz"), citizen, FRIDAY, "Stadhuis")
                .on(Town.told(Town.rentQuestion()), at(0))));
  }

  private static Moment at(int hours) {
    return Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(hours)));
  }

  private static String code(Act act, Case one) {
    return ((Decision.Refused) act.on(one, at(1))).refusal().code();
  }

  private static List<Notice> toCitizen(Case one) {
    return one.pending().stream().map(it -> it.notice()).filter(it -> !it.toStaff()).toList();
  }

  private static Access access(Case one, String official) {
    var reader = at(1).directory().official(official).orElseThrow();
    return Access.of(one, reader, reader.roles(), at(3));
  }
}
