package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/** A named person says what a case is about after all. */
class CorrectingTest {
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
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
            new CaseEvent.TopicCorrected(LATER.now(), SAMIRA, "huur-en-onderhoud", "afval"));
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
  void whatIsNoTopicIsRefusedAndTheSameOneChangesNothing() {
    Case rent = Town.rentQuestion();

    assertThat(Town.refusal(new Correcting("onzin", SAMIRA, null).on(rent, LATER)))
        .isEqualTo("no-such-topic");
    assertThat(new Correcting("huur-en-onderhoud", SAMIRA, null).on(rent, LATER))
        .isInstanceOf(Decision.Unchanged.class);
  }
}
