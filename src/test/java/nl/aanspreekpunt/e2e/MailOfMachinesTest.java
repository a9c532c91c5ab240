package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What machines send to a hub that runs between two mail servers, all over real sockets. */
class MailOfMachinesTest {
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

  /** What becomes of a letter reaches its case and its official, and never the citizen. */
  @Nested
  class DeliveryResults {
    private JsonObject promise(String citizen) {
      return Mails.promises(hub.caseOf(citizen)).get(0);
    }

    @Test
    void anAnswerThatComesBackOpensWhatItPromisedAgainAtTheSameTimeAndOnce() {
      String jan = "jan@elders.example";
      JsonObject before = Mails.promises(mails.asks(jan, "Afval")).get(0);
      MimeMessage answer = mails.answers(jan, "Wij komen dinsdag.");
      assertThat(promise(jan).getString("state")).isEqualTo("kept");
      long cases = mails.cases();
      int heard = relay.to(jan).size();

      mails.reports(answer, "failed", "5.1.1", "550 5.1.1 user unknown");
      mails.reports(answer, "failed", "5.1.1", "550 5.1.1 user unknown");
      mails.reports(answer, "failed", "5.0.0", "550 said in another way");

      JsonObject refused = mails.delivery(jan, "refused");
      assertThat(refused.getString("detail"))
          .isEqualTo("returned:no-address 550 5.1.1 user unknown");
      assertThat(promise(jan).getString("state")).isEqualTo("open");
      assertThat(promise(jan).getString("due")).isEqualTo(before.getString("due"));
      assertThat(warned(jan))
          .contains(mails.number(jan), "belt u liever?")
          .doesNotContain("dinsdag");
      // What came last is done when a later mail is.
      mails.asks("na-jan@elders.example", "Ook afval");
      assertThat(RunningHub.entries(hub.caseOf(jan), "restored")).hasSize(1);
      assertThat(mails.deliveries(jan)).hasSize(1);
      assertThat(mails.cases()).isEqualTo(cases + 1);
      assertThat(relay.to(jan)).as("the citizen hears nothing of it").hasSize(heard);

      // A colleague's mail that comes back is nobody's question either.
      MimeMessage warning = warning(jan);
      mails.reports(warning, "failed", "5.1.1", "550 5.1.1 no such colleague");
      Until.until(
          "the letter to the colleague came back",
          () ->
              hub.all("/outbox?state=refused").stream()
                  .anyMatch(
                      one ->
                          one.getString("detail")
                              .equals("returned:no-address 550 5.1.1 no such colleague")));
      assertThat(mails.deliveries(jan)).hasSize(1);
      assertThat(mails.cases()).isEqualTo(cases + 1);
    }

    @Test
    void aFullMailboxIsNoDeadAddressAndADelayOpensNothing() {
      String an = "an@elders.example";
      mails.asks(an, "Afval");
      MimeMessage answer = mails.answers(an, "Wij komen woensdag.");

      mails.reports(answer, "delayed", "4.4.1", "connection timed out");
      mails.reports(answer, "delayed", "4.4.1", "connection timed out, once more");
      assertThat(mails.delivery(an, "delayed").getString("detail"))
          .isEqualTo("returned:delayed connection timed out");
      assertThat(promise(an).getString("state")).isEqualTo("kept");
      mails.reports(answer, "failed", "4.2.2", "452 4.2.2 mailbox full");

      assertThat(mails.delivery(an, "refused").getString("detail"))
          .isEqualTo("returned:full 452 4.2.2 mailbox full");
      assertThat(promise(an).getString("state")).isEqualTo("open");
      assertThat(mails.deliveries(an)).hasSize(2);
    }

