package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** A named person says what a case is about after all. */
class CorrectingTest {
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final Moment EVEN_LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(2)));
  private static final String SAMIRA = "samira.elamrani";
  private static final Successors WHO_KNOWS =
      (one, moment, given) ->
          Choice.without(
              one.topic().equals("afval") && one.team().equals("openbare-ruimte")
                  ? "anouk.jansen"
                  : one.official(),
              Choice.Fit.TOPIC);

  @Test
  void itGoesToWhoKnowsThatTopicAndNoDueTimeMoves() {
    Case rent = Town.rentQuestion();

    Case moved = Town.after(new Correcting("afval", SAMIRA, WHO_KNOWS).on(rent, LATER));

    assertThat(moved.topic()).isEqualTo("afval");
    assertThat(moved.team()).isEqualTo("openbare-ruimte");
    assertThat(moved.official()).isEqualTo("anouk.jansen");
    assertThat(moved.correctedAt()).isEqualTo(LATER.now());
    assertThat(Town.promise(moved, 0).due()).isEqualTo(Town.promise(rent, 0).due());
    assertThat(moved.happened(CaseEvent.TopicCorrected.class))
        .containsExactly(
            new CaseEvent.TopicCorrected(
                LATER.now(), SAMIRA, "huur-en-onderhoud", "afval", List.of()));
    assertThat(moved.pending())
        .extracting(one -> one.notice().kind())
        .containsExactlyInAnyOrder(Notice.Kind.NEW_OFFICIAL, Notice.Kind.HANDED_OVER);
  }

  @Test
  void itStaysWithWhoHasItWhenThatIsAskedOrTheyKnowTheTopicToo() {
    Case rent = Town.rentQuestion();

    assertThat(Town.after(new Correcting("afval", SAMIRA, null).on(rent, LATER)).official())
        .isEqualTo(SAMIRA);
    assertThat(
            Town.after(new Correcting("woning-zoeken", SAMIRA, WHO_KNOWS).on(rent, LATER))
                .official())
        .isEqualTo(SAMIRA);
  }

  @Test
  void anUrgentTopicMakesEveryHourCountAndAConfidentialOneHidesTheSubject() {
    Case rent = Town.rentQuestion();

    Case water = Town.after(new Correcting("water-en-energie", SAMIRA, null).on(rent, LATER));
    assertThat(water.openPromises()).allMatch(Promise::onClock);

    Case debts = Town.after(new Correcting("schuldhulp", SAMIRA, null).on(rent, LATER));
    assertThat(debts.hidesSubject()).isTrue();
  }

  @Test
  void aMistakeIsPutBackWithWhoHadItAndWhatWasUrgentIsNoLongerSo() {
    Case rent = Town.rentQuestion();
    Case waste = Town.after(new Correcting("afval", SAMIRA, WHO_KNOWS).on(rent, LATER));
    Case water =
        Town.after(
            new Correcting("water-en-energie", SAMIRA, null).on(Town.told(waste), EVEN_LATER));
    PuttingBack putBack = new PuttingBack(PuttingBack.What.TOPIC, SAMIRA, null);

    Case once = Town.after(putBack.on(Town.told(water), EVEN_LATER));
    assertThat(once.topic()).isEqualTo("afval");
    assertThat(once.openPromises()).noneMatch(Promise::onClock);
    assertThat(once.correctedAt()).isEqualTo(LATER.now());
    assertThat(once.official()).isEqualTo("anouk.jansen");
    Case twice = Town.after(putBack.on(Town.told(once), EVEN_LATER));
    assertThat(twice.topic()).isEqualTo("huur-en-onderhoud");
    assertThat(twice.official()).isEqualTo(SAMIRA);
    assertThat(twice.team()).isEqualTo(rent.team());
    assertThat(twice.correctedAt()).isNull();
    assertThat(twice.dueAt()).isEqualTo(rent.dueAt());
    assertThat(twice.events()).startsWith(water.events().toArray(CaseEvent[]::new));
    assertThat(Town.refusal(putBack.on(Town.told(twice), EVEN_LATER)))
        .isEqualTo("nothing-to-put-back");
  }

  @Test
  void aDecisionThatWasPromisedForTheWrongTopicEndsWithAReasonForTheCitizen() {
    Directory town =
        Voorbeeldstad.directory(
            Voorbeeldstad.yaml().replace("- id: afval", "- id: afval\n    formal: true"));
    Case rent = Town.rentQuestion();
    Moment then = Town.moment(LATER.now(), town);
    Moment now = Town.moment(EVEN_LATER.now(), town);
    Case formal = Town.told(Town.after(new Correcting("afval", SAMIRA, null).on(rent, then)));
    assertThat(formal.openPromises()).extracting(Promise::kind).contains(PromiseKind.DECISION);

    assertThat(Town.refusal(new PuttingBack(PuttingBack.What.TOPIC, SAMIRA, null).on(formal, now)))
        .isEqualTo("informal-reason-needed");
    Case back =
        Town.after(
            new PuttingBack(PuttingBack.What.TOPIC, SAMIRA, "Het gaat over uw huur.")
                .on(formal, now));
    assertThat(back.topic()).isEqualTo("huur-en-onderhoud");
    assertThat(back.legalClass()).isEqualTo(LegalClass.QUESTION);
    assertThat(back.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(back.pending())
        .extracting(one -> one.notice().facts().get("informal"))
        .contains("Het gaat over uw huur.");
  }

  @Test
  void whatIsNoTopicIsRefusedAndTheSameOneChangesNothing() {
    Case rent = Town.rentQuestion();

    assertThat(Town.refusal(new Correcting("onzin", SAMIRA, null).on(rent, LATER)))
        .isEqualTo("no-such-topic");
    assertThat(new Correcting("huur-en-onderhoud", SAMIRA, null).on(rent, LATER))
        .isInstanceOf(Decision.Unchanged.class);
  }
}
