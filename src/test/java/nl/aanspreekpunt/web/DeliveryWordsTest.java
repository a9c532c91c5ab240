package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import nl.aanspreekpunt.outbox.Reason;
import nl.aanspreekpunt.outbox.status.Passed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryWordsTest {
  private static final DeliveryWords DUTCH = new DeliveryWords(Wording.in("nl"));
  private static final DeliveryWords ENGLISH = new DeliveryWords(Wording.in("en"));

  @ParameterizedTest
  @EnumSource
  void everyReasonOfOursHasWordsOfItsOwnInBothLanguages(Reason reason) {
    saidInBothLanguages(reason.code());
  }

  /** Those that an official can do something about. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        21211, 21214, 21265, 21408, 21606, 21608, 21610, 21611, 21612, 21614, 21635, 21659, 21660,
        30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30036, 30042, 30410
      })
  void whatTwilioOftenSaysHasWordsOfItsOwn(int error) {
    saidInBothLanguages(Reason.twilio(error));
    assertThat(DUTCH.why(Reason.twilio(error))).doesNotContain(Integer.toString(error));
    assertThat(ENGLISH.why(Reason.twilio(error))).doesNotContain(Integer.toString(error));
  }

  /** What, and then what to do. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        21211, 21408, 21606, 21610, 21612, 21614, 21635, 21659, 30001, 30002, 30003, 30004, 30005,
        30006, 30007, 30008, 30036, 30410
      })
  void whatTwilioSaysComesWithWhatToDo(int error) {
    assertThat(DUTCH.why(Reason.twilio(error)))
        .containsPattern("(?i)\\b(bel|vraag|stuur|meld|antwoord|schrijf)\\b");
    assertThat(ENGLISH.why(Reason.twilio(error)))
        .containsPattern("(?i)\\b(call|ask|send|tell|answer|write)\\b");
  }

  @Test
  void eachStatusOfTwilioHasWordsInBothLanguages() {
    for (String status :
        "accepted scheduled queued sending sent failed undelivered canceled delivered read"
            .split(" ")) {
      assertThat(Passed.known(status)).as(status).isTrue();
      assertThat(Wording.in("nl").has("sms.way." + status)).as(status).isTrue();
      assertThat(Wording.in("en").has("sms.way." + status)).as(status).isTrue();
    }
  }

  @Test
  void anyOtherAnswerOfTwilioIsSaidWithItsNumber() {
    assertThat(DUTCH.why(Reason.twilio(30999))).endsWith("Twilio: foutcode 30999.");
    assertThat(ENGLISH.why(Reason.twilio(30999))).endsWith("Twilio: error 30999.");
    assertThat(DUTCH.why(Reason.twilioAnswered(503))).endsWith("Twilio: antwoord 503.");
    assertThat(ENGLISH.why(Reason.twilioAnswered(503))).endsWith("Twilio: answer 503.");
    assertThat(Reason.twilio(0)).isEqualTo(Reason.TWILIO_REFUSED.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 no such user", "550-5.1.1 no such 550 user", "554"})
  void whatAMailServerSaidIsSaidToBeItsWords(String said) {
    assertThat(DUTCH.why(said)).isEqualTo("De mailserver zei: “" + said + "”.");
    assertThat(ENGLISH.why(said)).isEqualTo("The mail server said: “" + said + "”.");
  }

  @Test
  void whyAMailCameBackIsSaidInWordsAndInThoseOfItsServer() {
    assertThat(DUTCH.why("returned:full 452 4.2.2 vol"))
        .isEqualTo(
            "De mail kwam terug: de mailbox is vol. Het adres klopt."
                + " De mailserver zei: “452 4.2.2 vol”.");
    assertThat(ENGLISH.why("returned:of-later 1")).isEqualTo("returned:of-later 1");
  }

  /** Who has a full mailbox is there. */
  @Test
  void onlyAnAddressThatIsNoneSaysThatNobodyIsThere() {
    assertThat(Reason.deadAddress("returned:no-address 550")).isTrue();
    assertThat(Reason.deadAddress("550 5.1.1 no such user")).isTrue();
    assertThat(Reason.deadAddress("returned:full 452")).isFalse();
    assertThat(Reason.deadAddress("returned:refused 554 spam")).isFalse();
    assertThat(Reason.deadAddress("returned:not-in-time")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "perhaps twice", "30005: Dit nummer bestaat niet (meer).", "hub:of-later"})
  void whatIsNotKnownIsSaidAsItStands(String stored) {
    assertThat(DUTCH.why(stored)).isEqualTo(stored);
  }

  private static void saidInBothLanguages(String code) {
    String dutch = DUTCH.why(code);
    String english = ENGLISH.why(code);
    assertThat(dutch).isNotBlank().isNotEqualTo(code).isNotEqualTo(english);
    assertThat(english).isNotBlank().isNotEqualTo(code);
  }
}
