package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A hub as an administrator connects it: mail waits in a mailbox that it reads (IMAP), what it
 * sends goes through a relay into the mailbox of the citizen, and what cannot be delivered comes
 * back to the hub's own port.
 */
class RealMailServersTest {
  private static final String HUB = MailServers.HUB_MAILBOX;

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class BetweenDebiansPostfixAndDovecot extends AHub {
    @Override
    MailServers servers() {
      Optional<String> hindered = DebianMail.hindered();
      assumeTrue(hindered.isEmpty(), () -> hindered.orElse(""));
      return new DebianMail();
    }

    @Override
    void wentUnderTls(MimeMessage answer) throws Exception {
      // Postfix' own record of how the hub handed it in.
      assertThat(String.join("\n", answer.getHeader("Received")))
          .contains("using TLSv1.")
          .contains("by mx.voorbeeldstad.example (Postfix) with ESMTPS");
    }

    @Test
    void aMailboxThatAnswersByItselfWhileSomebodyIsAwayChangesNothing() throws Exception {
      assumeTrue(DebianMail.answersByItself(), "dovecot-sieve is not installed");
      String eva = "eva@elders.example";
      ((DebianMail) servers).isAway(eva, "Ik ben er volgende week weer.");
      try (ReadByImap hers = asked(eva, "Mijn container")) {
        JsonObject answered = answered(eva, "Wij komen dinsdag.");
        arrived("the answer", () -> with(hers.inbox(), "Wij komen dinsdag."));

        arrived("what the mailbox said", () -> first(heldBack(eva)));
        JsonObject after = hub.caseOf(eva);
        assertThat(RunningHub.entries(after, "received")).hasSize(2);
        assertThat(after.getJsonArray("promises")).isEqualTo(answered.getJsonArray("promises"));
        assertThat(after.getString("state")).isEqualTo(answered.getString("state"));
        assertThat(hers.inbox()).as("nothing is answered to it").hasSize(2);
      }
    }

    private List<JsonObject> heldBack(String citizen) {
      return RunningHub.entries(hub.caseOf(citizen), "held-back").stream()
          .filter(entry -> "automatic".equals(entry.getString("reason")))
          .toList();
    }
  }

  /** Where Debian's cannot run; its relay has no TLS. */
  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class BetweenGreenMails extends AHub {
    @Override
    MailServers servers() {
      return new GreenMailServers();
    }
  }

