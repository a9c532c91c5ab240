package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmailSenderTest {
  private static Vertx vertx;

  private final ScriptedRelay relay = new ScriptedRelay();
  private final EmailSender sender = sender(relay.port(), 10_000);

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    await(vertx.close());
  }

  @AfterEach
  void close() {
    await(sender.close());
    relay.close();
  }

  @Test
  void anAcknowledgementArrivesWithItsHeadersBothTextsAndThePortrait() throws Exception {
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    sink.start();
    EmailSender toSink = sender(sink.getSmtp().getPort(), 10_000);
    try {
      Delivery delivery = send(toSink, Town.email("7K3M9P2QX/1/to-1", Kind.ACKNOWLEDGEMENT));

      assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
      assertThat(delivery.reference()).isEqualTo("<7K3M9P2QX.1.to-1@voorbeeldstad.example>");
      MimeMessage mail = sink.getReceivedMessages()[0];
      InternetAddress from = (InternetAddress) mail.getFrom()[0];
      assertThat(from.getPersonal()).isEqualTo("Samira El Amrani, Voorbeeldstad");
      assertThat(from.getAddress()).isEqualTo("vraag+7K3M9P2QX-sig@voorbeeldstad.example");
      assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress())
          .isEqualTo("vraag+7K3M9P2QX-sig@voorbeeldstad.example");
      assertThat(mail.getMessageID()).isEqualTo(delivery.reference());
      assertThat(mail.getHeader("Message-ID")).hasSize(1);
      assertThat(mail.getHeader("In-Reply-To")).containsExactly("<in-1@burger.example>");
      assertThat(mail.getHeader("References", null))
          .containsSubsequence("<in-0@burger.example>", "<in-1@burger.example>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
      assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
      assertThat(mail.getHeader("Return-Path", null))
          .contains("retour+7K3M9P2QX.1.to-1-sig@voorbeeldstad.example");
      assertThat(mail.getSubject()).isEqualTo("Re: Geen water [7K3M9P2QX]");
      MimeMultipart alternative = (MimeMultipart) mail.getContent();
      assertThat((String) alternative.getBodyPart(0).getContent()).contains("vóór dinsdag");
      MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
      assertThat((String) related.getBodyPart(0).getContent()).contains("vóór dinsdag");
      BodyPart picture = related.getBodyPart(1);
      assertThat(picture.getHeader("Content-ID")).containsExactly("<picture>");
      assertThat(picture.getInputStream().readAllBytes()).isEqualTo(Town.PORTRAIT);
    } finally {
      await(toSink.close());
      sink.stop();
    }
  }

  @Test
  void aPersonsReplyDoesNotCallItselfAutomaticAndALetterToStaffDoes() {
    send(sender, Town.email("a", Kind.REPLY));
    send(sender, Town.email("b", Kind.LADDER));

    assertThat(relay.whole.get(0)).doesNotContain("Auto-Submitted", "X-Auto-Response-Suppress");
    assertThat(relay.whole.get(1))
        .contains("Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All");
    assertThat(relay.commands)
        .contains("MAIL FROM:<retour+a-sig@voorbeeldstad.example>")
        .filteredOn(command -> command.startsWith("EHLO"))
        .as("one connection for both")
        .hasSize(1);
  }

  @Test
  void noFactCanAddAHeaderOrACommand() {
    String evil = "x\r\nBcc: all@victim.example\r\n\r\n.\r\nMAIL FROM:<a@b.example>\r\n";
    Delivery delivery =
        send(
            sender,
            Town.email(
                "a",
                Kind.REPLY,
                "subject",
                evil,
                "inReplyTo",
                evil,
                "references",
                evil,
                "text",
                evil));
    Notice strange =
        Town.notice(Kind.REPLY, Channel.EMAIL, "a@b.example>\r\nRCPT TO:<c@d.example", "nl");

    assertThat(delivery.outcome()).isEqualTo(Outcome.SENT);
    String headers = relay.whole.get(0).split("\r\n\r\n", 2)[0];
    assertThat(headers.lines()).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(headers).contains("In-Reply-To: <a@b.example>\r\n");
    assertThat(relay.whole).hasSize(1);
    assertThat(send(sender, Outgoing.waiting("b", strange, Town.NOW)).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(relay.commands).filteredOn(command -> command.startsWith("MAIL")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 554 no service here, RETRY",
    "CONNECT, 421 later, RETRY",
    "CONNECT, close, RETRY",
    "EHLO, close, RETRY",
    "MAIL, 451 later, RETRY",
    "MAIL, 550 not from you, REFUSED",
    "MAIL, 530 log in first, RETRY",
    "MAIL, close, RETRY",
    "RCPT, 450 greylisted, RETRY",
    "RCPT, 550 no such user, REFUSED",
    "RCPT, close, RETRY",
    "DATA, 452 full, RETRY",
    "DATA, 554 no, REFUSED",
    "DATA, close, RETRY",
    "CONTENT, 451 try again, RETRY",
    "CONTENT, 552 too big, REFUSED",
  })
  void whatTheRelayAnswersDecidesWhatBecomesOfIt(String command, String answer, Outcome outcome) {
    relay.on(command, answer);

    Delivery delivery = send(sender, Town.email("a", Kind.ACKNOWLEDGEMENT));

    assertThat(delivery.outcome()).as(delivery.toString()).isEqualTo(outcome);
    if (outcome == Outcome.REFUSED) {
      assertThat(delivery.detail()).isEqualTo(answer);
    }
  }

  @Test
  void aConnectionThatBreaksAfterTheContentIsUnknownAndDoesNotUseUpThePool() {
    relay.on("CONTENT", ScriptedRelay.CLOSE);
    EmailSender hasty = sender(relay.port(), 1_000);

    for (int i = 0; i < 3; i++) {
      assertThat(send(hasty, Town.email("a", Kind.REPLY)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    relay.well("CONTENT");
    assertThat(send(hasty, Town.email("a", Kind.REPLY)).outcome()).isEqualTo(Outcome.SENT);
    await(hasty.close());
  }

  @Test
  void aRefusalOfSeveralLinesIsKeptAsOne() {
    relay.on("RCPT", "550-5.1.1 no such\r\n550 5.1.1 user here");

    assertThat(send(sender, Town.email("a", Kind.REPLY)).detail())
        .isEqualTo("550-5.1.1 no such 550 5.1.1 user here");
  }

  @ParameterizedTest
  @CsvSource({"CONNECT, RETRY", "MAIL, RETRY", "DATA, RETRY", "CONTENT, UNKNOWN"})
  void silenceIsOnlyUnknownAfterTheEndOfTheContent(String command, Outcome outcome) {
    relay.on(command, ScriptedRelay.SILENCE);
    EmailSender hasty = sender(relay.port(), 300);

    Delivery delivery = send(hasty, Town.email("a", Kind.ACKNOWLEDGEMENT));

    assertThat(delivery.outcome()).isEqualTo(outcome);
    await(hasty.close());
  }

  @Test
  void aRelayThatIsAwayIsTriedLater() {
    relay.close();

    assertThat(send(sender, Town.email("a", Kind.ACKNOWLEDGEMENT)).outcome())
        .isEqualTo(Outcome.RETRY);
  }

  @Test
  void aClaimThatRanOutStopsTheLetterBeforeItsEnd() {
    List<List<String>> asked = new CopyOnWriteArrayList<>();
    Delivery delivery =
        await(
            sender.send(
                Town.email("a", Kind.ACKNOWLEDGEMENT),
                false,
                () -> {
                  asked.add(List.copyOf(relay.commands));
                  return false;
                }));

    assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(asked).as("once, when the relay waits for the letter").hasSize(1);
    assertThat(asked.get(0)).contains("DATA");
    assertThat(send(sender, Town.email("b", Kind.ACKNOWLEDGEMENT)).outcome())
        .isEqualTo(Outcome.SENT);
    assertThat(relay.whole).hasSize(1);
  }

  @Test
  void sentAgainItKeepsItsMessageIdAndSaysPerhapsTwice() {
    Outgoing entry = Town.email("a", Kind.ACKNOWLEDGEMENT);
    Delivery first = send(sender, entry);
    Delivery second = await(sender.send(entry, true, () -> true));

    assertThat(second.reference()).isEqualTo(first.reference());
    assertThat(second.perhapsTwice()).isTrue();
    assertThat(second.detail()).isEqualTo("hub:perhaps-twice");
    assertThat(first.perhapsTwice()).isFalse();
  }

  /** The scripted relay offers no TLS. */
  @ParameterizedTest
  @EnumSource(EmailSender.Tls.class)
  void aRelayWithoutTlsIsSpokenToUnlessTlsIsRequired(EmailSender.Tls tls) {
    EmailSender one = sender(relay.port(), 5_000, tls);
    try {
      Outcome outcome = send(one, Town.email("a", Kind.ACKNOWLEDGEMENT)).outcome();

      assertThat(outcome).isEqualTo(tls == EmailSender.Tls.REQUIRED ? Outcome.RETRY : Outcome.SENT);
    } finally {
      await(one.close());
    }
  }

  private static EmailSender sender(int port, int timeout) {
    return sender(port, timeout, EmailSender.Tls.OPTIONAL);
  }

  private static EmailSender sender(int port, int timeout, EmailSender.Tls tls) {
    return new EmailSender(
        vertx,
        new EmailSender.Relay(
            "127.0.0.1",
            port,
            null,
            null,
            tls,
            null,
            Duration.ofMillis(timeout),
            "hub.voorbeeldstad.example"),
        2,
        Town.letters());
  }

  private static Delivery send(EmailSender sender, Outgoing entry) {
    return await(sender.send(entry, false, () -> true));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
