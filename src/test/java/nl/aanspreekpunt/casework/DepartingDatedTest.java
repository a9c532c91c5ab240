package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody is to leave on a day, stays after all, or comes back. */
class DepartingDatedTest {
  private static final String FATMA = "fatma.yildiz";
  private static final String SANNE = "sanne.vandijk";
  private static final String KWAME = "kwame.mensah";
  private static final String ANS = "ans@elders.example";
  private final Workplace workplace = new Workplace(Voorbeeldstad.yaml(), Map.of());
  private final Departing departing = workplace.departing;

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void aDatedDepartureIsCarriedOutByTheClockOnceAlsoAfterDowntimeAndByTwoNodes() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    Case other = ofFatma(ANS, "Iets heel anders");
    await(departing.mark(FATMA, in(7), KWAME));
    confirm(SANNE);
    workplace.tick();
    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();
    assertThat(employed()).isTrue();

    workplace.clock.forward(Duration.ofDays(20));
    assertThat(employed()).isFalse();
    await(Future.all(departing.tick(), departing.tick()));
    await(departing.tick());

    for (Case moved : List.of(workplace.found(one.id()), workplace.found(other.id()))) {
      assertThat(moved.official()).isNotEqualTo(FATMA);
      assertThat(moved.responsibilities())
          .extracting(Responsibility::reason)
          .containsOnlyOnce("departure");
    }
    assertThat(told(Notice.Kind.NEW_OFFICIAL)).hasSize(1);
  }

  @Test
  void whoStillWorksHereKeepsWhatComesIn() {
    await(departing.mark(FATMA, in(7), KWAME));
    confirm(SANNE);

    Case one = ofFatma(ANS, "Mijn uitkering");
    workplace.tick();

    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
    assertThat(workplace.found(one.id()).responsibilities()).hasSize(1);
    assertThat(told(Notice.Kind.NEW_OFFICIAL)).isEmpty();
  }

  @Test
  void aDepartureIsTakenBackAlsoByAClockThatTellsNanoseconds() {
    workplace.clock.to(workplace.clock.instant().plusNanos(123_456_789));
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(departing.mark(FATMA, KWAME));
    assertThat(employed()).isFalse();

    assertThat(await(departing.comeBack(FATMA, KWAME))).isEqualTo(Handover.Back.UNDONE);
    await(departing.tick());

    assertThat(employed()).isTrue();
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();
  }

  @Test
  void withoutAChoiceBeforehandOthersActFromThatDayOn() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(departing.mark(FATMA, in(1), KWAME));
    await(departing.tick());
    assertThat(workplace.found(one.id()).actingNow()).isEmpty();

    workplace.clock.forward(Duration.ofDays(1));
    await(departing.tick());

    assertThat(workplace.found(one.id()).actingNow()).isPresent();
    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
  }

  @Test
  void theDayCanBeMovedAndTheDepartureWithdrawn() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(departing.mark(FATMA, in(7), KWAME));
    await(departing.mark(FATMA, in(9), KWAME));
    assertThat(await(departing.handover(FATMA)).orElseThrow().markedAt()).isEqualTo(in(9));

    assertThat(await(departing.comeBack(FATMA, KWAME))).isEqualTo(Handover.Back.WITHDRAWN);
    workplace.clock.forward(Duration.ofDays(10));
    workplace.tick();

    assertThat(employed()).isTrue();
    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
    assertThat(await(departing.underWay())).isEmpty();
  }

  @Test
  void whoLeavesOnADayOffersEachCitizenALastTalkOnce() {
    ofFatma(ANS, "Mijn uitkering");
    ofFatma(ANS, "Iets heel anders");
    await(departing.mark(FATMA, in(7), KWAME));
    await(departing.offerFarewell(FATMA));
    await(departing.tick());
    await(departing.tick());

    assertThat(all(Notice.Kind.INVITATION))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.notice().official()).isEqualTo(FATMA);
              assertThat(entry.notice().facts()).containsEntry("why", "farewell");
            });
  }

  @Test
  void aCrashBetweenTheDirectoryAndTheHandoverIsMadeGoodByTheClock() {
    ofFatma(ANS, "Mijn uitkering");
    await(workplace.directories.departed(new Departure(FATMA, in(3), null, KWAME)));

    await(departing.tick());

    assertThat(await(departing.underWay())).extracting(Handover::markedAt).containsExactly(in(3));
  }

  @Test
  void undoneWithinADayWhatMovedGoesBackWhereNobodyActedAndEachCitizenHearsItOnce() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    Case other = ofFatma(ANS, "Iets heel anders");
    Case acted = ofFatma("bea@elders.example", "Ook een vraag");
    await(workplace.identities.setStanding(one.citizen(), "bijstand", FATMA));
    await(departing.mark(FATMA, KWAME));
    confirm(SANNE);
    await(departing.tick());
    workplace.clock.forward(Duration.ofHours(2));
    String whose = workplace.found(acted.id()).official();
    await(workplace.casework.change(acted.id(), new Noting(whose, "Gebeld met de inwoner.")));
    int before = told(Notice.Kind.NEW_OFFICIAL).size();

    assertThat(await(departing.comeBack(FATMA, KWAME))).isEqualTo(Handover.Back.UNDONE);
    await(Future.all(departing.tick(), departing.tick()));

    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
    assertThat(workplace.found(other.id()).official()).isEqualTo(FATMA);
    assertThat(workplace.found(acted.id()).official()).isEqualTo(whose);
    assertThat(all(Notice.Kind.NEW_OFFICIAL)).hasSize(before + 1 + handedToFatma());
    assertThat(await(workplace.identities.ofCitizen(one.citizen())).get(0).standingFor("bijstand"))
        .isEqualTo(FATMA);
    assertThat(employed()).isTrue();
    workplace.clock.forward(Duration.ofMinutes(2));
    await(departing.tick());
    assertThat(await(departing.underWay())).isEmpty();
  }

  @Test
  void anUndoingThatACrashCutOffGoesOnWithTheClock() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(departing.mark(FATMA, KWAME));
    confirm(SANNE);
    Handover moved = await(departing.handover(FATMA)).orElseThrow();
    await(workplace.handovers.replace(moved.cameBack(KWAME, now()), moved.version()));

    await(departing.tick());

    assertThat(workplace.found(one.id()).official()).isEqualTo(FATMA);
    assertThat(employed()).isTrue();
  }

  @Test
  void afterADayWhoReturnsWorksHereAgainAndMayLeaveAgain() {
    Case one = ofFatma(ANS, "Mijn uitkering");
    await(departing.mark(FATMA, KWAME));
    confirm(SANNE);
    workplace.clock.forward(Duration.ofDays(40));
    await(departing.tick());
    await(departing.tick());
    assertThat(await(departing.underWay())).isEmpty();

    assertThat(await(departing.comeBack(FATMA, KWAME))).isEqualTo(Handover.Back.RETURNED);
    assertThat(employed()).isTrue();
    assertThat(workplace.found(one.id()).official()).isNotEqualTo(FATMA);
    workplace.clock.forward(Duration.ofMinutes(2));
    await(departing.tick());

    Case next = ofFatma("bea@elders.example", "Ook een vraag");
    await(departing.mark(FATMA, KWAME));
    confirm(SANNE);
    assertThat(workplace.found(next.id()).official()).isNotEqualTo(FATMA);
  }

  private boolean employed() {
    return workplace.directories.current().employed(FATMA, now());
  }

  private Case ofFatma(String from, String subject) {
    Case one = workplace.question(from, "Ans", subject, "Hoe zit dat?", "bijstand");
    if (!one.official().equals(FATMA)) {
      await(
          workplace.casework.change(
              one.id(), new Reassigning(FATMA, one.official(), "handover", "")));
    }
    return workplace.found(one.id());
  }

  private void confirm(String successor) {
    await(departing.confirm(FATMA, successor, Map.of(), "", KWAME));
  }

  private Instant now() {
    return workplace.clock.instant();
  }

  private Instant in(int days) {
    return Workplace.MORNING.plus(Duration.ofDays(days));
  }

  /** Handed to Fatma before the departure. */
  private int handedToFatma() {
    return (int)
        all(Notice.Kind.NEW_OFFICIAL).stream()
            .filter(entry -> entry.notice().official().equals(FATMA))
            .filter(entry -> entry.notice().facts().get("reason").equals("handover"))
            .count();
  }

  private List<Outgoing> told(Notice.Kind kind) {
    return all(kind).stream().filter(entry -> !entry.notice().official().equals(FATMA)).toList();
  }

  private List<Outgoing> all(Notice.Kind kind) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .filter(entry -> entry.notice().kind() == kind)
        .toList();
  }
}