  /** What goes the same way whoever made the servers. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class AHub {
    MailServers servers;
    RunningHub hub;
    private KeyPair keys;

    abstract MailServers servers();

    void wentUnderTls(MimeMessage answer) throws Exception {
      assertThat(answer.getHeader("Received")).isNotEmpty();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
      servers = servers();
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(2048);
      keys = rsa.generateKeyPair();
      Path key =
          Files.writeString(
              folder.resolve("dkim.pem"),
              "-----BEGIN PRIVATE KEY-----\n"
                  + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                  + "\n-----END PRIVATE KEY-----\n");
      Map<String, String> configuration = new HashMap<>(servers.configuration());
      configuration.put("imap.mailboxes", "vraag");
      configuration.put("imap.vraag.username", HUB);
      configuration.put("imap.vraag.password", MailServers.PASSWORD);
      // So that what comes quickly comes by IDLE.
      configuration.put("imap.vraag.poll", "PT1H");
      configuration.put("relay.dkim.selector", "hub");
      configuration.put("relay.dkim.key", key.toString());
      hub = RunningHub.started(configuration);
      servers.hubListensAt(hub.smtpPort());
    }

    @AfterAll
    void stop() {
      try {
        if (hub != null) {
          hub.close();
        }
      } finally {
        if (servers != null) {
          servers.close();
        }
      }
    }

    @Test
    void aQuestionIsFetchedAnsweredByNameIntoTheCitizensMailboxAndTheReplyJoinsItsCase()
        throws Exception {
      String jan = "jan@elders.example";
      try (ReadByImap his = asked(jan, "Mijn huur");
          ReadByImap ours = servers.mailboxOf(HUB)) {
        String official = hub.caseOf(jan).getJsonObject("official").getString("name");
        assertThat(Relay.text(his.inbox().get(0))).contains(official);
        arrived("it is put away", () -> with(ours.folder("Verwerkt"), "Vraag van " + jan));

        answered(jan, "Wij komen dinsdag.");
        MimeMessage answer = arrived("the answer", () -> with(his.inbox(), "Wij komen dinsdag."));
        InternetAddress from = (InternetAddress) answer.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo(official + ", gemeente Voorbeeldstad");
        assertThat(Relay.replyTo(answer))
            .isEqualTo(from.getAddress())
            .startsWith("vraag+")
            .endsWith("@voorbeeldstad.example");
        assertThat(Relay.messageId(answer)).endsWith("@voorbeeldstad.example>");
        assertThat(Relay.header(answer, "In-Reply-To")).isEqualTo(idOfQuestion(jan));
        assertThat(Mails.returnPath(answer))
            .startsWith("retour+")
            .endsWith("@voorbeeldstad.example");
        assertThat(signatures(answer)).hasSize(1);
        wentUnderTls(answer);

        Mails.comes(
            servers.smtpPort(),
            jan,
            Relay.replyTo(answer),
            """
            From: Jan de Boer <%s>
            To: %s
            Subject: Re: Mijn huur
            Message-ID: <antwoord@elders.example>
            In-Reply-To: %s

            Dinsdag is goed.
            """
                .formatted(jan, Relay.replyTo(answer), Relay.messageId(answer)));
        arrived(
            "the reply is at its case",
            () -> second(RunningHub.entries(hub.caseOf(jan), "received")));
        arrived("it is put away too", () -> with(ours.folder("Verwerkt"), "Dinsdag is goed."));
        assertThat(ours.inbox()).isEmpty();
      }
    }

    @Test
    void anAnswerToAMailboxThatIsGoneComesBackToTheHubAndItsPromiseIsOpenAgain() {
      String an = "an@elders.example";
      asked(an, "Mijn paspoort").close();
      String due = Mails.promises(hub.caseOf(an)).get(0).getString("due");
      servers.leaves(an);
      assertThat(Mails.promises(answered(an, "Kom woensdag maar langs.")).get(0).getString("state"))
          .isIn("kept", "open");

      JsonObject refused =
          arrived(
              "the timeline says so",
              () ->
                  RunningHub.entries(hub.caseOf(an), "delivery").stream()
                      .filter(entry -> entry.getString("state").equals("refused"))
                      .findFirst());
      assertThat(refused.getString("detail"))
          .startsWith("returned:no-address ")
          .contains("550 5.1.1")
          .contains("User doesn't exist");
      JsonObject after = hub.caseOf(an);
      assertThat(RunningHub.entries(after, "restored")).hasSize(1);
      JsonObject promise = Mails.promises(after).get(0);
      assertThat(promise.getString("state")).isEqualTo("open");
      assertThat(promise.getString("due")).isEqualTo(due);
      assertThat(RunningHub.entries(after, "received"))
          .as("what came back is no message")
          .hasSize(1);
      assertThat(hub.all("/cases?citizen=" + an)).hasSize(1);
    }

    /** A question of somebody who has a mailbox, acknowledged there; close what reads it. */
    ReadByImap asked(String citizen, String subject) {
      Mails.comes(
          servers.smtpPort(),
          citizen,
          HUB,
          """
          From: Jan de Boer <%s>
          To: %s
          Subject: %s
          Message-ID: %s

          Vraag van %s. Wat nu?
          """
              .formatted(citizen, HUB, subject, idOfQuestion(citizen), citizen));
      ReadByImap theirs = servers.mailboxOf(citizen);
      arrived("the acknowledgement", () -> theirs.inbox().stream().findFirst());
      return theirs;
    }

    private static String idOfQuestion(String citizen) {
      return "<vraag." + citizen + ">";
    }

    /** Its case, just after it was answered in writing. */
    JsonObject answered(String citizen, String text) {
      String number = hub.caseOf(citizen).getString("number");
      hub.post("/cases/" + number + "/replies", 201, new JsonObject().put("text", text));
      return hub.one(number);
    }

    <T> T arrived(String what, Supplier<Optional<T>> look) {
      try {
        return Until.present(what, look);
      } catch (AssertionError e) {
        throw new AssertionError(what + servers.said() + hub.said(), e);
      }
    }

    static Optional<MimeMessage> with(List<MimeMessage> mails, String text) {
      return mails.stream().filter(mail -> Relay.text(mail).contains(text)).findFirst();
    }

    static <T> Optional<T> first(List<T> all) {
      return all.stream().findFirst();
    }

    private static <T> Optional<T> second(List<T> all) {
      return all.stream().skip(1).findFirst();
    }

    /**
     * As whoever receives it checks them (Apache James), by the bytes that stand in the mailbox.
     */
    private List<SignatureRecord> signatures(MimeMessage mail) throws Exception {
      String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
      return new DKIMVerifier((methods, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + key))
          .verify(new ByteArrayInputStream(ReadByImap.raw(mail)));
    }
  }
}
