package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/** A team with a ladder of its own: every step that can be written, in the case it climbs in. */
class OwnLadderTest {
  private static final Escalating CLIMB = Town.climbing();

  @Test
  void onlyTheTeamThatHasItClimbsIt() {
    Directory directory = with("{ at: \"50%\", to: manager, does: warn }");
    Case housing = Town.rentQuestion();
    Instant halfway = Town.at("2026-06-02T10:00");

    Case after = Town.after(CLIMB.on(housing, Town.moment(halfway, directory)));
    Case elsewhere =
        Town.told(
            Town.after(
                new Reassigning("kwame.mensah", "jan.devries", "handover", "")
                    .on(housing, Town.moment(Town.MONDAY_TEN, directory))));

    assertThat(steps(after)).containsExactly("WARN pieter.hoekstra");
    assertThat(CLIMB.on(elsewhere, Town.moment(halfway, directory)))
        .as("75% is the first step of everybody else")
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aCitizenIsWarnedBeforehandByWhoSeesToIt() {
    Case one = Town.rentQuestion();
    Directory directory = with("{ at: \"90%\", to: citizen, does: warn }");

    Case after = Town.after(CLIMB.on(one, Town.moment(due(one).minusSeconds(60), directory)));

    assertThat(steps(after)).containsExactly("WARN citizen");
    assertThat(after.pending())
        .singleElement()
        .extracting(Outgoing::notice)
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.LATE);
              assertThat(notice.to()).isEqualTo(Town.JAN.value());
              assertThat(notice.official()).isEqualTo("samira.elamrani");
              assertThat(notice.facts()).containsEntry("due", due(one).toString());
            });
    assertThat(after.events()).anyMatch(CaseEvent.Told.class::isInstance);
  }

  @Test
  void aWarningForWhoIsAwayIsSignedByWhoActsAndNamesBoth() {
    Case one = Town.rentQuestion();
    Instant before = due(one).minusSeconds(60);
    Directory ill =
        with(
            "{ at: \"90%\", to: citizen, does: warn }",
            Town.away("samira.elamrani", Town.MONDAY_TEN));

    Case after = Town.after(CLIMB.on(one, Town.moment(before, ill)));

    assertThat(after.pending())
        .extracting(Outgoing::notice)
        .filteredOn(notice -> notice.kind() == Notice.Kind.LATE)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.official()).isEqualTo("jan.devries");
              assertThat(notice.facts()).containsEntry("insteadOf", "samira.elamrani");
            });
  }

  @Test
  void afterDowntimeWhoHearsOfADeputyIsNotAlsoWarned() {
    Case one = Town.rentQuestion();
    Directory directory =
        with("{ at: \"90%\", to: citizen, does: warn }, { at: \"100%\", to: deputy, does: act }");

    Case after = Town.after(CLIMB.on(one, Town.moment(due(one), directory)));

    assertThat(steps(after)).containsExactly("WARN citizen", "ACT jan.devries");
    assertThat(kinds(after)).containsExactly(Notice.Kind.LADDER, Notice.Kind.ACTING);
  }

  @Test
  void workPassesByItselfToTheColleagueWithMostRoomAndTheCitizenHearsIt() {
    Case one = Town.rentQuestion();
    Directory directory = with("{ at: \"100%\", to: colleague, does: take-over }");

    Case after = Town.after(CLIMB.on(one, Town.moment(due(one), directory)));

    assertThat(after.official()).isEqualTo("pieter.hoekstra");
    assertThat(Town.promise(after, 0).due()).isEqualTo(due(one));
    assertThat(kinds(after)).containsExactly(Notice.Kind.LADDER, Notice.Kind.NEW_OFFICIAL);
  }

  @Test
  void aColleagueWhoIsAwayIsPassedOverForTheCoordinator() {
    Case one = Town.rentQuestion();
    Directory directory =
        with(
            "{ at: \"100%\", to: colleague, does: take-over }",
            Town.away("pieter.hoekstra", Town.MONDAY_TEN));

    Case after = Town.after(CLIMB.on(one, Town.moment(due(one), directory)));

    assertThat(after.official()).isEqualTo("jan.devries");
  }

  @Test
  void fromRaisedUrgencyOnTheNightCountsToo() {
    Case one = Town.rentQuestion();
    String steps =
        "{ at: \"100%\", to: official, does: raise-urgency }, { at: +PT4H, to: manager, does: tell }";
    Instant wednesdayTen = due(one);
    Instant friday = Town.at("2026-06-05T16:00");

    Case raised = Town.after(CLIMB.on(one, Town.moment(friday, with(steps))));

    assertThat(wednesdayTen).isBefore(friday);
    assertThat(Town.promise(raised, 0).onClock()).isTrue();
    assertThat(Town.told(raised).wakeAt()).isNotNull();
    assertThat(Wake.at(raised.openPromises(), raised.team(), with(steps)))
        .as("not on Monday")
        .isEqualTo(Town.at("2026-06-05T20:00"));
  }

  @Test
  void outsideWorkingHoursOnlyWhatIsUrgentIsTold() {
    Case one = Town.rentQuestion();
    Instant night = Town.at("2026-06-05T22:00");
    String steps = "{ at: \"100%\", to: official, does: remind }";

    Case quiet = Town.after(CLIMB.on(one, Town.moment(night, with(steps))));
    Case urgent =
        Town.after(
            CLIMB.on(one, Town.moment(night, with(steps.replace("remind", "raise-urgency")))));

    assertThat(staff(quiet).notice().channel()).isEqualTo(Channel.DIGEST);
    assertThat(staff(quiet).nextTry()).isEqualTo(Town.at("2026-06-08T08:30"));
    assertThat(steps(quiet)).as("the step itself is not put off").hasSize(1);
    assertThat(staff(urgent).notice().channel()).isEqualTo(Channel.EMAIL);
    assertThat(staff(urgent).nextTry()).isEqualTo(night);
  }

  private static Outgoing staff(Case one) {
    return one.pending().stream()
        .filter(entry -> entry.notice().toStaff())
        .findFirst()
        .orElseThrow();
  }

  private static Directory with(String steps, Absence... absences) {
    String team = "    name: Wonen\n";
    String yaml = Voorbeeldstad.yaml();
    assertThat(yaml).contains(team);
    return Voorbeeldstad.directory(
        yaml.replace(team, team + "    ladder: [" + steps + "]\n"), absences);
  }

  private static Instant due(Case one) {
    return Town.promise(one, 0).due();
  }

  private static List<String> steps(Case one) {
    return Town.promise(one, 0).steps().stream()
        .map((Promise.Step step) -> step.does() + " " + step.to())
        .toList();
  }

  private static List<Notice.Kind> kinds(Case one) {
    return one.pending().stream().map(entry -> entry.notice().kind()).toList();
  }
}
