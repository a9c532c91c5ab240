package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.principle.Judging;
import nl.aanspreekpunt.casework.principle.Leaving;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that touches a principle tells whoever is on call, at any hour, once. */
class OnCallTest {
  private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-28T22:00:00Z");
  private static final Instant TUESDAY_NIGHT = Instant.parse("2026-11-24T22:00:00Z");
  private static final String WATER = "water-en-energie";
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String PIETER = "pieter.hoekstra";
  private final Workplace workplace = new Workplace();
  private int texts;

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void onSaturdayNightWhoeverIsOnCallIsToldByTextAndMailWithoutTheCitizensWords() {
    workplace.clock.to(SATURDAY_NIGHT);
    Case dry = asked("Geheim verhaal", WATER);

    List<Outgoing> told = told(dry);
    assertThat(told).extracting(one -> one.notice().official()).containsExactly(JAN, JAN);
    assertThat(told)
        .extracting(one -> one.notice().channel())
        .containsExactlyInAnyOrder(Channel.SMS, Channel.EMAIL);
    assertThat(told).as("at once").allMatch(one -> !one.nextTry().isAfter(SATURDAY_NIGHT));
    assertThat(told)
        .allMatch(
            one ->
                one.notice().facts().get("principle").equals("Geen gezin zonder kraanwater.")
                    && one.notice().facts().get("insteadOf").equals(dry.official())
                    && !one.toString().contains("Geheim"));
    assertThat(dry.concerns()).as("stands on their Today").contains(JAN);
    assertThat(dry.happened(CaseEvent.Alerted.class)).hasSize(1);

    asked("Nog steeds", WATER, Map.of("case", dry.id()));
    assertThat(told(dry)).as("once for each case and principle").hasSize(2);
    assertThat(told(asked("Te duur", "huur-en-onderhoud"))).isEmpty();
  }

  @Test
  void whoSaysNothingIsFollowedByTheNextEachOnceAndAPersonWhoIsAwayIsPassedOver() {
    await(
        workplace.directories.absent(
            new Absence(JAN, MORNING, MORNING.plus(Duration.ofDays(9)), null, "vrij", "test")));
    workplace.clock.to(SATURDAY_NIGHT);
    Case dry = asked("Help", WATER);
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA);

