package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mail that nobody should send, to a hub with the memory of production: refused with its code, or
 * with a person; and the next mail is taken.
 */
class BadInputTest {
  private static final int TOO_MUCH = 30 << 20;
  private static RunningHub hub;

  @BeforeAll
  static void start() {
    hub = RunningHub.started(Map.of());
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aMailThatSaysItIsTooLargeIsRefusedAtOnce() throws IOException {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.says("MAIL FROM:<ans@elders.example> SIZE=" + TOO_MUCH)).startsWith("552");
      takesTheNext(smtp);
    }
  }

  @Test
  void aMailThatIsTooLargeIsRefusedAtItsEnd() throws IOException {
    try (SmtpDialogue smtp = begun("<ans@elders.example>")) {
      smtp.send("From: <ans@elders.example>\r\nSubject: Groot\r\n\r\n");
      String block = "Wat een grote mail is dit toch.\r\n".repeat(2_000);
      for (int sent = 0; sent < TOO_MUCH; sent += block.length()) {
        smtp.send(block);
      }
      smtp.send(".\r\n");
      assertThat(smtp.reply()).startsWith("552");
      takesTheNext(smtp);
    }
  }

  @Test
  void tenThousandPartsAreWithAPerson() throws IOException {
    String part = "--b\r\nContent-Type: text/plain\r\n\r\nEen deel.\r\n";
    isWithAPerson(
        "From: <parts@elders.example>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + part.repeat(10_000)
            + "--b--",
        "parts");
  }

  @Test
  void tenThousandPartsWithinEachOtherAreWithAPerson() throws IOException {
    StringBuilder mail = new StringBuilder("From: <deep@elders.example>\r\n");
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    isWithAPerson(mail + "\r\nDiep.", "depth");
  }

  @Test
  void aHeaderBombIsWithAPersonOrRefused() throws IOException {
    isWithAPersonOrRefused(
        "From: <bomb@elders.example>\r\nX-Bomb: " + "b".repeat(900) + "\r\n b".repeat(200_000));
    isWithAPersonOrRefused(
        "From: <lines@elders.example>\r\n" + "X-Bomb: b\r\n".repeat(200_000) + "\r\nEn dit.");
    isWithAPersonOrRefused(
        "From: <words@elders.example>\r\nSubject: "
            + "=?utf-8?q?b?=\r\n ".repeat(50_000)
            + "\r\n\r\nEn dit.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"From: \r\n", "", "From: <>\r\n", "From: ,;:@\r\n", "From: a@b, c@d, e\r\n"})
  void aMailFromNobodyIsWithAPerson(String from) throws IOException {
    isWithAPerson(from + "Subject: Wie ben ik\r\n\r\nIk zeg het niet (" + from.length() + ").");
  }

  @Test
  void aMailWithTheNullSenderIsWithAPersonAndNeverAnswered() throws IOException {
    JsonObject placed = acceptedFrom("<>", "From: <null@elders.example>\r\n\r\nIk ben weg.");
    assertThat(placed.getJsonObject("official").getString("name")).isNotBlank();
    assertThat(hub.all("/outbox"))
        .noneMatch(entry -> "null@elders.example".equals(entry.getString("to")));
  }

  @Test
  void anUnknownCharsetAndBrokenEncodingsAreWithAPerson() throws IOException {
    isWithAPerson(
        String.join(
            "\r\n",
            "From: =?klingon?q?=ZZ?= <charset@elders.example>",
            "Content-Type: text/plain; charset=klingon",
            "Content-Transfer-Encoding: base64",
            "",
            "%%%%=A=B"),
        "charset");
  }

  @Test
  void aMultipartThatIsCutOffIsFlaggedAndWithAPerson() throws IOException {
    isWithAPerson(
        String.join(
            "\r\n",
            "From: <cut@elders.example>",
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "De helft van mijn vraag over"),
        "truncated");
  }

  /** Raw, in pieces, before its receipt; read again from them. */
  @Test
  void aMailOverAMegabyteIsKeptWholeAndReadFromItsPieces() throws IOException {
    String line = "Een regel van een groot bestand, honderd keer en meer.\r\n";
    JsonObject placed =
        acceptedFrom(
            "<groot@elders.example>",
            String.join(
                "\r\n",
                "From: <groot@elders.example>",
                "Subject: Container",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "Vol.",
                "--b",
                "Content-Type: text/csv; name=lijst.csv",
                "Content-Disposition: attachment; filename=lijst.csv",
                "",
                line.repeat(60_000),
                "--b--"));
    JsonObject received = RunningHub.entries(hub.one(placed.getString("case")), "received").get(0);
    assertThat(received.getString("text")).isEqualTo("Vol.");
    assertThat(received.getJsonArray("unreadable")).isNull();
  }

  @Test
  void whatIsRefusedIsCountedByItsReason() throws IOException {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      smtp.says("MAIL FROM:<ans@elders.example>");
      assertThat(smtp.says("RCPT TO:<x@elders.example>")).startsWith("550");
    }
    assertThat(hub.metrics()).contains("aanspreekpunt_smtp_refused_total{why=\"not_our_domain\"}");
  }

  private static SmtpDialogue begun(String sender) throws IOException {
    SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort());
    assertThat(smtp.says("MAIL FROM:" + sender)).startsWith("250");
    assertThat(smtp.says("RCPT TO:<vraag@voorbeeldstad.example>")).startsWith("250");
    assertThat(smtp.says("DATA")).startsWith("354");
    return smtp;
  }

  /** And whoever reads it sees that there is more than can be read. */
  private static void isWithAPerson(String mail, String... unreadable) throws IOException {
    JsonObject placed = acceptedFrom("<envelope@elders.example>", mail);
    assertThat(placed.getJsonObject("official").getString("name")).isNotBlank();
    for (String what : unreadable) {
      assertThat(RunningHub.entries(hub.one(placed.getString("case")), "received"))
          .filteredOn(entry -> placed.getString("id").equals(entry.getString("message")))
          .singleElement()
          .satisfies(entry -> assertThat(entry.getJsonArray("unreadable")).contains(what));
    }
  }

  private static void isWithAPersonOrRefused(String mail) throws IOException {
    try (SmtpDialogue smtp = begun("<envelope@elders.example>")) {
      smtp.send(mail + "\r\n.\r\n");
      String reply = smtp.reply();
      if (reply.startsWith("250")) {
        assertThat(placed(reply).getJsonObject("official").getString("name")).isNotBlank();
      } else {
        assertThat(reply).startsWith("55");
      }
      takesTheNext(smtp);
    }
  }

  /** What became of a mail that is taken. */
  private static JsonObject acceptedFrom(String sender, String mail) throws IOException {
    try (SmtpDialogue smtp = begun(sender)) {
      smtp.send(mail + "\r\n.\r\n");
      String reply = smtp.reply();
      assertThat(reply).startsWith("250");
      takesTheNext(smtp);
      return placed(reply);
    }
  }

  private static JsonObject placed(String reply) {
    String path = "/receipts/" + reply.substring(reply.lastIndexOf(' ') + 1);
    Until.until("placed", () -> hub.get(path).getString("state").equals("routed"));
    return hub.get(path);
  }

  /** On the same connection, and it is routed. */
  private static void takesTheNext(SmtpDialogue smtp) throws IOException {
    smtp.says("RSET");
    String next = "From: <next@elders.example>\r\n\r\nGewoon: " + System.nanoTime();
    String reply = smtp.delivers(next);
    assertThat(reply).startsWith("250");
    placed(reply);
  }
}
