package nl.aanspreekpunt.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public form over plain HTTP, as a browser without script sends it, and as others do. */
class WebFormTest {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private static final String TYPED = "Mijn kraan <lekt> & de \"huur\" is te hoog.";
  private static final String SHOWN = "Mijn kraan &lt;lekt&gt; &amp; de \"huur\" is te hoog.";
  private static Workplace workplace;
  private static int citizens;

  @BeforeAll
  static void open() {
    workplace =
        new Workplace(Workplace.oneForEachTopic(), Map.of("http.trusted-proxies", "127.0.0.1"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  /** Somebody who has opened the form, at an address that nobody had before. */
  private static final class Asker {
    final Visitor visitor = new Visitor(workplace);
    final String email = "vrager" + ++citizens + "@example.org";
    final String from = "192.0.2." + citizens;
    final Map<String, String> fields = new HashMap<>();

    Asker() {
      String page = visitor.get("/").body();
      fields.put("nonce", nonce(page));
      fields.put("text", TYPED);
      fields.put("email", email);
      workplace.clock.forward(Duration.ofMinutes(1));
    }

    Visitor.Answer sends() {
      return sends(new Multipart());
    }

    Visitor.Answer sends(Multipart files) {
      return visitor.post("/vraag", files, fields, "X-Forwarded-For", from);
    }

    /** The receipt it became, once it is placed. */
    Receipt receipt(Visitor.Answer sent) {
      assertThat(sent.status()).as(sent.body()).isEqualTo(303);
      assertThat(sent.location()).startsWith("/ontvangen/");
      String id = sent.location().substring("/ontvangen/".length());
      return Until.present(
          "the form is placed",
          () ->
              Workplace.await(workplace.receipts.find(id))
                  .filter(found -> found.state() == Receipt.State.ROUTED));
    }

    long messages() {
      return Workplace.await(
              workplace.identities.find(
                  nl.aanspreekpunt.citizen.Addresses.email(email).orElseThrow()))
          .map(identity -> (long) identity.recent().size())
          .orElse(0L);
    }
  }

  private static String nonce(String page) {
    Matcher nonce = NONCE.matcher(page);
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  @Test
  void whatIsChosenToBeFormalIsPromisedADecisionAndStaysChosenWhenSomethingIsWrong() {
    Asker asker = new Asker();
    asker.fields.put("class", "formal");
    asker.fields.put("topic", "afval");
    asker.fields.put("email", "geen adres");
    Visitor.Answer wrong = asker.sends();
    asker.fields.put("email", asker.email);
    workplace.clock.forward(Duration.ofMinutes(1));
    Receipt receipt = asker.receipt(asker.sends());

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("<option value=\"formal\" selected>");
    Case one = workplace.found(receipt.caseNumber());
    assertThat(one.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(one.openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER, PromiseKind.DECISION);
  }

  @Test
  void filesComeWithItAndTheOfficialGetsThemAsTheyWere() {
    byte[] photo = new byte[3 << 20];
    new Random(1).nextBytes(photo);
    Asker asker = new Asker();
    Receipt receipt =
        asker.receipt(
            asker.sends(
                new Multipart()
                    .file("files", "C:\\foto's\\lek 1.jpg", "image/jpeg", photo)
                    .file(
                        "files",
                        "brief.eml",
                        "message/rfc822",
                        "Subject: x\r\n\r\ny".getBytes(UTF_8))
                    .file("files", "", "application/octet-stream", new byte[0])));

    assertThat(receipt.pieces()).as("stored in pieces, before its receipt").isEqualTo(5);
    assertThat(receipt.raw()).isNull();
    assertThat(receipt.read().text()).startsWith(TYPED);
    assertThat(receipt.read().attachments())
        .extracting(Inbound.Attachment::name)
        .containsExactly("lek 1.jpg", "brief.eml");
    Case one = workplace.found(receipt.caseNumber());
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String page = official.get("/werk/vragen/" + one.id()).body();
    Matcher link = Pattern.compile("href=\"(/werk/vragen/[^\"]*/bestanden/[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    assertThat(official.bytes(link.group(1))).isEqualTo(photo);
    assertThat(official.get("/werk/vragen/" + one.id()).body())
        .as("there is no scanner")
        .contains("lek 1.jpg</a>", "foto of plaatje", "niet op virussen gecontroleerd");
  }

  @ParameterizedTest
  @CsvSource({"without", "of another", "made up", "old"})
  void aFormFromAnotherSiteIsNotTakenButShownAgainWithAllThatWasTyped(String token) {
    Asker asker = new Asker();
    switch (token) {
      case "without" -> asker.visitor.forgetToken("");
      case "of another" -> asker.visitor.forgetToken(new Asker().visitor.token());
      case "made up" -> asker.visitor.forgetToken("1.x");
      default -> workplace.clock.forward(Duration.ofHours(13));
    }
    asker.fields.put("name", "Eva de Boer");
    Visitor.Answer again = asker.sends();

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains(SHOWN, "Eva de Boer", asker.email);
    assertThat(again.body()).contains("Verstuur het nog een keer");
    assertThat(asker.messages()).isZero();
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(asker.receipt(asker.sends()).read().senderName())
        .as("with the token of the page shown again")
        .isEqualTo("Eva de Boer");
  }

  @Test
  void whatFillsInTheHiddenFieldOrIsTooQuickIsNotTakenAndAPersonMaySendItAgain() {
    Asker robot = new Asker();
    robot.fields.put("website", "https://spam.example");
    Visitor.Answer trapped = robot.sends();
    assertThat(trapped.status()).isEqualTo(422);
    assertThat(trapped.body()).contains(SHOWN).doesNotContain("spam.example");
    assertThat(robot.messages()).isZero();
    robot.fields.remove("website");
    workplace.clock.forward(Duration.ofSeconds(1));
    assertThat(robot.sends().status()).as("a second after the page was shown").isEqualTo(422);
    workplace.clock.forward(Duration.ofSeconds(3));
    robot.receipt(robot.sends());
  }

  @Test
  void whoSendsTooOftenIsToldWhenItIsAllowedAgainAndNobodyElseIsHindered() {
    Asker often = new Asker();
    for (int i = 0; i < 20; i++) {
      often.fields.put("nonce", nonce(often.visitor.get("/").body()));
      workplace.clock.forward(Duration.ofSeconds(3));
      assertThat(often.sends().status()).isEqualTo(303);
    }
    Visitor.Answer refused = often.sends();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).contains(SHOWN, "U kunt weer versturen: ");
    Asker other = new Asker();
    other.receipt(other.sends());
    Visitor.Answer forged =
        often.visitor.post(
            "/vraag",
            new Multipart(),
            often.fields,
            "X-Forwarded-For",
            "198.51.100.7, " + often.from);
    assertThat(forged.status())
        .as("what the sender itself puts there is not believed")
        .isEqualTo(429);
    workplace.clock.forward(Duration.ofMinutes(10));
    often.receipt(often.sends());
  }

  @Test
  void everyMistakeStandsBesideItsFieldAndFilesAreSaidToBeChosenAgain() {
    Asker asker = new Asker();
    asker.fields.putAll(
        Map.of(
            "text", "",
            "email", "geen adres",
            "phone", "12",
            "name", "n".repeat(201),
            "callback", "yes",
            "callbackPhone", "abc",
            "preferred", "p".repeat(201),
            "topic", "parkeren",
            "neighbourhood", "molenwijk"));
    Multipart six = new Multipart();
    IntStream.range(0, 6).forEach(i -> six.file("files", i + ".txt", "text/plain", new byte[1]));
    Visitor.Answer again = asker.sends(six);

    assertThat(again.status()).isEqualTo(422);
    for (String field :
        List.of("text", "email", "phone", "name", "callbackPhone", "preferred", "files")) {
      assertThat(again.body()).contains("id=\"" + field + "-error\"");
    }
    assertThat(again.body())
        .contains("value=\"geen adres\"", "value=\"12\"", "value=\"abc\"")
        .contains("n".repeat(201), "p".repeat(201))
        .contains("<option value=\"parkeren\" selected", "<option value=\"molenwijk\" selected")
        .contains("id=\"files-again\"");
    assertThat(asker.messages()).isZero();
  }

  @Test
  void filesThatAreTooLargeTogetherLoseNothingThatWasTyped() {
    Asker asker = new Asker();
    Visitor.Answer again =
        asker.sends(new Multipart().file("files", "film.mp4", "video/mp4", new byte[25 << 20]));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains("id=\"files-error\"", SHOWN, asker.email);
  }

  @Test
  void theSameFormSentTwiceIsOneMessageAndTwoTabsAreTwo() {
    Asker asker = new Asker();
    Receipt first = asker.receipt(asker.sends());
    assertThat(asker.receipt(asker.sends()).id()).isEqualTo(first.id());
    assertThat(asker.messages()).isEqualTo(1);

    asker.fields.put("text", TYPED + " En nog iets.");
    Receipt changed = asker.receipt(asker.sends());
    assertThat(changed.id()).as("other words under the same nonce").isNotEqualTo(first.id());

    asker.fields.put("text", TYPED);
    asker.fields.put("nonce", nonce(asker.visitor.get("/").body()));
    workplace.clock.forward(Duration.ofMinutes(1));
    Receipt tab = asker.receipt(asker.sends());
    assertThat(tab.id()).as("the same words in another tab").isNotEqualTo(first.id());
    assertThat(asker.messages()).isEqualTo(3);
  }

  @Test
  void sentManyTimesAtOnceItIsOneMessage() {
    Asker asker = new Asker();
    List<String> locations =
        IntStream.range(0, 6).parallel().mapToObj(i -> asker.sends().location()).toList();

    assertThat(locations).hasSize(6).containsOnly(locations.get(0));
    assertThat(locations.get(0)).startsWith("/ontvangen/");
    String id = locations.get(0).substring("/ontvangen/".length());
    Until.until(
        "placed",
        () ->
            Workplace.await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED)
                .isPresent());
    assertThat(asker.messages()).isEqualTo(1);
  }

  @Test
  void whoFillsInSomebodyElsesAddressIsShownNothingOfThem() {
    Asker asker = new Asker();
    Receipt first = asker.receipt(asker.sends());
    assertThat(asker.visitor.get("/ontvangen/" + first.id()).body())
        .contains(
            first.caseNumber(), workplace.found(first.caseNumber()).official().substring(0, 4));
    Asker other = new Asker();
    other.fields.put("email", asker.email);
    Receipt joined = other.receipt(other.sends());

    assertThat(joined.caseNumber())
        .as("the same sender and first words")
        .isEqualTo(first.caseNumber());
    assertThat(other.visitor.get("/ontvangen/" + joined.id()).body())
        .contains("leest u wie u helpt")
        .doesNotContain(first.caseNumber(), "/v/");
  }
}
