package nl.aanspreekpunt.friction;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.official.Absence;
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

  private static final String ANOUK = "anouk.jansen";
  private static final String SANNE = "sanne.vandijk";
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
    Friction second = await(workplace.frictionWork.report(same, null, first.id())).now();
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

  @Test
  void whenItsOwnerIsAwayOrLeavesItGoesToDeputyAndSuccessorAndAllHearWho() {
    Case one = question();
    Friction reported =
        reported(one, true, "Gehandicaptenparkeerkaart vraagt elk jaar een keuring");
    workplace.clock.forward(Duration.ofMinutes(1));
    await(workplace.frictionWork.owner(reported, ANOUK, PIETER, ""));
    Instant due = workplace.found(reported.number()).dueAt();
    workplace.clock.forward(Duration.ofMinutes(1));
    Absence ill = new Absence(ANOUK, workplace.clock.instant(), null, RAVI, "ziek", "test");
    await(workplace.absences.absent(ill));
    later();
    Case policy = workplace.found(reported.number());
    assertThat(policy.official()).isEqualTo(ANOUK);
    assertThat(policy.actingNow().orElseThrow().official()).isEqualTo(RAVI);
    assertThat(letter(one).official()).isEqualTo(RAVI);
    assertThat(letter(one).facts()).containsEntry("what", "owner").containsEntry("from", ANOUK);
    assertThat(passed(reported)).as("to Anouk, to Ravi").hasSize(2);

    await(workplace.departing.mark(ANOUK, PIETER));
    await(workplace.departing.confirm(ANOUK, null, Map.of(policy.id(), SANNE), "", PIETER));
    workplace.tick();
    later();
    policy = workplace.found(reported.number());
    assertThat(policy.official()).isEqualTo(SANNE);
    assertThat(letter(one).official()).isEqualTo(SANNE);
    assertThat(letter(one).facts()).containsEntry("due", due.toString());
    assertThat(passed(reported)).as("and to Sanne").hasSize(3);
    assertThat(owed(policy)).as("no due time moved").extracting(Promise::due).containsExactly(due);
    later();
    assertThat(letters(one)).as("who looks, three others, each once").hasSize(4);
    step(reported, Step.State.CHANGED, "De keuring is nog maar eens in de vijf jaar nodig.");
    assertThat(letter(one).facts()).containsEntry("what", "CHANGED");
  }

  @Test
  void whatIsGatheredCrosswiseAtTheSameMomentStillHasOneAnswer() {
    Case one = question();
    Case other = question();
    Friction first = reported(one, true, "Bezwaar alleen per post");
    Friction second = reported(other, true, "Bezwaar niet per mail");
    gathers(first, second);
    gathers(second, first);
    later();
    later();
    List<Friction> both =
        Stream.of(first, second)
            .map(each -> await(workplace.frictionWork.frictions().find(each.id())).orElseThrow())
            .toList();
    Friction head = both.stream().filter(each -> !each.gathered()).findFirst().orElseThrow();
    assertThat(both).extracting(Friction::into).containsOnlyOnce(head.id());
    assertThat(owed(workplace.found(head.number()))).hasSize(1);
    step(head, Step.State.CHANGED, "Bezwaar maken kan nu ook met een mail.");
    for (Case each : List.of(one, other)) {
      assertThat(letter(each).facts()).containsEntry("what", "CHANGED");
    }
  }

  @Test
  void whatIsGatheredIntoOneThatIsGatheredAtThatMomentGoesAlong() {
    Case one = question();
    Friction last = reported(one, true, "Uittreksel kost geld");
    Friction middle = reported(question(), true, "Leges voor een uittreksel");
    Friction head = reported(question(), true, "Uittreksel is duur");
    gathers(last, middle);
    gathers(middle, head);
    later();
    later();
    assertThat(await(workplace.frictionWork.frictions().gathered(head.id(), 5))).hasSize(2);
    step(head, Step.State.STAYS, WHY);
    assertThat(letter(one).facts()).containsEntry("what", "STAYS");
  }

  @Test
  void whatIsGatheredAtTheMomentOfTheAnswerIsAnsweredByIt() {
    Case one = question();
    Friction first = reported(one, true, "Balie vraagt paspoort bij afhalen");
    Friction head = reported(question(), true, "Afhalen met paspoort");
    workplace.clock.forward(Duration.ofMinutes(1));
    gathers(first, head);
    step(head, Step.State.CHANGED, "Een rijbewijs is bij het afhalen nu ook goed.");
    later();
    Case policy = workplace.found(head.number());
    assertThat(policy.open()).isFalse();
    assertThat(policy.promises()).noneMatch(Promise::open);
    assertThat(workplace.found(first.number()).openPromises()).isEmpty();
    assertThat(letter(one).facts()).containsEntry("what", "CHANGED");
  }

  @Test
  void theSameAnswerSentTwiceIsOne() {
    Case one = question();
    Friction reported = reported(one, true, "Afspraak niet te verzetten");
    workplace.clock.forward(Duration.ofMinutes(1));
    step(reported, Step.State.TRIED, "Deze maand kan verzetten aan de telefoon.");
    workplace.clock.forward(Duration.ofSeconds(1));
    step(reported, Step.State.TRIED, "Deze maand kan verzetten aan de telefoon.");
    assertThat(letters(one)).hasSize(2);
    assertThat(await(workplace.frictionWork.frictions().find(reported.id())).orElseThrow().steps())
        .hasSize(1);
  }

  /** As another node writes it, and no more than that yet. */
  private static void gathers(Friction one, Friction into) {
    Friction now = await(workplace.frictionWork.frictions().find(one.id())).orElseThrow();
    Step step = new Step(workplace.clock.instant(), SAMIRA, Step.State.GATHERED, into.id(), null);
    assertThat(
            await(workplace.frictionWork.frictions().replace(now.after(step, null), now.version())))
        .isTrue();
  }

  private static void later() {
    workplace.clock.forward(Duration.ofMinutes(2));
    workplace.tick();
  }

  /** What Samira hears of who answers it. */
  private static List<Outgoing> passed(Friction one) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 1000)).stream()
        .filter(entry -> entry.id().startsWith("friction." + one.id() + ".who."))
        .filter(entry -> entry.notice().official().equals(SAMIRA))
        .toList();
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
    Done<Friction> done = await(workplace.frictionWork.report(report, null, null));
    assertThat(done.refused()).as(String.valueOf(done.refusal())).isFalse();
    return done.now();
  }

  private static void step(Friction one, Step.State state, String words) {
    Step step = new Step(workplace.clock.instant(), owner(), state, words, null);
    Done<Friction> done = await(workplace.frictionWork.step(one.id(), step, null));
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
