package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/** The default ladder, climbed to its end. */
class EscalatingTest {
  private static final Escalating CLIMB = Town.climbing();

  @Test
  void anUnansweredQuestionClimbsStepByStepToTheManager() {
    Case one = Town.rentQuestion();

    List<Promise.Step> steps = climb(one, 6, new Absence[0]).steps();

    assertThat(steps)
        .extracting(Promise.Step::does)
        .containsExactly("REMIND", "ACT", "REQUIRE_REASSIGNMENT", "TAKE_OVER", "TELL", "TELL");
    assertThat(steps)
        .extracting(Promise.Step::to)
        .containsExactly(
            "samira.elamrani",
            "jan.devries",
            "pieter.hoekstra",
            "jan.devries",
            "pieter.hoekstra",
            "pieter.hoekstra");
    assertThat(steps).extracting(Promise.Step::repetition).containsExactly(0, 0, 0, 0, 0, 1);
  }

  @Test
  void whoWasAskedToReassignIsTheOneWhoTakesOver() {
    Case one = Town.opened(Town.JAN, "fatma.yildiz", null).opened();

    Case after = climbed(one, 6);

    assertThat(Town.promise(after, 0).steps())
        .extracting(Promise.Step::to)
        .containsExactly(
            "fatma.yildiz",
            "sanne.vandijk",
            "jan.devries",
            "jan.devries",
            "pieter.hoekstra",
            "pieter.hoekstra");
    assertThat(after.official()).isEqualTo("jan.devries");
  }

  @Test
  void aSecondPromiseOfTheCaseDoesNotTakeItFromWhoTookOver() {
    Case one = Town.opened(Town.JAN, "fatma.yildiz", null).opened();
    Requesting call = new Requesting("+31612345678", "", "", "jan.devries");
    one = Town.told(Town.after(call.on(one, Town.moment(Town.MONDAY_TEN.plusSeconds(3_600)))));

    while (one.openPromises().stream().anyMatch(promise -> promise.steps().size() < 5)) {
      one = climbedOnce(one);
    }

    assertThat(one.openPromises()).hasSize(2);
    assertThat(one.responsibilities())
        .extracting(Responsibility::official)
        .containsExactly("fatma.yildiz", "jan.devries");
  }

  @Test
  void atTheDeadlineTheDeputyActsAndTheCitizenIsTold() {
    Case one = Town.rentQuestion();
    Instant due = Town.promise(one, 0).due();

    Case after = Town.after(CLIMB.on(one, Town.moment(due)));

    assertThat(Town.promise(after, 0).due()).isEqualTo(due);
    assertThat(Town.promise(after, 0).actor()).isEqualTo("jan.devries");
    assertThat(after.official()).isEqualTo("samira.elamrani");
    assertThat(after.concerns()).containsExactly("samira.elamrani", "jan.devries");
    assertThat(kinds(after)).containsExactly(Notice.Kind.LADDER, Notice.Kind.ACTING);
    assertThat(after.pending().get(1).notice().official()).isEqualTo("jan.devries");
  }

  @Test
  void afterDowntimeStepsTakeEffectInOrderAndOnlyTheLastTellsStaff() {
    Case one = Town.rentQuestion();
    Instant weekLater = Town.MONDAY_TEN.plus(Duration.ofDays(7));

    Case after = Town.after(CLIMB.on(one, Town.moment(weekLater)));

    assertThat(Town.promise(after, 0).steps())
        .extracting(Promise.Step::does)
        .containsExactly("REMIND", "ACT");
    assertThat(kinds(after)).containsExactly(Notice.Kind.LADDER, Notice.Kind.ACTING);
    assertThat(Town.told(after).wakeAt()).isBeforeOrEqualTo(weekLater);
  }

  @Test
  void aStepForSomebodyWhoIsAwayGoesAtOnceToTheNextPersonUp() {
    Case one = Town.rentQuestion();
    Instant before = Town.MONDAY_TEN.minusSeconds(60);

    List<Promise.Step> officialAway = climb(one, 1, Town.away("samira.elamrani", before)).steps();
    List<Promise.Step> bothAway =
        climb(one, 2, Town.away("samira.elamrani", before), Town.away("jan.devries", before))
            .steps();

    assertThat(officialAway).extracting(Promise.Step::to).containsExactly("jan.devries");
    assertThat(bothAway)
        .extracting(Promise.Step::to)
        .doesNotContain("samira.elamrani", "jan.devries");
  }

  @Test
  void whenTwoPromisesClimbAtOnceTheCitizenHearsWhereItEnded() {
    Moment start = Town.moment(Town.MONDAY_TEN);
    Case moved =
        Town.after(
            new Reassigning("kwame.mensah", "hub", "departure", "").on(Town.rentQuestion(), start));
    Case after =
        Town.after(new Requesting("+31612345678", "", "", "citizen").on(Town.told(moved), start));
    for (int day : new int[] {7, 10, 14}) {
      Moment later = Town.moment(Town.MONDAY_TEN.plus(Duration.ofDays(day)));
      after = Town.after(CLIMB.on(Town.told(after), later));
    }

    assertThat(after.events()).filteredOn(CaseEvent.HandedOver.class::isInstance).hasSize(3);
    assertThat(after.pending())
        .filteredOn(entry -> entry.notice().kind() == Notice.Kind.NEW_OFFICIAL)
        .singleElement()
        .extracting(
            entry -> entry.notice().official() + " after " + entry.notice().facts().get("from"))
        .isEqualTo(after.official() + " after kwame.mensah");
  }

  @Test
  void takingTheSameStepsAgainChangesNothing() {
    Case one = Town.rentQuestion();
    Moment deadline = Town.moment(Town.promise(one, 0).due());
    Case after = Town.told(Town.after(CLIMB.on(one, deadline)));

    assertThat(CLIMB.on(after, deadline)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void aClockThatJumpsBackTakesNoStepTwice() {
    Case one = Town.rentQuestion();
    Case after = Town.told(Town.after(CLIMB.on(one, Town.moment(Town.promise(one, 0).due()))));

    Decision earlier = CLIMB.on(after, Town.moment(Town.MONDAY_TEN));

    assertThat(earlier).isInstanceOf(Decision.Unchanged.class);
  }

  /** Lets the clock wake the case {@code steps} times, each time at the moment it asked for. */
  private static Promise climb(Case start, int steps, Absence... away) {
    return Town.promise(climbed(start, steps, away), 0);
  }

  private static Case climbed(Case start, int steps, Absence... away) {
    Case one = start;
    while (Town.promise(one, 0).steps().size() < steps) {
      one = climbedOnce(one, away);
    }
    return one;
  }

  private static Case climbedOnce(Case one, Absence... away) {
    Moment wake = Town.moment(wakeAt(one, away), away);
    return Town.told(Town.after(CLIMB.on(one, wake)));
  }

  private static Instant wakeAt(Case one, Absence... away) {
    Moment any = Town.moment(Town.MONDAY_TEN, away);
    return Wake.at(one.openPromises(), one.team(), any.directory());
  }

  private static List<Notice.Kind> kinds(Case one) {
    List<Notice.Kind> kinds = new ArrayList<>();
    one.pending().forEach(entry -> kinds.add(entry.notice().kind()));
    return kinds;
  }
}
