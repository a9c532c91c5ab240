package nl.aanspreekpunt.friction;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What chafes gets an owner, a promise and an answer; who reported it and who met it hear so. */
class FrictionWorkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String RAVI = "ravi.ramdin";

  /** The manager of who reports it. */
  private static final String PIETER = "pieter.hoekstra";

  private static final String WHY =
      "De wet schrijft dit bewijs voor; zonder mogen wij niet betalen.";
  private static Workplace workplace;
  private static int citizens;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @BeforeEach
  void morning() {
    workplace.clock.to(Workplace.MORNING);
  }

  @Test
  void whatIsReportedHasAnOwnerAndAPromiseAtOnceAndTheCitizenHearsWhoAndByWhen() {
    Case one = question();
    Friction reported = reported(one, true, "Formulier inkomen vraagt loonstrook per week");
    Case policy = workplace.found(reported.number());
    assertThat(policy.official()).isEqualTo(owner());
    assertThat(owed(policy)).hasSize(1);
    assertThat(policy.dueAt()).isEqualTo(Instant.parse("2026-12-08T09:00:00Z"));
    assertThat(staff(policy.id())).extracting(n -> n.facts().get("what")).containsExactly("owner");
    Case after = workplace.found(one.id());
    assertThat(after.happened(CaseEvent.Chafed.class))
        .singleElement()
        .satisfies(event -> assertThat(event.by()).isEqualTo(SAMIRA));
    Notice told = letter(one);
    assertThat(told.official()).isEqualTo(owner());
    assertThat(told.facts()).containsEntry("what", "looked");
    assertThat(told.facts()).containsEntry("due", policy.dueAt().toString());
    assertThat(after.met()).contains(owner());
  }

  @Test
  void whoDidNotAgreeToHearGetsNoLetterButTheAnswerIsOnRecord() {
    Case one = question();
    Friction reported = reported(one, false, "Afspraak alleen met DigiD");
    assertThat(letters(one)).isEmpty();
    step(reported, Step.State.STAYS, WHY);
    assertThat(letters(one)).isEmpty();
    assertThat(workplace.found(one.id()).happened(CaseEvent.FrictionMoved.class))
        .singleElement()
        .satisfies(event -> assertThat(event.words()).isEqualTo(WHY));
  }

  @Test
  void oneAnswerKeepsThePromiseAndReachesEveryReporterAndEachCitizenAlsoInAClosedCase() {
    Case one = question();
    Case other = question();
    close(other);
    Friction first = reported(one, true, "Parkeervergunning vraagt een kentekenbewijs op papier");
    workplace.clock.forward(Duration.ofMinutes(1));
    Report same =
        new Report(
            RAVI,
            workplace.clock.instant(),
            "buitenruimte",
            "Papieren kentekenbewijs",
            "Wie leaset heeft dat niet",
            "",
            other.id(),
            true);
    Friction second = await(workplace.frictionWork.report(same, null, first.id())).friction();
    assertThat(second.into()).isEqualTo(first.id());
    assertThat(await(workplace.cases.find(second.number()))).as("one answer is owed").isEmpty();
    assertThat(letter(other).facts()).containsEntry("what", "looked");

    workplace.clock.forward(Duration.ofMinutes(1));
    step(first, Step.State.CHANGED, "Een schermafdruk van de leasemaatschappij is nu genoeg.");
    for (Case each : List.of(one, other)) {
      Notice answer = letter(each);
      assertThat(answer.facts()).containsEntry("what", "CHANGED").doesNotContainKey("due");
      assertThat(answer.facts().get("text")).contains("leasemaatschappij");
      assertThat(workplace.found(each.id()).happened(CaseEvent.FrictionMoved.class)).hasSize(1);
    }
    Case policy = workplace.found(first.number());
    assertThat(policy.open()).isFalse();
    assertThat(policy.promises()).allMatch(made -> made.state() == Promise.State.KEPT);
    assertThat(told(RAVI, first)).containsExactly("CHANGED");
    assertThat(told(SAMIRA, first)).containsExactly("CHANGED");
    workplace.tick();
    workplace.clock.forward(Duration.ofMinutes(5));
    workplace.tick();
    assertThat(letters(one)).as("each once").hasSize(2);
  }

  @Test
  void whatIsTriedIsAnAnswerThatPromisesAnother() {
    Case one = question();
    Friction reported = reported(one, true, "Grofvuil alleen online aan te melden");
    workplace.clock.forward(Duration.ofMinutes(1));
    Instant until = workplace.clock.instant().plus(Duration.ofDays(30));
    Step tried =
        new Step(
            workplace.clock.instant(),
            owner(),
            Step.State.TRIED,
            "Vier weken nemen wij ook aan de telefoon grofvuil aan.",
            until);
    await(workplace.frictionWork.step(reported.id(), tried, null));
    Case policy = workplace.found(reported.number());
    assertThat(policy.promises())
        .extracting(Promise::state)
        .containsExactly(Promise.State.KEPT, Promise.State.OPEN);
    assertThat(letter(one).facts())
        .containsEntry("what", "TRIED")
        .containsEntry("due", until.toString());
  }

  @Test
  void whenAnotherAnswersOrItIsLateTheCitizenHearsSo() {
    Case one = question();
    Friction reported = reported(one, true, "Uitkering stopt bij verblijf in ziekenhuis");
    await(workplace.frictionWork.owner(reported, "kwame.mensah", "thomas.bakker", ""));
    assertThat(letter(one).facts()).containsEntry("what", "owner").containsEntry("from", owner());
    assertThat(letter(one).official()).isEqualTo("kwame.mensah");
    Case policy = workplace.found(reported.number());
    // In its case, by whoever: nobody told the friction.
    await(
        workplace.casework.change(
            policy.id(), new Reassigning(PIETER, "kwame.mensah", "handover", "")));
    workplace.clock.forward(Duration.ofMinutes(2));
    workplace.tick();
    assertThat(letter(one).official()).isEqualTo(PIETER);
    workplace.clock.to(policy.dueAt().plusSeconds(60));
    workplace.tick();
    workplace.tick();
    assertThat(letters(one)).as("who took over, and that it is late, once").hasSize(4);
    Case now = workplace.found(policy.id());
    assertThat(letter(one).official()).isEqualTo(now.ownerOf(owed(now).get(0)));
    assertThat(letter(one).facts()).containsEntry("due", policy.dueAt().toString());
  }

  private static String owner() {
    return workplace.directories.current().team("wonen").orElseThrow().manager();
  }

  private static Case question() {
    String from = "chafe" + ++citizens + "@elders.example";
    return workplace.question(from, "Ans", "Mijn huur", "Te hoog.", "huur-en-onderhoud");
  }

  private static Friction reported(Case about, boolean tells, String rule) {
    Report report =
        new Report(
            SAMIRA,
            workplace.clock.instant(),
            "wonen",
            rule,
            "Iemand zonder vast adres kon dit niet geven",
            "Een verklaring ook goed vinden",
            about.id(),
            tells);
    FrictionWork.Done done = await(workplace.frictionWork.report(report, null, null));
    assertThat(done.refused()).as(String.valueOf(done.refusal())).isFalse();
    return done.friction();
  }

  private static void step(Friction one, Step.State state, String words) {
    Step step = new Step(workplace.clock.instant(), owner(), state, words, null);
    FrictionWork.Done done = await(workplace.frictionWork.step(one.id(), step, null));
    assertThat(done.refused()).as(String.valueOf(done.refusal())).isFalse();
  }

  private static void close(Case one) {
    await(
        workplace.casework.change(
            one.id(),
            new Closing(one.official(), Outcome.ANSWERED, "Geregeld.", one.lastReceived())));
  }

  private static List<Promise> owed(Case policy) {
    return policy.openPromises().stream()
        .filter(made -> made.kind() == PromiseKind.FRICTION)
        .toList();
  }

  private static Notice letter(Case about) {
    List<Notice> all = letters(about);
    return all.get(all.size() - 1);
  }

  private static List<Notice> letters(Case about) {
    return await(workplace.outbox.unfinished(about.id())).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.CHAFED)
        .toList();
  }

  private static List<Notice> staff(String number) {
    return await(workplace.outbox.unfinished(number)).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.FRICTION)
        .toList();
  }

  private static List<String> told(String official, Friction one) {
    List<String> ids =
        List.of(
            "friction." + one.id() + ".0." + official, "friction." + one.id() + ".1." + official);
    return await(workplace.outbox.findAll(ids)).stream()
        .map(entry -> entry.notice().facts().get("what"))
        .toList();
  }
}
