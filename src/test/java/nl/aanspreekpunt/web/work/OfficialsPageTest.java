package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Import;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Sharing;
import nl.aanspreekpunt.store.SetAsides;
import nl.aanspreekpunt.store.Trying;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator takes officials over from a table. */
class OfficialsPageTest {
  private static final String NEW =
      "noor.bakker;Noor Bakker;adviseur;wonen;noor@werk.voorbeeldstad.example\r\n";

  /** In the columns of the table that is taken along. */
  private static final String LINE =
      "noor.bakker;Noor Bakker;adviseur;wonen;;noor@werk.voorbeeldstad.example;;;;;\r\n";

  private final Workplace workplace = new Workplace();
  private final Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");

  @AfterEach
  void close() {
    workplace.close();
  }

  private Visitor.Answer given(String table, boolean complete) {
    thomas.get(OfficialsPage.PATH);
    return thomas.file(
        OfficialsPage.PATH,
        "table",
        table,
        complete ? Map.of("complete", "on") : Map.<String, String>of());
  }

  private static String form(Visitor.Answer seen) {
    Matcher form = Pattern.compile("action=\"([^\"]+/uitvoeren)\"").matcher(seen.body());
    assertThat(form.find()).isTrue();
    return form.group(1);
  }

  @Test
  void aTableIsSeenFirstAndThenCarriedOut() {
    String without =
        thomas.get(OfficialsPage.TABLE).body().replaceAll("(?m)^fatma\\.yildiz;.*\\R", "");
    Case hers = workplace.question("ina@elders.example", "Ina", "Hulp", "Help.", "bijstand");
    assertThat(hers.official()).isEqualTo("fatma.yildiz");
    Visitor.Answer seen = given(without.replace("wijkbeheerder", "beheerder") + LINE, true);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body())
        .contains("Nieuw: 1", "<li>noor.bakker</li>")
        .contains("officials[ravi.ramdin].function: was ‘wijkbeheerder’, wordt ‘beheerder’")
        .contains("Vertrekt: 1", "<li>Fatma Yıldız</li>", "draagt ze over op de pagina Team");
    assertThat(workplace.directories.current().official("noor.bakker")).isEmpty();

    Visitor.Answer done = thomas.post(form(seen), Map.of());
    assertThat(thomas.get(done.location()).body()).contains("Klaar: 2 van 2 stappen.");
    assertThat(workplace.directories.current().official("noor.bakker")).isPresent();
    assertThat(workplace.directories.current().employed("fatma.yildiz", workplace.clock.instant()))
        .isFalse();
    assertThat(workplace.found(hers.id()).actingNow()).isPresent();
    assertThat(given(thomas.get(OfficialsPage.TABLE).body(), true).body())
        .contains("Er verandert niets.");
  }

  @Test
  void howMuchAndWhenTheyWorkAndTheirRolesAreTakenInAndWhoBecomesAnAdministratorIsSaid() {
    String sanne = "sanne.vandijk;25;80;en;mon-fri 08:30-15:00;administrator\r\n";
    Visitor.Answer seen = given("id;cap;deeltijd;talen;hours;rollen\r\n" + sanne, false);
    assertThat(seen.body())
        .contains("wordt beheerder, en mag dan alles wat u mag.</p><ul><li>Sanne van Dijk</li>")
        .contains("officials[sanne.vandijk].cap:", "officials[sanne.vandijk].share:")
        .contains("officials[sanne.vandijk].roles:")
        .contains("wordt ‘mon 08:30-15:00 / tue 08:30-15:00 / wed 08:30-15:00 / thu 08:30-15:00");
    assertThat(workplace.directories.current().official("sanne.vandijk").orElseThrow().roles())
        .isEmpty();

    thomas.post(form(seen), Map.of());
    Official now = workplace.directories.current().official("sanne.vandijk").orElseThrow();
    assertThat(now.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(now.sharing()).isEqualTo(new Sharing(25, 80, List.of("en")));
    assertThat(now.hours().written()).containsEntry("fri", "08:30-15:00");
    assertThat(given(thomas.get(OfficialsPage.TABLE).body(), true).body())
        .contains("Er verandert niets.");
    Visitor.Answer none = given("id;cap;share\r\nsanne.vandijk;;\r\n", false);
    assertThat(none.body())
        .contains("officials[sanne.vandijk].cap: was ‘25’, vervalt")
        .contains("officials[sanne.vandijk].share: was ‘80’, vervalt");
    thomas.post(form(none), Map.of());
    assertThat(workplace.directories.current().official("sanne.vandijk").orElseThrow().sharing())
        .isEqualTo(new Sharing(null, null, List.of("en")));
    Visitor.Answer unknown = given("id;lengte\r\nsanne.vandijk;1\r\n", false);
    assertThat(unknown.body())
        .contains("Regel 1, kolom lengte: deze kolom is niet bekend; er zijn ‘id, name, function,");
  }

  @Test
  void mistakesAreSaidWithTheirLinesAndNothingIsTakenIn() {
    Visitor.Answer wrong =
        given("id;name;function;team;email\r\n\r\n" + NEW.replace("wonen", "vissen"), false);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Regel 3, kolom team: dit is niet bekend; vul een id in dat er is ‘vissen’")
        .doesNotContain("/uitvoeren");
    thomas.get(OfficialsPage.PATH);
    assertThat(thomas.post(OfficialsPage.PATH, Map.of()).status()).isEqualTo(422);
    assertThat(Visitor.loggedIn(workplace, "kwame.mensah").get(OfficialsPage.PATH).status())
        .isEqualTo(403);
    assertThat(thomas.get(OfficialsPage.PATH + "/onbekend").status()).isEqualTo(404);
  }

  @Test
  void whatACrashLeftGoesOnAndTwiceIsOnce() {
    Importing importing =
        new Importing(
            Imports.in(workplace.store),
            new Trying(SetAsides.in(workplace.store), workplace.clock),
            workplace.directories,
            workplace.departing,
            workplace.clock,
            "voorbeeldstad.example");
    Importing.Preview seen =
        await(
            importing.preview(
                ("id;name;function;team;email\r\n" + NEW).getBytes(StandardCharsets.UTF_8), false));
    Import kept = await(importing.keep(seen, "hub"));
    Import begun =
        new Import(
            kept.id(),
            2,
            "hub",
            kept.at(),
            kept.people(),
            List.of("ravi.ramdin"),
            List.of(),
            0,
            true);
    assertThat(await(Imports.in(workplace.store).replace(begun, 1))).isTrue();

    assertThat(await(importing.tick())).isEqualTo(1);
    assertThat(await(importing.tick())).isZero();
    assertThat(await(importing.find(kept.id())))
        .hasValueSatisfying(one -> assertThat(one.ended()).isTrue());
    assertThat(workplace.directories.current().official("noor.bakker")).isPresent();
    assertThat(workplace.directories.current().employed("ravi.ramdin", workplace.clock.instant()))
        .isFalse();
    long version = workplace.directories.current().version();
    await(importing.carryOut(await(importing.find(kept.id())).orElseThrow()));
    assertThat(workplace.directories.current().version()).isEqualTo(version);
  }
}
