package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryFileTest {
  private static final DirectorySettings SETTINGS =
      new DirectorySettings("dir.yaml", List.of("stad.example"), Voorbeeldstad.ZONE);

  private static final String SMALL =
      """
      intake: [{ official: ann }]
      neighbourhoods: { noord: Noord }
      topics: [{ id: afval, name: Afval, team: buiten, addresses: [Afval@stad.example] }]
      teams: [{ id: buiten, name: Buiten, coordinator: ann, manager: bob }]
      officials:
        - id: ann
          name: Ann
          function: beheerder
          team: buiten
          phone: 06 5550 0101
          email: Ann@werk.example
          address: Ann@Stad.example
          topics: [afval]
          neighbourhoods: [noord]
          capacity: 5
          deputy: bob
        - id: bob
          name: Bob
          function: hoofd
          team: buiten
          email: bob@werk.example
          address: bob@stad.example
          capacity: 5
      """;

  @Test
  void phonesAndAddressesAreNormalised() throws DirectoryRefused {
    Official ann = DirectoryFile.read(SMALL, SETTINGS).officials().get(0);
    assertThat(ann.phone()).isEqualTo("+31655500101");
    assertThat(ann.address()).isEqualTo("ann@stad.example");
    assertThat(ann.email()).isEqualTo("ann@werk.example");
    assertThat(DirectoryFile.read(SMALL, SETTINGS).topics().get(0).addresses())
        .containsExactly("afval@stad.example");
  }

  @Test
  void whatCountsWhenWorkIsSharedOutIsReadWhereItIsWritten() throws DirectoryRefused {
    String capped =
        SMALL.replaceFirst(
            "capacity: 5", "capacity: 5\n    cap: 8\n    share: 60\n    languages: [en]");
    List<Official> read = DirectoryFile.read(capped, SETTINGS).officials();
    assertThat(read.get(0).sharing()).isEqualTo(new Sharing(8, 60, List.of("en")));
    assertThat(read.get(0).sharing().speaks("en")).isTrue();
    assertThat(read.get(1).sharing()).isEqualTo(Sharing.USUAL);
    assertThat(read.get(1).sharing().speaks("en")).isFalse();
    assertThat(read.get(1).sharing().speaks("nl")).isTrue();
  }

  @Test
  void whatIsLeftOutTakesTheUsual() throws DirectoryRefused {
    Definition read = DirectoryFile.read(SMALL, SETTINGS);
    assertThat(read.ladder()).isEqualTo(Ladder.standard());
    assertThat(read.norms().topics())
        .containsExactly(
            Map.entry(
                "default",
                new Norms(
                    Norm.parse("P2D"),
                    Norm.parse("P1D"),
                    Norm.parse("PT4H"),
                    null,
                    Norm.parse("P10D"),
                    Norm.parse("P10D"),
                    Norm.parse("P5D"),
                    null,
                    Norm.parse("P2D"),
                    Norm.parse("P1D"))));
    assertThat(read.hours().weekdays()).hasSize(5);
    assertThat(read.intake().get(0).days()).hasSize(7);
  }

  @Test
  void normsLadderAndHoursStandWhereOthersRelyOn() throws DirectoryRefused {
    Definition read =
        DirectoryFile.read(
            SMALL.replace("name: Buiten,", "name: Buiten, hours: always,")
                + """
                norms: { default: { find-out: PT10M }, afval: { answer: PT2M, callback: PT1M } }
                ladder: [{ at: 75%, to: official, does: remind }, { at: +PT1M, to: manager, does: tell }]
                """,
            SETTINGS);
    assertThat(read.teams().get(0).hours()).isEqualTo(OpeningHours.ALWAYS);
    assertThat(read.norms().topics().get("afval").answer()).isEqualTo(Norm.parse("PT2M"));
    assertThat(read.norms().topics().get("default").findOut()).isEqualTo(Norm.parse("PT10M"));
    assertThat(read.ladder().rungs()).hasSize(2);
  }

  @Test
  void aTeamMayHaveALadderOfItsOwn() throws DirectoryRefused {
    String own = "name: Buiten, ladder: [{ at: \"09:00\", to: manager, does: tell }],";
    Definition read = DirectoryFile.read(SMALL.replace("name: Buiten,", own), SETTINGS);
    Directory directory = new Snapshot(1, read, Facts.NONE, SETTINGS.zone());

    String team = read.teams().get(0).id();
    assertThat(directory.ladder(team).rungs())
        .containsExactly(Rung.parse("09:00", "manager", "tell"));
    assertThat(directory.ladder(null)).isEqualTo(Ladder.standard());
    assertThat(directory.ladder("unknown")).isEqualTo(Ladder.standard());
    assertRefused(
        SMALL.replace("name: Buiten,", own.replace("manager", "boss")),
        "teams[0].ladder[0].to: 'boss' is not one of");
  }

  @Test
  void dutyDaysAndPlannedAbsencesAreRead() throws DirectoryRefused {
    Definition read =
        DirectoryFile.read(
            SMALL.replace(
                    "[{ official: ann }]",
                    "[{ official: ann, days: 'mon-wed' }, { official: bob, days: 'thu, fri' }]")
                + "    absences: [{ from: 2027-07-01, until: 2027-08-01, deputy: ann }]\n",
            SETTINGS);
    assertThat(read.intake().get(1).days())
        .containsExactlyInAnyOrder(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    assertThat(read.absences())
        .containsExactly(
            new Absence(
                "bob",
                Instant.parse("2027-06-30T22:00:00Z"),
                Instant.parse("2027-07-31T22:00:00Z"),
                "ann",
                null,
                "directory"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "coordinator: ann | coordinator: eve | teams[0].coordinator: there is no official 'eve'",
        "manager: bob | '' | teams[0].manager: a text is expected",
        "deputy: bob | deputy: ann | officials[0].deputy: somebody else than 'ann'",
        "deputy: bob | deputy: eve | officials[0].deputy: there is no official 'eve'",
        "[afval] | [afval, x] | officials[0].topics[1]: there is no topic 'x'",
        "[noord] | [zuid] | officials[0].neighbourhoods[0]: there is no neighbourhood 'zuid'",
        "team: buiten, addr | team: x, addr | topics[0].team: there is no team 'x'",
        "capacity: 5 | capacity: 0 | officials[0].capacity: a whole number from 1",
        "deputy: bob | cap: 0 | officials[0].cap: a whole number from 1 to 10000",
        "deputy: bob | share: 101 | officials[0].share: a whole number from 5 to 100",
        "deputy: bob | languages: [EN] | officials[0].languages: codes of two small letters",
        "capacity: 5 | capacity: many | officials[0].capacity: a whole number from 1",
        "06 5550 0101 | 0655 | officials[0].phone: '0655' is no phone number",
        "Ann@Stad.example | ann@elders.example | officials[0].address: 'ann@elders.example' is not",
        "Ann@Stad.example | ann+x@stad.example | officials[0].address: 'ann+x@stad.example' is no",
        "Ann@werk.example | ann@stad.example | officials[0].email: 'ann@stad.example' is on the hub",
        "bob@werk.example | ann@werk.example | officials[1].email: 'ann@werk.example' stands at",
        "bob@stad.example | ann@stad.example | officials[1].address: 'ann@stad.example' stands at",
        "Afval@stad.example | bob@stad.example | topics[0].addresses[0]: 'bob@stad.example' stands",
        "id: bob | id: ann | officials[1].id: 'ann' stands twice",
        "id: bob | id: Bob | officials[1].id: 'Bob' is no id",
        "function: hoofd | funktion: hoofd | officials[1].funktion: this key is not known",
        "official: ann } | official: eve } | intake[0].official: there is no official 'eve'",
        "official: ann } | official: ann, days: mon } | intake: somebody on duty on Tuesday",
        "[{ official: ann }] | [] | intake: a list with at least one entry",
        "name: Buiten, | name: Buiten, hours: { mon: x }, | teams[0].hours: opening hours: mon: 'x'",
        "name: Afval | name: { en: Waste } | topics[0].name.nl: a text is expected",
        "name: Bob | roles: [boss] | officials[1].name: a text is expected",
        "neighbourhoods: { noord: Noord } | neighbourhoods: [noord] | neighbourhoods: keys and"
      })
  void aMistakeIsOneLineWithItsPlace(String right, String wrong, String line) {
    assertRefused(SMALL.replace(right, wrong.equals("''") ? "" : wrong), "dir.yaml: " + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "norms: { riool: { answer: P1D } } | norms.riool: there is no topic 'riool'",
        "norms: { default: { answer: soon } } | norms.default.answer: 'soon' is no duration",
        "norms: { default: { answer: PT0S } } | norms.default.answer: 'PT0S' is no time at all",
        "norms: { default: { findout: P1D } } | norms.default.findout: this key is not known",
        "ladder: [{ at: 75%, to: boss, does: tell }] | ladder[0].to: 'boss' is not one of",
        "holidays: { good-friday: maybe } | holidays.good-friday: true or false",
        "surprise: 1 | surprise: this key is not known",
        "teams: [] | dir.yaml, line",
        "x: *unknown | dir.yaml, line",
        "{{{{{{{{{{{{{{{{ | dir.yaml, line"
      })
  void aWrongTailIsOneLineWithItsPlace(String tail, String line) {
    assertRefused(SMALL + tail + "\n", line);
  }

  @Test
  void allMistakesAreSaidALineEach() {
    String wrong =
        SMALL
            .replace("coordinator: ann", "coordinator: eve")
            .replace("capacity: 5", "capacity: many")
            .replace("06 5550 0101", "0655")
            .replace("function: hoofd", "funktion: hoofd")
            .replace("Afval@stad.example", "afval@elders.example");
    assertThatThrownBy(() -> DirectoryFile.read(wrong + "surprise: 1\n", SETTINGS))
        .isInstanceOf(DirectoryRefused.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage().lines())
                    .hasSize(8)
                    .allMatch(line -> line.startsWith("dir.yaml: "))
                    .anyMatch(line -> line.contains("teams[0].coordinator: there is no official"))
                    .anyMatch(line -> line.contains("officials[0].capacity: a whole number"))
                    .anyMatch(line -> line.contains("officials[0].phone: '0655' is no phone"))
                    .anyMatch(line -> line.contains("officials[1].funktion: this key is not"))
                    .anyMatch(line -> line.contains("officials[1].function: a text is expected"))
                    .anyMatch(line -> line.contains("topics[0].addresses[0]: 'afval@elders"))
                    .anyMatch(line -> line.contains("surprise: this key is not known")));
  }

  @Test
  void ofVeryManyMistakesTwentyAreSaid() {
    StringBuilder many = new StringBuilder(SMALL);
    for (int i = 0; i < 300; i++) {
      many.append("surprise").append(i).append(": 1\n");
    }
    assertThatThrownBy(() -> DirectoryFile.read(many.toString(), SETTINGS))
        .satisfies(
            refused ->
                assertThat(refused.getMessage().lines())
                    .hasSize(21)
                    .last()
                    .isEqualTo("dir.yaml: and 280 more"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text", "[1, 2]", "!!javax.script.ScriptEngineManager [x]"})
  void whatIsNoDirectoryIsRefused(String yaml) {
    assertRefused(yaml, "dir.yaml");
  }

  @Test
  void aFileThatGrowsByItsAliasesIsRefused() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char name = 'b'; name < 'z'; name++) {
      String before = "*" + (char) (name - 1);
      bomb.append(name).append(": &").append(name).append(" [");
      bomb.append(String.join(", ", Collections.nCopies(9, before))).append("]\n");
    }
    assertRefused(bomb.toString(), "dir.yaml");
    assertRefused("x: " + "y".repeat(DirectoryYaml.LARGEST), "dir.yaml: at most");
  }

  @Test
  void theDomainMayChangeAfterTheFileWasApplied() throws DirectoryRefused {
    DirectorySettings moved =
        new DirectorySettings("dir.yaml", List.of("nieuw.example"), Voorbeeldstad.ZONE);
    assertRefused(SMALL, moved, "officials[0].address");
    assertThat(DirectoryFile.readStored(SMALL, moved).officials()).hasSize(2);
  }

  private static void assertRefused(String yaml, String line) {
    assertRefused(yaml, SETTINGS, line);
  }

  private static void assertRefused(String yaml, DirectorySettings settings, String line) {
    assertThatThrownBy(() -> DirectoryFile.read(yaml, settings))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining(line)
        .hasMessageStartingWith("dir.yaml")
        .satisfies(
            refused ->
                assertThat(refused.getMessage().lines())
                    .allMatch(each -> each.startsWith("dir.yaml")));
  }
}
