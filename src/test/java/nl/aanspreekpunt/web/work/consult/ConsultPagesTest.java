package nl.aanspreekpunt.web.work.consult;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A colleague is asked inside a case, and each reads as far as they need. */
class ConsultPagesTest {
  private static final String DONE = "#done";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void aColleagueReadsWhatIsAskedAnswersAndReadsNoFurther() {
    Case one = question("a@elders.example", "Vocht in de kelder.");
    workplace.mail(
        "a@elders.example",
        """
        From: a@elders.example
        To: vraag@voorbeeldstad.example
        Subject: Re: Schimmel
        Message-ID: <second@elders.example>

        Mijn schulden zijn geheim.
        """);
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    String path = "/werk/vragen/" + one.id();
    assertThat(samira.get(path).body()).contains(path + "/ruggespraak");
    assertThat(samira.get(path + "/ruggespraak").body())
        .contains("Er is nog niemand om raad gevraagd", "Wie weet dit?", "Vocht in de kelder");
    assertThat(samira.post(path + "/ruggespraak/vragen", Map.of("to", "ravi.ramdin")).body())
        .contains("Schrijf op wat u wilt weten");
    assertThat(
            samira
                .post(
                    path + "/ruggespraak/vragen",
                    Map.of(
                        "other",
                        "ravi.ramdin",
                        "question",
                        "Is de kelder van ons?",
                        "message." + one.openedBy(),
                        one.openedBy()))
                .status())
        .isEqualTo(303);

    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get("/werk").body())
        .contains("Vragen van collega", "Schimmel", path + "/ruggespraak");
    assertThat(ravi.get(path).location()).isEqualTo(path + "/ruggespraak");
    assertThat(ravi.get(path + "/ruggespraak").body())
        .contains("Is de kelder van ons?", "Vocht in de kelder", "Samira El Amrani vraagt")
        .doesNotContain("schulden zijn geheim", "Wie weet dit?", "a@elders.example");
    assertThat(ravi.post(path + "/antwoord", Map.of("text", "Dag")).status()).isEqualTo(403);
    assertThat(ravi.post(path + "/ruggespraak/vragen", Map.of()).status()).isEqualTo(403);
    assertThat(
            ravi.post(path + "/ruggespraak/antwoord", Map.of("consult", "r1", "text", "")).body())
        .contains("Schrijf uw antwoord op");
    assertThat(
            ravi.post(
                    path + "/ruggespraak/antwoord",
                    Map.of("consult", "r1", "text", "Ja, al sinds 1970."))
                .status())
        .isEqualTo(303);

