package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.inbox.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpListenerTest {
  private static final String MAIL =
      "From: Citizen <citizen@elders.example>\r\nSubject: Lantaarn\r\n"
          + "Message-ID: <1@elders.example>\r\n\r\nDe lantaarn is stuk.";

  private final Listening hub = new Listening();

  @AfterEach
  void stop() throws IOException {
    hub.close();
  }

  @Test
  void aMailIsAcknowledgedWithItsReceiptAfterItWasStored() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      String reply = smtp.delivers(MAIL);
      Receipt receipt = hub.inbox.only();
      assertThat(reply).isEqualTo("250 2.0.0 " + receipt.id());
      assertThat(new String(receipt.raw(), StandardCharsets.UTF_8)).isEqualTo(MAIL + "\r\n");
      assertThat(receipt.envelopeFrom()).isEqualTo("citizen@elders.example");
      assertThat(receipt.recipients()).containsExactly("vraag@voorbeeldstad.example");
      assertThat(receipt.receivedAt()).isEqualTo(Listening.NOW);
      assertThat(receipt.facts())
          .containsOnly(Map.entry("helo", "client.example"), Map.entry("peer", "127.0.0.1"));
      assertThat(smtp.says("QUIT")).startsWith("221");
    }
  }

  @Test
  void whatItCanDoStandsInItsGreeting() throws IOException {
    try (SmtpDialogue smtp = new SmtpDialogue(hub.port)) {
      assertThat(smtp.reply()).startsWith("220 voorbeeldstad.example ESMTP");
      assertThat(smtp.says("EHLO client.example").lines())
          .containsExactly(
              "250-voorbeeldstad.example",
              "250-PIPELINING",
              "250-SIZE 26214400",
              "250-8BITMIME",
              "250-SMTPUTF8",
              "250 STARTTLS");
    }
  }

  @Test
  void nothingIsAcknowledgedBeforeItIsStored() throws Exception {
    hub.inbox.gate = Promise.promise();
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.envelope();
      smtp.send(MAIL + "\r\n.\r\n");
      Future<String> reply = Future.future(p -> new Thread(() -> read(smtp, p)).start());
      assertThat(reply.isComplete()).isFalse();
      assertThat(hub.inbox.receipts).isEmpty();
      hub.inbox.gate.complete();
      assertThat(Listening.await(reply)).startsWith("250 2.0.0 ");
    }
  }

  private static void read(SmtpDialogue smtp, Promise<String> reply) {
    try {
      reply.complete(smtp.reply());
    } catch (IOException e) {
      reply.fail(e);
    }
  }

  @Test
  void aStoreThatIsAwayMeansTryAgainAndTheNextTryIsTaken() throws IOException {
    hub.inbox.away = true;
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.delivers(MAIL)).startsWith("451 4.3.0");
      hub.inbox.away = false;
      assertThat(smtp.delivers(MAIL)).startsWith("250 2.0.0");
      assertThat(hub.refused).containsExactly(SmtpRefusal.STORE_AWAY);
    }
  }

  @Test
  void theSameDeliveryAgainIsAcknowledgedUnderTheSameReceipt() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      String first = smtp.delivers(MAIL);
      assertThat(smtp.delivers("Received: from relay.example\r\n\tby us; now\r\n" + MAIL))
          .isEqualTo(first);
      assertThat(smtp.delivers(MAIL + " Nog steeds.")).startsWith("250").isNotEqualTo(first);
      assertThat(hub.inbox.receipts).hasSize(2);
    }
  }

  @Test
  void onlyTheHubsDomainsAreTakenAndAnyNameOnThem() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.says("MAIL FROM:<citizen@elders.example>");
      assertThat(smtp.says("RCPT TO:<x@elders.example>")).startsWith("550 5.7.1");
      assertThat(smtp.says("RCPT TO:<x@voorbeeldstad.example.evil.example>")).startsWith("550");
      assertThat(smtp.says("RCPT TO:<x@sub.voorbeeldstad.example>")).startsWith("550");
      assertThat(smtp.says("RCPT TO:<>")).startsWith("550");
      assertThat(smtp.says("DATA")).as("nobody was taken").startsWith("503");
      assertThat(smtp.says("RCPT TO:<Een.Naam+x@VoorbeeldStad.EXAMPLE>")).startsWith("250");
      assertThat(smtp.says("rcpt to:<x@gemeente.example>")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<@relay.example:y@gemeente.example>")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<\"a b>c\"@gemeente.example>")).startsWith("501");
      assertThat(smtp.says("RCPT TO:<\"a b\"@gemeente.example>")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<Postmaster>")).startsWith("250");
      smtp.says("DATA");
      smtp.send(MAIL + "\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
      assertThat(hub.inbox.only().recipients())
          .containsExactly(
              "een.naam+x@voorbeeldstad.example",
              "x@gemeente.example",
              "y@gemeente.example",
              "\"a b\"@gemeente.example",
              "postmaster@voorbeeldstad.example");
    }
  }

  @Test
  void theNullSenderIsTaken() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("MAIL FROM:<> BODY=8BITMIME")).startsWith("250");
      smtp.says("RCPT TO:<vraag@voorbeeldstad.example>");
      smtp.says("DATA");
      smtp.send(MAIL + "\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
      assertThat(hub.inbox.only().envelopeFrom()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAIL",
        "MAIL FROM",
        "MAIL FROM:",
        "MAIL FROM:citizen@elders.example",
        "MAIL FROM:<citizen@elders.example",
        "MAIL FROM:<citizen@>",
        "MAIL FROM:<@elders.example>",
        "MAIL FROM:<a@b>SIZE=1",
        "MAIL FROM:<a@b> SIZE=",
        "MAIL FROM:<a@b> SIZE=-1",
        "MAIL FROM:<a\u0007@b>",
        "MAILFROM:<a@b>"
      })
  void whatIsNotACommandIsRefusedAndTheConnectionGoesOn(String command) throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says(command)).startsWith("501");
      assertThat(smtp.delivers(MAIL)).startsWith("250");
    }
  }

  @Test
  void commandsOutOfOrderOrNotOfferedAreRefused() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("RCPT TO:<x@gemeente.example>")).startsWith("503");
      assertThat(smtp.says("DATA")).startsWith("503");
      assertThat(smtp.says("BDAT 10 LAST")).startsWith("502");
      assertThat(smtp.says("AUTH PLAIN AGEAYg==")).startsWith("502");
      assertThat(smtp.says("EXPN staff")).startsWith("502");
      assertThat(smtp.says("VRFY staff")).startsWith("502");
      assertThat(smtp.says("HELO")).startsWith("501");
      assertThat(smtp.says("FOO")).startsWith("500");
      assertThat(smtp.says("MAIL FROM:<a@b.example> RET=FULL")).startsWith("555");
      smtp.says("MAIL FROM:<a@b.example>");
      assertThat(smtp.says("MAIL FROM:<a@b.example>")).startsWith("503");
      assertThat(smtp.says("RCPT TO:<x@gemeente.example> NOTIFY=NEVER")).startsWith("555");
      assertThat(smtp.says("RSET")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<x@gemeente.example>")).startsWith("503");
      assertThat(smtp.says("NOOP")).startsWith("250");
    }
  }

  @Test
  void theHundredAndFirstRecipientComesWithAnotherMessage() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.says("MAIL FROM:<citizen@elders.example>");
      for (int i = 0; i < 100; i++) {
        assertThat(smtp.says("RCPT TO:<x" + i + "@gemeente.example>")).startsWith("250");
      }
      assertThat(smtp.says("RCPT TO:<x100@gemeente.example>")).startsWith("452 4.5.3");
      smtp.says("DATA");
      smtp.send(MAIL + "\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
      assertThat(hub.inbox.only().recipients()).hasSize(100);
    }
  }

  @Test
  void commandsAndMessagesMayBePipelined() throws IOException {
    String one =
        "MAIL FROM:<a@b.example>\r\nRCPT TO:<no@elders.example>\r\n"
            + "RCPT TO:<x@gemeente.example>\r\nDATA\r\n"
            + MAIL;
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.send(one + "\r\n.\r\n" + one + " Twee.\r\n.\r\nNOOP\r\nQUIT\r\n");
      List<String> replies =
          IntStream.range(0, 12).mapToObj(i -> next(smtp)).map(r -> r.substring(0, 3)).toList();
      assertThat(replies)
          .containsExactly(
              "250", "550", "250", "354", "250", "250", "550", "250", "354", "250", "250", "221");
      assertThat(hub.inbox.receipts).hasSize(2);
    }
  }

  private static String next(SmtpDialogue smtp) {
    try {
      return smtp.reply();
    } catch (IOException e) {
      return "closed";
    }
  }

  @Test
  void addressesAndHeadersMayBeUtf8WhenTheSenderSaysSo() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("MAIL FROM:<andré@elders.example>")).startsWith("553 5.6.7");
      assertThat(smtp.says("MAIL FROM:<andré@elders.example> SMTPUTF8")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<wijkraad-oud-één@gemeente.example>")).startsWith("250");
      smtp.says("DATA");
      smtp.send("Subject: één vraag\r\n\r\nHallo ☀\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
      assertThat(hub.inbox.only().envelopeFrom()).isEqualTo("andré@elders.example");
      assertThat(new String(hub.inbox.only().raw(), StandardCharsets.UTF_8)).contains("☀");
    }
  }

  @Test
  void bytesOfEightBitsStayAsTheyAre() throws IOException {
    byte[] body = new byte[256];
    for (int i = 0; i < 256; i++) {
      body[i] = (byte) (i == '\r' || i == '\n' ? ' ' : i);
    }
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.envelope();
      smtp.send(body);
      smtp.send("\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("250");
      assertThat(hub.inbox.only().raw()).startsWith(body).hasSize(258);
    }
  }

  @Test
  void moreConnectionsFromOneAddressThanAllowedAreToldToComeBack() throws IOException {
    SmtpSettings.Limits one = limits(1, Duration.ofSeconds(20), Duration.ofSeconds(60));
    try (Listening small = new Listening(one, null, null)) {
      try (SmtpDialogue first = small.greeted();
          SmtpDialogue second = new SmtpDialogue(small.port)) {
        assertThat(second.reply()).startsWith("421 4.7.0");
        assertThat(first.says("NOOP")).startsWith("250");
      }
      Listening.until(() -> greetsAgain(small));
    }
  }

  @Test
  void moreConnectionsThanAllowedAreToldToComeBackAtOnceNotLeftWaiting() throws IOException {
    Duration long20 = Duration.ofSeconds(20);
    SmtpSettings.Limits two =
        new SmtpSettings.Limits(2, 9, 9, 1 << 20, long20, long20, long20, long20);
    try (Listening small = new Listening(two, null, null);
        SmtpDialogue first = small.greeted();
        SmtpDialogue second = small.greeted();
        SmtpDialogue third = new SmtpDialogue(small.port)) {
      assertThat(third.reply()).startsWith("421 4.7.0");
      assertThat(small.refused).containsExactly(SmtpRefusal.BUSY);
      assertThat(first.says("NOOP")).startsWith("250");
      assertThat(second.delivers(MAIL)).startsWith("250");
    }
  }

  /** A byte now and then keeps no connection: not as a command, and not as a message. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSenderThatDribblesIsClosedAndSoonerWhenFewConnectionsAreLeft(boolean within)
      throws IOException {
    Duration long60 = Duration.ofSeconds(60);
    SmtpSettings.Limits few =
        new SmtpSettings.Limits(
            1, 9, 9, 1 << 20, long60, Duration.ofSeconds(15), long60, Duration.ofSeconds(1));
    try (Listening small = new Listening(few, null, null);
        SmtpDialogue smtp = small.greeted()) {
      if (within) {
        assertThat(smtp.envelope()).startsWith("354");
      }
      long start = System.nanoTime();
      Listening.until(() -> closes(smtp));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(small.inbox.receipts).isEmpty();
      Listening.until(() -> greetsAgain(small));
    }
  }

  private static boolean closes(SmtpDialogue smtp) {
    try {
      smtp.send("x");
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  private static boolean greetsAgain(Listening small) {
    try (SmtpDialogue third = new SmtpDialogue(small.port)) {
      return third.reply().startsWith("220");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aConnectionThatStaysSilentIsClosed() throws IOException {
    SmtpSettings.Limits hasty = limits(9, Duration.ofMillis(200), Duration.ofSeconds(60));
    try (Listening small = new Listening(hasty, null, null);
        SmtpDialogue smtp = small.greeted()) {
      assertThat(smtp.reply()).startsWith("421");
      assertThat(smtp.reply()).isEmpty();
    }
  }

  @Test
  void aConnectionThatChattersWithoutEverSendingAMessageIsClosed() throws IOException {
    SmtpSettings.Limits hasty = limits(9, Duration.ofSeconds(20), Duration.ofMillis(300));
    try (Listening small = new Listening(hasty, null, null);
        SmtpDialogue smtp = small.greeted()) {
      long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (next(smtp, "NOOP").startsWith("250")) {
        assertThat(System.nanoTime()).as("still open").isLessThan(end);
      }
    }
  }

  private static String next(SmtpDialogue smtp, String command) {
    try {
      return smtp.says(command);
    } catch (IOException e) {
      return "closed";
    }
  }

  private static SmtpSettings.Limits limits(int perAddress, Duration idle, Duration message) {
    Duration brief = Duration.ofSeconds(5);
    return new SmtpSettings.Limits(9, perAddress, 100, 1 << 20, idle, message, brief, brief);
  }

  @Test
  void aCommandLineWithoutEndIsRefused() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.send("NOOP " + "x".repeat(2000));
      assertThat(smtp.reply()).startsWith("501");
    }
  }

  @Test
  void stoppingFinishesTheMessageUnderWayAndTakesNoOther() throws Exception {
    hub.inbox.gate = Promise.promise();
    try (SmtpDialogue busy = hub.greeted();
        SmtpDialogue idle = hub.greeted()) {
      busy.envelope();
      busy.send(MAIL + "\r\n");
      Future<Void> stopped = hub.listener.stop();
      Listening.until(() -> next(idle, "NOOP").isEmpty() || next(idle, "NOOP").equals("closed"));
      try (SmtpDialogue late = new SmtpDialogue(hub.port)) {
        assertThat(late.reply()).startsWith("421 4.3.2");
      }
      busy.send(".\r\n");
      hub.inbox.gate.complete();
      assertThat(busy.reply()).startsWith("250 2.0.0");
      assertThat(busy.reply()).startsWith("421 4.3.2");
      Listening.await(stopped);
      assertThat(hub.inbox.receipts).hasSize(1);
    }
  }
}
