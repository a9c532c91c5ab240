package nl.aanspreekpunt.web.work.household;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Keys;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People are linked with consent; who may sees and asks on their own page; and they go apart. */
class HouseholdPagesTest {
  private static final String SAMIRA = "samira.elamrani";
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
  void whoMaySeesTheQuestionsOfTheOtherOnTheirOwnPageUntilEitherEndsIt() {
    Case one = question("ans@een.example", "Ans", "Schimmel", "Er groeit schimmel.");
    Case secret = workplace.question("ans@een.example", "Ans", "Geheim", "Schulden.", "schuldhulp");
    Case complaint =
        workplace.question(
            "ans@een.example", "Ans", "Boos", "Ik heb een klacht over Jan de Vries.", null);
    assertThat(complaint.hidesSubject()).isTrue();
    Case bo = question("bo@een.example", "Bo", "Lamp", "De lamp is stuk.");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String page = set(samira, one);
    link(samira, page, one, "bo@een.example", Map.of("see", "yes"));
    String seen = samira.get(page).body();
    assertThat(seen)
        .contains("Bo mag in vragen van Ans: lezen.", "Aan de balie", "Schimmel", "Lamp")
        .contains("Een vraag die u niet kunt lezen")
        .doesNotContain("Geheim", "Boos");
    assertThat(samira.get(page + "/verloop").body())
        .as("one course, of all that she may read")
        .contains("Ans: Schimmel", "Er groeit schimmel.", "Bo: Lamp", "De lamp is stuk.")
        .contains("vragen die u niet kunt lezen")
        .doesNotContain("Schulden.", "een klacht over Jan");

    Visitor citizen = new Visitor(workplace);
    String mine = workplace.followPath(bo, "1");
    assertThat(citizen.get(mine).body())
        .contains("U mag in vragen van Ans: lezen.", "Schimmel")
        .doesNotContain("Geheim", "Boos");
    String shared = citizen.get(mine + "/samen/" + one.id()).body();
    assertThat(shared)
        .contains(
            "Er groeit schimmel.", "Samira El Amrani is verantwoordelijk", "U krijgt antwoord")
        .doesNotContain("ans@een.example", "<form class=\"flow\" method=\"post\" action=\"/v");
    assertThat(citizen.get(mine + "/samen/" + secret.id()).status()).isEqualTo(404);
    assertThat(citizen.get(mine + "/samen/" + complaint.id()).status()).isEqualTo(404);
    assertThat(citizen.get(workplace.followPath(one, "1")).body())
        .as("the other sees who is linked, and none of their questions")
        .contains("Bo mag in uw vragen: lezen.")
        .doesNotContain("Lamp");

    String household = page.substring(page.lastIndexOf('/') + 1);
    assertThat(citizen.post(mine + "/samen/einde", end(household, "c-nobody")).status())
        .isEqualTo(404);
    Map<String, String> both = end(household, one.citizen());
    assertThat(citizen.post(mine + "/samen/einde", both).location()).contains("linked-ended");
    assertThat(citizen.get(mine + "/samen/" + one.id()).status()).isEqualTo(404);
    assertThat(citizen.get(mine).body()).doesNotContain("Schimmel", "/samen/");
    assertThat(citizen.get(workplace.followPath(one, "1")).body()).doesNotContain("/samen/");
    assertThat(samira.get(page).body())
        .as("who was entitled reads what was, and no questions of either")
        .contains("Bo mocht in vragen van Ans: lezen.", "beëindigd door de inwoner")
        .doesNotContain("Lamp", "Schimmel");
    assertThat(samira.get(page + "/verloop").body()).doesNotContain("Lamp", "Schimmel");
  }

  @Test
  void eachRoleReadsAsMuchOfAHouseholdAsIsTheirs() {
    Case one = question("ans@twee.example", "Ans", "Lekkage", "Er lekt iets.");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String page = set(samira, one);
    samira.get(page);
    assertThat(samira.post(page + "/erbij", Map.of("of", one.citizen())).body())
        .as("all that is to be mended at once")
        .contains("href=\"#address\"", "href=\"#name\"", "href=\"#role\"", "href=\"#on\"");
    link(samira, page, one, "bo@twee.example", Map.of("ask", "yes"));
    String coordinator =
        workplace.directories.current().team(one.team()).orElseThrow().coordinator();
    assertThat(Visitor.loggedIn(workplace, coordinator).get(page).body()).contains("Lekkage");
    for (String other : List.of("ravi.ramdin", "marijke.smit", "thomas.bakker", "meilin.chen")) {
      Visitor visitor = Visitor.loggedIn(workplace, other);
      assertThat(visitor.get(page).status()).as(other).isEqualTo(403);
      assertThat(visitor.get(page + "/verloop").status()).as(other).isEqualTo(403);
      assertThat(visitor.get("/werk/vragen/" + one.id() + "/samen").status()).isEqualTo(403);
      assertThat(visitor.post(page + "/einde", end("x", one.citizen())).status()).isEqualTo(403);
    }
    assertThat(samira.get("/werk/huishoudens/none").status()).isEqualTo(404);
    assertThat(new Visitor(workplace).get(page).status()).isEqualTo(303);
    assertThat(new Visitor(workplace).get(page + "/verloop").status()).isEqualTo(303);
  }