    assertThat(samira.get(path).body()).contains("Ja, al sinds 1970.", "antwoord op een");
    assertThat(samira.get(path + "/ruggespraak?taal=en").body()).contains("Answered");
    assertThat(ravi.get(path + "/ruggespraak").body())
        .contains("Ja, al sinds 1970.")
        .doesNotContain("Vocht in de kelder");
    assertThat(ravi.get("/werk").body()).doesNotContain(path + "/ruggespraak");
    assertThat(
            new Visitor(workplace).get(workplace.followPath(workplace.found(one.id()), "1")).body())
        .contains("Vocht in de kelder")
        .doesNotContain("1970", "kelder van ons", "Ravi", "uggespraak");
  }

  @Test
  void eachRoleReadsAsFarAsItsOffice() {
    Case one = question("b@elders.example", "Vertrouwelijk vocht.");
    String path = "/werk/vragen/" + one.id() + "/ruggespraak";
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(path);
    samira.post(path + "/vragen", Map.of("to", "ravi.ramdin", "question", "Van wie is dit?"));

    assertThat(Visitor.loggedIn(workplace, "jan.devries").get(path).body())
        .as("the deputy, who coordinates")
        .contains("Van wie is dit?");
    assertThat(Visitor.loggedIn(workplace, "fatma.yildiz").get(path).status())
        .as("another official")
        .isEqualTo(403);
    assertThat(Visitor.loggedIn(workplace, "marijke.smit").get(path).status())
        .as("an auditor")
        .isEqualTo(403);
    assertThat(new Visitor(workplace).get(path).status()).as("a citizen").isEqualTo(303);
  }

  @Test
  void aPartnerSeesWhatWasSharedAnswersByPageAndMailAndIsNeverTakenForTheCitizen() {
    Case one = question("c@elders.example", "De lift is stuk.");
    String path = "/werk/vragen/" + one.id() + "/ruggespraak";
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    samira.get(path);
    Map<String, String> asks = new HashMap<>();
    asks.put("organisation", "Woningcorporatie De Brug");
    asks.put("partner", "Els Bakker");
    asks.put("email", "els@debrug.example");
    asks.put("question", "Is er een reparatie gemeld?");
    asks.put("message." + one.openedBy(), one.openedBy());
    assertThat(samira.post(path + "/partner", asks).body())
        .contains("Zonder toestemming kan dit niet verstuurd worden");
    assertThat(workplace.found(one.id()).care().consults()).isEmpty();
    asks.put("how", "SPOKEN");
    asks.put("link", "1");
    asks.put("on", "2026-11-23");
    assertThat(samira.post(path + "/partner", asks).status()).isEqualTo(303);
    assertThat(samira.get(path).body()).contains("gaf hiervoor mondeling toestemming");

    String link = URI.create(workplace.tokens.partnerLink(one.id(), "r1")).getPath();
    Visitor els = new Visitor(workplace);
    Visitor.Answer page = els.get(link);
    assertThat(page.body())
        .contains("Is er een reparatie gemeld?", "De lift is stuk.", "noindex", "Samira El Amrani")
        .doesNotContain("c@elders.example", "Schimmel");
    String last = link.endsWith("0") ? "1" : "0";
    assertThat(els.get(link.substring(0, link.length() - 1) + last).status()).isEqualTo(404);
    assertThat(els.post(link + "/antwoord", Map.of("text", "")).status()).isEqualTo(422);
    assertThat(els.post(link + "/antwoord", Map.of("text", "Ja, op 3 mei.")).status())
        .isEqualTo(303);
    assertThat(els.get(link).body()).contains("Ja, op 3 mei.");

    String address = workplace.tokens.partnerAddress(one.id(), "r1");
    workplace.mail(
        "els@debrug.example",
        "From: Els <els@debrug.example>\nTo: "
            + address
            + "\nSubject: Re: vraag\nMessage-ID: <els@debrug.example>\n\nEn nu gemaakt.\n");
    Case after = workplace.found(one.id());
    assertThat(after.care().consults().get(0).answers())
        .extracting(Consult.Answer::text)
        .containsExactly("Ja, op 3 mei.", "En nu gemaakt.");
    assertThat(after.participants()).hasSize(1);
    assertThat(after.happened(CaseEvent.Received.class)).hasSize(1);
    assertThat(after.openPromises()).isEqualTo(one.openPromises());
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains("En nu gemaakt.");
    assertThat(new Visitor(workplace).get(workplace.followPath(after, "1")).body())
        .doesNotContain("Brug", "reparatie", "En nu gemaakt.");

    samira.get(path);
    assertThat(samira.post(path + "/intrekken", Map.of("consult", "r1")).status()).isEqualTo(303);
    assertThat(els.get(link).status()).isEqualTo(410);
  }

  @Test
  void aPartnersLinkAndMailLeadOnWhenTheCaseIsJoinedToAnother() {
    Case one = question("h@elders.example", "De goot lekt.");
    askPartner(one);
    Case into =
        workplace.question("h@elders.example", "Ans", "Kelder", "Ook nat.", "huur-en-onderhoud");
    assertThat(into.id()).isNotEqualTo(one.id());
    Joining joining = new Joining(workplace.cases, workplace.casework);
    await(joining.join(one.id(), into.id(), one.official(), true, UnaryOperator.identity()));
    String link = URI.create(workplace.tokens.partnerLink(one.id(), "r1")).getPath();
    Visitor els = new Visitor(workplace);
    els.get(link);

    assertThat(els.post(link + "/antwoord", Map.of("text", "Ja, op 3 mei.")).status())
        .isEqualTo(303);
    workplace.mail(
        "els@debrug.example",
        "From: Els <els@debrug.example>\nTo: "
            + workplace.tokens.partnerAddress(one.id(), "r1")
            + "\nSubject: Re: vraag\nMessage-ID: <goot@debrug.example>\n\nEn nu gemaakt.\n");

    assertThat(workplace.found(into.id()).care().consults().get(0).answers())
        .extracting(Consult.Answer::text)
        .containsExactly("Ja, op 3 mei.", "En nu gemaakt.");
    Case gone = await(workplace.cases.find(one.id())).orElseThrow();
    assertThat(gone.joined()).isTrue();
    assertThat(gone.care().consults().get(0).answers()).isEmpty();
  }

  @Test
  void aPartnersOutOfOfficeIsNotToldAsAnAnswer() {
    Case one = question("f@elders.example", "De bel doet het niet.");
    askPartner(one);
    String address = workplace.tokens.partnerAddress(one.id(), "r1");
    workplace.mail(
        "els@debrug.example",
        "From: Els <els@debrug.example>\nTo: "
            + address
            + "\nSubject: Afwezig\nMessage-ID: <weg@debrug.example>\n"
            + "Auto-Submitted: auto-replied\n\nIk ben er weer op 14 december.\n");
    Case after = workplace.found(one.id());
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    String path = "/werk/vragen/" + one.id();

    assertThat(after.happened(CaseEvent.ConsultAnswered.class)).isEmpty();
    assertThat(after.care().consults().get(0).waits(after)).isTrue();
    assertThat(samira.get(path).body())
        .contains("Ik ben er weer op 14 december.", "automatisch bericht van een partner")
        .doesNotContain("antwoord op een ruggespraak");
    assertThat(samira.get(path + "/ruggespraak").body())
        .contains("(automatisch bericht, geen antwoord)", "Kan antwoorden tot")
        .doesNotContain("Beantwoord");
    String link = URI.create(workplace.tokens.partnerLink(one.id(), "r1")).getPath();
    assertThat(new Visitor(workplace).get(link).body()).doesNotContain("14 december");
  }

  @Test
  void aMailToAPartnerThatComesBackIsNoAnswerAndItsOfficialHearsSo() {
    Case one = question("i@elders.example", "De deur klemt.");
    askPartner(one);
    Outgoing asked =
        await(workplace.outbox.unfinished(one.id())).stream()
            .filter(entry -> entry.notice().kind() == Notice.Kind.PARTNER)
            .findFirst()
            .orElseThrow();
    Instant later = workplace.clock.instant().plusSeconds(90);
    await(workplace.outbox.claim(asked, "node", later, null));
    String address = workplace.tokens.returnAddress(asked);
    workplace.mail(
        "",
        "From: MAILER-DAEMON@debrug.example\nTo: "
            + address
            + "\nSubject: failure notice\n\nI wasn't able to deliver your message."
            + "\n<els@debrug.example>: no mailbox here by that name. (#5.1.1)\n");

    Case after = workplace.found(one.id());
    assertThat(after.happened(CaseEvent.Delivery.class))
        .singleElement()
        .satisfies(
            it -> assertThat(it.detail()).startsWith("returned:no-address").contains("#5.1.1"));
    assertThat(after.happened(CaseEvent.ConsultAnswered.class)).isEmpty();
    assertThat(after.happened(CaseEvent.ConsultAutoReplied.class)).isEmpty();
    assertThat(await(workplace.outbox.unfinished(one.id())))
        .anyMatch(it -> "undelivered-partner".equals(it.notice().facts().get("what")));
  }

  @Test
  void aTableIsSetAgreedAtAndEnded() {
    Case one = question("e@elders.example", "Alles zit tegen.");
    String path = "/werk/vragen/" + one.id();
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path + "/tafel").body()).contains("Zet een tafel op");
    assertThat(samira.post(path + "/tafel/opzetten", Map.of("agenda", "Schulden")).body())
        .contains("Kies 1 tot 10 collega");
    Visitor fatma = Visitor.loggedIn(workplace, "fatma.yildiz");
    assertThat(fatma.get(path + "/tafel").status()).as("another official").isEqualTo(403);
    Map<String, String> table = Map.of("agenda", "Schulden", "person.fatma.yildiz", "fatma.yildiz");
    assertThat(samira.post(path + "/tafel/opzetten", table).status()).isEqualTo(303);

    assertThat(fatma.get(path).body())
        .contains("Alles zit tegen.")
        .doesNotContain("action=\"" + path + "/antwoord\"");
    assertThat(fatma.get(path + "/tafel").body())
        .contains("Schulden", "Er is nog niets afgesproken")
        .doesNotContain("Leg de afspraak vast");
    assertThat(fatma.post(path + "/antwoord", Map.of("text", "Dag")).status()).isEqualTo(403);
    samira.get(path + "/tafel");
    assertThat(samira.post(path + "/tafel/agenda", Map.of("point", "")).body())
        .contains("Schrijf in hooguit 200 tekens");
    samira.post(path + "/tafel/agenda", Map.of("point", "Wie belt?"));
    assertThat(samira.post(path + "/tafel/erbij", Map.of("joins", "nobody")).status())
        .isEqualTo(422);
    samira.post(path + "/tafel/erbij", Map.of("joins", "ravi.ramdin"));
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    assertThat(ravi.get(path + "/tafel").body()).contains("Wie belt?", "Ik doe niet meer mee");
    assertThat(ravi.post(path + "/tafel/weg", Map.of("official", "fatma.yildiz")).status())
        .as("nobody sends another away but who is responsible")
        .isEqualTo(403);
    assertThat(ravi.post(path + "/tafel/eraf", Map.of()).location()).startsWith("/werk?");
    assertThat(ravi.get(path + "/tafel").status()).isEqualTo(403);
    assertThat(samira.get(path).body()).contains("Ravi Ramdin doet niet meer mee");
    Map<String, String> agreed =
        Map.of(
            "official",
            "fatma.yildiz",
            "what",
            "Kijkt naar de schulden",
            "due",
            "2026-12-04T12:00");
    samira.get(path + "/tafel");
    assertThat(samira.post(path + "/tafel/afspraak", agreed).status()).isEqualTo(303);
    assertThat(samira.post(path + "/tafel/sluiten", Map.of("minutes", "Besproken.")).status())
        .isEqualTo(303);
    assertThat(fatma.get("/werk").body()).contains(path + "/tafel");
    assertThat(fatma.get(path + "/tafel").body())
        .contains("Kijkt naar de schulden")
        .doesNotContain("Besproken.");
    assertThat(
            fatma
                .post(
                    path + "/tafel/gedaan",
                    Map.of("promise", workplace.found(one.id()).openInward().get(0).id()))
                .status())
        .isEqualTo(303);
    assertThat(workplace.found(one.id()).openInward()).isEmpty();
    assertThat(fatma.get(path + "/tafel").status()).isEqualTo(403);
    assertThat(samira.get(path + "/tafel").body()).contains("Besproken.", "gedaan");
  }

  @Test
  void colleaguesAPartnerAndATableAreAskedAndAnswerWithKeysAloneAndAxeFindsNothing() {
    Case one = question("g@elders.example", "De muur is nat.");
    String path = workplace.url("/werk/vragen/" + one.id());
    try (Browser browser = new Browser();
        BrowserContext samira = browser.somebody("nl-NL", true);
        BrowserContext ravi = browser.somebody("nl-NL", true);
        BrowserContext els = browser.somebody("nl-NL", true)) {
      Page page = samira.newPage();
      Keys keys = logIn(page, "samira.elamrani");
      page.navigate(path + "/ruggespraak");
      keys.type("#question", "Is de muur van ons?").choose("#other", "ravi.ramdin");
      keys.enter(form("ruggespraak/vragen")).hears(DONE, "Uw collega heeft uw vraag");
      keys.space("details:has(form[action$='/partner']) > summary");
      keys.type("#organisation", "De Brug").type("#partner", "Els");
      keys.type("#email", "els@debrug.example").type("#partner-question", "Is er gemeld?");
      keys.choose("#link", "1").choose("#how", "SPOKEN").type("#on", "11112026");
      keys.enter(form("partner")).hears(DONE, "De toestemming staat erbij");
      isAccessible(page);
      page.navigate(path + "/tafel");
      keys.type("#agenda", "Vocht").space("input[value='ravi.ramdin']");
      keys.enter(form("opzetten")).hears(DONE, "De tafel staat");
      keys.choose("#official", "ravi.ramdin").type("#what", "Meet het vocht");
      keys.type("#due", "12122026");
      page.keyboard().press("ArrowRight");
      page.keyboard().type("1100A");
      isAccessible(page);
      keys.enter(form("afspraak")).hears(DONE, "De afspraak staat");

      Page asked = ravi.newPage();
      Keys his = logIn(asked, "ravi.ramdin");
      asked.navigate(path + "/ruggespraak");
      isAccessible(asked);
      his.type("#text-r1", "Ja, al lang.").enter(form("antwoord")).hears(DONE, "");
      asked.navigate(path + "/tafel");
      his.enter(form("gedaan")).hears(DONE, "Uw afspraak is gedaan");

      Page outside = els.newPage();
      outside.navigate(
          workplace.url(URI.create(workplace.tokens.partnerLink(one.id(), "r2")).getPath()));
      isAccessible(outside);
      new Keys(outside).type("#text", "In mei.").enter(form("antwoord")).hears(DONE, "");

      keys.type("#minutes", "Besproken.").enter(form("sluiten")).hears(DONE, "gesloten");
    }
    Case after = workplace.found(one.id());
    assertThat(after.care().consults()).allMatch(Consult::answered);
    assertThat(after.care().table()).isEmpty();
    assertThat(after.openInward()).isEmpty();
  }

  private static Keys logIn(Page page, String official) {
    page.navigate(workplace.url("/inloggen"));
    Keys keys = new Keys(page);
    keys.type("#email", workplace.email(official)).type("#password", Workplace.PASSWORD);
    return keys.enter("form[action='/inloggen'] button");
  }

  private static String form(String act) {
    return "form[action$='/" + act + "'] button:not(.asLink)";
  }

  /** How it looks by night is EveryPageTest's. */
  private static void isAccessible(Page page) {
    Browser.isAccessible(page, ColorScheme.LIGHT);
  }

  @Test
  void aPartnersLinkExpires() {
    Case one = question("d@elders.example", "De deur klemt.");
    askPartner(one);
    Case after = workplace.found(one.id());
    Consult asked = after.care().consults().get(0);

    assertThat(asked.opens(after, workplace.clock.instant())).isTrue();
    assertThat(asked.opens(after, workplace.clock.instant().plus(Duration.ofDays(29)))).isFalse();
  }

  private static void askPartner(Case one) {
    await(
        workplace.casework.change(
            one.id(),
            new AskingPartner(
                "samira.elamrani",
                "De Brug",
                "Els",
                new Address(Address.Kind.EMAIL, "els@debrug.example"),
                "Weet u dit?",
                List.of(one.openedBy()),
                new Consult.Consent(
                    Consult.Consent.How.WRITTEN,
                    "1",
                    workplace.clock.instant(),
                    "samira.elamrani"))));
  }

  private static Case question(String from, String text) {
    return workplace.question(from, "Ans", "Schimmel", text, "huur-en-onderhoud");
  }
}
