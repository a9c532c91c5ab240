package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a letter reaches its case and its official, and never the citizen. */
class DeliveryResultsTest {
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

  private static JsonObject promise(String citizen) {
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
    assertThat(refused.getString("detail")).isEqualTo("returned:no-address 550 5.1.1 user unknown");
    assertThat(promise(jan).getString("state")).isEqualTo("open");
    assertThat(promise(jan).getString("due")).isEqualTo(before.getString("due"));
    assertThat(warned(jan)).contains(mails.number(jan), "belt u liever?").doesNotContain("dinsdag");
    // What came last is done when a later mail is.
    mails.asks("na-jan@elders.example", "Ook afval");
    assertThat(RunningHub.entries(hub.caseOf(jan), "restored")).hasSize(1);
    assertThat(mails.deliveries(jan)).hasSize(1);
    assertThat(mails.cases()).isEqualTo(cases + 1);
    assertThat(relay.to(jan)).as("the citizen hears nothing of it").hasSize(heard);
    assertThat(hub.metrics()).contains("aanspreekpunt_promises_turned_total");
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
  private static String warned(String citizen) {
    String official =
        hub.caseOf(citizen).getJsonObject("official").getString("id")
            + "@werk.voorbeeldstad.example";
    String number = mails.number(citizen);
    return Until.present(
        "a warning",
        () ->
            relay.to(official).stream()
                .map(Relay::text)
                .filter(text -> text.contains(number) && text.contains("kwam niet aan"))
                .findFirst());
  }
}
