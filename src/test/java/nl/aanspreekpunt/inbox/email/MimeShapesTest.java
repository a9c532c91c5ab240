package nl.aanspreekpunt.inbox.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Looks;
import nl.aanspreekpunt.inbox.Unread;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail of every shape, sent over a real socket: its text is there when the mail has any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MimeShapesTest {
  private static final String HEAD =
      """
      From: Jan <jan@elders.example>
      To: vraag@voorbeeldstad.example
      Subject: Lantaarn
      Message-ID: <1@elders.example>
      MIME-Version: 1.0
      """;
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJg"
          + "gg==";

  private final Posted post = new Posted();

  @AfterAll
  void stop() throws IOException {
    post.close();
  }

  private static String multi(String type, String boundary, String... parts) {
    StringBuilder all = new StringBuilder("Content-Type: multipart/" + type);
    all.append("; boundary=\"").append(boundary).append("\"\n\n");
    for (String part : parts) {
      all.append("--").append(boundary).append('\n').append(part).append('\n');
    }
    return all.append("--").append(boundary).append("--\n").toString();
  }

  private static String text(String words) {
    return "Content-Type: text/plain; charset=utf-8\n\n" + words;
  }

  private static String html(String words) {
    return "Content-Type: text/html; charset=utf-8\n\n" + words;
  }

  private static String pdf(String name) {
    return "Content-Type: application/pdf; name=\"" + name + "\"\n\n%PDF-1";
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void nestedMultipartIsReadThroughAllLevels() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "mixed",
                    "a",
                    multi(
                        "mixed",
                        "b",
                        multi("alternative", "c", text("De lamp is stuk."), html("<p>x</p>")),
                        pdf("een.pdf")),
                    text("Nog iets."),
                    pdf("twee.pdf")));
    assertThat(mail.text()).isEqualTo("De lamp is stuk.\n\nNog iets.");
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::name)
        .containsExactly("een.pdf", "twee.pdf");
    assertThat(mail.unreadable()).isEmpty();
  }

  @Test
  void aPictureWithinTheTextStandsInItsPlace() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "related",
                    "r",
                    html("<p>Voor</p><img src=\"cid:foto%40x\" alt=\"De lamp\"><p>Na</p>"),
                    "Content-Type: image/png\nContent-ID: <foto@x>\n"
                        + "Content-Disposition: inline; filename=lamp.png\n"
                        + "Content-Transfer-Encoding: base64\n\n"
                        + PNG));
    assertThat(mail.text()).isEqualTo("Voor\n\nDe lamp\n\nNa");
    assertThat(mail.looks().parts()).containsExactly(0);
    assertThat(post.layout().html())
        .contains("<p>Voor</p><img alt=\"De lamp\" src=\"data:image/png;base64,iVBORw0KGgo")
        .endsWith("<p>Na</p></div>\n");
    assertThat(post.layout().blocked()).isZero();
  }

  @Test
  void ofAnAlternativeThePlainTextIsReadAndTheRichestShown() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "alternative",
                    "a",
                    text("De lamp is stuk."),
                    multi("related", "b", html("<p>De <b>lamp</b> is stuk.</p>"))));
    assertThat(mail.text()).isEqualTo("De lamp is stuk.");
    assertThat(post.layout().html()).contains("<p>De <b>lamp</b> is stuk.</p>");
  }

  @Test
  void aPlainPartThatOnlyExcusesItselfGivesWayToTheHtml() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "alternative",
                    "a",
                    text("Uw e-mailprogramma kan geen HTML tonen."),
                    html("<p>De lamp is stuk.</p>")));
    assertThat(mail.text()).isEqualTo("De lamp is stuk.");
  }

  @Test
  void aSignedMailIsReadAndItsSignatureKept() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256",
                    "s",
                    multi("mixed", "m", text("De lamp is stuk."), pdf("brief.pdf")),
                    "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\n"
                        + "Content-Transfer-Encoding: base64\n\nMIAG"));
    assertThat(mail.text()).isEqualTo("De lamp is stuk.");
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::name)
        .containsExactly("brief.pdf", "smime.p7s");
  }

  @Test
  void aMailThatStandsWholeWithinItsSignatureIsReadWithItsFiles() throws Exception {
    String inner = multi("mixed", "m", text("De lamp is stuk."), pdf("brief.pdf"));
    byte[] signed =
        new CMSSignedDataGenerator()
            .generate(new CMSProcessableByteArray(inner.getBytes(UTF_8)), true)
            .getEncoded();
    Inbound mail =
        post.read(
            HEAD
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data;\n"
                + "\tname=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(signed));
    assertThat(mail.text()).isEqualTo("De lamp is stuk.");
    assertThat(mail.unreadable()).isEmpty();
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::name)
        .containsExactly("brief.pdf");
  }

  @Test
  void anEncryptedMailIsKeptAndSaidToBeSo() {
    Inbound mail =
        post.read(
            HEAD
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data;"
                + " name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAG");
    assertThat(mail.unreadable()).containsExactly(Unread.SEALED);
    assertThat(mail.attachments()).hasSize(1);
  }

  @Test
  void aReportSaysWhatItSaysToPeople() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "report; report-type=delivery-status",
                    "d",
                    text("Uw bericht is niet bezorgd."),
                    "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@y.example",
                    "Content-Type: message/rfc822\n\nSubject: Antwoord\n\nOude tekst"));
    assertThat(mail.text()).isEqualTo("Uw bericht is niet bezorgd.");
    assertThat(mail.automatic()).isTrue();
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::type)
        .containsExactly("message/delivery-status", "message/rfc822");
  }

  @Test
  void aMessageThatIsPassedOnAsAFileIsKeptUnderItsSubject() {
    String inner =
        """
      Content-Type: message/rfc822

      From: energie@elders.example
      Subject: =?utf-8?q?Afsluiting_caf=C3=A9?=

      Het water gaat dicht.
      """;
    Inbound mail = post.read(HEAD + multi("mixed", "m", text("Zie bijlage."), inner));
    assertThat(mail.text()).isEqualTo("Zie bijlage.");
    Inbound.Attachment file = mail.attachments().get(0);
    assertThat(file.name()).isEqualTo("Afsluiting café.eml");
    assertThat(post.open(file).bytes()).asString(UTF_8).contains("Het water gaat dicht.");

    Inbound bare = post.read(HEAD + multi("mixed", "m", inner));
    assertThat(bare.text()).as("with nothing else to say").isEqualTo("Het water gaat dicht.");
  }

  @Test
  void aWinmailDatIsUnpacked() {
    byte[] letter = "een brief".getBytes(UTF_8);
    WinmailDat packed =
        new WinmailDat()
            .body("De lamp is stuk.")
            .file("brief.pdf", letter)
            .file("foto.png", letter);
    Inbound mail = post.read(HEAD + multi("mixed", "m", text("Zie bijlage."), packed.part()));
    assertThat(mail.text()).isEqualTo("Zie bijlage.");
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::name, Inbound.Attachment::type, Inbound.Attachment::size)
        .containsExactly(
            tuple("brief.pdf", "application/pdf", 9L), tuple("foto.png", "image/png", 9L));
    assertThat(post.open(mail.attachments().get(1)).bytes()).isEqualTo(letter);

    assertThat(post.read(HEAD + packed.part()).text()).isEqualTo("De lamp is stuk.");
  }

  @Test
  void aBrokenWinmailDatStaysAFile() {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "mixed",
                    "m",
                    text("Zie bijlage."),
                    "Content-Type: application/ms-tnef; name=winmail.dat\n\nkapot"));
    assertThat(mail.attachments())
        .extracting(Inbound.Attachment::name)
        .containsExactly("winmail.dat");
    assertThat(mail.unreadable()).containsExactly(Unread.ENCODING);
  }

  @Test
  void rtfOfOutlookIsReadWithoutItsMarkup() {
    assertThat(
            RtfText.of(
                "{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf"
                    + " {\\b \\htmlrtf0 De lamp is \\'e9\\'e9n keer \\u8364?10 waard.\\htmlrtf"
                    + " }\\htmlrtf0 {\\*\\htmltag72 </p>}\\par Groet}"))
        .isEqualTo("De lamp is één keer €10 waard.\nGroet");
  }

  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//x//NL
      METHOD:REQUEST
      BEGIN:VEVENT
      UID:1@elders.example
      DTSTAMP:20261124T090000Z
      DTSTART:20261201T130000Z
      DTEND:20261201T140000Z
      SUMMARY:Kijken naar de lantaarn
      LOCATION:Kerkstraat 1
      ORGANIZER;CN=Jan de Boer:mailto:jan@elders.example
      DESCRIPTION:Ik laat het zien.
      END:VEVENT
      END:VCALENDAR
      """;

  @Test
  void anInvitationIsReadForWhoseCalendarItIs() {
    String calendar = "Content-Type: text/calendar; charset=utf-8; method=REQUEST\n\n" + CALENDAR;
    Inbound mail =
        post.read(
            HEAD + multi("alternative", "a", text("Komt u?"), html("<p>Komt u?</p>"), calendar));
    assertThat(mail.text()).isEqualTo("Komt u?");
    assertThat(mail.looks().invitations())
        .containsExactly(
            new Looks.Invitation(
                "REQUEST",
                "Kijken naar de lantaarn",
                "2026-12-01T13:00:00Z",
                "2026-12-01T14:00:00Z",
                "Kerkstraat 1",
                "Jan de Boer"));
    assertThat(post.read(HEAD + calendar).text())
        .isEqualTo("Kijken naar de lantaarn\nKerkstraat 1\n\nIk laat het zien.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=?utf-8?B?w6k=?=|é",
        "=?UTF-8?Q?caf=C3=A9_?= =?UTF-8?Q?dicht?=|café dicht",
        "=?utf-8?B?w6?= =?utf-8?B?k=?=|é",
        "=?utf-8?Q?een_=C3?= =?utf-8?Q?=A9n?=|een én",
        "\"=?iso-8859-1?q?caf=E9?=\"|\"café\"",
        "Re:=?utf-8?q?_caf=C3=A9?=|Re: café",
        "=?x-nooit?q?caf=C3=A9?=|café",
        "=?utf-8*nl?q?caf=C3=A9?=|café",
        "=?utf-8?q?caf=E9?=|café",
        "=?utf-8?x?zo?=|=?utf-8?x?zo?=",
        "=?utf-8?q?open|=?utf-8?q?open",
        "rauw: café|rauw: café"
      })
  void aSubjectInAnyEncodingIsRead(String sent, String read) {
    assertThat(post.read("From: a@b.example\nSubject: " + sent + "\n\nx").subject())
        .isEqualTo(read);
  }

  @Test
  void rawBytesInAHeaderAreGuessed() {
    byte[] raw = "Subject: café\n\nx".getBytes(Charset.forName("windows-1252"));
    assertThat(post.read(raw).subject()).isEqualTo("café");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename*=utf-8''caf%C3%A9.pdf|café.pdf",
        "attachment; filename*=iso-8859-1'nl'caf%E9.pdf|café.pdf",
        "attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9; filename*2=.pdf|café.pdf",
        "attachment; filename=\"=?utf-8?B?Y2Fmw6kucGRm?=\"|café.pdf",
        "attachment; filename==?utf-8?Q?caf=C3=A9.pdf?=|café.pdf",
        "attachment; filename=\"café.pdf\"|café.pdf",
        "attachment; filename=mijn brief.pdf|mijn brief.pdf",
        "attachment; filename=\"../../etc/brief.pdf\"|.._.._etc_brief.pdf"
      })
  void aFileNameInAnyEncodingIsRead(String disposition, String name) {
    Inbound mail =
        post.read(
            HEAD
                + multi(
                    "mixed",
                    "m",
                    text("x"),
                    "Content-Type: application/pdf\nContent-Disposition: "
                        + disposition
                        + "\n\n%PDF-1"));
    assertThat(mail.attachments()).extracting(Inbound.Attachment::name).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    // Declared, sent.
    "utf-8, windows-1252",
    "iso-8859-1, utf-8",
    "iso-8859-1, windows-1252",
    "us-ascii, utf-8",
    "us-ascii, windows-1252",
    "x-onzin, utf-8",
    "'', windows-1252",
    "'', utf-8"
  })
  void aWrongCharsetIsSeenThrough(String declared, String sent) {
    String words = "Het café kost één € meer, zei André.";
    String type = declared.isEmpty() ? "" : "; charset=" + declared;
    Inbound mail =
        post.read(joined("Content-Type: text/plain" + type, words.getBytes(Charset.forName(sent))));
    assertThat(mail.text()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "KOI8-R, 'Здравствуйте, у нас в доме уже неделю нет воды и тепла. Помогите пожалуйста.'",
    "windows-1251, 'Здравствуйте, у нас в доме уже неделю нет воды и тепла. Помогите пожалуйста.'",
    "GB18030, 你好，我们家已经一个星期没有水了，请帮帮我们，谢谢。",
  })
  void aCharsetOfAnotherScriptIsGuessed(String charset, String words) {
    assertThat(
            post.read(joined("Content-Type: text/plain", words.getBytes(Charset.forName(charset))))
                .text())
        .isEqualTo(words);
  }

  @Test
  void badBytesSpoilOnlyThemselves() {
    byte[] words = "Het café is één dag dicht: X.".getBytes(UTF_8);
    words[words.length - 2] = (byte) 0xff;
    Inbound mail = post.read(joined("Content-Type: text/plain; charset=utf-8", words));
    assertThat(mail.text()).isEqualTo("Het café is één dag dicht: \ufffd.");
    assertThat(mail.unreadable()).containsExactly(Unread.CHARSET);
  }

  @Test
  void htmlMaySayItselfWhatItIsIn() {
    byte[] words =
        "<html><meta charset=\"windows-1251\"><p>Здравствуйте</p>"
            .getBytes(Charset.forName("windows-1251"));
    assertThat(post.read(joined("Content-Type: text/html", words)).text())
        .isEqualTo("Здравствуйте");
  }

  private static byte[] joined(String head, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((HEAD + head + "\n\n").getBytes(UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nDe lamp is stuk.",
        "From:\nTo:\nDate:\nMessage-ID:\nSubject:\nContent-Type:\n\nDe lamp is stuk.",
        "From: <>\nTo: ,;\nDate: gisteren\nMessage-ID: <>\nContent-Type: ;\n\nDe lamp is stuk.",
        "Content-Type: text\n\nDe lamp is stuk.",
        "Content-Type: text/plain;; charset=\n\nDe lamp is stuk.",
        "Content-Type: text/plain; charset=utf-8; name=\"bericht.txt\"\n\nDe lamp is stuk.",
        "Content-Type: text/html;charset\n\n<p>De lamp is stuk.",
        "Content-Type: text/markdown\n\nDe lamp is stuk.",
        "Content-Type: text/enriched\n\n<bold>De lamp</bold> is stuk.",
        "Content-Type: multipart/mixed\n\nDe lamp is stuk.",
        "Content-Type: multipart/mixed; boundary=x\n\nDe lamp is stuk.",
        "Content-Type: multipart/mixed\n\n--abc\nContent-Type: text/plain\n\nDe lamp is stuk.\n--abc--",
        "Content-Type: multipart/mixed; boundary=x\n\n--abc\nContent-Type: text/plain\n\n"
            + "De lamp is stuk.\n--abc--",
        "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nDe lamp is stuk.",
        "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n"
            + "<p>De lamp is stuk.",
        "Content-Type: text/plain\nContent-Transfer-Encoding: onzin\n\nDe lamp is stuk.",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n"
            + "De lamp is stuk.",
        "Content-Type: text/html\n\n<html><head><title>x</title><body><p>De lamp is stuk.",
        "Content-Type: text/html\n\n<svg><p>De lamp is stuk.",
        "Content-Type: text/html\n\n<!-- <p>weg</p> --><noscript>De lamp is stuk."
      })
  void theTextIsNeverEmptyWhenTheMailHasAny(String raw) {
    assertThat(post.read(raw).text()).isEqualTo("De lamp is stuk.");
  }

  @Test
  void aTruncatedPartIsReadAsFarAsItGoes() {
    String body = base64("De lamp is stuk. ".repeat(20));
    Inbound mail =
        post.read(
            HEAD
                + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                + body.substring(0, 130));
    assertThat(mail.text()).startsWith("De lamp is stuk. De lamp is stuk.");
    Inbound cut =
        post.read(HEAD + "Content-Transfer-Encoding: quoted-printable\n\nDe lamp is =C3=A9=C");
    assertThat(cut.text()).startsWith("De lamp is é");
  }

  @Test
  void htmlAloneHasAFaithfulText() {
    Inbound mail =
        post.read(
            HEAD
                + html(
                    "<h1>Lantaarn</h1><p>Hij is <b>stuk</b>:</p><ol><li>sinds maandag<li>in de"
                        + " Kerkstraat</ol><table><tr><td>Paal<td>12</tr></table><pre>a\n  b</pre>"
                        + "<a href='https://x.example/foto'>foto</a>"));
    assertThat(mail.text())
        .isEqualTo(
            "Lantaarn\n\nHij is stuk:\n\n- sinds maandag\n- in de Kerkstraat\n\nPaal 12\n\na\n  b\n\n"
                + "foto <https://x.example/foto>");
    assertThat(mail.own()).isEqualTo(mail.text());
  }

  @Test
  void whatEachBoundLeavesOutIsNamedAndTheRawMailKept() {
    String part = "--m\nContent-Type: image/png\n\nx\n";
    assertThat(post.read(HEAD + multi("mixed", "m", text("a")) + part.repeat(1)).unreadable())
        .isEmpty();
    Inbound many =
        post.read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=m\n\n--m\n\nDe lamp\n"
                + part.repeat(1100)
                + "--m--\n");
    assertThat(many.unreadable()).contains(Unread.PARTS);
    assertThat(many.text()).isEqualTo("De lamp");
    assertThat(post.read(HEAD + "X: y\n".repeat(1100) + "\nDe lamp").unreadable())
        .containsExactly(Unread.HEADERS);
    Inbound longer = post.read(HEAD + "\n" + "De lamp is stuk.\n".repeat(15_000));
    assertThat(longer.unreadable()).containsExactly(Unread.LENGTH);
    assertThat(longer.text()).hasSize(200_000);
    assertThat(new String(post.stored(), UTF_8)).hasSizeGreaterThan(250_000);
  }

  @Test
  void theMemoryOfOneMessageIsBounded() {
    Budget budget = new Budget();
    assertThat(budget.memory(Budget.MOST_MEMORY)).isTrue();
    assertThat(budget.memory(1)).isFalse();
    assertThat(budget.unreadable()).isEqualTo(List.of(Unread.MEMORY));
  }
}
