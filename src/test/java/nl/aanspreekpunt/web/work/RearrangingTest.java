package nl.aanspreekpunt.web.work;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Reopening;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Teams and topics are merged, split and left out; their open work goes where the file says. */
class RearrangingTest {
  private static final String PATH = "/werk/gids";
  private static final String MOVED =
      """
      moved:
        - { topic: afval, to: buitenruimte }
        - { topic: straat-en-groen, to: buitenruimte }
        - { topic: parkeren, to: parkeren-zuid, neighbourhoods: [zuiderhof] }
        - { topic: parkeren, to: parkeren-noord }
      """;

  private final Workplace workplace = new Workplace();
  private final Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");

  @AfterEach
  void close() {
    workplace.close();
  }

  /** Two topics become one, that Ravi knows; a third becomes two, that others know. */
  private static String arranged() {
    String file = Workplace.oneForEachTopic();
    file = without(file, "straat-en-groen").replace("- id: afval\n", "- id: buitenruimte\n");
    file = file.replace("afval@voorbeeldstad", "buiten@voorbeeldstad");
    file = file.replace("- id: parkeren\n", "- id: parkeren-noord\n");
    file = file.replace("parkeren@voorbeeldstad", "parkeren-noord@voorbeeldstad");
    file =
        file.replace(
            "\ntopics:\n",
            "\ntopics:\n  - { id: parkeren-zuid, name: Parkeren in Zuid, team: publiekszaken }\n");
    file = file.replace("[straat-en-groen, afval, parkeren]", "[buitenruimte]");
    file = knows(file, "anouk.jansen", "parkeren-noord");
    return knows(file, "meilin.chen", "parkeren-zuid");
  }

  private static String without(String file, String id) {
    return file.replaceFirst("(?s)  - id: " + id + "\n.*?(?=  - id: )", "");
  }

  private static String knows(String file, String official, String topic) {
    return file.replaceFirst(
        "(?s)(- id: " + official + "\n.*?topics: )\\[[^]]*]", "$1[" + topic + "]");
  }

  private Case ask(String name, String topic, String neighbourhood) {
    return workplace.question(
        name + "@elders.example",
        name,
        "Vraag over " + topic + " " + neighbourhood,
        "Kunt u helpen?",
        topic,
        neighbourhood == null ? Map.of() : Map.of("neighbourhood", neighbourhood));
  }

  private Visitor.Answer applied(String file) throws IOException {
    Files.writeString(workplace.guide, file);
    Matcher digest =
        Pattern.compile("name=\"digest\" value=\"(\\w+)\"").matcher(thomas.get(PATH).body());
    return thomas.post(PATH, Map.of("digest", digest.find() ? digest.group(1) : "none"));
  }

