package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves: what they had goes to named others, and whom it concerns hears it once. */
class DepartingTest {
  private static final String FATMA = "fatma.yildiz";
  private static final String ANS = "ans@elders.example";
  private final Workplace workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void proposalsAreSpreadOverThoseWhoKnowTheTopic() {
    for (int i = 0; i < 6; i++) {
      ofFatma(i + "@elders.example", "Vraag " + i);
    }

    assertThat(await(workplace.departing.preview(FATMA)))
        .extracting(Departing.Item::to)
        .hasSize(6)
        .contains("sanne.vandijk", "kwame.mensah");
  }

  @Test
  void whatSomebodyChoseStandsUnlessTheyHaveLeftToo() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    Case other = ofFatma("bea@elders.example", "Ook een vraag");
    mark();
    await(workplace.departing.adjust(FATMA, Map.of(one.id(), "gloria.martina")));
    await(workplace.departing.adjust(FATMA, Map.of(other.id(), "meilin.chen")));
    await(workplace.directories.departed(new Departure("meilin.chen", now(), null, "x")));

    confirm(null);

    assertThat(workplace.found(one.id()).official()).isEqualTo("gloria.martina");
    assertThat(workplace.found(other.id()).official()).isNotIn(FATMA, "meilin.chen");
  }

  @Test
  void aCitizenWithSeveralQuestionsHearsInOneNoticeWhoseEachIs() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    workplace.clock.forward(Duration.ofMinutes(1));
    Case other = ofFatma(ANS, "Iets heel anders");
    mark();
    await(
        workplace.departing.adjust(
            FATMA, Map.of(one.id(), "sanne.vandijk", other.id(), "kwame.mensah")));
    confirm(null);
    workplace.tick();

    assertThat(told(Notice.Kind.NEW_OFFICIAL))
        .singleElement()
        .extracting(entry -> entry.notice().facts().get("cases"))
        .isEqualTo(one.id() + "=sanne.vandijk " + other.id() + "=kwame.mensah");
    assertThat(workplace.found(other.id()).events())
        .filteredOn(CaseEvent.Told.class::isInstance)
        .extracting(event -> ((CaseEvent.Told) event).kind())
        .contains("NEW_OFFICIAL");
  }

  @Test
  void citizensHearWhoActsOnlyWhenTheSuccessorIsNotSettledAfterAWorkingDay() {
    ofFatma(ANS, "Mijn uitkering");
    Case other = ofFatma(ANS, "Iets heel anders");
    mark();
    assertThat(workplace.found(other.id()).actingNow().map(Acting::from)).contains(now());
    workplace.clock.forward(Duration.ofHours(5));
    workplace.tick();
    assertThat(told(Notice.Kind.ACTING)).isEmpty();

    workplace.clock.forward(Duration.ofDays(1));
    await(workplace.departing.tick());
    await(workplace.departing.tick());
    assertThat(told(Notice.Kind.ACTING)).hasSize(1);

    confirm("sanne.vandijk");
    assertThat(told(Notice.Kind.NEW_OFFICIAL)).hasSize(1);
  }

  @Test
  void whatIsStillOpenAfterALongDowntimeMovesAndOnlyThenItEnds() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    Handover marked = mark();
    Handover confirmed = marked.confirmed("", "test", now(), now().plus(Duration.ofDays(1)));
    await(workplace.handovers.replace(confirmed, marked.version()));
    workplace.clock.forward(Duration.ofDays(5));

    await(workplace.departing.tick());

    assertThat(workplace.found(one.id()).official()).isNotEqualTo(FATMA);
    assertThat(await(workplace.handovers.underWay())).hasSize(1);
    await(workplace.departing.tick());
    assertThat(await(workplace.handovers.underWay())).isEmpty();
  }

  @Test
  void itDoesNotEndWhileAnOpenQuestionCannotBeRead() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    Case other = ofFatma("bea@elders.example", "Ook een vraag");
    mark();
    state(other, "NONSENSE");
    confirm(null);
    workplace.clock.forward(Duration.ofDays(5));

    await(workplace.departing.tick());
    await(workplace.departing.tick());
    assertThat(workplace.found(one.id()).official()).isNotEqualTo(FATMA);
    assertThat(await(workplace.handovers.underWay())).hasSize(1);

    state(other, "OPEN");
    await(workplace.departing.tick());
    await(workplace.departing.tick());
    assertThat(workplace.found(other.id()).official()).isNotEqualTo(FATMA);
    assertThat(await(workplace.handovers.underWay())).isEmpty();
  }

  private void state(Case one, String state) {
    await(
        workplace
            .store
            .table("cases", Raw.class)
            .change(one.id(), null, Updates.set("state", state)));
  }

  /** For what nobody should have written there. */
  public record Raw(String id) {}

  @Test
  void whoHadThemAsStandingOfficialGetsAnotherAndHearsItAtTheNextContact() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    answered(one);
    assertThat(standing(one)).isEqualTo(FATMA);
    assertThat(await(workplace.departing.standing(FATMA))).isEqualTo(1);
    mark();
    confirm("sanne.vandijk");
    await(workplace.departing.tick());

    assertThat(standing(one)).isEqualTo("sanne.vandijk");
    assertThat(await(workplace.departing.standing(FATMA))).isZero();
    assertThat(told(Notice.Kind.NEW_OFFICIAL)).isEmpty();

    workplace.clock.forward(Duration.ofDays(30));
    Case next = asked(ANS, "Een nieuwe vraag");
    assertThat(next.official()).isEqualTo("sanne.vandijk");
    assertThat(acknowledged(next)).containsEntry("left", FATMA);
    workplace.clock.forward(Duration.ofDays(1));
    assertThat(acknowledged(asked(ANS, "Nog een nieuwe vraag"))).doesNotContainKey("left");
  }

  @Test
  void aStandingCitizenWithAnOpenQuestionKeepsToTheOneWhoGetsIt() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(workplace.identities.setStanding(one.citizen(), "bijstand", FATMA));
    mark();
    await(workplace.departing.adjust(FATMA, Map.of(one.id(), "gloria.martina")));
    confirm("sanne.vandijk");
    await(workplace.departing.tick());

    assertThat(standing(one)).isEqualTo("gloria.martina");
  }

  @Test
  void aClosedQuestionOpensAgainAtTheSuccessorWhoSaysSo() {
    Case written = ofFatma(ANS, "Mijn uitkering");
    Case pressed = ofFatma("bea@elders.example", "Ook een vraag");
    answered(written);
    answered(pressed);
    mark();
    confirm("sanne.vandijk");

    workplace.question(ANS, "Ans", "Re", "Het klopt niet.", null, Map.of("case", written.id()));
    await(workplace.casework.change(pressed.id(), new Reopening("citizen", "not-helped")));

    Case again = workplace.found(written.id());
    assertThat(again.official()).isEqualTo("sanne.vandijk");
    assertThat(again.responsibilities()).extracting(Responsibility::official).contains(FATMA);
    assertThat(acknowledged(again)).containsEntry("left", FATMA);
    assertThat(workplace.found(pressed.id()).official()).isEqualTo("sanne.vandijk");
    assertThat(told(Notice.Kind.NEW_OFFICIAL))
        .singleElement()
        .extracting(entry -> entry.notice().to())
        .isEqualTo("bea@elders.example");
  }

  private Case asked(String from, String subject) {
    return workplace.question(from, "Ans", subject, "Hoe zit dat?", "bijstand");
  }

  private Case ofFatma(String from, String subject) {
    Case one = asked(from, subject);
    await(
        workplace.casework.change(
            one.id(), new Reassigning(FATMA, one.official(), "handover", "")));
    return workplace.found(one.id());
  }

  private void answered(Case one) {
    Answering answering = new Answering(workplace.casework, workplace.identities);
    await(
        answering.change(
            one.id(),
            new Closing(FATMA, Outcome.ANSWERED, "Het is geregeld.", one.lastReceived()),
            FATMA));
  }

  private Handover mark() {
    return await(workplace.departing.mark(FATMA, "kwame.mensah"));
  }

  private void confirm(String successor) {
    await(workplace.departing.confirm(FATMA, successor, Map.of(), "", "kwame.mensah"));
  }

  private Instant now() {
    return workplace.clock.instant();
  }

  private String standing(Case one) {
    List<Identity> known = await(workplace.identities.ofCitizen(one.citizen()));
    return known.get(0).standingFor("bijstand");
  }

  /** What was told about the departure: the handover to Fatma beforehand is left out. */
  private List<Outgoing> told(Notice.Kind kind) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .filter(entry -> entry.notice().kind() == kind)
        .filter(entry -> !entry.notice().official().equals(FATMA))
        .toList();
  }

  private Map<String, String> acknowledged(Case one) {
    CaseEvent.Told last =
        one.events().stream()
            .filter(CaseEvent.Told.class::isInstance)
            .map(CaseEvent.Told.class::cast)
            .filter(told -> told.kind().equals(Notice.Kind.ACKNOWLEDGEMENT.name()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return await(workplace.outbox.find(last.entry())).orElseThrow().notice().facts();
  }
}
