package nl.aanspreekpunt.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.MailHours;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * My page: portrait, words about me that citizens see, hours, deputy, absence; how citizens see me.
 */
class MyPageWalkTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String MINE = "/werk/mijn-pagina";
  private static Workplace workplace;
  private static Browser browser;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    browser = new Browser();
  }

  @AfterAll
  static void close() {
    browser.close();
    workplace.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void wordsAboutMeAreWrittenByKeyboardAndCitizensReadThemInTheirLanguage(int width) {
    Case one =
        workplace.question(
            "w" + width + "@elders.example", "Wil", "Huur", "Te hoog", "huur-en-onderhoud");
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, SAMIRA);
      page.setViewportSize(width, 800);
      Keys keys = new Keys(page).enter("header a[href='" + MINE + "']");
      Browser.isAccessible(page, ColorScheme.LIGHT);
      Browser.isAccessible(page, ColorScheme.DARK);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .isEqualTo(true);
      page.locator("#words-nl").fill("");
      page.locator("#words-en").fill("");
      keys.type("#words-nl", "Ik ken de huurregels, " + width + ".");
      keys.type("#words-en", "I know the rules on rent, " + width + ".");
      keys.enter("form[action$='/woorden'] button").hears("#done", "Inwoners zien dit vanaf nu");
      assertThat(page.locator(".as-seen").first()).containsText("huurregels, " + width);
      assertThat(page.locator(".as-seen[lang=en]")).containsText("rules on rent, " + width);
    }
    Visitor citizen = new Visitor(workplace);
    String follow = workplace.followPath(one, "1");
    assertThat(citizen.get(follow + "?taal=nl").body()).contains("huurregels, " + width);
    assertThat(citizen.get(follow + "?taal=en").body()).contains("rules on rent, " + width);
    citizen = new Visitor(workplace);
    assertThat(received(citizen, width)).contains("huurregels, " + width);
  }

  private static String received(Visitor citizen, int width) {
    String form = citizen.get("/").body();
    String nonce = form.replaceAll("(?s).*name=\"nonce\" value=\"([^\"]+)\".*", "$1");
    workplace.clock.forward(java.time.Duration.ofSeconds(5));
    String to =
        citizen
            .post(
                "/vraag",
                Map.of(
                    "text",
                    "Huur en lekkage",
                    "email",
                    "nieuw" + width + "@elders.example",
                    "nonce",
                    nonce,
                    "topic",
                    "huur-en-onderhoud"))
            .location();
    return citizen.get(to).body();
  }

  @Test
  void aPhotoIsMadeSmallAndSquareAndCitizensSeeIt(@TempDir Path folder) throws IOException {
    BufferedImage large = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
    Path file = folder.resolve("ik.jpg");
    ImageIO.write(large, "jpeg", file.toFile());
    try (BrowserContext context = browser.somebody("nl", true)) {
      Page page = Clicks.logIn(context, workplace, "fatma.yildiz");
      page.navigate(workplace.url(MINE));
      page.setInputFiles("#photo", file);
      Keys keys = new Keys(page).enter("form[action$='/foto'] button").hears("#done", "Bewaard");
      String path = page.locator(".as-seen img").first().getAttribute("src");
      assertThat(path).startsWith("/portraits/eigen-").endsWith(".jpg");
      BufferedImage seen =
          ImageIO.read(new ByteArrayInputStream(new Visitor(workplace).bytes(path)));
      assertThat(seen.getWidth()).isEqualTo(288).isEqualTo(seen.getHeight());
      Case one = workplace.question("f@elders.example", "F", "Bijstand", "Hoe?", "bijstand");
      assertThat(new Visitor(workplace).get(workplace.followPath(one, "1")).body()).contains(path);
      keys.space("#picture-OWN");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      keys.enter("form[action$='/beeld'] button").hears("#done", "Bewaard");
      assertThat(page.locator(".as-seen .initials").first()).hasText("FY");
      assertThat(new Visitor(workplace).get(path).status()).as("the photo is gone").isEqualTo(404);
    }
  }

  @Test
  void whatIsNoPhotoIsNotTakenAndTheOldOneStays() throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "gif", gif);
    Visitor ravi = Visitor.loggedIn(workplace, "ravi.ramdin");
    ravi.get(MINE);
    Visitor.Answer refused =
        ravi.post(
            MINE + "/foto",
            new Multipart().file("photo", "x.gif", "image/gif", gif.toByteArray()),
            Map.of(),
            "Accept",
            "text/html");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("kunnen we niet tonen", "ravi-ramdin.svg");
    Multipart nothing = new Multipart().file("photo", "", "image/jpeg", new byte[0]);
    assertThat(ravi.post(MINE + "/foto", nothing, Map.of(), "Accept", "text/html").body())
        .contains("Kies eerst een foto");
    Map<String, String> much = Map.of("words-nl", "x".repeat(301), "words-en", "");
    Visitor.Answer tooLong = ravi.post(MINE + "/woorden", much);
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("hooguit 300 tekens", "x".repeat(301));
  }

  @Test
  void itStaysWhenTheFileIsAppliedAgainAndTheCoordinatorSeesItAndCanPutItBack() throws IOException {
    Visitor sanne = Visitor.loggedIn(workplace, "sanne.vandijk");
    sanne.get(MINE);
    sanne.post(MINE + "/woorden", Map.of("words-nl", "Ik luister.", "words-en", ""));
    String again = Files.readString(workplace.guide).replace("adviseur wonen", "adviseur huren");
    Workplace.await(workplace.directories.apply(again, "thomas.bakker", workplace.clock.instant()));
    assertThat(workplace.directories.current().profile("sanne.vandijk").in("nl"))
        .isEqualTo("Ik luister.");
    String there = MINE + "/van/sanne.vandijk";
    for (String other : List.of("ravi.ramdin", "jan.devries", "marijke.smit", "meilin.chen")) {
      assertThat(Visitor.loggedIn(workplace, other).get(there).status()).as(other).isEqualTo(403);
    }
    Visitor kwame = Visitor.loggedIn(workplace, "kwame.mensah");
    assertThat(kwame.get(MINE).body()).contains("Sanne van Dijk", there);
    assertThat(kwame.get(there).body()).contains("Ik luister.", "Sanne van Dijk veranderde dit");
    kwame.post(there + "/terug", Map.of());
    assertThat(workplace.directories.current().profile("sanne.vandijk").plain()).isTrue();
    assertThat(kwame.get(there).body()).contains("Dit is zoals het in de gids staat");
    assertThat(
            Workplace.await(workplace.directories.changes(5)).stream()
                .flatMap(change -> change.lines().stream())
                .map(Object::toString))
        .contains("officials[sanne.vandijk].words: was '', becomes 'Ik luister.'");
  }

  @Test
  void hoursDeputyAndAbsenceStandThereWithWhereToChangeThem() {
    assertThat(Visitor.loggedIn(workplace, SAMIRA).get(MINE).body())
        .contains("/werk/werkdagen/" + SAMIRA, "/werk/afwezig", "/wachtwoord", "U bent er.");
  }

  @Test
  void whoChoosesItIsMailedOnceADayAtTheStartOfTheirDay() {
    Visitor anouk = Visitor.loggedIn(workplace, "anouk.jansen");
    anouk.get(MINE);
    anouk.post(MINE + "/instellingen", Map.of("mail", "DAILY", "keys", "on"));
    assertThat(anouk.get(MINE).body()).containsPattern("value=\"DAILY\"\\s+checked");
    var directory = workplace.directories.current();
    var hours = directory.hours("anouk.jansen");
    var noon = Workplace.MORNING.plusSeconds(3 * 3600);
    var next = MailHours.opening(directory, "anouk.jansen", noon);
    assertThat(next).isAfter(noon).isEqualTo(hours.opening(hours.dayEnd(noon).plusSeconds(1)));
    assertThat(MailHours.opening(directory, "anouk.jansen", next.plusSeconds(60)))
        .isEqualTo(next.plusSeconds(60));
    assertThat(MailHours.opening(directory, SAMIRA, noon)).isEqualTo(noon);
  }
}