    later(Duration.ofMinutes(14));
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA);
    later(Duration.ofMinutes(1));
    later(Duration.ZERO);
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA, PIETER);
    assertThat(workplace.found(dry.id()).concerns()).contains(SAMIRA, PIETER);
    later(Duration.ofHours(2));
    assertThat(whoWasTold(dry)).as("nobody is left; the promise climbs on").hasSize(2);
    assertThat(workplace.found(dry.id()).wakeAt()).isNotNull();
  }

  @Test
  void whoIsOnItActsOnWhatIsDueTheCitizenHearsSoAndItCanBeLetGo() {
    workplace.clock.to(TUESDAY_NIGHT);
    Case dry = asked("Help", WATER);
    String owner = dry.official();
    assertThat(owner).isNotEqualTo(SAMIRA);

    Case taken = changed(dry, new TakingOn(WATER, SAMIRA));
    assertThat(taken.official()).isEqualTo(owner);
    assertThat(taken.ownerOf(taken.openPromises().get(0))).isEqualTo(SAMIRA);
    assertThat(citizen(dry, Notice.Kind.ACTING)).hasSize(1);
    later(Duration.ofMinutes(20));
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA);
    assertThat(code(dry, new TakingOn(WATER, owner))).isEqualTo("taken-already");

    Case left = changed(dry, new Leaving(WATER, SAMIRA));
    assertThat(whoWasTold(left)).as("the next one, at once").containsExactly(SAMIRA, JAN);
    assertThat(left.ownerOf(left.openPromises().get(0))).isEqualTo(owner);
    assertThat(citizen(dry, Notice.Kind.NEW_OFFICIAL)).hasSize(1);
    assertThat(code(dry, new Leaving(WATER, SAMIRA))).isEqualTo("not-taken");
  }

  @Test
  void anAnswerEndsItAndAMessageThatOpensTheCaseAgainCallsAnew() {
    Case dry = asked("Help", WATER);
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA);
    Case seen = workplace.found(dry.id());
    changed(
        dry, new Replying(SAMIRA, "Het water loopt weer.", null, seen.lastReceived(), Map.of()));
    assertThat(alert(dry).state()).isEqualTo(Alert.State.ANSWERED);
    later(Duration.ofHours(1));
    assertThat(whoWasTold(dry)).hasSize(1);

    changed(dry, new Closing(SAMIRA, Outcome.ANSWERED, "", seen.lastReceived()));
    asked("Weer geen water", WATER, Map.of("case", dry.id()));
    assertThat(workplace.found(dry.id()).open()).isTrue();
    assertThat(whoWasTold(dry)).containsExactly(SAMIRA, SAMIRA);
    assertThat(told(dry)).as("under ids of their own").hasSize(4);
  }

  @Test
  void signsInAnyMessageCallAndMereWordsOfTheTopicAskAPersonFirst() {
    Case rent = asked("De huur is te hoog", "huur-en-onderhoud");
    assertThat(told(rent)).isEmpty();
    asked("Wij zitten nu zonder water!", "huur-en-onderhoud", Map.of("case", rent.id()));
    assertThat(whoWasTold(rent)).containsExactly(SAMIRA);

    Case words = asked("De verwarming en de kraan zijn oud", "huur-en-onderhoud");
    assertThat(told(words)).isEmpty();
    assertThat(alert(words).state()).isEqualTo(Alert.State.PROPOSED);
    assertThat(alert(words).words()).contains("verwarming", "kraan");
    changed(words, new Judging(WATER, true, SAMIRA));
    assertThat(whoWasTold(words)).containsExactly(SAMIRA);

    Case none = asked("Ook de stroom en het gas zijn duur", "huur-en-onderhoud");
    changed(none, new Judging(WATER, false, SAMIRA));
    assertThat(told(none)).isEmpty();
    assertThat(code(none, new Judging(WATER, true, SAMIRA))).isEqualTo("not-to-judge");
    changed(none, new Correcting(WATER, SAMIRA, null));
    assertThat(whoWasTold(none)).as("it is about it after all").containsExactly(SAMIRA);
  }

  @Test
  void aTextMessageSaysIamOnItAndOfSeveralTheNumberIsNeeded() {
    workplace.clock.to(SATURDAY_NIGHT);
    Case first = asked("Help", WATER);
    assertThat(text("+31655500102", "Ja, ik ga").result()).isEqualTo("on-call");
    assertThat(alert(first).state()).isEqualTo(Alert.State.TAKEN);
    assertThat(alert(first).by()).isEqualTo(JAN);
    assertThat(answers()).containsExactly("taken");

    Case second = asked("Ook hier", WATER);
    assertThat(text("+31655500102", "JA").caseNumber()).isNull();
    assertThat(alert(second).state()).isEqualTo(Alert.State.CALLING);
    assertThat(answers()).containsExactlyInAnyOrder("taken", "which");
    assertThat(text("+31655500102", "ja " + second.id()).caseNumber()).isEqualTo(second.id());
    assertThat(alert(second).state()).isEqualTo(Alert.State.TAKEN);

    Receipt question =
        text("+31655500102", "Ja, wanneer wordt mijn vuilnis opgehaald? Dat staat er al een week");
    assertThat(question.result()).isEqualTo("opened");
    assertThat(text("+31612345678", "Ja").result()).as("a citizen").isEqualTo("opened");
  }

  private static final Instant MORNING = Workplace.MORNING;

  private void later(Duration by) {
    workplace.clock.forward(by);
    workplace.tick();
  }

  private Case asked(String text, String topic) {
    return asked(text, topic, Map.of());
  }

  private Case asked(String text, String topic, Map<String, String> more) {
    String from = "ans" + (more.isEmpty() ? ++texts : texts) + "@elders.example";
    return workplace.question(from, "Ans", "Een vraag", text, topic, more);
  }

  private Receipt text(String from, String words) {
    String id = "sms-" + ++texts;
    Map<String, String> facts =
        Map.of("From", from, "To", "+3197010212345", "Body", words, "MessageSid", id);
    await(
        workplace.inbox.accept(
            Receipt.received(
                id,
                Channel.SMS,
                workplace.clock.instant(),
                from,
                List.of("+3197010212345"),
                null,
                0,
                words.length(),
                facts)));
    return Until.present(
        id + " is done",
        () ->
            await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  private Alert alert(Case one) {
    return workplace.found(one.id()).care().principled().alert(WATER).orElseThrow();
  }

  private List<String> whoWasTold(Case one) {
    return workplace
        .found(one.id())
        .happened(CaseEvent.Alerted.class)
        .map(CaseEvent.Alerted::official)
        .toList();
  }

  private Stream<Outgoing> all() {
    return await(workplace.outbox.list(null, null, 200)).stream();
  }

  private List<Outgoing> told(Case one) {
    return all()
        .filter(entry -> entry.notice().kind() == Notice.Kind.PRINCIPLE)
        .filter(entry -> "touched".equals(entry.notice().facts().get("what")))
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .toList();
  }

  private List<String> answers() {
    return all()
        .filter(entry -> entry.id().startsWith("on-call."))
        .map(entry -> entry.notice().facts().get("what"))
        .distinct()
        .toList();
  }

  private List<Outgoing> citizen(Case one, Notice.Kind kind) {
    return all()
        .filter(entry -> entry.notice().kind() == kind)
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .toList();
  }

  private Case changed(Case one, Act act) {
    Decision decision = await(workplace.casework.change(one.id(), act));
    assertThat(decision).isInstanceOf(Decision.Changed.class);
    return workplace.found(one.id());
  }

  private String code(Case one, Act act) {
    Decision decision = await(workplace.casework.change(one.id(), act));
    return ((Decision.Refused) decision).refusal().code();
  }
}
