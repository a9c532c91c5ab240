package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.MORNING;
import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseRow;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls and dated promises as officials, clerks and citizens see them. */
class CallPagesTest {
  private static final String CLERK = "thomas.bakker";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case asked(String name, String preferred) {
    return workplace.question(
        name + "@elders.example",
        "Ans",
        "Bel mij over " + name,
        "Graag bellen.",
        "huur-en-onderhoud",
        Map.of("callbackPhone", "+31612345678", "callbackPreferred", preferred, "takenBy", CLERK));
  }

  private static Promise call(Case one) {
    return workplace.found(one.id()).promises().stream()
        .filter(promise -> promise.callback() != null)
        .findFirst()
        .orElseThrow();
  }

  private static void tried(Case one, Duration later) {
    workplace.clock.forward(later);
    await(
        workplace.casework.change(
            one.id(),
            new Attempting(call(one).id(), one.official(), Attempt.Outcome.NO_ANSWER, "", null)));
  }

  @Test
  void afterThreeTriesTheLinkOffersMomentsAndTheAnswerIsOnTheCallList() {
    Case one = asked("tijden", "");
    Visitor citizen = new Visitor(workplace);
    String path = workplace.followPath(one, "1");
    assertThat(citizen.get(path).body()).doesNotContain("/wanneer");
    tried(one, Duration.ofMinutes(10));
    tried(one, Duration.ofHours(4));
    tried(one, Duration.ofHours(18));
    assertThat(citizen.get(path).body()).contains("Wanneer kunnen we u beter bellen?");

    Visitor.Answer none = citizen.post(path + "/wanneer", Map.of("promise", call(one).id()));
    Visitor.Answer said =
        citizen.post(
            path + "/wanneer",
            Map.of(
                "promise", call(one).id(), "time-AFTERNOONS", "yes", "preferred", "op woensdag"));

    assertThat(none.status()).isEqualTo(422);
    assertThat(citizen.get(said.location()).body()).contains("Opgeschreven wanneer het u schikt");
    assertThat(call(one).callback().preferred()).isEqualTo("'s middags, op woensdag");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String list = official.get("/werk/bellen").body();
    assertThat(list).contains("Bellijst", "Bel mij over tijden", "'s middags, op woensdag");
    assertThat(list).contains("Voorstel: bel");
    assertThat(official.get("/werk").body()).contains("Voorstel: bel");
  }

  @Test
  void whoTookARequestFollowsItsStateAloneAndPutsDownThatItIsWithdrawn() {
    Case one = asked("geheim", "na 15 uur");
    Visitor clerk = Visitor.loggedIn(workplace, CLERK);
    String id = call(one).id();

    String taken = clerk.get("/werk/bellen").body();
    clerk.post("/werk/bellen/afgezegd", Map.of("call", id, "heard", ""));
    boolean still = call(one).open();
    Visitor colleague = Visitor.loggedIn(workplace, "ravi.ramdin");
    colleague.get("/werk/bellen");
    Visitor.Answer other =
        colleague.post("/werk/bellen/afgezegd", Map.of("call", id, "heard", "Zei het"));
    clerk.post("/werk/bellen/afgezegd", Map.of("call", id, "heard", "Zei het aan de balie"));

    assertThat(taken).contains("aangenomen-" + id, "Wordt gebeld vóór");
    assertThat(taken).doesNotContain("Graag bellen", "612345678", "na 15 uur");
    assertThat(still).isTrue();
    assertThat(other.status()).isEqualTo(404);
    assertThat(call(one).state()).isEqualTo(Promise.State.WITHDRAWN);
    assertThat(clerk.get("/werk/bellen").body()).contains("Niet meer nodig");
  }

  /** Sanne works Monday to Thursday. */
  @Test
  void whoPromisesADayOnWhichTheyDoNotWorkIsToldSoBeforeAndAfter() {
    Case one =
        workplace.question("vrij@elders.example", "Bo", "Mijn schuld", "Help.", "schuldhulp");
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    String page = "/werk/vragen/" + one.id();
    sanne.get(page);
    String text = "Dag Bo. U hoort %s voor 12 uur van mij.";

    String thursday =
        sanne.post(page + "/lees", Map.of("text", text.formatted("donderdag"))).body();
    String friday = sanne.post(page + "/lees", Map.of("text", text.formatted("vrijdag"))).body();
    sanne.post(
        page + "/beloven",
        Map.of("promised", "ANSWER 2026-11-27T11:00:00Z U hoort vrijdag voor 12 uur van mij"));

    assertThat(thursday).contains("Antwoord vóór").doesNotContain("u werkt dan niet");
    assertThat(friday).contains("let op: u werkt dan niet");
    assertThat(sanne.get(page).body()).contains("let op: u werkt dan niet");
    assertThat(Visitor.loggedIn(workplace, "kwame.mensah").get(page).body())
        .contains("let op: Sanne van Dijk werkt dan niet");
  }