  @Test
  void whoMayAskWithoutDecidingSaysNeitherYesNorNoForTheCitizen() {
    Case one = question("ans@drie.example", "Ans", "Tocht", "Het tocht.");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String page = set(samira, one);
    link(samira, page, one, "bo@drie.example", Map.of("ask", "yes"));
    Case asked = mail("bo@drie.example", one.id());
    assertThat(asked.id()).isEqualTo(one.id());
    assertThat(samira.get("/werk/vragen/" + one.id()).body())
        .contains("mag namens de inwoner vragen stellen, maar geen ja of nee");
    Closing takesBack =
        new Closing(asked.official(), Outcome.WITHDRAWN, "Laat maar.", asked.lastReceived());
    assertThat(await(workplace.casework.change(one.id(), takesBack)))
        .as("the citizen takes it back, and nobody who may only ask")
        .isEqualTo(Decision.refused("withdrawn-linked", "outcome"));
    assertThat(samira.get("/werk/vragen/" + one.id() + "/ruggespraak").body())
        .as("whose consent can be put down")
        .doesNotContain("<option value=\"2\"");
    await(
        workplace.casework.change(
            one.id(),
            new Closing(asked.official(), Outcome.ANSWERED, "Geregeld.", asked.lastReceived())));
    assertThat(workplace.found(one.id()).open()).isFalse();
    Visitor bo = new Visitor(workplace);
    String mine = workplace.followPath(one, "2");
    assertThat(bo.get(mine).body()).doesNotContain("/niet-geholpen", "Het tocht.");
    assertThat(bo.post(mine + "/niet-geholpen", Map.of()).status()).isEqualTo(403);
    assertThat(workplace.found(one.id()).open()).isFalse();

    link(samira, page, one, "bo@drie.example", Map.of("ask", "yes", "decide", "yes"));
    bo.get(mine);
    assertThat(bo.post(mine + "/niet-geholpen", Map.of()).status()).isEqualTo(303);
    assertThat(workplace.found(one.id()).open()).isTrue();

    samira.get(page);
    Household now = household(page);
    Map<String, String> ends =
        Map.of("one", one.citizen(), "other", now.present().get(1).citizen());
    assertThat(samira.post(page + "/einde", ends).status()).isEqualTo(303);
    assertThat(bo.get(mine).status()).as("their link opens nothing any more").isEqualTo(410);
    assertThat(workplace.found(one.id()).happened(CaseEvent.LinkRevoked.class)).hasSize(1);
  }

  @Test
  void whoMaySeeAndAskAsksOnTheQuestionTheySee() {
    Case one = question("ans@vijf.example", "Ans", "Trap", "De trap kraakt.");
    Case bo = question("bo@vijf.example", "Bo", "Hek", "Het hek is stuk.");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String page = set(samira, one);
    link(samira, page, one, "bo@vijf.example", Map.of("see", "yes"));
    Visitor citizen = new Visitor(workplace);
    String shared = workplace.followPath(bo, "1") + "/samen/" + one.id();
    Map<String, String> words = new HashMap<>(Map.of("text", "", "nonce", "a".repeat(22)));
    assertThat(citizen.get(shared).body()).doesNotContain("/vraag");
    citizen.get(workplace.followPath(bo, "1"));
    assertThat(citizen.post(shared + "/vraag", words).status()).as("only sees").isEqualTo(404);
    link(samira, page, one, "bo@vijf.example", Map.of("see", "yes", "ask", "yes"));
    assertThat(citizen.get(shared).body()).contains("Vraag iets aan Samira", "namens Ans");
    assertThat(citizen.post(shared + "/vraag", words).body()).contains("Schrijf");
    words.put("text", "Wanneer komt u kijken?");
    for (int again = 0; again < 2; again++) {
      assertThat(citizen.post(shared + "/vraag", words).location()).contains("linked-asked");
    }
    Case asked = workplace.found(one.id());
    assertThat(asked.happened(CaseEvent.Received.class)).as("once").hasSize(2);
    assertThat(asked.care().linked("2").orElseThrow().decides()).isFalse();
    assertThat(citizen.get(shared).body())
        .as("of what its citizen exchanged, not of what they asked")
        .doesNotContain("Wanneer komt u kijken?");
    assertThat(citizen.get(workplace.followPath(asked, "2")).body())
        .contains("Wanneer komt u kijken?")
        .doesNotContain("De trap kraakt.");
  }

