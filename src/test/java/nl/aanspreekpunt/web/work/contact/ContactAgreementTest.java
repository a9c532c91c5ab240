package nl.aanspreekpunt.web.work.contact;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.contact.AsAgreed;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** After a threat who leads says who has contact; the citizen hears it and every promise stands. */
class ContactAgreementTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String FATMA = "fatma.yildiz";
  private static final String JAN = "jan.devries";
  private static final String PIETER = "pieter.hoekstra";
  private static final String WHY =
      "U dreigde dinsdag een collega. Zo blijft het voor iedereen veilig.";
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
  void aCoordinatorAgreesItByKeyboardTheCitizenObjectsAndTheManagerAnswers() {
    Case one = question("ko@een.example", "Mijn huur", "huur-en-onderhoud");
    try (Browser browser = new Browser();
        BrowserContext office = browser.somebody("nl", true);
        BrowserContext home = browser.somebody("nl", true)) {
      Page page = office.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email(JAN));
      keys.type("#password", Workplace.PASSWORD).enter("form[action='/inloggen'] button");
      page.navigate(workplace.url("/werk/vragen/" + one.id()));
      keys.enter("#contactafspraak");
      assertThat(page.locator("main").innerText()).contains("Er is geen afspraak over contact");
      keys.choose("#official", FATMA).space("#way-WRITING").space("#way-DESK");
      page.fill("#until", "2026-12-24");
      keys.type("#why", "Omdat het moet.");
      keys.enter("form[action$='/afspraak'] button").hears("#errors", "in eigen woorden");
      assertThat(page.isChecked("#way-DESK")).as("what was chosen stands").isTrue();
      page.fill("#why", WHY);
      keys.enter("form[action$='/afspraak'] button").hears("#done", "De afspraak is gemaakt");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Case agreed = workplace.found(one.id());
      assertThat(agreed.official()).isEqualTo(FATMA);
      assertThat(agreed.promises()).as("what was promised").isEqualTo(one.promises());
      assertThat(agreed.care().contact().until()).isEqualTo(Instant.parse("2026-12-24T23:00:00Z"));
      assertThat(page.locator("main").innerText())
          .as("who set it goes on to see it, though the case is another team's now")
          .contains("schriftelijk, aan de balie, met Fatma", "tot en met", WHY);

      Page citizen = home.newPage();
      citizen.navigate(workplace.url(workplace.followPath(agreed, "1")));
      Keys theirs = new Keys(citizen);
      theirs.enter("#contact");
      assertThat(citizen.locator("main").innerText())
          .contains("Uw contact is met Fatma", "24 december", WHY, "Wat wij u beloofden, blijft");
      Browser.isAccessible(citizen, ColorScheme.LIGHT);
      theirs.enter("form[action$='/contact'] button").hears("#errors", "Schrijf waarom");
      theirs.type("#objection", "Ik heb <niemand> bedreigd.");
      theirs.enter("form[action$='/contact'] button").hears("#done", "wie ernaar kijkt");
      assertThat(citizen.locator("main").innerText())
          .contains("Ik heb <niemand> bedreigd.", "U hoort van Pieter Hoekstra");
    }
    Case objected = workplace.found(one.id());
    Promise promised =
        objected.promise(objected.care().contact().objection().promise()).orElseThrow();
    assertThat(objected.ownerOf(promised)).as("not who set it").isEqualTo(PIETER);
    assertThat(told(objected)).contains("agreed", "objected");

    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    String path = path(one);
    assertThat(fatma.get(path).body()).doesNotContain("/antwoord", "/afspraak\"", "/stop");
    Map<String, String> keeps = Map.of("explanation", "De beelden laten zien wat er gebeurde.");
    assertThat(fatma.post(path + "/antwoord", keeps).status()).as("not hers").isEqualTo(422);
    assertThat(fatma.post(path + "/stop", Map.of("lifted", WHY)).body())
        .contains("Alleen wie het team leidt");
    Visitor pieter = Visitor.loggedIn(workplace, PIETER);
    assertThat(pieter.get(path).body()).contains("Ik heb &lt;niemand&gt; bedreigd.", "/antwoord");
    assertThat(pieter.post(path + "/antwoord", keeps).status()).isEqualTo(303);
    Case upheld = workplace.found(one.id());
    assertThat(upheld.promise(promised.id()).orElseThrow().state()).isEqualTo(Promise.State.KEPT);
    assertThat(upheld.care().contact().stands(workplace.clock.instant())).isTrue();
    assertThat(told(upheld)).contains("upheld");
    assertThat(new Visitor(workplace).get(workplace.followPath(one, "1") + "/contact").body())
        .contains("De beelden laten zien", "Pieter Hoekstra antwoordde")
        .doesNotContain("name=\"objection\"");
  }

  @Test
  void allTheirQuestionsGoThereAlsoNewOnesButNoComplaint() {
    Case one = question("li@twee.example", "Mijn huur", "huur-en-onderhoud");
    Case other = question("li@twee.example", "Afval", "afval");
    Case complaint =
        workplace.question(
            "li@twee.example", "Li", "Klacht", "Over u.", null, Map.of("class", "complaint"));
    String complains = complaint.official();
    assertThat(complaint.barred().isEmpty() && complaint.route().rule().equals("complaint"))
        .as("a complaint about nobody in particular goes along")
        .isFalse();
    agree(one, "2026-12-24T23:00:00Z");
    Case moved = workplace.found(other.id());
    assertThat(moved.official()).isEqualTo(FATMA);
    assertThat(moved.promises()).isEqualTo(other.promises());
    assertThat(workplace.found(complaint.id()).official()).isIn(complains, FATMA);

    Case fresh = question("li@twee.example", "Parkeren", "parkeren");
    assertThat(fresh.official()).isEqualTo(FATMA);
    assertThat(fresh.route().evidence())
        .isEqualTo(new Evidence.ContactAgreed(FATMA, one.id(), null));
    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    assertThat(fatma.get("/werk/vragen/" + fresh.id()).body())
        .contains("Contact: schriftelijk, met Fatma", "Er is een afspraak over contact");

    await(
        workplace.casework.change(
            one.id(),
            new Closing(FATMA, Outcome.ANSWERED, "Het is geregeld.", one.lastReceived())));
    workplace.clock.forward(Duration.ofDays(31));
    for (int tick = 0; tick < 3; tick++) {
      workplace.tick();
    }
    Case lapsed = workplace.found(one.id());
    assertThat(lapsed.care().contact().ended().how())
        .as("by itself, also in a closed case")
        .isEqualTo(ContactAgreement.How.LAPSED);
    assertThat(lapsed.happened(CaseEvent.ContactFreed.class)).hasSize(1);
    assertThat(told(lapsed)).contains("lapsed");
    assertThat(lapsed.wakeAt()).isNull();
    assertThat(question("li@twee.example", "Meer", "parkeren").route().rule())
        .isNotEqualTo("contact-agreement");
  }

  @Test
  void itIsEndedBeforeItsTimeAndRefusedWhatNobodyCouldExplain() {
    Case one = question("mo@drie.example", "Mijn huur", "huur-en-onderhoud");
    assertThat(refusal(one, List.of(), WHY, "2026-12-24T23:00:00Z", JAN)).isEqualTo("ways-needed");
    List<ContactAgreement.Way> writing = List.of(ContactAgreement.Way.WRITING);
    assertThat(refusal(one, writing, "Artikel 2:1 van de Awb.", "2026-12-24T23:00:00Z", JAN))
        .isEqualTo("bare-rule");
    assertThat(refusal(one, writing, WHY, "2026-11-23T23:00:00Z", JAN)).isEqualTo("until-needed");
    assertThat(refusal(one, writing, WHY, "2028-01-01T23:00:00Z", JAN)).isEqualTo("until-too-late");
    assertThat(refusal(one, writing, WHY, "2026-12-24T23:00:00Z", SAMIRA))
        .isEqualTo("not-leading-contact");
    agree(one, "2027-06-24T22:00:00Z");
    Visitor jan = Visitor.loggedIn(workplace, JAN);
    Map<String, String> lifts = Map.of("lifted", "Het gaat sinds de zomer weer goed aan de balie.");
    jan.get(path(one));
    assertThat(jan.post(path(one) + "/stop", lifts).status()).isEqualTo(303);
    assertThat(jan.get(path(one)).body()).contains("Deze afspraak is gestopt op");
    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    assertThat(fatma.get("/werk/vragen/" + one.id()).body())
        .contains("stopte de afspraak over contact")
        .doesNotContain("Contact: schriftelijk");
    assertThat(told(workplace.found(one.id()))).contains("lifted");
    assertThat(question("mo@drie.example", "Meer", "parkeren").official()).isNotEqualTo(FATMA);
    for (String other : List.of("ravi.ramdin", "marijke.smit", "gloria.martina")) {
      assertThat(Visitor.loggedIn(workplace, other).get(path(one)).status())
          .as(other + " has nothing to do with it")
          .isEqualTo(403);
    }
    Case another = question("po@vier.example", "Mijn huur", "huur-en-onderhoud");
    assertThat(new Visitor(workplace).get(workplace.followPath(another, "1") + "/contact").status())
        .as("nothing was agreed with this citizen")
        .isEqualTo(404);
  }

  @Test
  void aTalkInAnotherWayThanWasAgreedIsPlannedOnlyWithAReasonAlsoInAnotherQuestion() {
    Case one = question("su@zes.example", "Mijn huur", "huur-en-onderhoud");
    Case other = question("su@zes.example", "Afval", "afval");
    agree(one, "2026-12-24T23:00:00Z");
    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    String talk = "/werk/vragen/" + other.id() + "/afspraak";
    assertThat(fatma.get(talk).body())
        .contains("Contact: schriftelijk, met Fatma", "Er zijn geen momenten die passen");
    Map<String, String> visit =
        Map.of("how", "VISIT", "from", "2026-12-01T11:00", "place", "Kerkstraat 1");
    Visitor.Answer refused = fatma.post(talk + "/plannen", visit);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Schrijf waarom het toch nodig is", "Kerkstraat 1");
    assertThat(workplace.found(other.id()).care().talks().planned()).isEmpty();
    String no = "/werk/vragen/" + other.id() + "/beslissen/nee";
    fatma.get(no);
    Map<String, String> first =
        Map.of(
            "explanation", "U hebt de container vorige week al gekregen, dus een tweede kan niet.",
            "rule", "Eén container per huis.",
            "alternative", "Koop een zak bij de balie.",
            "first", "VISIT",
            "at", "2026-12-01T11:00",
            "place", "Kerkstraat 1",
            "seen", other.lastReceived());
    assertThat(fatma.post(no + "/bewaar", first).body())
        .as("not by way of a decision either")
        .contains("plan het gesprek eerst op de pagina van de afspraak", "Kerkstraat 1");
    assertThat(workplace.found(other.id()).care().intended()).isNull();
    fatma.get(talk);
    Map<String, String> despite = new HashMap<>(visit);
    despite.put("despite", "Zijn moeder belde: het dak lekt op haar bed.");
    assertThat(fatma.post(talk + "/plannen", despite).status()).isEqualTo(303);
    Visitor citizen = new Visitor(workplace);
    String follow = workplace.followPath(other, "1");
    assertThat(citizen.get(follow).body()).contains("wij niet bellen").doesNotContain("/bel-mij");
    assertThat(citizen.post(follow + "/bel-mij", Map.of("phone", "0612345678")).status())
        .isEqualTo(422);
    Case planned = workplace.found(other.id());
    assertThat(planned.care().talks().planned()).hasSize(1);
    assertThat(fatma.get("/werk/vragen/" + other.id()).body())
        .contains("anders dan is afgesproken over contact (Huisbezoek). Waarom: Zijn moeder belde");
    assertThat(new Visitor(workplace).get(workplace.followPath(planned, "1")).body())
        .as("for colleagues alone")
        .doesNotContain("Zijn moeder belde");
    String leads = workplace.directories.current().team(planned.team()).orElseThrow().coordinator();
    assertThat(await(workplace.outbox.list(Outgoing.State.WAITING, null, 500)))
        .extracting(Outgoing::notice)
        .filteredOn(it -> "against-contact".equals(it.facts().get("what")))
        .extracting(Notice::to)
        .containsExactly(workplace.email(leads));
  }

  @Test
  void nobodyPromisesACallNorOffersOneWhereWritingWasAgreed() {
    Case one = question("bo@acht.example", "Mijn huur", "huur-en-onderhoud");
    agree(one, "2026-12-24T23:00:00Z");
    Map<String, String> asks =
        Map.of("callbackPhone", "+31612345678", "callbackReason", "", "callbackPreferred", "");
    Case called =
        workplace.question(
            "bo@acht.example", "Bo", "Bel mij", "Ik ben radeloos. Bel mij!", "parkeren", asks);
    assertThat(called.openPromises())
        .as("who asks to be called is answered as was agreed")
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER);
    Outgoing acknowledged =
        await(workplace.outbox.find(told(called, Notice.Kind.ACKNOWLEDGEMENT))).orElseThrow();
    AsAgreed readers =
        new AsAgreed(
            entry -> Future.succeededFuture(Optional.of(entry)),
            workplace.identities,
            workplace.clock);
    assertThat(await(readers.now(acknowledged)).orElseThrow().notice().facts())
        .containsEntry(Notice.ONLY_BY, "WRITING");

    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    assertThat(fatma.get("/werk").body())
        .contains("gesprek-" + called.id(), "Contact: schriftelijk, met Fatma")
        .doesNotContain(called.id() + "/afspraak/plannen", called.id() + "/afspraak?how=");
    String page = "/werk/vragen/" + called.id();
    fatma.get(page);
    String seen = called.lastReceived();
    String dated = "CALLBACK 2026-11-26T10:00:00Z Ik bel u donderdag.";
    assertThat(
            List.of(
                fatma.post(page + "/bellen", Map.of("phone", "0612345678")),
                fatma.post(
                    page + "/beloven", Map.of("promised", dated, "promisedPhone", "0612345678")),
                fatma.post(
                    page + "/antwoord",
                    Map.of(
                        "text",
                        "Ik bel u donderdag.",
                        "promised-1",
                        dated,
                        "promisedPhone",
                        "0612345678",
                        "seen",
                        seen))))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(422);
              assertThat(answer.body()).contains("plan dan een gesprek op de pagina");
            });
    assertThat(workplace.found(called.id()).openPromises()).hasSize(1);
    assertThat(fatma.post(page + "/antwoord", Map.of("text", "Ja.", "seen", seen)).status())
        .as("an answer in writing")
        .isEqualTo(303);
  }

  @Test
  void aClerkAtTheDeskHearsOfItAndTakesNoWishToBeCalled() {
    Case one = question("de@negen.example", "Mijn huur", "huur-en-onderhoud");
    agree(one, "2026-12-24T23:00:00Z");
    Visitor clerk = Visitor.loggedIn(workplace, "meilin.chen");
    clerk.get("/werk/nieuw");
    Map<String, String> asked =
        Map.of("text", "Mijn dak lekt", "email", "de@negen.example", "phone", "0612345670");
    Map<String, String> call = new HashMap<>(asked);
    call.put("call", "yes");
    Visitor.Answer refused = clerk.post("/werk/nieuw", call);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Contact: schriftelijk, met Fatma", "haal het vinkje weg", "Mijn dak lekt")
        .doesNotContain(WHY);
    Visitor.Answer taken = clerk.post("/werk/nieuw", asked);
    assertThat(taken.status()).isEqualTo(303);
    assertThat(clerk.get(taken.location()).body())
        .contains("Contact: schriftelijk, met Fatma", "Vertel dit ook", "Fatma")
        .doesNotContain(WHY);
  }

  @Test
  void itHoldsForAnotherAddressOfTheCitizenOnceWhoLeadsSaysSoAndNoLongerThanHere() {
    Case one = question("vi@een.example", "Mijn huur", "huur-en-onderhoud");
    Case there = question("vi@twee.example", "Afval", "afval");
    agree(one, "2026-12-24T23:00:00Z");
    assertThat(workplace.found(there.id()).official()).isNotEqualTo(FATMA);
    assertThat(question("vi@twee.example", "Tussendoor", "parkeren").official())
        .as("nobody knows yet that it is the same citizen")
        .isNotEqualTo(FATMA);
    Visitor jan = Visitor.loggedIn(workplace, JAN);
    jan.get(path(one));
    assertThat(jan.post(path(one) + "/ook", Map.of("also", "thuis")).body())
        .contains("Vul een e-mailadres of telefoonnummer in");
    for (String also : List.of("vi@twee.example", "vi@drie.example")) {
      assertThat(jan.post(path(one) + "/ook", Map.of("also", also)).status()).isEqualTo(303);
    }
    assertThat(jan.get(path(one)).body()).contains("geldt ook voor vi@twee.example");
    assertThat(workplace.found(there.id()).official()).as("what was asked").isEqualTo(FATMA);
    assertThat(question("vi@drie.example", "Nieuw", "parkeren").official())
        .as("an address that was never heard from")
        .isEqualTo(FATMA);
    Visitor fatma = Visitor.loggedIn(workplace, FATMA);
    assertThat(fatma.get("/werk/vragen/" + there.id()).body())
        .contains("Contact: schriftelijk, met Fatma");
    assertThat(fatma.get(path(one)).body()).doesNotContain("/ook\"");

    jan.get(path(one));
    jan.post(path(one) + "/ook-niet", Map.of("also", "vi@drie.example"));
    assertThat(question("vi@drie.example", "Meer", "parkeren").route().rule())
        .as("it was not theirs after all")
        .isNotEqualTo("contact-agreement");
    assertThat(question("vi@twee.example", "Meer", "parkeren").route().rule())
        .isEqualTo("contact-agreement");
    jan.post(path(one) + "/stop", Map.of("lifted", "Het gaat sinds de zomer weer goed."));
    assertThat(question("vi@twee.example", "Later", "parkeren").route().rule())
        .isNotEqualTo("contact-agreement");
  }

  @Test
  void whatIsAgreedLaterInAnotherQuestionTakesItsPlace() {
    Case one = question("ro@vijf.example", "Mijn huur", "huur-en-onderhoud");
    Case other = question("ro@vijf.example", "Mijn lekkage", "huur-en-onderhoud");
    agree(one, "2026-12-24T23:00:00Z");
    workplace.clock.forward(Duration.ofMinutes(1));
    AgreeingContact later =
        new AgreeingContact(
            SAMIRA,
            List.of(ContactAgreement.Way.PHONE),
            workplace.clock.instant().plus(Duration.ofDays(10)),
            WHY,
            "kwame.mensah");
    assertThat(workplace.found(other.id()).official()).isEqualTo(FATMA);
    await(workplace.casework.change(other.id(), later));
    for (int tick = 0; tick < 3; tick++) {
      workplace.tick();
    }
    assertThat(workplace.found(one.id()).care().contact().ended().how())
        .isEqualTo(ContactAgreement.How.REPLACED);
    assertThat(workplace.found(one.id()).official()).isEqualTo(SAMIRA);
    assertThat(question("ro@vijf.example", "Nieuw", "parkeren").official()).isEqualTo(SAMIRA);
  }

  private static String refusal(
      Case one, List<ContactAgreement.Way> ways, String why, String until, String by) {
    AgreeingContact act = new AgreeingContact(FATMA, ways, Instant.parse(until), why, by);
    return ((Decision.Refused) await(workplace.casework.change(one.id(), act))).refusal().code();
  }

  /** And what follows from it. */
  private static void agree(Case one, String until) {
    AgreeingContact act =
        new AgreeingContact(
            FATMA, List.of(ContactAgreement.Way.WRITING), Instant.parse(until), WHY, JAN);
    assertThat(await(workplace.casework.change(one.id(), act)))
        .isInstanceOf(Decision.Changed.class);
    workplace.tick();
    assertThat(workplace.found(one.id()).owed()).isNull();
  }

  private static Case question(String from, String subject, String topic) {
    return workplace.question(from, "Ko", subject, subject + ".", topic);
  }

  private static String path(Case one) {
    return "/werk/vragen/" + one.id() + "/contactafspraak";
  }

  /** The first of that kind (outbox id). */
  private static String told(Case one, Notice.Kind kind) {
    return one.happened(CaseEvent.Told.class)
        .filter(it -> it.kind().equals(kind.name()))
        .findFirst()
        .orElseThrow()
        .entry();
  }

  /** What the citizen was told of it. */
  private static List<String> told(Case one) {
    List<String> entries =
        one.happened(CaseEvent.Told.class)
            .filter(it -> it.kind().equals(Notice.Kind.CONTACT.name()))
            .map(CaseEvent.Told::entry)
            .toList();
    return await(workplace.outbox.findAll(entries)).stream()
        .map(Outgoing::notice)
        .map(it -> it.facts().get("what"))
        .toList();
  }
}