  @Test
  void whoTypesAnotherMomentOnADayOffIsAskedFirstAndMayWantItAllTheSame() {
    Case one =
        workplace.question("later@elders.example", "Bo", "Mijn schuld", "Help.", "schuldhulp");
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    String page = "/werk/vragen/" + one.id();
    sanne.get(page);
    Map<String, String> form = new HashMap<>();
    form.put("promise", one.promises().get(0).id());
    form.put("renewTo", "2026-12-04T12:00");
    form.put("renewWhy", "Het advies is er nog niet.");

    Visitor.Answer asked = sanne.post(page + "/verzetten", form);
    form.put("offDay", "2026-12-11T12:00");
    Visitor.Answer ofAnother = sanne.post(page + "/verzetten", form);
    Instant still = workplace.found(one.id()).promises().get(0).due();
    form.put("offDay", "2026-12-04T12:00");
    Visitor.Answer meant = sanne.post(page + "/verzetten", form);

    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Wie dit heeft beloofd werkt dan niet.", "Toch dit moment")
        .contains("name=\"offDay\" value=\"2026-12-04T12:00\"", "Het advies is er nog niet.");
    assertThat(ofAnother.status()).as("ticked for another moment").isEqualTo(422);
    assertThat(still).isEqualTo(one.promises().get(0).due());
    assertThat(meant.status()).isEqualTo(303);
    assertThat(workplace.found(one.id()).promises().get(0).due())
        .isEqualTo(Instant.parse("2026-12-04T11:00:00Z"));
    form.put("renewTo", "2026-12-07T12:00");
    assertThat(sanne.post(page + "/verzetten", form).status()).as("a Monday").isEqualTo(303);
  }

  @Test
  void aMessageThatSaysItIsAComplaintIsProposedAsOneAndAnOfficialSaysSo() {
    Case one =
        workplace.question(
            "klaagt@elders.example", "Bo", "Klacht", "Ik wil een klacht indienen.", "schuldhulp");
    Case question =
        workplace.question(
            "bezwaar@elders.example", "Bo", "Bezwaar", "Hoe maak ik bezwaar?", "schuldhulp");
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    String page = "/werk/vragen/" + one.id();
    assertThat(one.legalClass()).as("a proposal decides nothing").isEqualTo(LegalClass.QUESTION);
    assertThat(sanne.get(page).body())
        .contains("Dit lijkt een klacht", "Ja, dit is een klacht")
        .contains("<option value=\"COMPLAINT\">", "<option value=\"CALLBACK\">");

    sanne.post(page + "/formeel", Map.of("class", "COMPLAINT"));
    String other = "/werk/vragen/" + question.id();
    assertThat(sanne.get(other).body()).contains("Dit lijkt een formeel bericht");
    sanne.post(other + "/formeel", Map.of("class", "QUESTION"));

    Case complaint = workplace.found(one.id());
    assertThat(complaint.legalClass()).isEqualTo(LegalClass.COMPLAINT);
    assertThat(complaint.openPromises()).extracting(Promise::kind).contains(PromiseKind.DECISION);
    assertThat(sanne.get(page).body()).contains("Klacht: de wet").doesNotContain("Dit lijkt een");
    assertThat(workplace.found(question.id()).openPromises())
        .extracting(Promise::kind)
        .doesNotContain(PromiseKind.DECISION);
    assertThat(sanne.get(other).body()).doesNotContain("Dit lijkt een formeel");
    sanne.post(page + "/niet-formeel", Map.of("informal", "Het was een vraag."));
    assertThat(workplace.found(one.id()).legalClass()).isEqualTo(LegalClass.QUESTION);
    assertThat(sanne.get(page).body()).contains("geen klacht is: Het was een vraag.");
  }

