package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever comes over the wire, the next message is taken and read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpFuzzTest {
  private static final String[] WORDS = {
    "EHLO x\r\n",
    "MAIL FROM:<a@b.example>\r\n",
    "RCPT TO:<c@gemeente.example>\r\n",
    "DATA\r\n",
    "\r\n.\r\n",
    "RSET\r\n",
    "BDAT 5 LAST\r\n",
    "\r",
    "\n",
    ".",
    "\u0000",
    "<",
    ">",
    "é",
    "\t",
    "Content-Type: multipart/mixed; boundary=b\r\n",
    "--b\r\n",
    "--b--",
    "=?utf-8?q?",
    "MAIL",
    ":"
  };

  private final Listening hub = new Listening();
  private final Random random = new Random(4);

  @AfterAll
  void stop() throws IOException {
    hub.close();
  }

  @Test
  void anyStreamOfCommandsLeavesTheListenerWell() throws IOException {
    for (int i = 0; i < 150; i++) {
      try (SmtpDialogue smtp = new SmtpDialogue(hub.port)) {
        smtp.send(i % 2 == 0 ? bytes(500) : words());
      } catch (IOException closedOnUs) {
        // It may hang up on nonsense.
      }
    }
    assertNextIsTaken();
  }

  @Test
  void anyBytesAsAMessageAreTakenOrRefusedAndTheNextIsTaken() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      for (int i = 0; i < 150; i++) {
        smtp.envelope();
        smtp.send(bytes(2000));
        smtp.send("\r\n.\r\n");
        assertThat(smtp.reply()).matches("(250 2.0.0|550 5.5.2) .*");
        smtp.says("RSET");
      }
    }
    assertNextIsTaken();
  }

  private void assertNextIsTaken() throws IOException {
    try (SmtpDialogue smtp = hub.greeted()) {
      assertThat(smtp.delivers("Subject: next " + random.nextInt() + "\r\n\r\nnext"))
          .startsWith("250 2.0.0");
    }
  }

  private byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] words() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
