package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Talk early, go and look: as officials and citizens see it. */
class TalkPagesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final byte[] JPEG =
      "\u00ff\u00d8\u00ff\u00e0 a picture".getBytes(StandardCharsets.ISO_8859_1);
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case angry(String name) {
    return workplace.question(
        name + "@elders.example",
        "Ans " + name,
        "Schimmel " + name,
        "Er is schimmel. Ik ben het zat.",
        "huur-en-onderhoud");
  }

  private static Case visited(String name, String caution) {
    Case one = angry(name);
    await(
        workplace.casework.change(
            one.id(),
            new Inviting(
                CaseEvent.Talk.VISIT,
                java.time.Instant.parse("2026-11-26T10:00:00Z"),
                null,
                "Kerkstraat 1",
                "De schimmel",
                null,
                caution,
                one.official())));
    return workplace.found(one.id());
  }

  private static Appointment talk(Case one) {
    return one.care().talks().planned().get(0);
  }

  private static String page(Case one) {
    return "/werk/vragen/" + one.id() + "/afspraak";
  }

  @Test
  void todayProposesATalkOneKeyPlansItAndNotHereEndsTheProposal() {
    Case one = angry("vandaag");
    Case other = angry("hierniet");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String today = samira.get("/werk").body();
    assertThat(today)
        .contains(
            "gesprek-" + one.id(), "Tijd voor een gesprek?", "ben het zat", "Gesprek aan de balie");
    String slot = today.substring(today.indexOf("gesprek-" + one.id()));
    slot = slot.substring(slot.indexOf("DESK 2026"));
    slot = slot.substring(0, slot.indexOf('"'));

    Map<String, String> form = Map.of("slot", slot, "page", "today");
    assertThat(samira.post(page(one) + "/plannen", form).location()).startsWith("/werk?");
    samira.post(page(other) + "/niet-hier", Map.of("page", "today"));

    assertThat(talk(workplace.found(one.id())).place())
        .isEqualTo("balie van gemeente Voorbeeldstad");
    assertThat(samira.get("/werk").body())
        .doesNotContain("gesprek-" + one.id() + "\"", "gesprek-" + other.id() + "\"")
        .contains("Hoe ging het?");
    assertThat(samira.get(page(other)).body()).contains("Stel het toch weer voor");
    samira.post(page(other) + "/wel-hier", Map.of());
    assertThat(samira.get("/werk").body()).contains("gesprek-" + other.id() + "\"");
  }

  @Test
  void whoDoesNotWantToLiveStandsAboveAllElseWithWhatCanBeOfferedAndGetsNoWordsOfAMachine() {
    Case one =
        workplace.question(
            "wanhoop@elders.example",
            "Ans wanhoop",
            "Schimmel wanhoop",
            "Ik zie het niet meer zitten. Ik wil niet meer leven.",
            "huur-en-onderhoud");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);

    String today = samira.get("/werk").body();
    assertThat(today)
        .contains("Bel vandaag nog", "0800-0113", "‘wil niet meer leven’ staat in het bericht");
    assertThat(today.indexOf("gesprek-" + one.id())).isLessThan(today.indexOf("class=\"lead\""));
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains("113.nl", "Bel vandaag nog");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .doesNotContain("0113", "113.nl");
    assertThat(samira.post(page(one) + "/niet-hier", Map.of("page", "today")).status())
        .isEqualTo(303);
    assertThat(samira.get("/werk").body()).doesNotContain("gesprek-" + one.id() + "\"");
  }

  @Test
  void whatToBeCarefulOfIsForWhoMayReadTheCaseOnlyAndComesBackAtTheNextVisit() {
    Case one = visited("hond", "Grote hond los");
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get("/werk/vragen/" + one.id()).body())
        .contains("Grote hond los", "Huisbezoek");
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get("/werk").body()).contains("Grote hond los");
    for (String official : List.of("thomas.bakker", "ravi.ramdin", "marijke.smit")) {
      Visitor reader = Visitor.loggedIn(workplace, official);
      assertThat(reader.get(page(one)).status()).as(official).isEqualTo(403);
      assertThat(reader.get("/werk/vragen/" + one.id()).body())
          .as(official)
          .doesNotContain("Grote hond los");
    }
    for (String official : List.of(SAMIRA, "jan.devries", "anouk.jansen")) {
      boolean reads =
          Visitor.loggedIn(workplace, official).get(page(one)).body().contains("Grote hond los");
      boolean may =
          Visitor.loggedIn(workplace, official)
              .get("/werk/vragen/" + one.id())
              .body()
              .contains("Er is schimmel");
      assertThat(reads).as(official).isEqualTo(may);
    }
    Visitor citizen = new Visitor(workplace);
    assertThat(citizen.get(workplace.followPath(one, "1")).body())
        .contains("Kerkstraat 1", "donderdag 26 november", "U spreekt met")
        .doesNotContain("Grote hond");
    await(
            workplace.outbox.findAll(
                one.happened(CaseEvent.Told.class).map(CaseEvent.Told::entry).toList()))
        .forEach(
            entry -> assertThat(entry.notice().facts().toString()).doesNotContain("Grote hond"));

    Case next =
        workplace.question(
            "hond@elders.example",
            "Ans hond",
            "Iets anders",
            "Nog een vraag.",
            "huur-en-onderhoud");
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get(page(next)).body())
        .contains("Grote hond los");
  }

  @Test
  void theCitizenSaysThatItDoesNotSuitAndTheOfficialMovesAndCallsOff() {
    Case one = visited("past", "");
    String promise = talk(one).promise();
    String follow = workplace.followPath(one, "1");
    Visitor citizen = new Visitor(workplace);
    citizen.get(follow);
    assertThat(
            citizen
                .post(follow + "/schikt-niet", Map.of("promise", promise, "unsuited", ""))
                .status())
        .isEqualTo(422);
    citizen.post(follow + "/schikt-niet", Map.of("promise", promise, "unsuited", "Vrijdag wel"));
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get("/werk").body()).contains("past: “Vrijdag wel”");
    samira.get(page(one));

    Map<String, String> move =
        Map.of("talk", talk(one).uid(), "moveTo", "2026-11-27T10:00", "moveWhy", "");
    assertThat(
            samira
                .post(page(one) + "/verzetten", Map.of("talk", talk(one).uid(), "moveTo", "x"))
                .status())
        .isEqualTo(422);
    assertThat(samira.post(page(one) + "/verzetten", move).status()).isEqualTo(303);
    assertThat(talk(workplace.found(one.id())).sequence()).isEqualTo(1);
    assertThat(citizen.get(follow).body()).contains("vrijdag 27 november", "verzette de afspraak");
    assertThat(samira.post(page(one) + "/afzeggen", Map.of("talk", talk(one).uid())).status())
        .isEqualTo(422);
    samira.post(page(one) + "/afzeggen", Map.of("talk", talk(one).uid(), "offWhy", "Ziek"));
    assertThat(workplace.found(one.id()).care().talks().planned()).isEmpty();
    assertThat(samira.get("/werk/vragen/" + one.id()).body()).contains("zegde de afspraak", "Ziek");
  }

  @Test
  void itIsPutDownWithWhoWasThereWhatWasAgreedAndPhotosThatOnlyReadersOpen() {
    Case one = visited("foto", "");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    samira.get(page(one));
    Map<String, String> form = new HashMap<>();
    form.put("talk", talk(one).uid());
    form.put("present", "Samira en Ans");
    form.put("note", "");
    form.put("agreed-2", "Ik stuur de aannemer");
    form.put("due-2", "2026-12-04");
    form.put("theirs", "Ans zet het raam open");
    form.put("seen", one.lastReceived());
    assertThat(held(samira, one, form, JPEG).body())
        .contains("Schrijf op wat er is gezegd", "Ik stuur de aannemer");
    form.put("note", "Zwarte schimmel in de slaapkamer");
    assertThat(held(samira, one, form, "<script>".getBytes(StandardCharsets.UTF_8)).body())
        .contains("hooguit 6 foto");
    assertThat(held(samira, one, form, JPEG).status()).isEqualTo(303);

    Case held = workplace.found(one.id());
    Promise agreed =
        held.openPromises().stream()
            .filter(it -> it.kind() == PromiseKind.UNDERTAKING)
            .findFirst()
            .orElseThrow();
    CaseEvent.Photo photo =
        held.happened(CaseEvent.Held.class).findFirst().orElseThrow().photos().get(0);
    String body = samira.get("/werk/vragen/" + one.id()).body();
    assertThat(body)
        .contains(
            "Zwarte schimmel",
            "Erbij: Samira en Ans",
            "Afgesproken: Ik stuur de aannemer",
            "schimmel.jpg");
    String file = "/werk/vragen/" + one.id() + "/bestanden/" + photo.receipt() + "/" + photo.part();
    assertThat(samira.get(file).body()).contains("a picture");
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").get(file).status()).isEqualTo(404);
    Case other = angry("anders");
    assertThat(samira.get(file.replace(one.id(), other.id())).status()).isEqualTo(404);
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Ik stuur de aannemer", "Ans zet het raam open")
        .doesNotContain("Zwarte schimmel", photo.receipt());

    samira.get(page(one));
    Map<String, String> done =
        Map.of("promise", agreed.id(), "what", "DONE", "said", "Komt maandag");
    assertThat(
            samira
                .post(page(one) + "/nagekomen", Map.of("promise", agreed.id(), "what", "DONE"))
                .status())
        .isEqualTo(422);
    samira.post(page(one) + "/nagekomen", done);
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Komt maandag");
    samira.post(page(one) + "/nagekomen", Map.of("promise", agreed.id(), "what", "AGAIN"));
    assertThat(workplace.found(one.id()).promise(agreed.id()).orElseThrow().open()).isTrue();
  }

  @Test
  void aTalkWithoutAgreementsLeavesATraceForTheCitizenAndOneAfterWhatWasPromisedIsSaidToBeLate() {
    Case one = angry("later");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    assertThat(samira.get(page(one)).body()).contains("Beloofd is: ");
    Map<String, String> plan =
        Map.of("how", "VISIT", "from", "2027-01-12T10:00", "place", "Kerkstraat 1");
    assertThat(samira.post(page(one) + "/plannen", plan).status()).isEqualTo(303);
    assertThat(samira.get(page(one)).body()).contains("dit gesprek is later dan wat beloofd is");
    Map<String, String> form =
        Map.of("talk", talk(workplace.found(one.id())).uid(), "note", "Alles is in orde.");
    assertThat(held(samira, workplace.found(one.id()), form, JPEG).status()).isEqualTo(303);

    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("was bij u thuis. Er zijn geen afspraken gemaakt.")
        .doesNotContain("Alles is in orde");
  }

  private static Visitor.Answer held(
      Visitor who, Case one, Map<String, String> form, byte[] content) {
    Multipart photo = new Multipart().file("photos", "schimmel.jpg", "image/jpeg", content);
    return who.post(page(one) + "/gesproken", photo, form, "Accept", "text/html");
  }

  @Test
  void aTalkIsPlannedWithKeysAloneAndAxeFindsNothing() {
    Case one = angry("toetsen");
    try (Browser browser = new Browser();
        BrowserContext context = browser.somebody("nl-NL", true)) {
      Page shown = context.newPage();
      shown.navigate(workplace.url("/inloggen"));
      shown.fill("#email", workplace.email(SAMIRA));
      shown.fill("#password", Workplace.PASSWORD);
      shown.keyboard().press("Enter");
      shown.waitForURL(url -> url.endsWith("/werk"));
      shown.navigate(workplace.url(page(one) + "?how=DESK"));
      Browser.isAccessible(shown, ColorScheme.LIGHT);
      new Keys(shown).to("#about");
      shown.keyboard().type("De schimmel");
      new Keys(shown).to("form[action$='/plannen'] button");
      shown.keyboard().press("Enter");
      shown.waitForURL(url -> url.contains("gedaan"));
      Browser.isAccessible(shown, ColorScheme.LIGHT);
      Browser.isAccessible(shown, ColorScheme.DARK);
    }
    assertThat(talk(workplace.found(one.id())).about()).isEqualTo("De schimmel");
    assertThat(talk(workplace.found(one.id())).from())
        .isAfter(Workplace.MORNING.plus(Duration.ofHours(3)));
  }
}
