package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.own.OwnText;
import nl.aanspreekpunt.outbox.own.StoredTexts;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator says it the municipality's way: over HTTP, and as a mail server gets it. */
class LetterTextsTest {
  private static final String TEXTS = "/werk/beheer/teksten";
  private static final String HELPS = TEXTS + "/tekst/ACKNOWLEDGEMENT.helps";
  private static final String OURS = "Ik zoek het graag voor u uit.";
  private final GreenMail relay = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Workplace workplace;
  private Visitor thomas;

  @BeforeEach
  void open() {
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
                "off"));
    await(workplace.vertx().deployVerticle(workplace.hub.dispatcher));
    thomas = Visitor.loggedIn(workplace, "thomas.bakker");
  }

  @AfterEach
  void close() {
    workplace.close();
    relay.stop();
  }

  private MimeMessage mailTo(String address) {
    return Until.present(
        "a mail to " + address,
        () ->
            Stream.of(relay.getReceivedMessages()).filter(mail -> isTo(mail, address)).findFirst());
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(address);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Text and HTML, decoded. */
  private static String read(Object content) throws Exception {
    if (!(content instanceof Multipart parts)) {
      return content instanceof String text ? text : "";
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      all.append(read(part.getContent())).append('\n');
    }
    return all.toString();
  }

  private Map<String, String> typed(long version, String dutch) {
    return Map.of("version", String.valueOf(version), "dutch", dutch, "english", "");
  }

  private String said() {
    return workplace.hub.ownTexts.current().said("nl", "ACKNOWLEDGEMENT.helps");
  }

  @Test
  void whatIsKeptIsInTheNextMailOfACitizenAndNothingBeforeItWasSeen() throws Exception {
    Visitor.Answer page = thomas.get(HELPS);
    assertThat(page.body())
        .contains("Ik help u met uw vraag.", "Sanne Voorbeeld, ", "sandbox=\"allow-popups");
    Visitor.Answer seen = thomas.post(HELPS + "/voorbeeld", typed(0, OURS));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).contains(">" + OURS + "</textarea>", "tekst=Ik+zoek+het+graag");
    Visitor.Answer letter = thomas.get(HELPS + "/brief?in=nl&tekst=Ik+zoek+%3Cb%3Ehet");
    assertThat(letter.body()).contains("Ik zoek &lt;b&gt;het", "data:image");
    assertThat(letter.whole().headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox", "default-src 'none'");
    assertThat(said()).isNull();

    assertThat(thomas.post(HELPS, typed(0, OURS)).location())
        .isEqualTo(HELPS + "?gedaan=letter-text");
    assertThat(said()).isEqualTo(OURS);
    workplace.question("ina@elders.example", "Ina", "Hulp", "Help.", "bijstand");
    String mail = read(mailTo("ina@elders.example").getContent());
    assertThat(mail).contains(OURS).doesNotContain("Ik help u met uw vraag.");
    assertThat(thomas.get(TEXTS + "?eigen=ja").body()).contains(OURS, "onze eigen tekst");
  }

  @Test
  void whatIsWrongComesBackFilledInWithTheMistakeAtItsField() {
    String path = TEXTS + "/tekst/promise.ANSWER";
    thomas.get(path);
    Visitor.Answer back =
        thomas.post(
            path,
            Map.of("version", "0", "dutch", "Antwoord vóór {termijn}.", "english", "Soon, {due}."));
    assertThat(back.status()).isEqualTo(422);
    assertThat(back.body())
        .contains("id=\"dutch-error\"", "{termijn}. Wel: {due}.", "Dit mag niet ontbreken: {due}")
        .contains(">Antwoord vóór {termijn}.</textarea>", ">Soon, {due}.</textarea>")
        .doesNotContain("id=\"english-error\"");
    assertThat(workplace.hub.ownTexts.current().texts()).isEmpty();
  }

  @Test
  void everyMistakeIsSaidAtItsField() {
    String follow = TEXTS + "/tekst/sms.follow";
    Map<String, String> wrong =
        Map.of(
            "Volgen: {link} " + "a".repeat(600),
            "Deze tekst is te lang",
            "Volgen:\n{link}",
            "zonder Enter",
            "Volgen: \u202e{link}",
            "een teken in dat niemand ziet",
            "Volgen: {link} {url}",
            "niet invullen: {url}",
            "Volgen maar",
            "niet ontbreken: {link}",
            "Volgen: {link} {",
            "losse accolade",
            "Volgen: {link}.",
            "een spatie voor en achter {link}.",
            "Volgen: {link} 😀",
            "twee keer zo duur: 😀",
            "Volgen: {link} " + "a b c ".repeat(80),
            "De sms wordt te lang: ");
    thomas.get(follow);
    wrong.forEach(
        (text, says) -> {
          Visitor.Answer back = thomas.post(follow, typed(0, text));
          assertThat(back.status()).as(says).isEqualTo(422);
          assertThat(back.body()).contains(says, "id=\"dutch-error\"");
        });
    String subject = TEXTS + "/tekst/subject";
    assertThat(thomas.post(subject, typed(0, "{subject} [{case}]\nBcc: x@y.example")).body())
        .contains("één regel, zonder Enter");
    String helped = TEXTS + "/tekst/sms.CLOSED.helped";
    assertThat(thomas.post(helped, typed(0, "Geholpen? 1 of 2. Of: {link}")).body())
        .contains("in het antwoord herkent: 3");
    assertThat(workplace.hub.ownTexts.current().texts()).isEmpty();
  }

  @Test
  void howItCouldBePlainerIsOnlyAdvice() {
    String hard = "Teneinde uw verzoek te kunnen behandelen, wordt dit door mij geraadpleegd.";
    thomas.get(HELPS);
    Visitor.Answer seen = thomas.post(HELPS + "/voorbeeld", typed(0, hard));
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().toLowerCase(Locale.ROOT))
        .contains("dit kan misschien eenvoudiger", "“teneinde”");
    assertThat(thomas.post(HELPS, typed(0, hard)).status()).isEqualTo(303);
    assertThat(said()).isEqualTo(hard);
  }

  @Test
  void whoseSessionEndsWhileTheyTypeLosesNothing() {
    thomas.get(HELPS);
    workplace.clock.forward(Duration.ofHours(13));
    Visitor.Answer login = thomas.post(HELPS, typed(0, OURS));
    assertThat(login.body()).contains("typed.dutch");
    Visitor.Answer again = loggedInAgain(login);
    assertThat(again.body()).contains(">" + OURS + "</textarea>", "nog niet verstuurd");
    assertThat(said()).isNull();
    assertThat(thomas.post(HELPS, typed(0, OURS)).status()).isEqualTo(303);
    assertThat(said()).isEqualTo(OURS);
  }

  @Test
  void whoseSessionEndedWhenTheyPutATextBackFindsTheOneThatIsSaidAndKeepsIt() {
    thomas.get(HELPS);
    thomas.post(HELPS, typed(0, "Ik help u graag."));
    thomas.post(HELPS, typed(1, OURS));
    thomas.get(HELPS);
    workplace.clock.forward(Duration.ofHours(13));
    Visitor.Answer again =
        loggedInAgain(thomas.post(HELPS + "/terug", Map.of("version", "2", "to", "1")));
    assertThat(again.body())
        .contains(">" + OURS + "</textarea>", "name=\"version\" value=\"2\"")
        .doesNotContain("></textarea>");
    assertThat(said()).isEqualTo(OURS);
  }

  private Visitor.Answer loggedInAgain(Visitor.Answer login) {
    Map<String, String> in = new HashMap<>();
    in.put("email", workplace.email("thomas.bakker"));
    in.put("password", Workplace.PASSWORD);
    Matcher hidden =
        Pattern.compile("name=\"(typed[\\w.-]*)\" value=\"([^\"]*)\"").matcher(login.body());
    while (hidden.find()) {
      in.put(hidden.group(1), hidden.group(2));
    }
    return thomas.post("/inloggen", in);
  }

  @Test
  void whatIsKeptAndPutBackIsOnTheAuditTrailInWordsWithWhoDidIt() {
    thomas.get(HELPS);
    thomas.post(HELPS, typed(0, OURS));
    thomas.post(HELPS + "/terug", Map.of("version", "1", "to", "0"));
    String trail = "/werk/beheer/spoor";
    assertThat(thomas.get(trail + "?soort=instellen").body())
        .contains("Thomas Bakker veranderde een tekst van brieven en sms: De vraag is binnen")
        .contains("Nederlands: " + OURS, "Nederlands: zoals het programma het zegt")
        .contains("href=\"" + HELPS + "#versie-1\"", "href=\"" + HELPS + "#versie-2\"");
    assertThat(thomas.get(trail + "?soort=inloggen").body()).doesNotContain(OURS);
    assertThat(thomas.get(trail + ".csv").body())
        .contains("setting,text-changed,ACKNOWLEDGEMENT.helps,");
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get(trail + "?taal=en").body())
        .contains("changed a text of letters and text messages", "Dutch: " + OURS)
        .doesNotContain(HELPS);
  }

  @Test
  void theSecondOfTwoSeesTheOthersTextAndLosesNothingTyped() {
    thomas.get(HELPS);
    assertThat(thomas.post(HELPS, typed(0, "Van de een.")).status()).isEqualTo(303);
    thomas.get(HELPS);
    Visitor.Answer moved = thomas.post(HELPS, typed(0, "Van de ander."));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.body())
        .contains("Iemand anders heeft deze tekst intussen veranderd", "Van de een.")
        .contains(">Van de ander.</textarea>", "name=\"version\" value=\"1\"");
    assertThat(said()).isEqualTo("Van de een.");
    assertThat(thomas.post(HELPS, typed(1, "Van de ander.")).status()).isEqualTo(303);
    assertThat(thomas.post(HELPS, typed(1, "Van de ander.")).status())
        .as("the same form once more")
        .isEqualTo(303);
    assertThat(await(workplace.hub.ownTexts.history("ACKNOWLEDGEMENT.helps", 9))).hasSize(2);
  }

  @Test
  void anEarlierTextAndTheProgramsArePutBackAndTheHistoryTellsAllOfIt() {
    thomas.get(HELPS);
    thomas.post(HELPS, typed(0, "Ik help u graag."));
    thomas.post(HELPS, typed(1, "Ik help u heel graag."));
    String page = thomas.get(HELPS).body();
    assertThat(page).contains("<ins>heel</ins>", "Thomas Bakker", "(zo is het nu)");

    thomas.post(HELPS + "/terug", Map.of("version", "2", "to", "1"));
    assertThat(said()).isEqualTo("Ik help u graag.");
    thomas.post(HELPS + "/terug", Map.of("version", "2", "to", "0"));
    assertThat(said()).as("of a page that is too old").isEqualTo("Ik help u graag.");
    thomas.post(HELPS + "/terug", Map.of("version", "3", "to", "0"));
    assertThat(said()).isNull();
    assertThat(await(workplace.hub.ownTexts.history("ACKNOWLEDGEMENT.helps", 9)))
        .extracting(change -> change.dutch())
        .containsExactly(null, "Ik help u graag.", "Ik help u heel graag.", "Ik help u graag.");
    assertThat(thomas.post(HELPS + "/terug", Map.of("version", "4", "to", "99")).status())
        .isEqualTo(404);
  }

  @Test
  void whatALaterProgramChangedBeneathIsSaidAndWhatItAsksMoreKeepsNoLetter() throws Exception {
    List<OwnText> stored =
        List.of(
            new OwnText("ACKNOWLEDGEMENT.helps", 1, OURS, null, "0000000000000000", null),
            new OwnText("who", 1, "U spreekt met de gemeente.", null, "0000000000000000", null),
            new OwnText("a.text.of.before", 1, "Dit zegt niemand meer.", null, "0", null));
    await(
        workplace
            .store
            .journaled("letter-texts", StoredTexts.class)
            .insert(new StoredTexts("own", 1, stored, null)));
    await(workplace.hub.follow());

    assertThat(thomas.get(HELPS).body()).contains("sinds uw wijziging een nieuwe tekst");
    assertThat(thomas.get(TEXTS + "/tekst/who").body())
        .contains("Uw eigen tekst wordt nu niet gebruikt", "Dit mag niet ontbreken: {name}");
    assertThat(thomas.get(TEXTS + "?groep=every").body()).contains("kijk hiernaar");
    assertThat(thomas.get("/werk/beheer/problemen").body())
        .contains("niet worden gebruikt: 1 (bij: In elke brief)", TEXTS + "?eigen=ja");
    workplace.question("ina@elders.example", "Ina", "Hulp", "Help.", "bijstand");
    assertThat(read(mailTo("ina@elders.example").getContent()))
        .contains(OURS, "Ik ben Fatma")
        .doesNotContain("U spreekt met de gemeente.");
    thomas.get(HELPS);
    assertThat(thomas.post(HELPS, typed(1, OURS)).status()).isEqualTo(303);
    assertThat(thomas.get(HELPS).body()).doesNotContain("sinds uw wijziging een nieuwe tekst");
  }

  @Test
  void aTestGoesToWhoAskedForItOnceAndItsOutcomeIsShown() throws Exception {
    String page = thomas.get(HELPS).body();
    String once = page.replaceAll("(?s).*name=\"once\" value=\"([\\w-]{22})\".*", "$1");
    Map<String, String> form =
        Map.of("version", "0", "dutch", OURS, "english", "", "once", once, "in", "nl");
    Visitor.Answer sent = thomas.post(HELPS + "/proef", form);
    assertThat(sent.body()).contains("De proef aan ", ">" + OURS + "</textarea>");
    thomas.post(HELPS + "/proef", form);

    MimeMessage mail = mailTo(workplace.email("thomas.bakker"));
    assertThat(mail.getSubject()).startsWith("[Proef] Re: ");
    assertThat(GreenMailUtil.getHeaders(mail)).contains("Auto-Submitted: auto-generated");
    assertThat(read(mail.getContent())).contains(OURS, "over een vraag die niet bestaat");
    assertThat(said()).as("a test keeps nothing").isNull();
    String follow = TEXTS + "/proef/" + once;
    Until.until("it is said to be sent", () -> thomas.get(follow).says("is verzonden."));
    assertThat(relay.getReceivedMessages()).hasSize(1);
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(follow).status()).isEqualTo(403);

    Optional<Outgoing> entry = await(workplace.outbox.find("test." + once + ".thomas.bakker"));
    await(
        workplace.outbox.record(
            entry.orElseThrow().returned("returned:no-address", workplace.clock.instant()), null));
    assertThat(thomas.get(follow).body())
        .contains("kon niet worden verzonden", "dit adres bestaat niet");
  }

  @Test
  void textsAreFoundBySubjectAndByTheirWords() {
    assertThat(thomas.get(TEXTS).body())
        .contains("De vraag is binnen", "Meteen als een vraag binnenkomt. Aan de inwoner.");
    assertThat(thomas.get(TEXTS + "?groep=CLOSED").body())
        .contains("Het antwoord op uw vraag is nee.", "sms");
    assertThat(thomas.get(TEXTS + "?zoek=BEZWAAR").body())
        .contains("bezwaar maken tot en met {objection}", "De vraag is klaar")
        .doesNotContain("Goedendag");
    assertThat(thomas.get(TEXTS + "?zoek=xyzzy").body()).contains("0 teksten", "Niets gevonden.");
    String sms = thomas.get(TEXTS + "/tekst/sms.CLOSED.helped").body();
    assertThat(sms)
        .containsPattern("Dit telt als [23] sms")
        .contains("<code>{link}</code>")
        .doesNotContain("<iframe");
    assertThat(thomas.get(TEXTS + "/tekst/bestaat-niet").status()).isEqualTo(404);
    assertThat(thomas.get(TEXTS + "/tekst/when").status()).isEqualTo(404);
  }

  @Test
  void everyTextHasAPageInBothLanguages() {
    for (String key : workplace.hub.ownTexts.check().samples().keys()) {
      assertThat(thomas.get(TEXTS + "/tekst/" + key + "?taal=en").status()).as(key).isEqualTo(200);
    }
  }

  @Test
  void onlyAnAdministratorComesHere() {
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    for (String path :
        List.of(TEXTS, HELPS, HELPS + "/brief?in=nl&tekst=x", TEXTS + "/standaard")) {
      assertThat(samira.get(path).status()).as(path).isEqualTo(403);
    }
    samira.get("/wachtwoord");
    assertThat(samira.post(HELPS, typed(0, OURS)).status()).isEqualTo(403);
    assertThat(said()).isNull();
  }

  @Test
  void standardTextsToBeginWithAreSeenFirstAndTakenOverOnce() {
    String path = TEXTS + "/standaard";
    assertThat(thomas.get("/werk/teksten").body()).contains("href=\"" + path + "\"");
    assertThat(thomas.get(path).body()).contains("Ik ben ermee bezig", "Hello {name},");
    assertThat(shared()).isEmpty();

    assertThat(thomas.post(path, Map.of()).location()).isEqualTo(path + "?gedaan=starters");
    assertThat(shared()).hasSize(8).allMatch(text -> text.now().english() != null);
    assertThat(thomas.get(path).body()).contains("al overgenomen").doesNotContain("Neem ze over");
    StandardText one = shared().get(0);
    await(
        workplace.hub.standardTexts.replace(one.deleted(workplace.clock.instant()), one.version()));
    thomas.get("/wachtwoord");
    thomas.post(path, Map.of());
    assertThat(shared()).as("what was deleted stays so").hasSize(7);
    assertThat(thomas.get("/werk/teksten").body()).contains("Ik heb u gebeld");
  }

  private List<StandardText> shared() {
    return await(workplace.hub.standardTexts.of(List.of(Keeper.EVERYBODY)));
  }
}
