package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets a second message in by hiding it in the first, or a command by hiding it before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmugglingTest {
  private static final String SECOND =
      "MAIL FROM:<mayor@voorbeeldstad.example>\r\nRCPT TO:<vraag@voorbeeldstad.example>\r\n"
          + "DATA\r\nSubject: smuggled\r\n\r\nsmuggled";

  private final Listening hub = new Listening();

  @BeforeEach
  void empty() {
    hub.inbox.receipts.clear();
  }

  @AfterAll
  void stop() throws IOException {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\r.\r",
        "\n.\r\n",
        "\r\n.\n",
        "\r\n.\r",
        "\r.\r\n",
        "\n.\r",
        "\r.\n",
        "\n\n.\r\n",
        "\r\r\n.\r\r\n",
        "\r\n.\r\r\n",
        "\r\n\u0000.\r\n\n",
        "\r\n.\u0000\r\n\r"
      })
  void noOtherEndOfDataIsTakenForOne(String end) throws IOException {
    String message = "Subject: first\r\n\r\nfirst" + end + SECOND;
    for (boolean split : new boolean[] {false, true}) {
      try (SmtpDialogue smtp = hub.greeted()) {
        assertThat(smtp.envelope()).startsWith("354");
        sent(smtp, message, split);
        smtp.send("\r\n.\r\n");
        assertThat(smtp.reply()).startsWith("550 5.5.2");
        assertThat(smtp.says("NOOP")).as("one reply for all of it").startsWith("250");
        assertThat(hub.inbox.receipts).isEmpty();
        assertThat(smtp.delivers("Subject: next\r\n\r\nnext")).startsWith("250 2.0.0");
        assertThat(hub.inbox.receipts).hasSize(1);
        hub.inbox.receipts.clear();
      }
    }
  }

  /** Each byte a segment of its own. */
  private static void sent(SmtpDialogue smtp, String text, boolean split) throws IOException {
    if (!split) {
      smtp.send(text);
      return;
    }
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      smtp.send(new byte[] {b});
    }
  }

  @Test
  void theTrueEndIsFoundAlsoInPiecesAndStuffedDotsComeOff() throws IOException {
    String stuffed = "..eerst\r\n...twee\r\n..\r\n. drie\r\nvier.\r\n.\r\n";
    for (boolean split : new boolean[] {false, true}) {
      hub.inbox.receipts.clear();
      try (SmtpDialogue smtp = hub.greeted()) {
        smtp.envelope();
        sent(smtp, stuffed, split);
        assertThat(smtp.reply()).startsWith("250 2.0.0");
        assertThat(new String(hub.inbox.only().raw(), StandardCharsets.UTF_8))
            .isEqualTo(".eerst\r\n..twee\r\n.\r\n drie\r\nvier.\r\n");
      }
    }
  }

  @Test
  void anEmptyMessageEndsAtItsFirstDot() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.envelope();
      smtp.send(".\r\n");
      assertThat(smtp.reply()).startsWith("250 2.0.0");
      assertThat(hub.inbox.only().raw()).isEmpty();
    }
  }

  @Test
  void aConnectionThatBreaksWithinAMessageLeavesNothing() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.envelope();
      smtp.send("Subject: half\r\n\r\nhal");
    }
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.delivers("Subject: whole\r\n\r\nwhole")).startsWith("250");
      assertThat(hub.inbox.receipts).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOOP\nNOOP\r\n", "NOOP\rNOOP\r\n", "MAIL FROM:<a@b>\nRCPT TO:<c@d>\r\n"})
  void aBareLineEndAmongCommandsEndsTheConnection(String commands) throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.send(commands);
      assertThat(smtp.reply()).startsWith("501");
      assertThat(smtp.reply()).isEmpty();
    }
  }

  @Test
  void commandsPipelinedInClearBehindStartTlsAreNeverCarriedOut() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.send("STARTTLS\r\n" + SECOND + "\r\n.\r\n");
      assertThat(smtp.reply()).startsWith("503");
      assertThat(smtp.reply()).as("closed").isEmpty();
      assertThat(hub.inbox.receipts).isEmpty();
    }
  }

  @Test
  void commandsInClearInsteadOfAHandshakeEndTheConnection() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.says("STARTTLS")).startsWith("220");
      smtp.send(SECOND + "\r\n.\r\n");
      assertThat(closed(smtp)).isTrue();
      assertThat(hub.inbox.receipts).isEmpty();
    }
  }

  private static boolean closed(SmtpDialogue smtp) {
    try {
      String reply = smtp.reply();
      while (!reply.isEmpty()) {
        assertThat(reply).doesNotStartWith("250");
        reply = smtp.reply();
      }
    } catch (IOException reset) {
      return true;
    }
    return true;
  }

  @Test
  void underTlsTheDialogueStartsAnewAndAMailIsTaken() throws Exception {
    try (SmtpDialogue smtp = hub.greeted()) {
      smtp.says("MAIL FROM:<citizen@elders.example>");
      assertThat(smtp.says("STARTTLS now")).startsWith("501");
      assertThat(smtp.says("STARTTLS")).startsWith("220");
      SSLSocket secured = smtp.secure();
      assertThat(secured.getSession().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
      assertThat(secured.getSession().getPeerCertificates()[0].toString())
          .contains("voorbeeldstad.example");
      assertThat(smtp.says("RCPT TO:<vraag@voorbeeldstad.example>")).startsWith("503");
      assertThat(smtp.says("EHLO client.example")).doesNotContain("STARTTLS");
      assertThat(smtp.says("STARTTLS")).startsWith("503");
      assertThat(smtp.delivers("Subject: veilig\r\n\r\nveilig")).startsWith("250 2.0.0");
    }
  }
}