    @Test
    void whoForgesAReportOpensNothingAndItsOfficialSeesIt() {
      String eva = "eva@elders.example";
      mails.asks(eva, "Afval");
      MimeMessage answer = mails.answers(eva, "Wij komen donderdag.");
      String path = Mails.returnPath(answer);
      long cases = mails.cases();

      // Not ours: a letter of the signature is another; then an address that anybody can see.
      char other = path.charAt(path.indexOf('@') - 1) == 'x' ? 'y' : 'x';
      String forged = path.substring(0, path.indexOf('@') - 1) + other + "@voorbeeldstad.example";
      mails.reports(forged, answer, "failed", "5.1.1", "550 forged");
      mails.reports(Relay.replyTo(answer), answer, "failed", "5.1.1", "550 forged too");

      assertThat(mails.delivery(eva, "unconfirmed").getString("detail"))
          .isEqualTo("returned:unconfirmed 550 forged");
      mails.asks("na-eva@elders.example", "Ook afval");
      assertThat(promise(eva).getString("state")).isEqualTo("kept");
      assertThat(mails.deliveries(eva)).hasSize(1);
      assertThat(mails.cases()).isEqualTo(cases + 1);
    }

    @Test
    void aReportOfWhatIsNotOursIsNoQuestion() {
      long cases = mails.cases();
      mails.comes(
          "",
          "vraag@voorbeeldstad.example",
          """
          From: MAILER-DAEMON@elders.example
          To: vraag@voorbeeldstad.example
          Subject: failure notice

          Hi. This is the qmail-send program. I wasn't able to deliver your message.
          <x@elders.example>: no mailbox here by that name. (#5.1.1)
          """);
      mails.asks("na-allen@elders.example", "Ook afval");

      assertThat(mails.cases()).isEqualTo(cases + 1);
    }

    @Test
    void whoLooksAfterAMailServerAndAsksSomethingIsSeenByAPerson() {
      mails.comes(
          "postmaster@school.example",
          "vraag@voorbeeldstad.example",
          """
          From: postmaster@school.example
          To: vraag@voorbeeldstad.example
          Subject: Onze mail

          Onze mail aan u kon niet worden bezorgd, zegt onze server. Wat nu?
          """);

      assertThat(hub.caseOf("postmaster@school.example").getJsonObject("official")).isNotNull();
    }

    @Test
    void aMailboxThatAsksForAConfirmationIsToldToTheOfficialAndNotAnswered() {
      String piet = "piet@elders.example";
      mails.asks(piet, "Afval");
      MimeMessage answer = mails.answers(piet, "Wij komen vrijdag.");
      int heard = relay.to(piet).size();

      mails.comes(
          "wacht@elders.example",
          Mails.returnPath(answer),
          """
          From: piet@elders.example
          Subject: Please confirm your message
          Message-ID: <c1@elders.example>

          Click the link below and your message will be delivered: https://x.example/1
          """);

      assertThat(mails.delivery(piet, "challenged").getString("detail"))
          .isEqualTo("returned:challenge");
      Until.until(
          "it can be read", () -> RunningHub.entries(hub.caseOf(piet), "received").size() == 2);
      assertThat(promise(piet).getString("state")).isEqualTo("kept");
      assertThat(relay.to(piet)).hasSize(heard);
    }

    /** What its official reads. */
    private String warned(String citizen) {
      return Relay.text(warning(citizen));
    }

    private MimeMessage warning(String citizen) {
      // With what else is to be told: not more often than each hour or so.
      hub.to(RunningHub.MONDAY_TEN.plus(Duration.ofHours(3)));
      String official =
          hub.caseOf(citizen).getJsonObject("official").getString("id")
              + "@werk.voorbeeldstad.example";
      String number = mails.number(citizen);
      return Until.present(
          "a warning",
          () ->
              relay.to(official).stream()
                  .filter(
                      mail -> {
                        String text = Relay.text(mail);
                        return text.contains(number) && text.contains("kwam niet aan");
                      })
                  .findFirst());
    }
  }

  /**
   * What machines answer is put at its case and wakes nobody; who answer one another are stopped.
   */
  @Nested
  class AutomaticAnswers {
    @Test
    void whatMachinesAnswerIsFiledAndChangesNothing() {
      String jan = "joop@elders.example";
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

    private JsonArray promises(JsonObject one) {
      return one.getJsonArray("promises");
    }

    @Test
    void aPersonsQuestionAboutBeingAwayIsAnswered() {
      String an = "anna@elders.example";
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
            n % 2 == 0 ? Mails.returnPath(latest) : Relay.replyTo(latest),
            "From: %s\nSubject: Dank\nMessage-ID: <r%d@machine.example>\n\nWij nemen het op.\n"
                .formatted(from, n));
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
}
