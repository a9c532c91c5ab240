package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/**
 * What colleagues promise one another in a case: here Samira, whose it is, asks Ravi of Openbare
 * ruimte.
 */
class InwardTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String RAVI = "ravi.ramdin";
  private static final Escalating CLIMB = Town.climbing();

  @Test
  void whoIsAskedHasItOnTodayAndReadsWhatIsAskedOnly() {
    Case one = asked();

    assertThat(inward(one).actor()).isEqualTo(RAVI);
    assertThat(one.care().inward().concerns()).containsExactly(RAVI);
    assertThat(one.care().inward().dueAt()).isEqualTo(inward(one).due());
    assertThat(one.concerns()).containsExactly(SAMIRA);
    assertThat(access(one, RAVI)).isEqualTo(Access.ASKED);
    assertThat(Access.ASKED.mayAct()).isFalse();
    assertThat(access(one, "kwame.mensah")).isEqualTo(Access.SUBJECT);
  }

  @Test
  void itIsDueByTheNormInTheHoursOfWhoeverIsAsked() {
    Case one = asked();

    assertThat(inward(one).due())
        .isEqualTo(
            Town.moment(Town.MONDAY_TEN)
                .directory()
                .clock("openbare-ruimte")
                .after(Town.MONDAY_TEN, nl.aanspreekpunt.promise.Norm.parse("P2D")));
    assertThat(one.dueAt()).isEqualTo(Town.promise(one, 0).due());
  }

  @Test
  void theLadderClimbsFromWhoWasAskedAndTheCitizenHearsNothing() {
    Case one = asked();
    String team = Town.moment(Town.MONDAY_TEN).directory().official(RAVI).orElseThrow().team();
    var lead = Town.moment(Town.MONDAY_TEN).directory().team(team).orElseThrow();
    Case after = climbed(one, 5);

    assertThat(inward(after).steps())
        .extracting(Promise.Step::does)
        .startsWith("REMIND", "ACT", "REQUIRE_REASSIGNMENT", "TAKE_OVER", "TELL");
    assertThat(inward(after).steps().get(0).to()).isEqualTo(RAVI);
    assertThat(inward(after).steps())
        .extracting(Promise.Step::to)
        .contains(lead.coordinator())
        .doesNotContain(SAMIRA, "jan.devries", Escalating.CITIZEN);
    assertThat(inward(after).actor()).isNotEqualTo(RAVI);
  }

  @Test
  void noStepOfItChangesWhoIsResponsibleOrActs() {
    Case after = climbed(answered(asked()), 5);

    assertThat(after.official()).isEqualTo(SAMIRA);
    assertThat(after.acting()).isEmpty();
    assertThat(after.responsibilities()).hasSize(1);
    assertThat(toCitizen(after)).isEmpty();
  }

  @Test
  void aReplyOrTalkToTheCitizenKeepsItNot() {
    Case one = asked();

    Case after = answered(one);

    assertThat(after.openPromises()).isEmpty();
    assertThat(after.openInward()).hasSize(1);
    assertThat(Dues.first(after.openPromises())).isEmpty();
  }

  @Test
  void itIsNeitherPromisedNorRenewedToTheCitizen() {
    Case one = asked();
    Instant due = inward(one).due().plus(Duration.ofDays(9));

    Decision promised =
        new Promising(PromiseKind.BACKING, due, "Ik kom erop terug.", null, SAMIRA)
            .on(one, later());
    Decision renewed =
        new Renewing(inward(one).id(), SAMIRA, due, false, "Het duurt langer.").on(one, later());

    assertThat(promised).isInstanceOf(Decision.Refused.class);
    assertThat(renewed).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void closingWithdrawsItAndTellsWhoWasAsked() {
    Case one = asked();

    Case after =
        Town.after(
            new Closing(SAMIRA, Outcome.ANSWERED, "Het is geregeld.", "r1").on(one, later()));

    assertThat(after.openInward()).isEmpty();
    assertThat(after.promises().get(1).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(after.care().inward().concerns()).isEmpty();
    assertThat(told(after, RAVI)).extracting(it -> it.facts().get("what")).contains("ended");
  }

  @Test
  void whenResponsibilityPassesOnWhoWasAskedStaysAsked() {
    Case one = asked();

    Case over =
        after(new Reassigning("kwame.mensah", "jan.devries", "handover", "").on(one, later()));

    assertThat(inward(over).actor()).isEqualTo(RAVI);
    assertThat(over.official()).isEqualTo("kwame.mensah");
  }

  @Test
  void whenTheCaseComesToWhoWasAskedNothingIsAskedAnyMore() {
    Case over = after(new Reassigning(RAVI, "jan.devries", "handover", "").on(asked(), later()));

    assertThat(over.openInward()).isEmpty();
    assertThat(over.official()).isEqualTo(RAVI);
  }

  @Test
  void somebodyStandsInWhileWhoWasAskedIsAwayAndNoLonger() {
    try (Workplace workplace = new Workplace()) {
      Case one = asks(workplace);
      Instant now = workplace.clock.instant();
      Absence away = new Absence(RAVI, now, now.plus(Duration.ofDays(9)), null, "ziek", "test");
      await(workplace.absences.absent(away));

      Case meanwhile = workplace.found(one.id());
      String owner = meanwhile.ownerOf(inward(meanwhile));
      assertThat(owner).isNotIn(RAVI, SAMIRA);
      assertThat(meanwhile.care().inward().concerns()).contains(RAVI, owner);
      assertThat(meanwhile.acting()).isEmpty();

      await(workplace.absences.returned(RAVI, RAVI));
      Case back = workplace.found(one.id());
      assertThat(back.ownerOf(inward(back))).isEqualTo(RAVI);
    }
  }

  @Test
  void whoLeavesIsAskedNothingAnyMoreSomebodyElseIs() {
    try (Workplace workplace = new Workplace()) {
      Case one = asks(workplace);
      await(workplace.departing.mark(RAVI, "test"));
      workplace.tick();

      Case after = workplace.found(one.id());
      assertThat(inward(after).actor()).isNotIn(RAVI, SAMIRA);
      assertThat(after.care().inward().concerns()).doesNotContain(RAVI);
      assertThat(await(workplace.cases.asked(RAVI, 9))).isEmpty();
      assertThat(await(workplace.cases.asked(inward(after).actor(), 9)))
          .extracting(Case::id)
          .contains(one.id());
    }
  }

  @Test
  void whoIsBarredOrAsksCannotBeAsked() {
    Draft draft = new Draft(asked(), later());

    assertThat(draft.inward.cannot(SAMIRA)).contains("asks-themselves");
    assertThat(draft.inward.cannot("nobody")).contains("not-employed");
    assertThat(draft.inward.cannot("kwame.mensah")).isEmpty();
  }

  private static Case asks(Workplace workplace) {
    Case one =
        workplace.question("ans@elders.example", "Ans", "Schimmel", "Nat.", "huur-en-onderhoud");
    await(workplace.casework.change(one.id(), asking()));
    return workplace.found(one.id());
  }

  private static Act asking() {
    return (before, moment) -> {
      Draft draft = new Draft(before, moment);
      draft.inward.ask(PromiseKind.CONSULT, RAVI, SAMIRA);
      return draft.done();
    };
  }

  private static Case asked() {
    return after(asking().on(Town.rentQuestion(), Town.moment(Town.MONDAY_TEN)));
  }

  private static Case answered(Case one) {
    return after(new Replying(SAMIRA, "Dat zit zo.", null, "r1", Map.of()).on(one, later()));
  }

  private static Case climbed(Case one, int steps) {
    Case after = one;
    Instant now = Town.MONDAY_TEN.plus(Duration.ofHours(1));
    for (int i = 0; i < 60 && inward(after).steps().size() < steps; i++) {
      Instant at = new Draft(after, Town.moment(now)).nextStep();
      now = at.isBefore(now) ? now : at;
      after = Town.told(after);
      after = Town.after(CLIMB.on(after, Town.moment(now)));
    }
    return after;
  }

  private static Moment later() {
    return Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  }

  /** With its notices told, but for those of the last change. */
  private static Case after(Decision decision) {
    return Town.told(Town.after(decision));
  }

  private static Promise inward(Case one) {
    return one.openInward().get(0);
  }

  private static List<Notice> told(Case one, String official) {
    return one.pending().stream()
        .map(Outgoing::notice)
        .filter(it -> it.toStaff() && it.official().equals(official))
        .toList();
  }

  private static List<Notice> toCitizen(Case one) {
    return one.pending().stream().map(Outgoing::notice).filter(it -> !it.toStaff()).toList();
  }

  private static Access access(Case one, String official) {
    Moment moment = Town.moment(Town.MONDAY_TEN);
    var reader = moment.directory().official(official).orElseThrow();
    return Access.of(one, reader, java.util.Set.<Role>copyOf(reader.roles()), moment);
  }
}
