package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What machines answer is put at its case and wakes nobody; who answer one another are stopped. */
class AutomaticAnswersTest {
  private static Relay relay;
  private static RunningHub hub;
  private static Mails mails;

  @BeforeAll
  static void start() {
    relay = new Relay();
    hub = RunningHub.started(relay.configuration());
    mails = new Mails(hub, relay);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
    relay.close();
  }

  @Test
  void whatMachinesAnswerIsFiledAndChangesNothing() {
    String jan = "jan@elders.example";
    JsonObject before = mails.asks(jan, "Afval");
    MimeMessage told = relay.firstTo(jan);
    int heard = relay.to(jan).size();
    List<String> subjects =
        List.of(
            "Automatisch antwoord: Re: Afval",
            "Afwezig",
            "Niet aanwezig",
            "Out of office: Re: Afval",
            "Automatic reply: Re: Afval");
    int n = 0;
    for (String subject : subjects) {
      mails.comes(
          jan,
          Relay.replyTo(told),
          "From: %s\nSubject: %s\nMessage-ID: <a%d@elders.example>\n\nIk ben afwezig.\n"
              .formatted(jan, subject, ++n));
    }
    mails.comes(
        jan,
        Mails.returnPath(told),
        "From: %s\nSubject: Re: Afval\nAuto-Submitted: auto-replied\n\nIk ben er niet.\n"
            .formatted(jan));
    mails.comes(
        jan,
        Relay.replyTo(told),
        """
        From: %s
        Subject: Gelezen: Re: Afval
        Content-Type: multipart/report; report-type=disposition-notification; boundary=b

        --b

        Gelezen.
        --b
        Content-Type: message/disposition-notification

        Original-Message-ID: %s
        Disposition: manual-action/MDN-sent-manually; displayed
        --b--
        """
            .formatted(jan, Relay.messageId(told)));

    Until.until(
        "all of it is there", () -> RunningHub.entries(hub.caseOf(jan), "received").size() == 8);
    JsonObject after = hub.caseOf(jan);
    assertThat(mails.heldBack(after.getString("number"), "automatic")).hasSize(7);
    assertThat(promises(after)).isEqualTo(promises(before));
    assertThat(after.getString("state")).isEqualTo(before.getString("state"));
    assertThat(relay.to(jan)).hasSize(heard);
    assertThat(hub.metrics()).contains("aanspreekpunt_held_back_total{why=\"automatic\"}");
  }

  private static JsonArray promises(JsonObject one) {
    return one.getJsonArray("promises");
  }

  @Test
  void aPersonsQuestionAboutBeingAwayIsAnswered() {
    String an = "an@elders.example";
    mails.asks(an, "Afwezig bij de keuring");
    MimeMessage told = relay.firstTo(an);
    mails.answers(an, "U was er niet.");

    mails.comes(
        an,
        Relay.replyTo(told),
        "From: %s\nSubject: Afwezig\n\nMorgen ben ik ook afwezig. Kan het woensdag?\n"
            .formatted(an));

    Until.until(
        "it waits for an answer",
        () ->
            RunningHub.each(hub.caseOf(an).getJsonArray("promises"))
                .anyMatch(promise -> promise.getString("state").equals("open")));
    assertThat(mails.heldBack(mails.number(an), "automatic")).isEmpty();
  }

  /** A program that answers each mail from another address, and says nothing of itself. */
  @Test
  void aLoopWithWhoChangesItsAddressEndsAfterThreeTurnsAndIsSeen() {
    String first = "robot0@machine.example";
    mails.asks(first, "Prijsvraag");
    long cases = mails.cases();
    MimeMessage latest = relay.firstTo(first);
    String cutAt = null;
    int turns = 1;
    for (int n = 1; n <= 6; n++) {
      String from = "robot" + n + "@machine.example";
      mails.comes(
          from,
          Relay.replyTo(latest),
          "From: %s\nSubject: Dank\nMessage-ID: <r%d@machine.example>\n\nWij nemen het op.\n"
              .formatted(from, n));
      // The mail server of a person would be next: it is there when that one is.
      if (turns == 3) {
        continue;
      }
      latest = relay.firstTo(from);
      cutAt = hub.caseOf(from).getString("number");
      turns++;
    }

    String where = cutAt;
    Until.until("what was held back is seen", () -> mails.heldBack(where, "loop").size() == 4);
    assertThat(mails.cases()).isEqualTo(cases + 2);
    for (int n = 3; n <= 6; n++) {
      assertThat(relay.to("robot" + n + "@machine.example")).isEmpty();
    }
    assertThat(hub.metrics()).contains("aanspreekpunt_held_back_total{why=\"loop\"} 4.0");
    assertThat(RunningHub.entries(hub.one(where), "received")).hasSize(5);
  }
}