  private List<Outgoing> told(String official) {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 500)).stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.NEW_OFFICIAL)
        .filter(entry -> entry.notice().official().equals(official))
        .toList();
  }

  @Test
  void aTopicWithOpenWorkIsNotLeftOutUntilItIsSaidWhereThatGoes() throws Exception {
    ask("ina", "afval", null);
    ask("jo", "afval", null);
    assertThat(applied(arranged()).status()).isEqualTo(422);
    assertThat(thomas.get(PATH).body())
        .contains("topics: 'afval' is left out, but 2 open cases stand there")
        .contains("Waar gaan de open vragen heen van wat u weghaalt?")
        .doesNotContain("parkeren' is left out");
    assertThat(workplace.directories.current().topic("afval")).isPresent();

    assertThat(applied(arranged() + MOVED).status()).isEqualTo(303);
    assertThat(workplace.directories.current().topics())
        .extracting(topic -> topic.id())
        .contains("buitenruimte")
        .doesNotContain("afval");
  }

  @Test
  void mergedAndSplitTopicsTakeTheirOpenQuestionsAlongWithAllThatIsInThem() throws Exception {
    Case waste = ask("ina", "afval", null);
    Case street = ask("jo", "straat-en-groen", null);
    Case south = ask("ada", "parkeren", "zuiderhof");
    Case north = ask("ada", "parkeren", "molenwijk");
    Files.writeString(workplace.guide, arranged() + MOVED);
    assertThat(thomas.get(PATH).body())
        .contains("Dit verhuist mee: 4 vragen")
        .contains("Naar Afval, team Openbare ruimte. Blijft bij Ravi Ramdin.")
        .contains("Naar Parkeren in Zuid, team Publiekszaken. Van Ravi Ramdin naar Mei-Lin Chen.");

    assertThat(applied(arranged() + MOVED).status()).isEqualTo(303);
    assertThat(thomas.get(PATH).body()).contains("Het werk verhuist: 0 van 4 vragen", "<progress");
    await(Future.all(workplace.distributing.tick(), workplace.distributing.tick()));
    assertThat(thomas.get(PATH).body()).contains("Het werk is verhuisd: 4 van 4 vragen");

    for (Case stays : List.of(waste, street)) {
      Case now = workplace.found(stays.id());
      assertThat(now.topic()).isEqualTo("buitenruimte");
      assertThat(now.responsibilities()).isEqualTo(stays.responsibilities());
      assertThat(now.promises()).isEqualTo(stays.promises());
      assertThat(now.events()).last().isInstanceOf(CaseEvent.Rearranged.class);
    }
    assertThat(with(south)).containsExactly("parkeren-zuid", "publiekszaken", "meilin.chen");
    assertThat(with(north)).containsExactly("parkeren-noord", "openbare-ruimte", "anouk.jansen");
    assertThat(workplace.found(south.id()).dueAt()).isEqualTo(south.dueAt());
    assertThat(told("ravi.ramdin")).isEmpty();
    List<Outgoing> both =
        List.of("meilin.chen", "anouk.jansen").stream().flatMap(o -> told(o).stream()).toList();
    assertThat(both).hasSize(1);
    assertThat(both.get(0).notice().facts().get("cases")).contains(south.id(), north.id());
    assertThat(Visitor.loggedIn(workplace, "meilin.chen").get("/werk/vragen/" + south.id()).body())
        .contains("Anders ingedeeld: onderwerp Parkeren in Zuid, team Publiekszaken.");
  }

  private List<String> with(Case one) {
    Case now = workplace.found(one.id());
    return List.of(now.topic(), now.team(), now.official());
  }

  /** Parking is split by neighbourhood; rubbish and streets become one; then one is left out. */
  @Test
  void aPinnedRuleFollowsItsTopicAndIsAskedAboutWhereThatGoesNowhere() throws Exception {
    String waste = pinned("afval", null, "meilin.chen");
    String parking = pinned("parkeren", null, "meilin.chen");
    String place = pinned("burgerzaken", "molenwijk", "anouk.jansen");
    assertThat(applied(arranged() + MOVED).status()).isEqualTo(303);
    assertThat(with(ask("ina", "buitenruimte", null))).contains("buitenruimte", "meilin.chen");
    assertThat(with(ask("jo", "parkeren-noord", "molenwijk"))).contains("meilin.chen");
    assertThat(with(ask("els", "burgerzaken", "molenwijk"))).contains("anouk.jansen");
    Visitor gloria = Visitor.loggedIn(workplace, "gloria.martina");
    assertThat(gloria.get("/werk/team/regels").body())
        .contains("onderwerp Afval: naar Mei-Lin Chen")
        .doesNotContain("wijst nergens naar");

    String less =
        without(arranged(), "buitenruimte").replace("topics: [buitenruimte]", "topics: []");
    String gone = less + MOVED.replaceAll("(?m)^.*to: buitenruimte.*\n", "");
    assertThat(applied(gone).status()).isEqualTo(422);
    assertThat(thomas.get(PATH).body())
        .contains("topics: 'afval' is left out, but pinned rule " + waste + " is about it; say")
        .doesNotContain("pinned rule " + parking, "pinned rule " + place);
    await(workplace.directories.apply(gone, "thomas.bakker", workplace.clock.instant()));
    assertThat(gloria.get("/werk/team/regels").body())
        .contains("Vaste regel " + waste + " wijst nergens naar: het onderwerp of de wijk")
        .doesNotContain("Vaste regel " + parking + " wijst nergens");
    assertThat(gloria.get("/werk/team").body()).contains("Vaste regel " + waste + " wijst nergens");
    applied(gone + "  - { topic: buitenruimte, to: parkeren-noord }\n");
    assertThat(thomas.get(PATH).body()).doesNotContain("pinned rule " + waste);
  }

  private String pinned(String topic, String neighbourhood, String official) {
    Instant now = workplace.clock.instant();
    Pin pin =
        new Pin(
            "",
            topic,
            neighbourhood,
            null,
            null,
            official,
            false,
            false,
            now,
            null,
            "Kent dit",
            "gloria.martina",
            now,
            null);
    return await(workplace.directories.pin(pin, null)).pins().get(0).id();
  }

  @Test
  void aTopicAndATeamAreSplitByWhoHasTheQuestions() throws Exception {
    Case ravis = ask("ina", "afval", null);
    Case anouks = given(ask("jo", "afval", null), "anouk.jansen");
    Case meilins = workplace.question("ada@elders.example", "Ada", "Hallo", "Wat nu?", null);
    Case marijkes =
        given(
            workplace.question("els@elders.example", "Els", "Hallo", "Wat nu?", null),
            "marijke.smit");
    assertThat(List.of(meilins.team(), marijkes.team())).containsOnly("publiekszaken");
    assertThat(meilins.official()).isEqualTo("meilin.chen");
    Files.writeString(workplace.guide, splitByOfficial());
    assertThat(thomas.get(PATH).body())
        .contains("Dit verhuist mee: 4 vragen")
        .contains("Naar Legen, team Openbare ruimte. Blijft bij Ravi Ramdin.")
        .contains("Naar Grof vuil, team Openbare ruimte. Blijft bij Anouk Jansen.");

    assertThat(applied(splitByOfficial()).status()).isEqualTo(303);
    workplace.tick();

    assertThat(with(ravis)).containsExactly("legen", "openbare-ruimte", "ravi.ramdin");
    assertThat(with(anouks)).containsExactly("grofvuil", "openbare-ruimte", "anouk.jansen");
    assertThat(workplace.found(meilins.id()).team()).isEqualTo("balie");
    assertThat(workplace.found(marijkes.id()).team()).isEqualTo("klachten");
    assertThat(workplace.found(marijkes.id()).official()).isEqualTo("marijke.smit");
    assertThat(told("ravi.ramdin")).isEmpty();
    assertThat(told("anouk.jansen")).as("when it came to her, not when it was split").hasSize(1);
    assertThat(thomas.get(PATH).body()).contains("Het werk is verhuisd: 4 van 4 vragen");
    Visitor anouk = Visitor.loggedIn(workplace, "anouk.jansen");
    assertThat(anouk.get("/werk/vragen/" + anouks.id()).body())
        .contains("Anders ingedeeld: onderwerp Grof vuil, team Openbare ruimte.");
  }

  private Case given(Case one, String official) {
    await(workplace.casework.change(one.id(), new Reassigning(official, "hub", "reassigned", "")));
    return workplace.found(one.id());
  }

  /** Rubbish to who has it, and the team of the counter without who takes complaints. */
  private static String splitByOfficial() {
    String file = Workplace.oneForEachTopic();
    file =
        file.replace(
            "- id: afval\n    name: { nl: Afval, en: Waste }", "- id: legen\n    name: Legen");
    file =
        file.replace(
            "\ntopics:\n",
            "\ntopics:\n  - { id: grofvuil, name: Grof vuil, team: openbare-ruimte }\n");
    file = file.replace("[straat-en-groen, afval, parkeren]", "[straat-en-groen, legen, parkeren]");
    file = knows(file, "anouk.jansen", "grofvuil");
    file =
        file.replace(
            "- id: publiekszaken\n    name: Publiekszaken", "- id: balie\n    name: Balie");
    file = file.replace("team: publiekszaken", "team: balie");
    file =
        file.replace(
            "\nteams:\n",
            "\nteams:\n  - { id: klachten, name: Klachten, coordinator: marijke.smit,"
                + " manager: gloria.martina }\n");
    for (String one : List.of("marijke.smit", "gloria.martina")) {
      file = file.replaceFirst("(?s)(- id: " + one + "\n.*?team: )balie", "$1klachten");
    }
    return file
        + """
        moved:
          - { topic: afval, to: grofvuil, officials: [anouk.jansen] }
          - { topic: afval, to: legen }
          - { team: publiekszaken, to: balie, officials: [meilin.chen, thomas.bakker] }
          - { team: publiekszaken, to: klachten }
        """;
  }

  @Test
  void oldAddressesAndOldNamesLeadToWhereTheTopicWent() throws Exception {
    Case before = ask("els", "straat-en-groen", null);
    await(workplace.identities.setStanding(before.citizen(), "straat-en-groen", "anouk.jansen"));
    assertThat(applied(arranged() + MOVED).status()).isEqualTo(303);
    Case mailed =
        workplace.mail(
            "ina@elders.example",
            """
            From: Ina <ina@elders.example>
            To: afval@voorbeeldstad.example
            Subject: Mijn container
            Message-ID: <1@elders.example>

            Hij is niet geleegd.
            """);
    assertThat(with(mailed)).containsExactly("buitenruimte", "openbare-ruimte", "ravi.ramdin");
    assertThat(with(ask("jo", "parkeren", "zuiderhof")))
        .containsExactly("parkeren-zuid", "publiekszaken", "meilin.chen");
    assertThat(with(ask("jo", "parkeren", "molenwijk"))).contains("parkeren-noord");
    assertThat(with(ask("els", "buitenruimte", null)))
        .containsExactly("buitenruimte", "openbare-ruimte", "anouk.jansen");

    String again = arranged() + MOVED + "  - { topic: buitenruimte, to: parkeren-noord }\n";
    applied(without(again, "buitenruimte").replace("topics: [buitenruimte]", "topics: []"));
    workplace.tick();
    assertThat(with(mailed)).containsExactly("parkeren-noord", "openbare-ruimte", "anouk.jansen");
    assertThat(workplace.directories.current().byTopicAddress("afval@voorbeeldstad.example", null))
        .hasValueSatisfying(topic -> assertThat(topic.id()).isEqualTo("parkeren-noord"));
  }

  @Test
  void aTeamThatGoesUpInAnotherTakesItsWorkAlongAndNobodyElseGetsIt() throws Exception {
    Case debts = ask("ina", "schuldhulp", null);
    String merged =
        without(Workplace.oneForEachTopic(), "werk-en-inkomen")
            .replace("team: werk-en-inkomen", "team: wonen");
    assertThat(applied(merged).status()).isEqualTo(422);
    assertThat(thomas.get(PATH).body())
        .contains("teams: 'werk-en-inkomen' is left out, but 1 open case stands there");

    assertThat(applied(merged + "moved: [{ team: werk-en-inkomen, to: wonen }]\n").status())
        .isEqualTo(303);
    workplace.tick();
    assertThat(with(debts)).containsExactly("schuldhulp", "wonen", "sanne.vandijk");
    assertThat(told("sanne.vandijk")).isEmpty();
  }

  @Test
  void whatACrashLeftIsMovedByAnyNodeAndEachCitizenHearsItOnce() throws Exception {
    List<Case> all =
        IntStream.range(0, 30).mapToObj(i -> ask("burger" + i, "parkeren", "molenwijk")).toList();
    await(
        workplace.directories.apply(
            arranged() + MOVED, "thomas.bakker", workplace.clock.instant()));
    await(Future.all(workplace.distributing.tick(), workplace.distributing.tick()));
    assertThat(thomas.get(PATH).body()).contains("Het werk verhuist: ").contains(" van 30 vragen");
    for (int i = 0; i < 3; i++) {
      await(Future.all(workplace.distributing.tick(), workplace.distributing.tick()));
    }
    assertThat(all).allSatisfy(one -> assertThat(with(one)).contains("anouk.jansen"));
    assertThat(told("anouk.jansen")).hasSize(30);
    assertThat(thomas.get(PATH).body()).contains("Het werk is verhuisd: 30 van 30 vragen");
  }

  @Test
  void aQuestionThatIsAskedAgainLaterFindsTheTopicAsItIsThen() throws Exception {
    Case closed = ask("ina", "afval", null);
    await(
        workplace.casework.change(
            closed.id(),
            new Closing(
                "ravi.ramdin",
                Outcome.ANSWERED,
                "De container is geleegd.",
                closed.lastReceived())));
    assertThat(applied(arranged() + "moved: [{ topic: afval, to: buitenruimte }]\n").status())
        .isEqualTo(303);
    await(workplace.casework.change(closed.id(), new Reopening("ravi.ramdin", "Toch niet.")));
    assertThat(with(closed)).containsExactly("buitenruimte", "openbare-ruimte", "ravi.ramdin");
  }
}
