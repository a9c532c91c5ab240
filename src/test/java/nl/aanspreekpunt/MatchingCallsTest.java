package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests for one call are one, also over channels; who withdraws by message is believed. */
class MatchingCallsTest {
  private static final String PHONE = "+31612345678";
  private static final String CALL_ME = "Bel mij na 15 uur op 06 12345678 over mijn huur.";
  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Promise call(Case one) {
    return one.promises().stream().filter(p -> p.callback() != null).findFirst().orElseThrow();
  }

  @Test
  void asksByMailAndAgainByTextMessageIsOneCall() {
    Came mail = room.mail("ans@burger.example").says("Mijn huur", CALL_ME);
    assertThat(call(mail.one()).callback().preferred()).isEqualTo("na 15 uur");

    Came sms = room.sms(PHONE, "Kunt u mij bellen? Liefst morgen.");

    assertThat(sms.number()).isEqualTo(mail.number());
    assertThat(sms.rule()).isEqualTo("call-again");
    assertThat(sms.certainty()).isEqualTo(Match.Certainty.PROBABLE);
    assertThat(sms.match().evidence())
        .isEqualTo(new Evidence.Conversation(mail.number(), Evidence.Tie.SAME_CALL));
    Case one = room.found(mail.number());
    assertThat(one.openPromises()).hasSize(1);
    assertThat(call(one).due()).isEqualTo(call(mail.one()).due());
    assertThat(call(one).callback().preferred()).isEqualTo("morgen");
  }

  @Test
  void aSecondRequestOfTheSameCitizenAboutTheSameTopicIsOneCallAndTheyAreToldSo() {
    Came first = room.mail("ans@burger.example").says("Mijn huur", CALL_ME);

    Came second =
        room.mail("ans@burger.example")
            .says("Terugbellen", "Bel mij morgen op 06 12345678 over de huur.");
    Came other =
        room.mail("ans@burger.example").says("Iets anders", "Bel mij op 06 12345678 over afval.");

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(second.certainty()).isEqualTo(Match.Certainty.PROBABLE);
    Case one = room.found(first.number());
    assertThat(one.openPromises()).hasSize(1);
    assertThat(call(one).due()).isEqualTo(call(first.one()).due());
    assertThat(call(one).callback().preferred()).as("the later wish").isEqualTo("morgen");
    assertThat(StoreFixture.await(room.hub.outbox.list(null, null, 100)))
        .filteredOn(entry -> entry.notice().facts().containsKey("sameCall"))
        .singleElement()
        .matches(entry -> first.number().equals(entry.notice().caseNumber()));
    assertThat(other.number()).as("about another topic").isNotEqualTo(first.number());
  }

  @Test
  void whoNamesANumberOfSomebodyElseJoinsNothing() {
    Came mail = room.mail("ans@burger.example").says("Mijn huur", CALL_ME);

    Came other = room.mail("bob@burger.example").says("Bel terug", "Bel mij op 0612345678.");

    assertThat(other.number()).isNotEqualTo(mail.number());
    assertThat(other.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(other.one().suggested()).isEqualTo(mail.number());
  }

  @Test
  void aTextMessageThatTakesItBackEndsIt() {
    Came mail = room.mail("ans@burger.example").says("Mijn huur", CALL_ME);

    room.sms(PHONE, "U hoeft niet meer te bellen.");

    Case one = room.found(mail.number());
    assertThat(call(one).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(one.openPromises()).as("the question itself is answered").hasSize(1);
  }

  @Test
  void aTextMessageAboutSomethingElseIsAQuestionOfItsOwn() {
    Came mail = room.mail("ans@burger.example").says("Mijn huur", CALL_ME);

    Came sms = room.sms(PHONE, "De lantaarnpaal in de straat is kapot.");

    assertThat(sms.number()).isNotEqualTo(mail.number());
  }
}
