package nl.aanspreekpunt.web.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.web.Browser;
import nl.aanspreekpunt.web.Clicks;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What who leads a team sees, and how they say who is away. */
class TeamPageTest {
  private Workplace workplace;

  @BeforeEach
  void open() {
    workplace = new Workplace();
  }

  @AfterEach
  void close() {
    workplace.close();
  }

  private Case asked(String name) {
    return workplace.question(
        name + "@example.org", name, "Schimmel bij " + name, "Nat.", "huur-en-onderhoud");
  }

  @Test
  void whatIsLateIsThereInBothLanguages() {
    asked("laat");
    workplace.clock.forward(Duration.ofDays(3));
    try (Browser browser = new Browser()) {
      for (String language : new String[] {"nl", "en"}) {
        try (BrowserContext context = browser.somebody(language, true)) {
          Page page = Clicks.logIn(context, workplace, "jan.devries");
          page.click("a[href='/werk/team']");
          assertThat(page.locator("section[aria-labelledby='late']"))
              .containsText("Schimmel bij laat");
        }
      }
    }
  }

  @Test
  void whoIsMarkedAbsentGetsSomebodyWhoActsAndTheCitizenHearsItOnce() {
    Case one = asked("wacht");
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    jan.get("/werk/team");
    Visitor.Answer wrong =
        jan.post(
            "/werk/team/afwezig", Map.of("official", "samira.elamrani", "until", "2026-11-01"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("until-samira.elamrani-error", "2026-11-01");
    Visitor.Answer marked =
        jan.post(
            "/werk/team/afwezig", Map.of("official", "samira.elamrani", "until", "2026-12-01"));
    assertThat(marked.status()).isEqualTo(303);
    Case covered = actedIn(one.id());
    assertThat(covered.actingNow().map(Acting::official)).contains("jan.devries");
    assertThat(covered.events())
        .filteredOn(e -> e instanceof CaseEvent.Told told && told.kind().equals("ACTING"))
        .hasSize(1);
    assertThat(jan.get("/werk/team").body()).contains("terug op 1 december 2026");
    jan.post("/werk/team/terug", Map.of("official", "samira.elamrani"));
    assertThat(jan.get("/werk/team").body()).doesNotContain("terug op 1 december 2026");
    Case back = workplace.found(one.id());
    assertThat(back.actingNow()).isEmpty();
    assertThat(back.concerns()).containsExactly("samira.elamrani");
    assertThat(back.events())
        .filteredOn(e -> e instanceof CaseEvent.Told told && told.kind().equals("NEW_OFFICIAL"))
        .hasSize(1);
  }

  private Case actedIn(String number) {
    long deadline = System.nanoTime() + 5_000_000_000L;
    Case found = workplace.found(number);
    while (found.actingNow().isEmpty() && System.nanoTime() < deadline) {
      found = workplace.found(number);
    }
    return found;
  }

  @Test
  void whoLeadsNoTeamSeesNothingAndSpeaksForNobody() {
    Visitor samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get("/werk/team").status()).isEqualTo(403);
    samira.get("/werk");
    assertThat(samira.post("/werk/team/afwezig", Map.of("official", "jan.devries")).status())
        .isEqualTo(403);
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    kwame.get("/werk/team");
    assertThat(kwame.post("/werk/team/afwezig", Map.of("official", "samira.elamrani")).status())
        .isEqualTo(403);
  }

  @Test
  void whatKeepsFailingIsSaidToWhoLeadsAndGoesAgainOnceItWorks() {
    Case one = asked("hapert");
    SetAsides asides = SetAsides.in(workplace.store);
    await(
        asides.failed(
            SetAside.Queue.CASE,
            one.id(),
            workplace.clock.instant(),
            new IllegalStateException("hapert")));

    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    String page = jan.get("/werk/team").body();
    assertThat(page).contains("Dit lukt nu niet", "Vraag " + one.id() + " kon 1 keer niet");
    for (SetAside.Queue queue : SetAside.Queue.values()) {
      String about = queue == SetAside.Queue.CASE ? one.id() : "samira.elamrani";
      Instant now = workplace.clock.instant();
      await(asides.failed(queue, about, now, new IllegalStateException("hapert")));
      String id = queue.name().toLowerCase(Locale.ROOT) + "/" + about;
      assertThat(jan.get("/werk/team").body()).contains("name=\"what\" value=\"" + id + "\"");
      assertThat(jan.post("/werk/team/proberen", Map.of("what", id)).location())
          .as(queue.name())
          .isEqualTo("/werk/team?gedaan=proberen");
      assertThat(await(asides.find(id)).orElseThrow().until()).isEqualTo(now);
    }
    workplace.clock.forward(Duration.ofMinutes(3));
    assertThat(Visitor.loggedIn(workplace, "jan.devries").get("/werk/team").body())
        .doesNotContain("Dit lukt nu niet");
  }

  @Test
  void whatRestsIsTriedAgainByWhoLeadsAndByNobodyElse() {
    SetAsides asides = SetAsides.in(workplace.store);
    Instant now = workplace.clock.instant();
    for (int n = 0; n < 10; n++) {
      await(
          asides.failed(
              SetAside.Queue.SIGN, "samira.elamrani", now, new IllegalStateException("hapert")));
    }
    String id = await(asides.list(now, 10)).get(0).id();
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    assertThat(jan.get("/werk/team").body())
        .contains("Nagaan of Samira El Amrani er nog is lukte 10 keer niet", "Het rust tot dan")
        .contains("Opnieuw proberen");
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    assertThat(kwame.get("/werk/team").body()).doesNotContain("Samira El Amrani er nog is");
    assertThat(kwame.post("/werk/team/proberen", Map.of("what", id)).status()).isEqualTo(404);
    assertThat(await(asides.find(id)).orElseThrow().rests()).isTrue();

    jan.get("/werk/team");
    assertThat(jan.post("/werk/team/proberen", Map.of("what", id)).location())
        .isEqualTo("/werk/team?gedaan=proberen");
    assertThat(await(asides.find(id)).orElseThrow().until()).isEqualTo(now);
  }
}