  @Test
  void whoLeavesIsListedWithTheHouseholdsTheyStandFor() {
    Case one = question("ans@zes.example", "Ans", "Goot", "De goot lekt.");
    Visitor samira = Visitor.loggedIn(workplace, SAMIRA);
    String page = set(samira, one);
    link(samira, page, one, "bo@zes.example", Map.of("see", "yes"));
    samira.get(page);
    assertThat(samira.post(page + "/vast", Map.of("standing", "ravi.ramdin")).status())
        .isEqualTo(303);
    String leaving = "/werk/team/vertrek/ravi.ramdin";
    assertThat(Visitor.loggedIn(workplace, "anouk.jansen").get(leaving).body())
        .contains("Huishoudens en organisaties met Ravi Ramdin", page, "De Boer");
    assertThat(Visitor.loggedIn(workplace, "thomas.bakker").get(leaving).body())
        .as("an administrator does not read which")
        .contains("Huishoudens en organisaties met Ravi Ramdin")
        .doesNotContain(page, "De Boer");
    assertThat(samira.post(page + "/vast", Map.of("standing", SAMIRA)).status()).isEqualTo(303);
    assertThat(Visitor.loggedIn(workplace, "anouk.jansen").get(leaving).body())
        .doesNotContain("Huishoudens en organisaties");
  }

  @Test
  void byKeyboardAloneAPersonIsLinkedAndEndsItOnTheirPage() {
    Case one = question("ans@vier.example", "Ans", "Deur", "De deur klemt.");
    try (Browser browser = new Browser();
        BrowserContext staff = browser.somebody("nl", true);
        BrowserContext outside = browser.somebody("nl", true)) {
      Page page = staff.newPage();
      page.navigate(workplace.url("/inloggen"));
      Keys keys = new Keys(page);
      keys.type("#email", workplace.email(SAMIRA)).type("#password", Workplace.PASSWORD);
      keys.enter("form[action='/inloggen'] button");
      page.navigate(workplace.url("/werk/vragen/" + one.id()));
      keys.enter("a[href$='/samen']");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.enter("main form button").hears("#errors", "Kies of het een huishouden");
      keys.choose("#kind", "ORGANISATION").type("#name", "Stichting Buurt");
      keys.enter("main form button").hears("#done", "Koppel nu iemand");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      keys.type("#address", "bo@vier.example").type("#name", "Bo").choose("#role", "CONTACT");
      keys.space("#see").type("#how", "Aan de balie");
      keys.enter("form[action$='/erbij'] button").hears("#errors", "Vul de dag in");
      Browser.isAccessible(page, ColorScheme.DARK);
      page.fill("#on", "2026-11-23");
      keys.enter("form[action$='/erbij'] button").hears("#done", "De koppeling staat");
      keys.choose("#standing", "fatma.yildiz").enter("form[action$='/vast'] button");
      keys.hears("#done", "Vastgelegd");
      keys.enter("a[href$='/verloop']");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      page.goBack();
      assertThat(page.locator("main a[href='/werk/vragen/" + one.id() + "']").first().isVisible())
          .as("there is a way back to the question")
          .isTrue();
      Browser.isAccessible(page, ColorScheme.LIGHT);

      Case bo = question("bo@vier.example", "Bo", "Bel", "De bel is stuk.");
      assertThat(bo.official()).isEqualTo("fatma.yildiz");
      Page own = outside.newPage();
      own.navigate(workplace.url(workplace.followPath(bo, "1")));
      Browser.isAccessible(own, ColorScheme.LIGHT);
      Keys hands = new Keys(own);
      hands.enter("a[href$='/samen/" + one.id() + "']");
      Browser.isAccessible(own, ColorScheme.LIGHT);
      hands.enter("main a.utrecht-link");
      hands.enter("form[action$='/samen/einde'] button").hears("#done", "De koppeling is voorbij");
    }
  }

  private static Case question(String from, String name, String subject, String text) {
    return workplace.question(from, name, subject, text, "huur-en-onderhoud");
  }

  private static Case mail(String from, String number) {
    return workplace.mail(
        from,
        "From: Bo <"
            + from
            + ">\nTo: vraag@voorbeeldstad.example\nSubject: Over "
            + number
            + "\nMessage-ID: <"
            + number
            + "@een.example>\n\nIs er al nieuws?\n");
  }

  /** A household with the citizen of a case; its page. */
  private static String set(Visitor by, Case one) {
    String start = "/werk/vragen/" + one.id() + "/samen";
    assertThat(by.get(start).body()).contains("nog niemand");
    Map<String, String> form = Map.of("kind", "HOUSEHOLD", "name", "De Boer", "once", "abcdefgh");
    String to = by.post(start + "/begin", form).location();
    return to.substring(0, to.indexOf('?'));
  }

  private static void link(
      Visitor by, String page, Case one, String address, Map<String, String> rights) {
    by.get(page);
    Map<String, String> form = new HashMap<>(rights);
    form.put("address", address);
    form.put("name", "Bo");
    form.put("role", "PARTNER");
    form.put("of." + one.citizen(), one.citizen());
    form.put("how", "Aan de balie");
    form.put("on", "2026-11-23");
    Visitor.Answer sent = by.post(page + "/erbij", form);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
  }

  private static Map<String, String> end(String household, String other) {
    return Map.of("household", household, "other", other, "one", other);
  }

  private static Household household(String page) {
    HouseholdWork work = workplace.householdWork;
    return await(work.households().find(page.substring(page.lastIndexOf('/') + 1))).orElseThrow();
  }
}