  @Test
  void thePagesOfAQuestionThatWasJoinedLeadToWhereItsMessagesAre() {
    Case first =
        workplace.question("dubbel@elders.example", "Bo", "Schuld", "Help mij.", "schuldhulp");
    Case second =
        workplace.question("dubbel@elders.example", "Bo", "Brief", "Wat nu?", "schuldhulp");
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    String old = "/werk/vragen/" + first.id();
    sanne.get(old);

    sanne.post(old + "/hoort-bij", Map.of("into", second.id()));

    assertThat(sanne.get(old).body())
        .contains("href=\"/werk/vragen/" + second.id() + "\">Deze vraag gaat verder");
    assertThat(sanne.get(old + "/plaats").body())
        .contains("href=\"/werk/vragen/" + second.id() + "/plaats\"")
        .doesNotContain("value=\"split\"", "value=\"move\"");
  }

  /** It ends on Wednesday 17 March 2027. */
  @Test
  void theExtensionThatTheLawAllowsIsMarkedWhenItEndsOnADayOff() {
    Case one =
        workplace.question("termijn@elders.example", "Bo", "Mijn schuld", "Help.", "schuldhulp");
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    String page = "/werk/vragen/" + one.id();
    sanne.get(page);
    sanne.post(page + "/formeel", Map.of());

    String works = hint(sanne.get(page).body());
    sanneWorks("mon");
    String doesNot = hint(sanne.get(page).body());
    sanneWorks("mon-thu");

    assertThat(works).contains("verlengen").doesNotContain("u werkt dan niet");
    assertThat(doesNot).contains("verlengen").contains("let op: u werkt dan niet");
  }

  private static void sanneWorks(String days) {
    Map<String, String> hours = Map.of(days, "08:30-17:00");
    await(workplace.absences.works(new WorkDays("sanne.vandijk", hours, "test", MORNING), null));
  }

  /** What is said beside the field for another moment of the decision. */
  private static String hint(String body) {
    return body.lines()
        .filter(line -> line.contains("-hint") && line.contains("verlengen"))
        .findFirst()
        .orElse(body);
  }

  @Test
  void aCallIsOnTheListHoweverMuchElseIsDueBeforeAndThoseOfTheNextPageFollow() {
    Case one = asked("druk", "");
    Instant before = MORNING.minus(Duration.ofDays(1));
    stored(150, "druk", one.official(), before, null);
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String list = official.get("/werk/bellen").body();
    assertThat(list).contains("Bel mij over druk").doesNotContain("/werk/bellen?na=");

    stored(100, "eerder", one.official(), before, before);
    String first = official.get("/werk/bellen").body();
    assertThat(first).contains("Bekijk wie u daarna belt").doesNotContain("Bel mij over druk");
    String next = first.replaceAll("(?s).*href=\"(/werk/bellen\\?na=[^\"]+)\".*", "$1");
    assertThat(official.get(next).body()).contains("Bel mij over druk");
    assertThat(official.get("/werk/bellen?na=morgen").status()).isEqualTo(200);
  }

  @Test
  void whoCanOnlyBeCalledIsAskedOnThePhoneAndBothPagesSayThatThePromiseWaits() {
    Case one =
        workplace.question(
            "+31201234567", "Cor", "Mijn teller", "Wat moet ik betalen?", "parkeren");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String page = "/werk/vragen/" + one.id();
    assertThat(official.get(page).body())
        .contains("Deze inwoner is alleen te bellen", "name=\"asked\" value=\"PHONE\"");
    Map<String, String> asked =
        Map.of("asked", "PHONE", "question", "Wat is uw kenteken?", "seen", one.lastReceived());

    Visitor.Answer done = official.post(page + "/vraag", asked);

    Promise waits = workplace.found(one.id()).promises().get(0);
    assertThat(waits.waits()).isTrue();
    assertThat(official.get(done.location()).body())
        .contains("Wat is uw kenteken?", "Wacht op de inwoner sinds", "name=\"heardAnswer\"");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("Wij hebben u iets gevraagd.")
        .doesNotContain("Wat is uw kenteken?");
    official.post(
        page + "/verder", Map.of("promise", waits.id(), "heardAnswer", "Kenteken 12-AB-CD"));
    assertThat(workplace.found(one.id()).openPromises())
        .singleElement()
        .matches(promise -> !promise.waits() && promise.id().equals(waits.id()));
    assertThat(official.get(page).body()).contains("Kenteken 12-AB-CD");
  }

