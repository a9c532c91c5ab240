package nl.aanspreekpunt.web.work.setup.directory;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator changes the directory in forms: fills in, sees what changes, applies. */
class DirectoryFormsTest {
  private static final String WASTE = Paths.TOP + "/onderwerp/afval";
  private static final String JAN = Paths.TOP + "/ambtenaar/jan.devries";

  private final Workplace workplace = new Workplace();
  private final Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");

  @AfterEach
  void close() {
    workplace.close();
  }

  private Directory directory() {
    return workplace.directories.current();
  }

  private Topic waste() {
    return directory().topic("afval").orElseThrow();
  }

  private Map<String, String> form(String path) {
    return Shown.form(thomas.get(path), path);
  }

  private Visitor.Answer apply(Visitor.Answer seen, String path) {
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    Map<String, String> form = Shown.form(seen, path);
    form.put("do", "apply");
    return thomas.post(path, form);
  }

  @Test
  void onlyAnAdministratorComesHere() {
    Visitor jan = Visitor.loggedIn(workplace, "jan.devries");
    for (String path :
        List.of(Paths.TOP, Paths.TOP + "/teams", WASTE, WASTE + "/weg", Paths.TOP + "/bestand")) {
      assertThat(jan.get(path).status()).as(path).isEqualTo(403);
      assertThat(thomas.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(jan.post(WASTE, form(WASTE)).status()).isEqualTo(403);
    assertThat(thomas.get(Paths.TOP + "/onderwerp/niets").status()).isEqualTo(404);
    assertThat(thomas.get(Paths.TOP + "/versies/77").status()).isEqualTo(404);
  }

  @Test
  void whatIsFilledInIsSeenFirstAndThenApplied() {
    workplace.question("ina@elders.example", "Ina", "Container", "Vol.", "afval");
    Map<String, String> form = form(WASTE);
    assertThat(form).containsEntry("nl", "Afval").containsEntry("team", "openbare-ruimte");
    form.put("team", "wonen");
    form.put("keywords", form.get("keywords") + "\nmatras");
    Visitor.Answer seen = thomas.post(WASTE, form);
    assertThat(seen.body())
        .contains("Onderwerp ‘Afval’, Team: was ‘Openbare ruimte’, wordt ‘Wonen’")
        .contains("matras")
        .contains("Open vragen daarover: 1.")
        .contains("Er is nog niets gewijzigd.");
    assertThat(waste().team()).isEqualTo("openbare-ruimte");

    assertThat(apply(seen, WASTE).location()).startsWith(Paths.TOP + "/onderwerpen");
    assertThat(waste().team()).isEqualTo("wonen");
    assertThat(waste().keywords()).contains("matras", "grofvuil");
    DirectoryChange change = await(workplace.directories.changes(1)).get(0);
    assertThat(change.by()).isEqualTo("thomas.bakker");
    assertThat(change.lines()).hasSize(2);
    assertThat(thomas.get(Paths.TOP + "/bestand").body())
        .startsWith("# Who works here")
        .contains("rats,\n       matras]");
  }

  @Test
  void whatWasSeenCanBeFilledInAgain() {
    Map<String, String> form = form(WASTE);
    form.put("nl", "Vuilnis & <meer>");
    Map<String, String> seen = Shown.form(thomas.post(WASTE, form), WASTE);
    seen.put("do", "again");
    assertThat(Shown.form(thomas.post(WASTE, seen), WASTE)).isEqualTo(form);
  }

  @Test
  void aMistakeStandsAtItsFieldAndWhatWasTypedStays() {
    Map<String, String> form = form(WASTE);
    form.put("addresses", "afval@elders.example");
    form.put("en", "Rubbish");
    Visitor.Answer refused = thomas.post(WASTE, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"addresses-error\">Kies een adres dat eindigt op: voorbeeldstad.example.");
    assertThat(Shown.form(refused, WASTE)).isEqualTo(form);
    form.put("addresses", "parkeren@voorbeeldstad.example");
    assertThat(thomas.post(WASTE, form).body())
        .contains("id=\"addresses-error\">‘parkeren@voorbeeldstad.example’ is al van een ander.");
    form.put("nl", "");
    assertThat(thomas.post(WASTE, form).body()).contains("id=\"nl-error\">Vul dit in.");
    assertThat(thomas.get(WASTE + "?taal=en").body()).contains("See what changes");
    assertThat(thomas.post(WASTE, form(WASTE)).body()).contains("Nothing changes.");
  }

  @Test
  void ofTwoWhoChangeTheSameTheSecondIsToldAndChoosesAgain() {
    Map<String, String> first = form(WASTE);
    Map<String, String> second = form(WASTE);
    first.put("team", "wonen");
    second.put("team", "publiekszaken");
    second.put("en", "Rubbish");
    assertThat(apply(thomas.post(WASTE, first), WASTE).status()).isEqualTo(303);
    Visitor.Answer told = thomas.post(WASTE, second);
    assertThat(told.status()).isEqualTo(422);
    assertThat(told.body())
        .contains(
            "id=\"team-error\">Een collega heeft dit intussen gewijzigd. Nu staat er: ‘wonen’.");
    Map<String, String> again = Shown.form(told, WASTE);
    assertThat(again).containsEntry("team", "publiekszaken").containsEntry("en", "Rubbish");
    assertThat(apply(thomas.post(WASTE, again), WASTE).status()).isEqualTo(303);
    assertThat(waste().team()).isEqualTo("publiekszaken");
    assertThat(waste().name().en()).isEqualTo("Rubbish");
  }

  @Test
  void aTopicThatGoesTakesItsQuestionsAlong() {
    workplace.question("ina@elders.example", "Ina", "Container", "Vol.", "afval");
    String path = WASTE + "/weg";
    assertThat(thomas.post(path, form(path)).body()).contains("Kies wat ervoor in de plaats komt.");
    Visitor.Answer seen = thomas.post(path, Map.of("do", "see", "heir", "straat-en-groen"));
    assertThat(seen.body()).contains("Straat en groen");
    Map<String, String> form = form(WASTE);
    form.put("en", "Rubbish");
    assertThat(apply(thomas.post(WASTE, form), WASTE).status()).isEqualTo(303);
    assertThat(apply(seen, path).body()).contains("De gids is intussen gewijzigd.");
    seen = thomas.post(path, Map.of("do", "see", "heir", "straat-en-groen"));
    assertThat(apply(seen, path).status()).isEqualTo(303);
    assertThat(directory().topics()).extracting(Topic::id).doesNotContain("afval");
    assertThat(waste().id()).isEqualTo("straat-en-groen");
    assertThat(directory().official("ravi.ramdin").orElseThrow().topics())
        .containsExactly("straat-en-groen", "parkeren");
  }

  @Test
  void aTeamThatGoesTakesItsPeopleAndTopicsAlong() {
    String path = Paths.TOP + "/team/werk-en-inkomen/weg";
    thomas.get(path);
    Visitor.Answer seen = thomas.post(path, Map.of("do", "see", "heir", "wonen"));
    assertThat(apply(seen, path).status()).isEqualTo(303);
    assertThat(directory().teams()).hasSize(3);
    assertThat(directory().official("fatma.yildiz").orElseThrow().team()).isEqualTo("wonen");
    assertThat(directory().topic("bijstand").orElseThrow().team()).isEqualTo("wonen");
  }

  /** The file still says where the questions of the old one went. */
  @Test
  void whatWasTakenOutCanBeAddedAgain() {
    String gone = WASTE + "/weg";
    thomas.get(gone);
    Visitor.Answer seen = thomas.post(gone, Map.of("do", "see", "heir", "straat-en-groen"));
    assertThat(apply(seen, gone).status()).isEqualTo(303);
    String added = Paths.TOP + "/onderwerpen/nieuw";
    Map<String, String> topic = form(added);
    topic.putAll(Map.of("nl", "Afval", "team", "wonen"));
    assertThat(apply(thomas.post(added, topic), added).location()).contains("/onderwerp/afval-2");
    assertThat(directory().topics()).extracting(Topic::id).contains("afval-2");
    assertThat(waste().id()).isEqualTo("straat-en-groen");
    assertThat(thomas.post(added, topic).body()).contains("Er is er al een met deze naam.");

    gone = Paths.TOP + "/team/werk-en-inkomen/weg";
    thomas.get(gone);
    seen = thomas.post(gone, Map.of("do", "see", "heir", "wonen"));
    assertThat(apply(seen, gone).status()).isEqualTo(303);
    added = Paths.TOP + "/teams/nieuw";
    Map<String, String> team = form(added);
    team.putAll(
        Map.of(
            "name", "Werk en inkomen", "coordinator", "kwame.mensah", "manager", "kwame.mensah"));
    assertThat(apply(thomas.post(added, team), added).location())
        .contains("/team/werk-en-inkomen-2");
  }

  @Test
  void aWordMayHaveACommaInIt() {
    Map<String, String> form = form(WASTE);
    form.put("keywords", form.get("keywords") + "\nzak, vol");
    Visitor.Answer seen = thomas.post(WASTE, form);
    assertThat(seen.body()).contains("\"zak, vol\"");
    assertThat(apply(seen, WASTE).status()).isEqualTo(303);
    assertThat(waste().keywords()).contains("zak, vol").doesNotContain("zak", "vol");
  }

  @Test
  void whoMayDoWhatIsSeenHoweverMuchElseChanges() {
    StringBuilder more = new StringBuilder("neighbourhoods:\n");
    for (int i = 0; i < 400; i++) {
      more.append("  wijk-").append(i).append(": Wijk ").append(i).append('\n');
    }
    String file = await(workplace.directories.applied()).yaml();
    String other =
        file.replace("neighbourhoods:\n  centrum", more + "  centrum")
            .replace(
                "coordinator: jan.devries\n    manager: pieter.hoekstra",
                "coordinator: pieter.hoekstra\n    manager: pieter.hoekstra")
            .replaceAll("(?m)^    email: samira\\.elamrani@", "    email: s.elamrani@");
    await(
        workplace.directories.apply(
            new FileChange.Whole(other), "thomas.bakker", workplace.clock.instant()));
    assertThat(thomas.get(Paths.TOP + "/versies/1").body())
        .contains("Team ‘Wonen’", "was ‘Pieter Hoekstra’, wordt ‘Jan de Vries’")
        .contains("wordt ‘samira.elamrani@")
        .contains("En nog 102 regels.");
  }

  @Test
  void neighbourhoodsComeAndGo() {
    String added = Paths.TOP + "/wijken/nieuw";
    Map<String, String> form = form(added);
    form.put("name", "De Nieuwe Wijk");
    assertThat(apply(thomas.post(added, form), added).status()).isEqualTo(303);
    assertThat(directory().neighbourhoods()).containsEntry("de-nieuwe-wijk", "De Nieuwe Wijk");
    assertThat(thomas.post(added, form).body()).contains("Er is er al een met deze naam.");
    String path = Paths.TOP + "/wijk/molenwijk/weg";
    Visitor.Answer seen = thomas.post(path, Map.of("do", "see", "heir", "de-nieuwe-wijk"));
    assertThat(apply(seen, path).status()).isEqualTo(303);
    assertThat(directory().official("ravi.ramdin").orElseThrow().neighbourhoods())
        .contains("de-nieuwe-wijk")
        .doesNotContain("molenwijk");
  }

  @Test
  void somebodyNewIsAddedAndGetsInWithAFirstPassword() {
    String added = Paths.TOP + "/ambtenaren/nieuw";
    Map<String, String> form = form(added);
    form.put("name", "Noor de Wit");
    form.put("function", "adviseur");
    form.put("team", "wonen");
    form.put("email", "noor@werk.voorbeeldstad.example");
    form.put("address", "noor@voorbeeldstad.example");
    form.put("capacity", "veel");
    assertThat(thomas.post(added, form).body())
        .contains("id=\"capacity-error\">Vul een heel getal in: 1–10000.");
    form.put("capacity", "20");
    form.put("topics.woning-zoeken", "woning-zoeken");
    form.put("hours", "ma-do 08:30-17:00\nEven vr 08:30-12:30");
    assertThat(apply(thomas.post(added, form), added).location())
        .isEqualTo(Paths.TOP + "/ambtenaar/noor.de.wit?gedaan=gids-vorm");
    Official noor = directory().official("noor.de.wit").orElseThrow();
    assertThat(noor.topics()).containsExactly("woning-zoeken");
    assertThat(noor.hours().written()).containsEntry("even fri", "08:30-12:30");

    String path = Paths.TOP + "/ambtenaar/noor.de.wit";
    assertThat(thomas.get(path).body())
        .contains("heeft nog geen wachtwoord", "ma-do 08:30-17:00\neven vr 08:30-12:30");
    Visitor.Answer made = thomas.post(path + "/wachtwoord", Map.of());
    assertThat(made.body()).contains("U ziet dit wachtwoord alleen nu.");
    assertThat(thomas.get(path).body()).contains("heeft er nog niet mee ingelogd");
    assertThat(thomas.post(path + "/wachtwoord", Map.of()).body())
        .as("the first was lost")
        .contains("U ziet dit wachtwoord alleen nu.")
        .isNotEqualTo(made.body());
  }

  private static final String ADDED = Paths.TOP + "/ambtenaren/nieuw";

  private Map<String, String> noor(String mailbox, String address) {
    Map<String, String> form = form(ADDED);
    form.put("name", "Noor de Wit");
    form.put("function", "adviseur");
    form.put("team", "wonen");
    form.put("email", mailbox);
    form.put("address", address);
    form.put("capacity", "20");
    return form;
  }

  @Test
  void whoIsCalledAsSomebodyWhoLeftIsSomebodyElse() {
    Map<String, String> first =
        noor("noor@werk.voorbeeldstad.example", "noor@voorbeeldstad.example");
    assertThat(apply(thomas.post(ADDED, first), ADDED).status()).isEqualTo(303);
    Map<String, String> second =
        noor("n.dewit@werk.voorbeeldstad.example", "n.dewit@voorbeeldstad.example");
    Visitor.Answer seen = thomas.post(ADDED, second);
    assertThat(seen.body()).contains("staat in de gids als noor.de.wit-2");
    assertThat(apply(seen, ADDED).location()).contains("/ambtenaar/noor.de.wit-2?");

    for (String id : List.of("noor.de.wit", "noor.de.wit-2")) {
      await(
          workplace.directories.departed(
              new Departure(id, workplace.clock.instant(), "jan.devries", "thomas.bakker")));
      String gone = Paths.TOP + "/ambtenaar/" + id + "/weg";
      Visitor.Answer removed = thomas.post(gone, Map.of("do", "see"));
      assertThat(apply(removed, gone).status()).isEqualTo(303);
    }
    Map<String, String> third =
        noor("noor2@werk.voorbeeldstad.example", "noor@voorbeeldstad.example");
    assertThat(thomas.post(ADDED, third).body())
        .contains("id=\"address-error\">‘noor@voorbeeldstad.example’ was van iemand die");
    third.put("address", "noor2@voorbeeldstad.example");
    assertThat(apply(thomas.post(ADDED, third), ADDED).location()).contains("noor.de.wit-3");
    assertThat(directory().employed("noor.de.wit-3", workplace.clock.instant())).isTrue();
    assertThat(directory().employed("noor.de.wit", workplace.clock.instant())).isFalse();
    assertThat(directory().byAddress("noor@voorbeeldstad.example").orElseThrow().id())
        .isEqualTo("noor.de.wit");
  }

  private void taken(String lines) {
    thomas.get("/werk/gids/mensen");
    Visitor.Answer table = thomas.file("/werk/gids/mensen", "file", lines, Map.of());
    assertThat(table.status()).isEqualTo(200);
    String carry =
        table.body().replaceAll("(?s).*action=\"(/werk/gids/mensen/[^\"]+/uitvoeren)\".*", "$1");
    assertThat(thomas.post(carry, Map.of()).status()).isEqualTo(303);
    workplace.tick();
  }

  @Test
  void whoIsInATableIsChangedOnTopOfIt() {
    taken("id;function\njan.devries;adviseur\n");
    assertThat(thomas.get(JAN).body()).contains("Deze gegevens komen uit een tabel");
    Map<String, String> form = form(JAN);
    assertThat(form).containsEntry("function", "adviseur");
    Map<String, String> other = form(JAN);
    form.put("function", "hoofd wonen");
    form.put("phone", "geen");
    assertThat(thomas.post(JAN, form).body())
        .contains("id=\"phone-error\">‘geen’ is geen telefoon");
    form.put("phone", "06 5550 0199");
    assertThat(apply(thomas.post(JAN, form), JAN).status()).isEqualTo(303);
    Official jan = directory().official("jan.devries").orElseThrow();
    assertThat(jan.function()).isEqualTo("hoofd wonen");
    assertThat(jan.phone()).isEqualTo("+31655500199");
    other.put("function", "iets anders");
    assertThat(thomas.post(JAN, other).body()).contains("Nu staat er: ‘hoofd wonen’.");
  }

  @Test
  void whoIsOnCallKeepsAPhoneAlsoWhenATableSpeaksOfThem() {
    taken("id;function\njan.devries;adviseur\n");
    Map<String, String> form = form(JAN);
    form.put("phone", "");
    Visitor.Answer refused = thomas.post(JAN, form);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("id=\"phone-error\">Vul een telefoonnummer in");
    thomas.get("/werk/gids/mensen");
    String table = "id;phone\njan.devries;\n";
    assertThat(thomas.file("/werk/gids/mensen", "file", table, Map.of()).body())
        .contains("wie oproepbaar is, krijgt een sms");
    assertThat(directory().official("jan.devries").orElseThrow().phone()).isNotNull();
    form.put("phone", "06 5550 0199");
    assertThat(apply(thomas.post(JAN, form), JAN).status()).isEqualTo(303);
  }

  private void works(String days, String times) {
    await(
        workplace.directories.works(
            new WorkDays(
                "jan.devries", Map.of(days, times), "jan.devries", workplace.clock.instant()),
            null));
  }

  private Map<String, String> hours() {
    return directory().official("jan.devries").orElseThrow().hours().written();
  }

  @Test
  void hoursInTheFormHoldAlsoOverWhatSomebodyStatedThemselves() {
    works("tue", "09:00-13:00");
    Map<String, String> form = form(JAN);
    Map<String, String> other = form(JAN);
    Map<String, String> rest = form(JAN);
    assertThat(form).containsEntry("hours", "di 09:00-13:00");
    rest.put("function", "hoofd");
    assertThat(apply(thomas.post(JAN, rest), JAN).status()).isEqualTo(303);
    assertThat(hours()).containsOnlyKeys("tue");
    works("wed", "09:00-13:00");
    form.put("hours", "vr 08:30-12:30");
    assertThat(thomas.post(JAN, form).body()).contains("Nu staat er: ‘wo 09:00-13:00’");
    form = form(JAN);
    form.put("hours", "vr 08:30-12:30");
    Visitor.Answer seen = thomas.post(JAN, form);
    assertThat(seen.body()).contains("was ‘wo 09:00-13:00’, wordt ‘vr 08:30-12:30’");
    assertThat(hours()).containsOnlyKeys("wed");
    assertThat(apply(seen, JAN).status()).isEqualTo(303);
    assertThat(hours()).containsOnlyKeys("fri");
    works("wed", "09:00-13:00");
    form = form(JAN);
    form.put("hours", "");
    assertThat(apply(thomas.post(JAN, form), JAN).status()).isEqualTo(303);
    assertThat(directory().official("jan.devries").orElseThrow().hours()).isNull();
    other.put("hours", "");
    assertThat(thomas.post(JAN, other).body()).contains("Er verandert niets.");
  }

  @Test
  void hoursOfSomebodyInATableHoldAndAreNeverErasedByAWord() {
    taken("id;function\njan.devries;adviseur\n");
    works("tue", "09:00-13:00");
    Map<String, String> form = form(JAN);
    assertThat(form).containsEntry("hours", "di 09:00-13:00");
    form.put("hours", "altijd");
    assertThat(thomas.post(JAN, form).body()).contains("id=\"hours-error\">Schrijf op elke regel");
    form.put("hours", "ma-do 08:30-17:00\neven ma gesloten");
    assertThat(apply(thomas.post(JAN, form), JAN).status()).isEqualTo(303);
    assertThat(hours()).containsKeys("odd mon", "even mon", "tue", "thu");
    assertThat(form(JAN).get("hours")).contains("even ma gesloten", "oneven ma 08:30-17:00");
    assertThat(thomas.post(JAN, form(JAN)).body()).contains("Er verandert niets.");
    form = form(JAN);
    form.put("hours", form.get("hours").replace("even ma gesloten\n", "even ma dicht\n"));
    form.put("hours", form.get("hours").replace("do 08:30-17:00", "do 08:30-16:00"));
    assertThat(apply(thomas.post(JAN, form), JAN).status()).isEqualTo(303);
    assertThat(hours()).containsEntry("thu", "08:30-16:00").containsEntry("even mon", "closed");
  }

  @Test
  void whoStillWorksHereLeavesBeforeTheyGo() {
    String path = Paths.TOP + "/ambtenaar/marijke.smit/weg";
    assertThat(thomas.get(path).body())
        .contains("Marijke Smit werkt hier nog.", "/werk/team/vertrek/marijke.smit");
    assertThat(thomas.post(path, Map.of("do", "apply")).status()).isEqualTo(422);
    await(
        workplace.directories.departed(
            new Departure(
                "marijke.smit", workplace.clock.instant(), "pieter.hoekstra", "thomas.bakker")));
    Visitor.Answer refused = thomas.post(path, Map.of("do", "see"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("intake[2].official", "staat niet in de gids");
  }

  @Test
  void whoLeftIsNotOfferedButStaysWhereTheyStandAndGetsNoPassword() {
    String team = Paths.TOP + "/team/wonen";
    String duty = Paths.TOP + "/intakedienst";
    assertThat(thomas.get(team).body()).contains("value=\"marijke.smit\"");
    await(
        workplace.directories.departed(
            new Departure(
                "marijke.smit", workplace.clock.instant(), "pieter.hoekstra", "thomas.bakker")));
    assertThat(thomas.get(team).body()).doesNotContain("marijke.smit");
    assertThat(thomas.get(duty).body())
        .contains("<option value=\"marijke.smit\" selected>Marijke Smit · werkt hier niet meer");
    assertThat(thomas.post(duty, form(duty)).body()).contains("Er verandert niets.");
    assertThat(thomas.get(Paths.TOP + "/ambtenaar/marijke.smit").body())
        .contains("Deze gegevens staan in het bestand van de gids.")
        .doesNotContain("wachtwoord");
  }

  @Test
  void anAddressThatSomebodyHadBeforeIsNobodyElses() {
    Map<String, String> jan = form(JAN);
    String old = jan.get("address");
    jan.put("address", "jan@voorbeeldstad.example");
    assertThat(apply(thomas.post(JAN, jan), JAN).status()).isEqualTo(303);
    Map<String, String> noor = noor("noor@werk.voorbeeldstad.example", old);
    assertThat(thomas.post(ADDED, noor).body())
        .contains("id=\"address-error\">‘" + old + "’ was eerder van een collega");
  }

  @Test
  void anAccountOfSomebodyElseIsNoPassword() {
    Map<String, String> jan = form(JAN);
    String mailbox = jan.get("email");
    jan.put("email", "jan@werf.example");
    assertThat(apply(thomas.post(JAN, jan), JAN).status()).isEqualTo(303);
    Map<String, String> noor = noor(mailbox, "noor@voorbeeldstad.example");
    assertThat(apply(thomas.post(ADDED, noor), ADDED).status()).isEqualTo(303);
    assertThat(thomas.get(Paths.TOP + "/ambtenaar/noor.de.wit").body())
        .contains(mailbox + " heeft nog geen wachtwoord");
    assertThat(thomas.post(Paths.TOP + "/ambtenaar/noor.de.wit/wachtwoord", Map.of()).body())
        .contains("U ziet dit wachtwoord alleen nu.");
  }

  @Test
  void aTeamSaysYesOrNoOfSilenceOrDoesAsEverywhere() {
    String all = Paths.TOP + "/afspraken";
    Map<String, String> everywhere = form(all);
    everywhere.put("silence-agrees", "true");
    assertThat(apply(thomas.post(all, everywhere), all).status()).isEqualTo(303);
    String path = Paths.TOP + "/team/wonen";
    Map<String, String> form = form(path);
    assertThat(form).containsEntry("backing", "");
    assertThat(directory().team("wonen").orElseThrow().silenceAgrees()).isTrue();
    for (String said : List.of("false", "true", "")) {
      form.put("backing", said);
      assertThat(apply(thomas.post(path, form), path).status()).isEqualTo(303);
      form = form(path);
      assertThat(form).containsEntry("backing", said);
      assertThat(directory().team("wonen").orElseThrow().silenceAgrees())
          .isEqualTo(!said.equals("false"));
    }
  }

  @Test
  void anEarlierVersionIsSeenAndPutBack() {
    Map<String, String> form = form(WASTE);
    form.put("team", "wonen");
    apply(thomas.post(WASTE, form), WASTE);
    String path = Paths.TOP + "/versies/1";
    assertThat(thomas.get("/werk/gids").body()).contains("href=\"" + path + "\"");
    Visitor.Answer seen = thomas.get(path);
    assertThat(seen.body()).contains("was ‘Wonen’, wordt ‘Openbare ruimte’");
    form = form(WASTE);
    form.put("en", "Rubbish");
    apply(thomas.post(WASTE, form), WASTE);
    assertThat(apply(seen, path).status()).isEqualTo(422);
    assertThat(waste().team()).isEqualTo("wonen");
    assertThat(apply(thomas.get(path), path).location()).startsWith("/werk/gids");
    assertThat(waste().team()).isEqualTo("openbare-ruimte");
    assertThat(waste().name().en()).isEqualTo("Waste");
  }

  @Test
  void somebodyStaysAdministrator() {
    String path = Paths.TOP + "/ambtenaar/thomas.bakker";
    Map<String, String> form = form(path);
    assertThat(form.remove("roles.administrator")).isNotNull();
    assertThat(thomas.post(path, form).body()).contains("Iemand moet beheerder blijven.");
    Map<String, String> jan = form(JAN);
    jan.put("roles.administrator", "administrator");
    assertThat(apply(thomas.post(JAN, jan), JAN).status()).isEqualTo(303);
    assertThat(apply(thomas.post(path, form), path).status()).isEqualTo(303);
    assertThat(thomas.get(path).status()).isEqualTo(403);
  }

  @Test
  void somebodyStaysAdministratorAlsoWhenATableSpeaksOfThem() {
    taken("id;function\nthomas.bakker;hoofd\n");
    String path = Paths.TOP + "/ambtenaar/thomas.bakker";
    Map<String, String> form = form(path);
    assertThat(form).containsEntry("function", "hoofd");
    form.remove("roles.administrator");
    assertThat(thomas.post(path, form).body()).contains("Iemand moet beheerder blijven.");
  }

  @Test
  void theFileIsNotAppliedOverAChangeThatWasNotSeen() throws Exception {
    Files.writeString(
        workplace.guide, Workplace.oneForEachTopic().replace("Een woning zoeken", "Woning zoeken"));
    Map<String, String> seen = form("/werk/gids");
    Map<String, String> form = form(WASTE);
    form.put("team", "wonen");
    assertThat(apply(thomas.post(WASTE, form), WASTE).status()).isEqualTo(303);
    Visitor.Answer shown = thomas.post("/werk/gids", seen);
    assertThat(shown.status()).isEqualTo(422);
    assertThat(shown.body()).contains("topics[afval].team: was ‘wonen’, wordt ‘openbare-ruimte’");
    assertThat(waste().team()).isEqualTo("wonen");
    assertThat(thomas.post("/werk/gids", form("/werk/gids")).status()).isEqualTo(303);
    assertThat(waste().team()).isEqualTo("openbare-ruimte");
  }

  @Test
  void whatWasFilledInIsThereAfterLoggingInAgain() {
    Map<String, String> form = form(WASTE);
    Map<String, String> gone = form(WASTE + "/weg");
    form.put("nl", "Vuilnis");
    gone.put("heir", "parkeren");
    workplace.clock.forward(Duration.ofHours(14));
    assertThat(Shown.form(again(thomas.post(WASTE, form)), WASTE)).isEqualTo(form);
    workplace.clock.forward(Duration.ofHours(14));
    Visitor.Answer asked = again(thomas.post(WASTE + "/weg", gone));
    assertThat(Shown.form(asked, WASTE + "/weg")).isEqualTo(gone);
    assertThat(waste().name().nl()).isEqualTo("Afval");
  }

  private Visitor.Answer again(Visitor.Answer ended) {
    Map<String, String> login = Shown.form(ended, "/inloggen");
    login.put("email", workplace.email("thomas.bakker"));
    login.put("password", Workplace.PASSWORD);
    return thomas.post("/inloggen", login);
  }

  @Test
  void aListIsSearchedAndSaysWhenNothingFits() {
    assertThat(thomas.get(Paths.TOP + "/ambtenaren?q=devries").body())
        .contains("Jan de Vries", "1 gevonden")
        .doesNotContain("Samira");
    assertThat(thomas.get(Paths.TOP + "/ambtenaren?q=%3Cniemand").body())
        .contains("Niets gevonden voor ‘&lt;niemand’.");
  }
}
