package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen's mail server gets when an official answers. */
class RepliesByMailTest {
  private static GreenMail relay;
  private static Workplace workplace;
  private static int sent;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    byte[] key = rsa.generateKeyPair().getPrivate().getEncoded();
    Path pem =
        Files.writeString(
            folder.resolve("dkim.pem"),
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n");
    relay = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    relay.start();
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "relay.host",
                "127.0.0.1",
                "relay.port",
                Integer.toString(relay.getSmtp().getPort()),
                "relay.tls",
                "off",
                "relay.dkim.selector",
                "hub",
                "relay.dkim.key",
                pem.toString()));
  }

  @AfterAll
  static void close() {
    workplace.close();
    relay.stop();
  }

  private static Case asks(String from, String to, String text) {
    return workplace.mail(
        from,
        """
        From: Jan de Boer <%s>
        To: %s
        Subject: Mijn huur
        Message-ID: <vraag%d@elders.example>
        References: <eerder@elders.example>
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(from, to, ++sent, text));
  }

  private static Visitor.Answer answers(
      Case one, Multipart files, String text, Map<String, String> more) {
    Visitor official = Visitor.loggedIn(workplace, one.official());
    official.get("/werk/vragen/" + one.id());
    Map<String, String> fields = new HashMap<>();
    fields.put("text", text);
    fields.put("seen", workplace.found(one.id()).lastReceived());
    fields.putAll(more);
    return official.post(
        "/werk/vragen/" + one.id() + "/antwoord", files, fields, "Accept", "text/html");
  }

  private static CaseEvent.Replied reply(Case one) {
    return workplace
        .found(one.id())
        .happened(CaseEvent.Replied.class)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** As it came, once it was sent. */
  private static MimeMessage arrived(Case one) {
    Outgoing entry = await(workplace.outbox.find(reply(one).entry())).orElseThrow();
    int before = relay.getReceivedMessages().length;
    assertThat(workplace.sends(entry).outcome()).isEqualTo(Delivery.Outcome.SENT);
    return relay.getReceivedMessages()[before];
  }

  @Test
  void anAnswerComesFromItsOfficialGoesBelowTheQuestionAndLeadsBackToTheCase() throws Exception {
    Case one =
        asks(
            "jan@elders.example",
            "vraag@voorbeeldstad.example",
            "De huur is te hoog.\n\nOp 1 november schreef Piet:\n> niet voor iedereen");
    assertThat(answers(one, new Multipart(), "Ik kijk ernaar.\nTot dinsdag.", Map.of()).status())
        .isEqualTo(303);

    MimeMessage mail = arrived(one);
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getPersonal())
        .isEqualTo(
            workplace.directories.current().official(one.official()).orElseThrow().name()
                + ", gemeente Voorbeeldstad");
    assertThat(workplace.tokens.caseOfAddress(from.getAddress())).contains(one.id());
    assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo(from.getAddress());
    assertThat(workplace.tokens.caseOfMessageId(mail.getMessageID())).contains(one.id());
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<vraag" + sent + "@elders.example>");
    assertThat(mail.getHeader("References", null))
        .containsSubsequence("<eerder@elders.example>", "<vraag" + sent + "@elders.example>");
    assertThat(mail.getHeader("Auto-Submitted")).isNull();
    assertThat(mail.getHeader("DKIM-Signature"))
        .singleElement()
        .asString()
        .contains("d=voorbeeldstad.example;", "s=hub;");
    assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
    String path = mail.getHeader("Return-Path", null).replaceAll("[<>]", "");
    assertThat(workplace.tokens.returnedTo(path))
        .contains(await(workplace.outbox.find(reply(one).entry())).orElseThrow().returns());

    MimeMultipart alternative = (MimeMultipart) mail.getContent();
    assertThat(alternative.getContentType()).startsWith("multipart/alternative");
    String text = (String) alternative.getBodyPart(0).getContent();
    assertThat(text.replace("\r\n", "\n"))
        .contains("Ik kijk ernaar.\nTot dinsdag.")
        .containsPattern("Op dinsdag 24 november.*schreef u:\n> De huur is te hoog\\.")
        .doesNotContain("niet voor iedereen");
    MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
    assertThat((String) related.getBodyPart(0).getContent())
        .contains("Ik kijk ernaar.<br>", "<blockquote", "De huur is te hoog.", "cid:picture")
        .doesNotContain("niet voor iedereen");
    BodyPart picture = related.getBodyPart(1);
    assertThat(picture.getHeader("Content-ID")).containsExactly("<picture>");
    assertThat(picture.getInputStream().readAllBytes()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void filesThatAnOfficialChoosesGoAlongAndStandOnTheTimeline() throws Exception {
    Case one = asks("eva@elders.example", "vraag@voorbeeldstad.example", "Mag ik het formulier?");
    byte[] pdf = "%PDF-1.4 één".getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[3 << 20];
    large[large.length - 1] = 7;
    Multipart files =
        new Multipart()
            .file("files", "../aanvraag huur.pdf", "application/pdf", pdf)
            .file("files", "plan.bin", "application/octet-stream", large);

    assertThat(answers(one, files, "Hierbij het formulier.", Map.of()).status()).isEqualTo(303);

    assertThat(reply(one).files())
        .extracting(CaseEvent.Photo::name)
        .containsExactly("aanvraag huur.pdf", "plan.bin");
    MimeMultipart mixed = (MimeMultipart) arrived(one).getContent();
    assertThat(mixed.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(3);
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("aanvraag huur.pdf");
    assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/pdf");
    assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    assertThat(mixed.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(large);

    Visitor official = Visitor.loggedIn(workplace, one.official());
    CaseEvent.Photo file = reply(one).files().get(0);
    String path = "/werk/vragen/" + one.id() + "/bestanden/" + file.receipt() + "/" + file.part();
    assertThat(official.get("/werk/vragen/" + one.id()).body()).contains("aanvraag huur.pdf", path);
    assertThat(official.bytes(path)).isEqualTo(pdf);
    String other =
        workplace.directories.current().officials().stream()
            .filter(it -> !it.team().equals(one.team()))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(Visitor.loggedIn(workplace, other).get(path).status()).isEqualTo(404);
  }

  @Test
  void whatIsTooMuchIsSaidOnThePageAndNothingGoes() {
    Case one = asks("piet@elders.example", "vraag@voorbeeldstad.example", "Mag ik het boek?");
    Multipart files =
        new Multipart().file("files", "boek.pdf", "application/pdf", new byte[(10 << 20) + 1]);

    Visitor.Answer answer = answers(one, files, "Hierbij het boek.", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("samen hooguit 10 MB", "Hierbij het boek.");
    assertThat(workplace.found(one.id()).happened(CaseEvent.Replied.class)).isEmpty();
  }

  @Test
  void whoGetsATextMessageGetsNoFiles() {
    Case one = workplace.question("+31612345678", "Kim", "Huur", "Mijn huur?", "huur-en-onderhoud");
    Multipart files = new Multipart().file("files", "a.pdf", "application/pdf", new byte[] {1});

    Visitor.Answer answer = answers(one, files, "Hierbij.", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("bestanden kunnen alleen mee met een e-mail");
  }

  /** To whoever else takes part: their own words, never another's. */
  @Test
  void nobodyReadsAQuoteOfWhatSomebodyElseWrote() throws Exception {
    Case one = asks("ans@elders.example", "vraag@voorbeeldstad.example", "Mijn geheim is blauw.");
    String token = workplace.tokens.replyAddress(one.id(), "ans@elders.example");
    String household = "cor@elders.example";
    Case beside = asks(household, token, "Mijn geheim is rood.");
    Case there = beside.id().equals(one.id()) ? one : beside;
    answers(there, new Multipart(), "Dank.", Map.of());

    String text = text(arrived(there));
    assertThat(text).contains("> Mijn geheim is rood.").doesNotContain("blauw");
    answers(one, new Multipart(), "Dank u.", Map.of());
    assertThat(text(arrived(one))).contains("> Mijn geheim is blauw.").doesNotContain("rood");
  }

  @Test
  void whatIsConfidentialIsNotQuotedAndALongMessageNotWhole() throws Exception {
    Optional<String> topic =
        workplace.directories.current().topics().stream()
            .filter(it -> it.confidential())
            .map(it -> it.id())
            .findFirst();
    Case closed =
        workplace.question(
            "kim@elders.example", "Kim", "Iets", "Mijn geheim.", topic.orElseThrow());
    answers(closed, new Multipart(), "Dank.", Map.of());
    assertThat(text(arrived(closed))).doesNotContain("Mijn geheim.", "schreef u");

    Case one =
        asks(
            "lang@elders.example",
            "vraag@voorbeeldstad.example",
            "Regel over de huur.\n".repeat(5_000));
    answers(one, new Multipart(), "Dank.", Map.of());
    assertThat(text(arrived(one))).contains("> Regel over de huur.", "[…]").hasSizeLessThan(6_000);
  }

  @Test
  void whoWritesEnglishIsAnsweredSo() throws Exception {
    Case one =
        asks(
            "joe@elders.example",
            "vraag@voorbeeldstad.example",
            "Hello, my rent is too high. Could you please tell me what I can do about it?");
    answers(one, new Multipart(), "I will have a look.", Map.of());

    MimeMessage mail = arrived(one);
    assertThat(mail.getHeader("Content-Language")).containsExactly("en");
    assertThat(text(mail)).contains("Hello", "you wrote:\n> Hello, my rent is too high.");
  }

  /** An automatic message in between is not what is answered. */
  @Test
  void anAnswerGoesBelowTheQuestionAlsoWhenAMachineWroteLast() throws Exception {
    Case one = asks("weg@elders.example", "vraag@voorbeeldstad.example", "Mijn huur?");
    workplace.mail(
        "weg@elders.example",
        """
        From: weg@elders.example
        To: %s
        Subject: Afwezig
        Message-ID: <weg@elders.example>
        Auto-Submitted: auto-replied

        Ik ben er niet.
        """
            .formatted(workplace.tokens.replyAddress(one.id(), "weg@elders.example")));
    Map<String, String> before = Map.of("seen", one.lastReceived());
    assertThat(answers(one, new Multipart(), "Dank.", before).status())
        .as("also when it came while the answer was written")
        .isEqualTo(303);

    MimeMessage mail = arrived(one);
    assertThat(mail.getHeader("In-Reply-To")[0]).startsWith("<vraag");
    assertThat(text(mail)).contains("> Mijn huur?").doesNotContain("Ik ben er niet");
  }

  private static String text(MimeMessage mail) throws Exception {
    Object content = mail.getContent();
    while (content instanceof MimeMultipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    return List.of(((String) content).replace("\r\n", "\n")).get(0);
  }
}
