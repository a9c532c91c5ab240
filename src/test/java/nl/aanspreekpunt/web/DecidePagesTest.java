package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deciding with reasons, in pages: for who decides, for who reads, and for the citizen. */
class DecidePagesTest {
  private static final String WHY = "Uw inkomen is te hoog: de grens ligt op 2.700 euro.";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String name) {
    return workplace.question(
        name + "@elders.example", "Burger " + name, "Vraag", "Mag het?", "huur-en-onderhoud");
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id();
  }

  private static Map<String, String> no(String first) {
    Map<String, String> form = new HashMap<>();
    form.put("explanation", WHY);
    form.put("rule", "Wie te veel verdient, krijgt geen toeslag.");
    form.put("alternative", "Vraag het opnieuw als uw inkomen daalt.");
    form.put("first", first);
    form.put("why", "De inwoner wil het eerst lezen.");
    form.put("at", "2026-11-26T10:00");
    form.put("place", "Kerkstraat 1");
    return form;
  }

  /** What the page that was just seen gave along. */
  private static Visitor.Answer decide(
      Visitor who, Case one, String how, Map<String, String> form) {
    String page = path(one) + "/beslissen/" + how;
    who.get(page);
    Map<String, String> all = new HashMap<>(form);
    all.put("seen", workplace.found(one.id()).lastReceived());
    return who.post(page + "/bewaar", all);
  }

  @Test
  void anOfficialChoosesTheOutcomePlansTheVisitAndSendsTheLetterByOneKeyAfterIt() {
    Case one = asked("anna");
    try (Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl", true)) {
      Page page = context.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email("samira.elamrani"));
      keys.type("#password", Workplace.PASSWORD).enter("form[action='/inloggen'] button");
      page.navigate(workplace.url(path(one)));
      keys.space("#sluiten").enter("a[href$='/beslissen/nee']");
      keys.type("#explanation", "Op grond van artikel 4:5 Awb.");
      keys.enter("form[action$='/bewaar'] button");
      keys.hears("#errors", "Dit noemt alleen een regel");
      assertThat(page.locator("#errors a").allInnerTexts()).as("all at once").hasSize(4);
      assertThat(page.locator("#errors:focus, #explanation-error, #rule-error").count())
          .as("the summary has the focus, and each field its own")
          .isEqualTo(3);
      assertThat(page.inputValue("#explanation")).isEqualTo("Op grond van artikel 4:5 Awb.");
      page.fill("#explanation", WHY);
      keys.type("#rule", "Wie te veel verdient, krijgt geen toeslag.");
      keys.type("#alternative", "Vraag het opnieuw als uw inkomen daalt.");
      keys.choose("#first", "VISIT");
      page.fill("#at", "2026-11-26T10:00");
      keys.enter("form[action$='/bewaar'] button").hears("#errors", "Schrijf waar het gesprek is");
      keys.type("#place", "Kerkstraat 1");
      keys.enter("form[action$='/bewaar'] button").hears("#done", "De beslissing is bewaard");
      assertThat(page.locator("#beslissing").innerText())
          .contains("Beslissing ligt klaar: Nee gezegd", WHY, "verschuift niet");
      keys.space("#gesprek").choose("#how", "VISIT").type("#talk", "Uitgelegd aan de keukentafel.");
      keys.enter("form[action$='/gesprek'] button").hears("#done", "Het gesprek staat erbij");
      keys.enter("form[action$='/verstuur'] button").hears("#done", "De brief is verstuurd");
    }
    Case after = workplace.found(one.id());
    assertThat(after.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(after.happened(CaseEvent.Decided.class))
        .allMatch(CaseEvent.Decided::spoken)
        .hasSize(1);
  }

  @Test
  void whoMayReadTheCaseReadsTheHeldLetterAndNobodyElse() {
    Case one = asked("bram");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(decide(samira, one, "nee", no("VISIT")).status()).isEqualTo(303);
    assertThat(samira.get(path(one)).body())
        .contains(WHY, "/beslissing-terug", "Verzet het gesprek of zeg het af");

    Visitor coordinator = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(coordinator.get(path(one)).body()).contains(WHY);
    assertThat(coordinator.get(path(one) + "/beslissen/nee").body())
        .contains(WHY, "Het gesprek staat al gepland");
    Visitor other = Visitor.loggedIn(workplace, "thomas.bakker");
    assertThat(other.get(path(one)).body()).doesNotContain(WHY, "Beslissing ligt klaar");
    assertThat(other.get(path(one) + "/beslissen/nee").status()).isEqualTo(403);
    Visitor auditor = Visitor.loggedIn(workplace, "marijke.smit");
    assertThat(auditor.get(path(one)).body()).doesNotContain(WHY);
    assertThat(auditor.get(path(one) + "/beslissen/nee").status()).isEqualTo(403);
    auditor.get(path(one));
    assertThat(auditor.post(path(one) + "/lezen", Map.of("why", "Steekproef")).body())
        .contains(WHY)
        .doesNotContain("/beslissing-terug", "/verstuur");
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(workplace.followPath(one, "1")).body())
        .contains("Wij hebben een afspraak op", "Kerkstraat 1")
        .doesNotContain(WHY);
    assertThat(citizen.get(path(one) + "/beslissen/nee").status()).isEqualTo(303);

    samira.get(path(one));
    assertThat(samira.post(path(one) + "/verstuur", Map.of("seen", one.lastReceived())).body())
        .contains("Kies hoe de inwoner het eerst hoort");
    assertThat(samira.post(path(one) + "/beslissing-terug", Map.of()).status()).isEqualTo(303);
    assertThat(samira.get(path(one)).body()).contains("nam de beslissing terug");
    assertThat(samira.get(path(one) + "/beslissen/iets").status()).isEqualTo(404);
  }

  @Test
  void withoutATalkTheReasonIsOnRecordAndTheCitizenReadsTheWhyOnTheirPage() {
    Case one = asked("cas");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Map<String, String> bare = no("NOT");
    bare.remove("why");
    assertThat(decide(samira, one, "deels", bare).body())
        .contains("Schrijf op waarom er geen gesprek is");

    assertThat(decide(samira, one, "deels", no("NOT")).status()).isEqualTo(303);

    String after = samira.get(path(one)).body();
    assertThat(after)
        .contains("Zonder gesprek vooraf, omdat: De inwoner wil")
        .contains(
            "Wat de inwoner kan doen: Vraag het opnieuw", "staat het aanbod om erover te praten")
        .contains("/werk/knelpunten/nieuw?vraag=" + one.id() + "&amp;na=besluit");
    assertThat(samira.get("/werk/knelpunten/nieuw?vraag=" + one.id() + "&na=besluit").body())
        .as("the rule is filled in")
        .contains("value=\"Wie te veel verdient, krijgt geen toeslag.\"");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Een deel van wat u vroeg, kan wel.", WHY, "Vraag het opnieuw");
  }

  @Test
  void whatIsNotOursGoesOnWithConsentAndTheAnswerOfThatBodyIsMarkedAsTheConfirmation() {
    Case first = asked("dora");
    workplace.mail(
        "dora@elders.example",
        """
        From: Dora <dora@elders.example>
        To: %s
        Subject: Re: Vraag
        Message-ID: <meter@elders.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        Dit is de stand.
        --x
        Content-Type: text/csv; name="meter.csv"
        Content-Disposition: attachment; filename="meter.csv"

        stand;12
        --x--
        """
            .formatted(workplace.tokens.replyAddress(first.id(), "dora@elders.example")));
    Case one = workplace.found(first.id());
    assertThat(one.lastReceived()).isNotEqualTo(first.lastReceived());
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Map<String, String> form = no("NOT");
    form.put("helper", "Vitens");
    form.put("person", "Mevrouw De Wit");
    form.put("email", "dewit@vitens.example");
    form.put("consent", "yes");
    form.put("consentHow", "Aan de telefoon");
    form.put("consentOn", "2026-11-24");
    form.put("message-" + first.lastReceived(), first.lastReceived());
    form.put("message-" + one.lastReceived(), one.lastReceived());
    assertThat(samira.get(path(one) + "/beslissen/elders").body())
        .contains("Mag het?", "[meter.csv]");
    assertThat(decide(samira, one, "elders", form).status()).isEqualTo(303);

    Case sent = workplace.found(one.id());
    Outgoing forward = await(workplace.outbox.find(sent.care().referred().entry())).orElseThrow();
    assertThat(forward.notice().kind()).isEqualTo(Notice.Kind.FORWARD);
    assertThat(forward.notice().facts().get("text")).contains("24 november 2026", "Mag het?");
    assertThat(forward.notice().facts().get("text")).contains("Bijlagen: meter.csv");
    assertThat(workplace.enclosed(forward))
        .extracting(file -> file.name() + " " + file.type() + " " + file.bytes().toString().strip())
        .containsExactly("meter.csv text/csv stand;12");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("U hoort of een ander u verder helpt vóór", "Vitens, Mevrouw De Wit");

    String answer = workplace.tokens.replyAddress(one.id(), "dewit@vitens.example");
    workplace.mail(
        "dewit@vitens.example",
        """
        From: De Wit <dewit@vitens.example>
        To: %s
        Subject: Re: Een vraag van een inwoner
        Message-ID: <ja@vitens.example>

        Dit is van ons, ik bel haar.
        """
            .formatted(answer));
    Case answered = workplace.found(one.id());
    assertThat(answered.participants()).hasSize(1);
    assertThat(samira.get(path(one)).body())
        .contains("Dit is van ons, ik bel haar.", "Antwoord van Vitens");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .doesNotContain("Dit is van ons");
    assertThat(samira.post(path(one) + "/elders-bevestigd", Map.of()).body())
        .contains("Schrijf op wie het bevestigde");
    assertThat(
            samira
                .post(path(one) + "/elders-bevestigd", Map.of("message", answered.lastReceived()))
                .status())
        .isEqualTo(303);
    assertThat(workplace.found(one.id()).outcome()).isEqualTo(Outcome.NOT_OURS);
  }

  @Test
  void whoStandsBehindADeviationIsSaidAndCanBeAskedWhereItIsDecided() {
    Case one = asked("eva");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    String page = path(one) + "/beslissen/deels";
    assertThat(samira.get(page).body()).contains("Wijkt u af van een regel?");
    Map<String, String> form = no("NOT");
    assertThat(samira.post(page + "/rugdekking", form).body())
        .contains("id=\"backingFrom-error\"", WHY);
    form.put("backingFrom", "de inkomensgrens");
    form.put("backingBecause", "Zij zorgt voor haar moeder.");
    samira.get(page);
    Visitor.Answer asked = samira.post(page + "/rugdekking", form);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body()).contains("Rugdekking is gevraagd.", WHY, "“de inkomensgrens”");
    Backing backing = workplace.found(one.id()).care().backed().open().get(0);
    Promise promise = workplace.found(one.id()).promise(backing.promise()).orElseThrow();
    done(one, new AnsweringBacking(backing.id(), promise.actor(), true, null));
    assertThat(samira.get(page).body())
        .contains("staat achter u (", "u wijkt af van “de inkomensgrens”")
        .doesNotContain("Wijkt u af van een regel?");
  }

  @Test
  void theCitizenIsAskedWhetherItMayGoOnAndSaysSoOnTheirPage() {
    Case one = asked("daan");
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    Map<String, String> form = no("NOT");
    form.put("helper", "Vitens");
    form.put("person", "Mevrouw De Wit");
    form.put("message-" + one.lastReceived(), one.lastReceived());
    String page = path(one) + "/beslissen/elders";
    samira.get(page);
    assertThat(samira.post(page + "/vraag", form).body())
        .contains("id=\"email-error\"", "Mevrouw De Wit", WHY);
    form.put("email", "dewit@vitens.example");
    assertThat(samira.post(page + "/vraag", form).location()).contains("toestemming-gevraagd");
    assertThat(samira.get(path(one)).body()).contains("Mag dit naar Vitens?", "nog geen antwoord");
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").post(page + "/vraag", form).status())
        .isEqualTo(403);

    Visitor citizen = new Visitor(workplace);
    String theirs = workplace.followPath(one, "1");
    assertThat(citizen.get(theirs).body())
        .contains("Mogen wij dit doorsturen naar Vitens (Mevrouw De Wit)?", "24 november");
    assertThat(citizen.post(theirs + "/toestemming", Map.of("agrees", "YES")).location())
        .contains("doorsturen-ja");
    assertThat(citizen.get(theirs).body()).contains("U zei ja.", "Nee, liever niet");

    String again = samira.get(page).body();
    assertThat(again)
        .contains(
            "zei de inwoner ja",
            WHY,
            "id=\"consentPage\" name=\"consentPage\" value=\"yes\" checked");
    form.put("consentPage", "yes");
    form.put("consentDay", "2026-11-24");
    assertThat(decide(samira, one, "elders", form).status()).isEqualTo(303);
    assertThat(workplace.found(one.id()).care().referred().entry()).isNotNull();
    assertThat(samira.get(path(one)).body()).contains("Toestemming: op de eigen pagina");
    assertThat(citizen.get(theirs).body()).doesNotContain("Mogen wij dit doorsturen");
  }

  @Test
  void aLinkThatAMailProgramOpensAnswersNothingAndTheCitizenConfirmsWithOneTap() {
    Case one = asked("emma");
    done(one, new Closing(one.official(), Outcome.ANSWERED, "Ja.", one.lastReceived()));
    Visitor citizen = new Visitor(workplace);
    String page = workplace.followPath(one, "1");
    assertThat(citizen.get(page + "?geholpen=nee").body())
        .contains("Bent u geholpen?", "value=\"NO\" checked");
    assertThat(workplace.found(one.id()).open()).isFalse();
    assertThat(citizen.post(page + "/geholpen", Map.of()).body())
        .contains("Kies of u bent geholpen");

    assertThat(citizen.post(page + "/geholpen", Map.of("helped", "NO", "heard", "NO")).location())
        .contains("gedaan=niet-geholpen");

    Case again = workplace.found(one.id());
    assertThat(again.open()).isTrue();
    assertThat(again.openPromises())
        .allMatch(promise -> again.ownerOf(promise).equals("jan.devries"))
        .extracting(promise -> promise.due())
        .containsExactly(one.openPromises().get(0).due());
    assertThat(Visitor.loggedIn(workplace, "jan.devries").get("/werk").body()).contains(one.id());
    assertThat(citizen.get(page).body()).doesNotContain("action=\"" + page + "/geholpen");
  }

  @Test
  void aTextMessageOfOneFigureAnswersItAndOpensNoQuestion() {
    Case one =
        workplace.question(
            "+31611112222", "Femke", "Lamp", "De lamp is stuk.", "huur-en-onderhoud");
    done(one, new Closing(one.official(), Outcome.ANSWERED, "Hersteld.", one.lastReceived()));

    sms("sms-1", "+31611112222", "3");

    Case said = workplace.found(one.id());
    assertThat(said.open()).isFalse();
    CaseEvent.SaidHelped answer =
        said.happened(CaseEvent.SaidHelped.class).findFirst().orElseThrow();
    assertThat(answer.helped()).isTrue();
    assertThat(answer.heard()).isFalse();
    assertThat(await(workplace.cases.ofCitizen(one.citizen(), 10))).hasSize(1);
  }

  @Test
  void whoCanOnlyBeCalledIsAskedInTheTalk() {
    Case one =
        workplace.question(
            "+31201234567", "Gerda", "Lamp", "De lamp is stuk.", "huur-en-onderhoud");
    done(one, new Talking(one.official(), CaseEvent.Talk.PHONE, "Uitgelegd.", one.lastReceived()));
    done(one, new Closing(one.official(), Outcome.ANSWERED, "Hersteld.", one.lastReceived()));
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path(one)).body()).contains("Gevraagd in het gesprek");
    assertThat(samira.post(path(one) + "/geholpen", Map.of()).status()).isEqualTo(422);

    assertThat(samira.post(path(one) + "/geholpen", Map.of("helped", "NO")).status())
        .isEqualTo(303);

    Case again = workplace.found(one.id());
    assertThat(again.openPromises())
        .filteredOn(promise -> promise.kind() == PromiseKind.CALLBACK)
        .allMatch(promise -> again.ownerOf(promise).equals("jan.devries"))
        .hasSize(1);
  }

  private static void sms(String id, String from, String text) {
    Map<String, String> facts = new HashMap<>(Map.of("From", from, "To", "+3197012345678"));
    facts.put("Body", text);
    facts.put("MessageSid", id);
    await(
        workplace.inbox.accept(
            Receipt.received(
                id, Channel.SMS, workplace.clock.instant(), null, List.of(), null, 0, 100, facts)));
    Until.present(
        id,
        () ->
            await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  private static void done(Case one, Act act) {
    assertThat(await(workplace.casework.change(one.id(), act)))
        .isInstanceOf(Decision.Changed.class);
  }
}
