package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Absence.Gets;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is away: what they had, and what comes in, is somebody's present concern. */
class AbsencesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String MANAGER = "pieter.hoekstra";
  private final Workplace workplace = new Workplace();

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void theDeputyGetsWhatWasChosenAndTheRestThatIsDueIsTheCoordinators() {
    // Samira leads no team; Jan, her deputy, is the coordinator: so his team's manager is told
    // apart.
    assertThat(workplace.directories.current().team("wonen").orElseThrow().coordinator())
        .isEqualTo(JAN);
    Case before = asked("ans@elders.example");

    away(SAMIRA, now(), days(5), "ravi.ramdin", Gets.NEW);
    assertThat(actor(before)).isEqualTo(JAN);
    Case during = asked("bea@elders.example", SAMIRA);
    assertThat(actor(during)).isEqualTo("ravi.ramdin");
    assertThat(acknowledged(during)).containsEntry("actingFor", SAMIRA);
    assertThat(Instant.parse(acknowledged(during).get("back"))).isAfterOrEqualTo(days(5));

    away(SAMIRA, now(), days(5), "ravi.ramdin", Gets.DUE);
    assertThat(actor(before)).isEqualTo("ravi.ramdin");
  }

  @Test
  void whatIsDueAfterTheReturnWaitsUnlessTheDeputyGetsAll() {
    Case one = asked("ans@elders.example");
    away(SAMIRA, now(), now().plus(Duration.ofHours(3)), null, Gets.DUE);
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();

    away(SAMIRA, now(), now().plus(Duration.ofHours(4)), null, Gets.ALL);
    assertThat(actor(one)).isEqualTo(JAN);
  }

  @Test
  void whoStandsInAndGoesAwayTooPassesItOnAndItComesBackToWhoIsBackFirst() {
    Case one = asked("ans@elders.example");
    away(SAMIRA, now(), days(5), null, Gets.DUE);
    assertThat(actor(one)).isEqualTo(JAN);

    away(JAN, now(), days(4), null, Gets.DUE);
    assertThat(actor(one)).isEqualTo(MANAGER);
    assertThat(workplace.found(one.id()).concerns()).contains(MANAGER).doesNotContain(JAN);

    await(workplace.absences.returned(SAMIRA, SAMIRA));
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();
    assertThat(workplace.found(one.id()).official()).isEqualTo(SAMIRA);
  }

  @Test
  void anAbsenceThatNobodyStandsInForIsToldToTheCoordinatorDaysBeforeOnceAndOnlyThen() {
    Directory directory = workplace.directories.current();
    away(JAN, days(9), days(30), null, Gets.DUE);
    away(SAMIRA, days(10), days(20), null, Gets.DUE);
    assertThat(directory.deputies(SAMIRA, days(11)).covered()).isTrue();
    assertThat(workplace.directories.current().deputies(SAMIRA, days(11)).covered()).isFalse();
    assertThat(workplace.directories.current().deputies(SAMIRA, days(11)).circle()).isTrue();
    assertThat(told("uncovered")).isEmpty();

    workplace.clock.forward(Duration.ofDays(6));
    workplace.tick();
    workplace.tick();

    assertThat(told("uncovered"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.notice().facts()).containsEntry("about", SAMIRA);
              assertThat(entry.notice().official()).isEqualTo(JAN);
            });
  }

  @Test
  void whoIsCalledOffBeforeItBeginsIsNotAwayAndNobodyHearsOfIt() {
    Case one = asked("ans@elders.example");
    Absence planned = absence(SAMIRA, now().plus(Duration.ofHours(2)), days(9), null, Gets.ALL);
    await(workplace.absences.absent(planned));
    await(workplace.absences.absent(planned.calledOff(SAMIRA)));

    workplace.clock.forward(Duration.ofHours(3));
    workplace.tick();

    assertThat(workplace.directories.current().absent(SAMIRA, now())).isFalse();
    assertThat(workplace.found(one.id()).acting()).isEmpty();
    assertThat(await(workplace.absences.find(Spell.id(planned))).orElseThrow().underWay())
        .isFalse();
  }

  @Test
  void anAbsenceThatIsProlongedGoesOnAndCoversWhatIsNowDueInIt() {
    Case one = asked("ans@elders.example");
    Instant from = now();
    away(SAMIRA, from, from.plus(Duration.ofHours(3)), null, Gets.DUE);
    assertThat(workplace.found(one.id()).acting()).isEmpty();

    workplace.clock.forward(Duration.ofHours(2));
    away(SAMIRA, from, days(6), null, Gets.DUE);

    assertThat(actor(one)).isEqualTo(JAN);
    workplace.clock.forward(Duration.ofHours(2));
    workplace.tick();
    assertThat(actor(one)).isEqualTo(JAN);
  }

  private Case asked(String from) {
    Case one = workplace.question(from, "Ans", "Schimmel", "Nat.", "huur-en-onderhoud");
    assertThat(one.official()).isEqualTo(SAMIRA);
    return one;
  }

  /** Of somebody who has this official as their standing one. */
  private Case asked(String from, String standing) {
    Case first = workplace.question(from, "Bea", "Eerst", "Hallo.", "huur-en-onderhoud");
    await(workplace.identities.setStanding(first.citizen(), "huur-en-onderhoud", standing));
    Case one = workplace.question(from, "Bea", "Nog iets", "Dag.", "huur-en-onderhoud");
    assertThat(one.official()).isEqualTo(standing);
    return one;
  }

  private void away(String official, Instant from, Instant until, String deputy, Gets gets) {
    await(workplace.absences.absent(absence(official, from, until, deputy, gets)));
  }

  private static Absence absence(
      String official, Instant from, Instant until, String deputy, Gets gets) {
    return new Absence(official, from, until, deputy, "", JAN, gets);
  }

  private String actor(Case before) {
    return workplace.found(before.id()).actingNow().map(Acting::official).orElseThrow();
  }

  private Instant now() {
    return workplace.clock.instant();
  }

  private Instant days(int days) {
    return Workplace.MORNING.plus(Duration.ofDays(days));
  }

  private List<Outgoing> told(String what) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.ABSENCE)
        .filter(entry -> what.equals(entry.notice().facts().get("what")))
        .toList();
  }

  private Map<String, String> acknowledged(Case one) {
    CaseEvent.Told told = one.happened(CaseEvent.Told.class).findFirst().orElseThrow();
    return await(workplace.outbox.find(told.entry())).orElseThrow().notice().facts();
  }
}
