package nl.aanspreekpunt.web;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Official;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Line 9: first answer, callbacks reached at first attempt, promises kept, officials met, channel
 * mix, heat map of hours; per topic, team, neighbourhood; CSV and printable; never a league table
 * of single officials.
 */
class FiguresOverTimeWalkTest {
  private static final String PATH = "/werk/cijfers";
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    for (int day = 0; day < 8; day++) {
      List<Case> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(question("d" + day + "n" + i, i));
      }
      workplace.clock.forward(Duration.ofHours(1));
      all.subList(0, 3).forEach(FiguresOverTimeWalkTest::answer);
      workplace.clock.forward(Duration.ofDays(1));
      workplace.tick();
      workplace.count();
    }
    browser = new Browser();
  }

  /** At one of four officials in turn. */
  private static Case question(String who, int i) {
    String topic = List.of("huur-en-onderhoud", "schuldhulp", "parkeren", "afval").get(i);
    return workplace.question(
        who + "@elders.example",
        "Burger " + who,
        "Vraag " + who,
        "Help.",
        topic,
        i == 0 ? Map.of("callbackPhone", "+31612345678") : Map.of());
  }

  private static void answer(Case one) {
    await(
        workplace.casework.change(
            one.id(), new Replying(one.official(), "Zo.", "1", one.lastReceived(), Map.of())));
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  private static Visitor who(String official) {
    return Visitor.loggedIn(workplace, official);
  }

  @Test
  void theFiguresOfAPeriodByKeysAlone() {
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "pieter.hoekstra");
      Keys keys = new Keys(page).enter("a[href='/werk/team']").enter("#cijfers");
      Looked.at(page, "figures");
      assertThat(page.locator(".tile--told").count()).isEqualTo(5);
      keys.choose("#periode", "kwartaal").enter("form[action='" + PATH + "'] button");
      String text = page.locator("main").innerText();
      assertThat(text)
          .contains("kwartaal 4 van 2026", "Alle teams", "Het meest via", "Het drukst")
          .contains("Per team", "Per onderwerp", "Per wijk");
      Looked.at(page, "figures-quarter");
      assertThat(page.locator("table.week td").count()).isEqualTo(7 * 24);
      keys.enter("#by-topic ~ tbody a, table:has(#by-topic) tbody a");
      assertThat(page.url()).contains("onderwerp=");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".figures-choose").isVisible()).isFalse();
      assertThat(page.locator("#figures").isVisible()).isTrue();
    }
  }

  @Test
  void thereIsAWordForWhatIsNoPeriod() {
    Visitor pieter = who("pieter.hoekstra");
    String own = PATH + "?periode=eigen&van=2026-11-24&tot=";
    assertThat(pieter.get(own + "2026-11-26").status()).as("too short").isEqualTo(422);
    assertThat(pieter.get(own + "2028-11-26").status()).as("too long").isEqualTo(422);
    assertThat(pieter.get(own + "onzin").body()).contains("minstens 7");
    assertThat(pieter.get(own + "2026-12-02").body()).contains("24 november 2026 tot en met");
    assertThat(pieter.get(PATH + "?periode=maand&van=2024-01-01").body())
        .contains("In deze periode is niets geteld", "te laten zien hoe het ging");
  }

  @Test
  void theFileIsATableWithTheSameFigures() throws IOException {
    Visitor.Answer file = who("pieter.hoekstra").get(PATH + ".csv?periode=kwartaal&van=2026-11-24");
    assertThat(file.status()).isEqualTo(200);
    List<CSVRecord> lines =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(file.body().replace("\uFEFF", "")))
            .getRecords();
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.get("by")).isEqualTo("all");
              assertThat(line.get("figure")).isEqualTo("first-answer");
              assertThat(line.get("value")).isEqualTo("1");
            });
    assertThat(lines).allSatisfy(line -> assertThat(line.get("name")).doesNotStartWith("="));
    assertThat(lines.stream().map(line -> line.get("by")).distinct())
        .contains("team", "topic", "neighbourhood", "channel", "weekday-and-hour", "part");
  }

  @Test
  void nobodysNameOrIdIsAnywhere() {
    String query = "?periode=kwartaal&van=2026-11-24";
    for (String address : List.of(PATH + query, PATH + ".csv" + query)) {
      String text = who("pieter.hoekstra").get(address).body();
      for (Official one : workplace.directories.current().officials()) {
        if (!one.id().equals("pieter.hoekstra")) {
          assertThat(text).doesNotContain(one.id(), one.name());
        }
      }
    }
  }

  @Test
  void whoCoordinatesReadsTheirOwnTeamsAManagerAndAnAuditorAllAndOthersNothing() {
    for (String address : List.of(PATH, PATH + ".csv")) {
      assertThat(who("samira.elamrani").get(address).status()).isEqualTo(403);
      assertThat(who("kwame.mensah").get(address + "?team=wonen").status()).isEqualTo(403);
      assertThat(who("kwame.mensah").get(address).status()).isEqualTo(200);
      assertThat(who("pieter.hoekstra").get(address + "?team=werk-en-inkomen").status())
          .isEqualTo(200);
      assertThat(who("pieter.hoekstra").get(address + "?onderwerp=onzin").status()).isEqualTo(403);
    }
    String own = who("jan.devries").get(PATH).body();
    assertThat(own).contains("Uw teams").doesNotContain("Schuldhulp</a>");
    assertThat(who(auditor()).get(PATH).body()).contains("Alle teams");
  }

  private static String auditor() {
    return workplace.directories.current().officials().stream()
        .filter(one -> one.roles().contains(nl.aanspreekpunt.official.Role.AUDITOR))
        .map(Official::id)
        .findFirst()
        .orElseThrow();
  }
}