  @Test
  void aClerkSaysWhatAMessageIsToTheLawAndAComplaintGoesToSomebodyOutsideIt() {
    Visitor clerk = Visitor.loggedIn(workplace, "meilin.chen");
    Case formal = taken(clerk, Map.of("class", "formal", "topic", "afval"));
    Case complaint = taken(clerk, Map.of("topic", "klacht", "concerned", "Ravi Ramdin"));

    assertThat(formal.legalClass()).isEqualTo(LegalClass.FORMAL);
    assertThat(formal.promises()).extracting(Promise::kind).contains(PromiseKind.DECISION);
    assertThat(complaint.legalClass()).isEqualTo(LegalClass.COMPLAINT);
    assertThat(complaint.barred()).containsExactly("ravi.ramdin");
    Map<String, String> nobody = Map.of("text", "Wie?", "class", "complaint");
    assertThat(clerk.post("/werk/nieuw", nobody).body())
        .contains("<option value=\"complaint\" selected>");
  }

  private static Case taken(Visitor clerk, Map<String, String> more) {
    String form = clerk.get("/werk/nieuw").body();
    Map<String, String> fields = new HashMap<>(more);
    fields.put("nonce", form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1"));
    fields.put("text", "Zo gaat het niet.");
    fields.put("email", "balie-" + more.get("topic") + "@elders.example");
    String receipt =
        clerk.post("/werk/nieuw", fields).location().substring("/werk/nieuw/".length());
    return Until.present(
        "it is placed",
        () ->
            await(workplace.receipts.find(receipt))
                .map(Receipt::caseNumber)
                .map(number -> workplace.found(number)));
  }

  private static void stored(int many, String id, String official, Instant due, Instant call) {
    var rows = workplace.store.table("cases", CaseRow.class);
    await(
        Future.all(
            IntStream.range(0, many)
                .mapToObj(i -> rows.insert(CaseRow.due(id + i, official, due, call)))
                .toList()));
  }

  @Test
  void aDatedPromiseInAnAnswerIsOfferedAfterSendingAndConfirmedByOneKey() {
    Case one =
        workplace.question(
            "belofte@elders.example", "Bo", "Mijn belofte", "Wanneer hoor ik het?", "parkeren");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String page = "/werk/vragen/" + one.id();
    String form = official.get(page).body();
    assertThat(form).contains("data-hx-post=\"" + page + "/lees\"");
    String text = "Dag Bo. U hoort donderdag voor 12 uur van mij.";

    Visitor.Answer read = official.post(page + "/lees", Map.of("text", text));
    assertThat(read.body()).contains("type=\"checkbox\"", "name=\"promised-answer-", "accesskey");
    assertThat(workplace.found(one.id()).version()).isEqualTo(one.version());
    Visitor.Answer sent =
        official.post(page + "/antwoord", Map.of("text", text, "seen", one.lastReceived()));
    String offered = official.get(sent.location()).body();
    Visitor.Answer promised =
        official.post(
            page + "/beloven",
            Map.of(
                "promised", "ANSWER 2026-11-26T11:00:00Z U hoort donderdag voor 12 uur van mij"));

    assertThat(offered).contains("Belooft u dit?", "autofocus", "accesskey=\"b\"");
    assertThat(official.get(promised.location()).body())
        .contains("Beloofd als:")
        .doesNotContain("Belooft u dit?");
    assertThat(workplace.found(one.id()).openPromises()).singleElement().matches(Promise::dated);
    assertThat(official.get("/werk").body()).contains("Mijn belofte");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body())
        .contains("2026-11-26T11:00:00Z");
  }

  @Test
  void whenItSuitsOnlyAfterItIsDueIsAgreedInOneActOfWhichTheCitizenHears() {
    Case one = asked("liever", "volgende week dinsdag");
    Visitor official = Visitor.loggedIn(workplace, one.official());
    String list = official.get("/werk/vragen/" + one.id()).body();
    assertThat(list)
        .contains("Dat is na de beloofde tijd: bel eerder, of spreek het eerst af.")
        .doesNotContain("Dat is na de afgesproken tijd");

    Visitor.Answer agreed =
        official.post(
            "/werk/vragen/" + one.id() + "/verzetten",
            Map.of(
                "promise", call(one).id(),
                "renewTo", hidden(list, "renewTo"),
                "renewWhy", hidden(list, "renewWhy")));

    assertThat(agreed.status()).isEqualTo(303);
    assertThat(call(one).due()).isEqualTo(Instant.parse("2026-12-01T16:00:00Z"));
    assertThat(call(one).moves().renewals().get(0).reason())
        .isEqualTo("U wordt liever later gebeld: volgende week dinsdag.");
  }

  private static String hidden(String page, String name) {
    return page.replaceAll(
        "(?s).*?type=\"hidden\" name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
  }
}
