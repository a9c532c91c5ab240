package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Unread;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailReadingTest {
  private static final String PLAIN = "From: A <a@b.example>\r\nSubject: Hoi\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final Kept store = new Kept();
  private final EmailReading reading =
      new EmailReading(
          vertx, store, Listening.DOMAINS, Trust.in(List.of("mx.gemeente.example"), Set.of()));
  private final Attachments attachments = new Attachments(vertx, store);

  @AfterAll
  void stop() {
    Listening.await(vertx.close());
  }

  private static Receipt receipt(byte[] raw, String from) {
    return Receipt.received(
        "r",
        Channel.EMAIL,
        Listening.NOW,
        from,
        List.of("vraag@voorbeeldstad.example"),
        raw,
        0,
        raw.length,
        Map.of());
  }

  private Inbound read(byte[] raw) {
    return Listening.await(reading.read(receipt(raw, "envelope@b.example")));
  }

  private Inbound read(String raw) {
    return read(raw.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCommonMailIsReadWhole() {
    Inbound mail =
        read(
            String.join(
                "\r\n",
                "From: =?utf-8?q?Andr=C3=A9_de_Boer?= <Andre@B.example>",
                "Reply-To: thuis@b.example",
                "To: \"Wijk\" <Wijk@Gemeente.example>, x@elders.example",
                "Cc: undisclosed: ;",
                "Delivered-To: tweede@voorbeeldstad.example",
                "Subject: =?utf-8?q?De_lantaarn_=E2=98=80?=",
                " =?utf-8?q?_is_stuk?=",
                "Message-ID: <3@b.example>",
                "In-Reply-To: <2@hub.example>",
                "References: <1@hub.example>",
                " <2@hub.example>",
                "Content-Type: text/plain; charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Ik heb een vraag over de lantaarn, =E9=E9n keer gemeld.",
                "Groet",
                ""));
    assertThat(mail.sender().value()).isEqualTo("andre@b.example");
    assertThat(mail.senderName()).isEqualTo("André de Boer");
    assertThat(mail.recipients())
        .containsExactly(
            "vraag@voorbeeldstad.example", "wijk@gemeente.example", "tweede@voorbeeldstad.example");
    assertThat(mail.subject()).isEqualTo("De lantaarn ☀ is stuk");
    assertThat(mail.text()).isEqualTo("Ik heb een vraag over de lantaarn, één keer gemeld.\nGroet");
    assertThat(mail.messageId()).isEqualTo("<3@b.example>");
    assertThat(mail.threads()).containsExactly("<2@hub.example>", "<1@hub.example>");
    assertThat(mail.language()).isEqualTo("nl");
    assertThat(mail.automatic()).isFalse();
    assertThat(mail.doubt()).as("no server of ours said anything").isEqualTo("none");
    assertThat(mail.attachments()).isEmpty();
    assertThat(mail.unreadable()).isEmpty();
  }

  private static final String MIXED =
      PLAIN
          + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"a b\"\r\n\r\n"
          + "preamble\r\n--a b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
          + "--c\r\nContent-Type: text/plain\r\n\r\nplain words\r\n"
          + "--c\r\nContent-Type: text/html\r\n\r\n<p>html words</p>\r\n--c--\r\n"
          + "--a b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
          + "Content-Disposition: attachment;\r\n filename*=utf-8''..%2Fbrief%20%E2%82%AC.pdf\r\n\r\n"
          + Base64.getMimeEncoder().encodeToString("%PDF-1".getBytes(StandardCharsets.US_ASCII))
          + "\r\n--a b\r\nContent-Type: image/png; name=foto van mij.png\r\n\r\nxyz\r\n"
          + "--a b--\r\nepilogue\r\n";

  @Test
  void plainTextIsPreferredAndAttachmentsAreListedAndOpen() {
    Inbound mail = read(MIXED);
    assertThat(mail.text()).isEqualTo("plain words");
    assertThat(mail.attachments())
        .containsExactly(
            new Inbound.Attachment(2, ".._brief €.pdf", "application/pdf", 6),
            new Inbound.Attachment(3, "foto van mij.png", "image/png", 3));
    assertThat(mail.unreadable()).isEmpty();
    Receipt receipt = receipt(MIXED.getBytes(StandardCharsets.UTF_8), "");
    Unpacked opened = Unpacked.of(attachments, receipt, 2).orElseThrow();
    assertThat(opened.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("%PDF-1");
    assertThat(opened.name()).isEqualTo(".._brief €.pdf");
    assertThat(Unpacked.of(attachments, receipt, 99)).isEmpty();
  }

  @Test
  void aMailInPiecesIsReadAsOne() {
    byte[] raw = MIXED.getBytes(StandardCharsets.UTF_8);
    int half = raw.length / 2;
    store.pieces.put("large/0", Arrays.copyOf(raw, half));
    store.pieces.put("large/1", Arrays.copyOfRange(raw, half, raw.length));
    Receipt receipt =
        Receipt.received(
            "large", Channel.EMAIL, Listening.NOW, "", List.of(), null, 2, raw.length, Map.of());
    assertThat(Listening.await(reading.read(receipt)).text()).isEqualTo("plain words");
    assertThat(Unpacked.of(attachments, receipt, 3)).isPresent();
  }

  @Test
  void htmlAloneBecomesItsWords() {
    Inbound mail =
        read(
            PLAIN
                + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<html><head><title>T</title><style>p{}</style></head><body><!-- no -->"
                + "<p>Beste&nbsp;gemeente,</p><p>Kijk <a href=\"https://x.example/?a=1&amp;b\">"
                + "hier</a>&hellip;</p><ul><li>een<li>twee</ul>regel<br>volgende"
                + "<script>alert(1)</script><table><tr><td>a</td><td>b</td></tr></table>");
    assertThat(mail.text())
        .isEqualTo(
            "Beste\u00a0gemeente,\n\nKijk hier <https://x.example/?a=1&b>…\n\n- een\n- twee\n"
                + "regel\nvolgende\n\na b");
  }

  @Test
  void anEmptyPlainPartGivesWayToTheHtml() {
    String mail =
        PLAIN
            + "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\n \r\n"
            + "--c\r\nContent-Type: text/html\r\n\r\n<b>vet</b>\r\n--c--\r\n";
    assertThat(read(mail).text()).isEqualTo("vet");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, één €",
    "utf-8, één €",
    "iso-8859-15, één €",
    "utf-16, één €",
    "koi8-r, привет"
  })
  void charsetsAreRead(String charset, String text) {
    byte[] head =
        (PLAIN + "Content-Type: text/plain; charset=" + charset + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(read(joined(head, text.getBytes(Charset.forName(charset)))).text()).isEqualTo(text);
  }

  private static byte[] joined(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-unknown-99", "\"=?&\"", "../../etc"})
  void anUnknownCharsetIsGuessedAndSaid(String charset) {
    Inbound mail = read(PLAIN + "Content-Type: text/plain; charset=" + charset + "\r\n\r\néén");
    assertThat(mail.text()).isEqualTo("één");
    assertThat(mail.unreadable()).containsExactly(Unread.CHARSET);
  }

  @Test
  void eightBitsWithoutACharsetAreGuessed() {
    assertThat(read(PLAIN + "\r\néén").text()).isEqualTo("één");
    byte[] western = (PLAIN + "\r\néén €").getBytes(Charset.forName("windows-1252"));
    assertThat(read(western).text()).isEqualTo("één €");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "From:\r\n", "From: <>\r\n", "From: nobody\r\n", "From: a: ;\r\n"})
  void withoutAFromTheEnvelopeSaysWho(String from) {
    byte[] raw = (from + "Subject: x\r\n\r\ny").getBytes(StandardCharsets.US_ASCII);
    assertThat(read(raw).sender().value()).isEqualTo("envelope@b.example");
    Inbound nobody = Listening.await(reading.read(receipt(raw, "")));
    assertThat(nobody.sender()).isNull();
    assertThat(nobody.automatic()).isTrue();
    assertThat(nobody.text()).isEqualTo("y");
  }

  @Test
  void anSmtputf8AddressIsASender() {
    Inbound mail = read("From: André <andré@bücher.example>\r\nSubject: één\r\n\r\nx");
    assertThat(mail.sender().value()).isEqualTo("andré@bücher.example");
    assertThat(mail.senderName()).isEqualTo("André");
    assertThat(mail.subject()).isEqualTo("één");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied; x=y",
        "Auto-Submitted: auto-generated",
        "Precedence: Bulk",
        "List-Id: <x.example>",
        "X-Auto-Response-Suppress: OOF, AutoReply",
        "X-Autoreply: yes",
        "Content-Type: multipart/report; boundary=x"
      })
  void automaticMailIsKnown(String header) {
    assertThat(read(header + "\r\n" + PLAIN + "\r\nx").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAILER-DAEMON@b.example", "no-reply@b.example", "noreply+x9@b.example"})
  void aSenderThatNobodyReadsIsAutomatic(String sender) {
    assertThat(read("From: " + sender + "\r\n\r\nx").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Auto-Submitted: no", "Precedence: first-class", "X-Auto-Response-Suppress: None"})
  void aPersonsMailIsNotAutomatic(String header) {
    assertThat(read(header + "\r\n" + PLAIN + "\r\nx").automatic()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "mx.gemeente.example; spf=pass; dkim=pass; dmarc=fail (p=none) header.from=x|dmarc=fail",
        "MX.gemeente.example 1; spf=fail smtp.mailfrom=x; dkim=fail (bad)|spf=fail dkim=fail",
        "mx.gemeente.example; spf=fail; dkim=pass header.d=b.example|null",
        "mx.gemeente.example (dmarc=fail); dmarc=pass|null",
        "mx.gemeente.example; spf=pass smtp.mailfrom=bounce@mail.b.example|null",
        "mx.gemeente.example; spf=pass smtp.mailfrom=x@c.example; dkim=pass header.d=c.example|none",
        "mx.gemeente.example; dmarc=none; spf=temperror|spf=temperror",
        "mx.gemeente.example; dmarc=pass header.from=c.example|none",
        "evil.example; dmarc=pass|none",
        "none|none"
      })
  void onlyTheTrustedServersResultsRaiseDoubt(String results, String doubt) {
    Inbound mail = read("Authentication-Results: " + results + "\r\n" + PLAIN + "\r\nx");
    assertThat(mail.doubt()).isEqualTo(doubt);
  }

  @Test
  void englishIsKnownByItsWordsOrItsHeader() {
    assertThat(read(PLAIN + "\r\nI have a question for you about my street.").language())
        .isEqualTo("en");
    assertThat(read(PLAIN + "Content-Language: en-GB\r\n\r\nhoi").language()).isEqualTo("en");
    assertThat(read(PLAIN + "\r\nxyz").language()).isEqualTo("nl");
  }

  @Test
  void aMultipartThatIsCutOffIsReadAsFarAsItGoes() {
    Inbound mail = read(MIXED.substring(0, MIXED.indexOf("JVBE") + 4));
    assertThat(mail.text()).isEqualTo("plain words");
    assertThat(mail.attachments()).hasSize(1);
    assertThat(mail.unreadable()).containsExactly(Unread.TRUNCATED);
  }

  @Test
  void tenThousandPartsAreSummarised() {
    String part = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
    Inbound mail =
        read(
            PLAIN
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwoorden\r\n"
                + part.repeat(10_000)
                + "--b--\r\n");
    assertThat(mail.text()).isEqualTo("woorden");
    assertThat(mail.attachments()).hasSize(100);
    assertThat(mail.unreadable()).contains(Unread.PARTS);
  }

  @Test
  void partsWithinPartsEndSomewhere() {
    StringBuilder raw = new StringBuilder(PLAIN);
    for (int i = 0; i < 3000; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b").append(i);
      raw.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    assertThat(read(raw.toString()).unreadable()).contains(Unread.DEPTH);
  }

  @Test
  void headerBombsAreBounded() {
    assertFast(("X-A: b\r\n".repeat(100_000) + PLAIN + "\r\nx"), Unread.HEADERS);
    assertFast("X-A: " + "b".repeat(1 << 20) + "\r\n" + PLAIN + "\r\nx", Unread.HEADERS);
    assertFast(PLAIN + "To: " + "a@b.example,".repeat(80_000) + "\r\n\r\nx", Unread.HEADERS);
    assertFast(PLAIN + "X-A: b\r\n" + " c\r\n".repeat(200_000) + "\r\nx", Unread.HEADERS);
    assertFast("Subject: " + "=?utf-8?q?a?= ".repeat(4_000) + "\r\n" + PLAIN + "\r\nx", null);
    assertFast(PLAIN + "References: " + "<a@b>".repeat(12_000) + "\r\n\r\nx", null);
    assertFast("From: " + "<".repeat(60_000) + "\r\n" + PLAIN + "\r\nx", null);
    assertFast("From: " + "(".repeat(60_000) + "\r\n" + PLAIN + "\r\nx", null);
    assertFast("From: " + "\"\\".repeat(30_000) + "\r\n" + PLAIN + "\r\nx", null);
  }

  @Test
  void hardHtmlIsBounded() {
    String head = PLAIN + "Content-Type: text/html\r\n\r\nbegin ";
    for (String hard :
        new String[] {
          "<div>",
          "<",
          "<a ",
          "<!--",
          "&",
          "&#",
          "<p",
          "</",
          "<table><tr><td>",
          "<a href='",
          "<script>",
          "<a href=http://x>",
          "<b><i>",
          "<![CDATA[",
          "\"'",
          "<x=\"",
          "<form><select>"
        }) {
      String html = hard.repeat(2_000_000 / hard.length());
      assertFast(head + html, null);
    }
  }

  private void assertFast(String raw, Unread lacks) {
    long start = System.nanoTime();
    Inbound mail = read(raw);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String what = raw.substring(0, Math.min(90, raw.length()));
    assertThat(took).as(what).isLessThan(Duration.ofSeconds(4));
    if (lacks != null) {
      assertThat(mail.unreadable()).as(what).contains(lacks);
    }
  }

  @Test
  void anyBytesAtAllAreRead() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] raw = MIXED.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(60); n >= 0; n--) {
        raw[random.nextInt(raw.length)] = (byte) random.nextInt();
      }
      Inbound mail = reading.read(receipt(raw, "a@b.example"), raw);
      assertThat(mail.unreadable()).doesNotContain(Unread.BROKEN);
    }
  }

  @Test
  void aCommonMailCostsLittle() {
    byte[] raw =
        (PLAIN
                + "To: vraag@voorbeeldstad.example\r\nMessage-ID: <1@b.example>\r\n"
                + "Date: Tue, 24 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                + "Ik heb een vraag over de lantaarn in mijn straat.\r\n".repeat(36))
            .getBytes(StandardCharsets.UTF_8);
    Receipt receipt = receipt(raw, "a@b.example");
    for (int i = 0; i < 4000; i++) {
      reading.read(receipt, raw);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 2000; i++) {
      reading.read(receipt, raw);
    }
    long each = (threads.getCurrentThreadCpuTime() - start) / 2000;
    assertThat(each).as("ns of CPU").isLessThan(500_000);
  }
}
