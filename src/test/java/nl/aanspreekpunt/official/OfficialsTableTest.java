package nl.aanspreekpunt.official;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Officials as a table that a spreadsheet writes and reads. */
class OfficialsTableTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Directory DIRECTORY = Voorbeeldstad.directory();
  private static final String SHARING = "    cap: 12\n    share: 60\n    languages: [en]\n";

  private static TableReading read(String table, boolean complete) {
    return read(table.getBytes(UTF_8), complete);
  }

  private static TableReading read(byte[] table, boolean complete) {
    return TableReading.of(table, complete, DIRECTORY, "voorbeeldstad.example", NOW);
  }

  private static List<TableMistake> mistakes(String table) {
    return read(table, false).mistakes(List.of());
  }

  @Test
  void whatIsWrittenReadsAsNoChangeAtAll() {
    String written = OfficialsTable.of(DIRECTORY.officials());
    TableReading again = read(written, true);
    assertThat(again.mistakes(List.of())).isEmpty();
    assertThat(again.fed()).isEmpty();
    assertThat(again.leaving()).isEmpty();
    assertThat(again.returning()).isEmpty();
    assertThat(written).startsWith("\uFEFFid;name;").contains(";'+31655500101;");
    TableReading commas = read(written.substring(1).replace(';', ','), true);
    assertThat(commas.fed()).isEmpty();
    assertThat(commas.mistakes(List.of())).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsSaidAndAnEmptyCellEmptiesWhatMayBeEmpty() {
    TableReading read =
        read(
            """
            ID;Naam;Telefoon;Onderwerpen;Vervanger;Capaciteit
            samira.elamrani;Samira El Amrani-Bos;;"water-en-energie, parkeren";;30
            jan.devries;;+31 6 5550 0102;huur-en-onderhoud water-en-energie woning-zoeken;samira.elamrani;21
            """,
            false);
    assertThat(read.mistakes(List.of())).isEmpty();
    assertThat(read.fed()).hasSize(2);
    Fed samira = read.fed().get(0);
    assertThat(samira.name()).isEqualTo("Samira El Amrani-Bos");
    assertThat(samira.phone()).isEmpty();
    assertThat(samira.deputy()).isEmpty();
    assertThat(samira.topics()).containsExactly("water-en-energie", "parkeren");
    assertThat(samira.team()).isNull();
    assertThat(samira.capacity()).isNull();
    assertThat(read.fed().get(1))
        .extracting(Fed::name, Fed::phone, Fed::capacity)
        .containsExactly(null, null, 21);
    assertThat(read.leaving()).isEmpty();
  }

  @Test
  void anEmptyCellTakesAwayWhatSomebodyNeedNotHaveAndNothingElse() {
    Directory capped =
        Voorbeeldstad.directory(
            Voorbeeldstad.yaml()
                .replace("  - id: sanne.vandijk\n", "  - id: sanne.vandijk\n" + SHARING));
    String all =
        "id;name;function;team;phone;email;address;topics;neighbourhoods;capacity;deputy;cap;share;"
            + "languages;hours;roles\nsanne.vandijk;;;;;;;;;;;;;;;\nthomas.bakker;;;;;;;;;;;;;;;\n";
    TableReading read =
        TableReading.of(all.getBytes(UTF_8), false, capped, "voorbeeldstad.example", NOW);
    assertThat(read.mistakes(List.of())).isEmpty();

    Optional<Official> known = capped.official("sanne.vandijk");
    assertThat(known.orElseThrow().sharing()).isEqualTo(new Sharing(12, 60, List.of("en")));
    Official sanne = said(read, "sanne.vandijk").official(known);
    assertThat(sanne.sharing()).isEqualTo(Sharing.USUAL);
    assertThat(sanne.phone()).isNull();
    assertThat(sanne.deputy()).isNull();
    assertThat(sanne.hours()).isNull();
    assertThat(sanne.topics()).isEmpty();
    assertThat(sanne)
        .extracting(
            Official::name, Official::function, Official::team, Official::email, Official::capacity)
        .containsExactly(
            known.get().name(),
            known.get().function(),
            known.get().team(),
            known.get().email(),
            known.get().capacity());
    Optional<Official> thomas = capped.official("thomas.bakker");
    assertThat(said(read, "thomas.bakker").official(thomas).roles())
        .isEqualTo(thomas.orElseThrow().roles())
        .isNotEmpty();
    TableReading few =
        TableReading.of(
            "id\nsanne.vandijk\n".getBytes(UTF_8), false, capped, "voorbeeldstad.example", NOW);
    assertThat(few.fed()).as("a column that is missing says nothing").isEmpty();
  }

  @Test
  void howMuchWhenAndInWhichLanguagesTheyWorkAndTheirRolesAreColumnsThatMayBeLeftOut() {
    TableReading read =
        read(
            """
            id;Maximum;share;talen;werktijden;roles
            samira.elamrani;40;60;en ar;"mon-thu 08:30-12:30, 13:00-17:00 / odd fri 08:30-12:30";clerk
            sanne.vandijk;;;;;
            meilin.chen;;;;;none
            thomas.bakker;;;;;administrator
            marijke.smit;;;;;administrator complaints auditor
            """,
            false);
    assertThat(read.mistakes(List.of())).isEmpty();
    Fed samira = read.fed().get(0);
    assertThat(samira)
        .extracting(Fed::cap, Fed::share, Fed::languages, Fed::roles)
        .containsExactly(40, 60, List.of("en", "ar"), List.of(Role.CLERK));
    assertThat(samira.hours())
        .containsEntry("mon", "08:30-12:30, 13:00-17:00")
        .containsEntry("odd fri", "08:30-12:30")
        .containsEntry("even fri", "closed");
    assertThat(samira.official(DIRECTORY.official(samira.id())).hours().weekly())
        .hasHours(4 * 8 + 2);
    assertThat(read.fed()).extracting(Fed::id).doesNotContain("thomas.bakker");
    assertThat(said(read, "sanne.vandijk").hours()).as("as her team").isEmpty();
    assertThat(said(read, "sanne.vandijk").roles()).isNull();
    assertThat(said(read, "meilin.chen").roles()).isEmpty();
    assertThat(read.administrators()).containsExactly("marijke.smit");
    assertThat(
            mistakes("id;cap;share;hours;roles\nsamira.elamrani;veel;half;soms;baas coordinator\n"))
        .extracting(one -> one.column() + " " + one.what() + " " + one.value())
        .containsExactly(
            "cap WRONG veel",
            "share WRONG half",
            "hours WRONG soms",
            "roles UNKNOWN baas",
            "roles UNKNOWN coordinator");
    assertThat(mistakes("id;lengte\n"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.column()).isEqualTo("lengte");
              assertThat(one.value())
                  .contains("id, name, function, team,", "cap, share, languages");
            });
  }

  private static Fed said(TableReading read, String id) {
    return read.fed().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whoIsNewGetsAnIdAndAnAddressOfTheirMailbox() {
    TableReading read =
        read(
            """
            name;function;team;email
            Noor Bakkér;adviseur;wonen;Noor.Bakker@werk.voorbeeldstad.example
            """,
            false);
    assertThat(read.added()).containsExactly("noor.bakker");
    assertThat(read.fed().get(0).address()).isEqualTo("noor.bakker@voorbeeldstad.example");
    assertThat(read.fed().get(0).email()).isEqualTo("noor.bakker@werk.voorbeeldstad.example");
  }

  @Test
  void namesakesWhoAreNewAreSomebodyElseThanWhoIsThereAndThanEachOther() {
    TableReading read =
        read(
            """
            name;function;team;email
            Jan de Vries;adviseur;wonen;jan.devries@elders.example
            Jan de Vries;monteur;wonen;jan.devries@werf.example
            """,
            false);
    assertThat(read.added()).containsExactly("jan.devries-2", "jan.devries-3");
  }

  @Test
  void whoDoesNotStandInATableThatIsCompleteLeaves() {
    String two = "id\nthomas.bakker\njan.devries\n";
    assertThat(read(two, true).leaving())
        .hasSize(DIRECTORY.officials().size() - 2)
        .contains("fatma.yildiz");
    assertThat(read(two, false).leaving()).isEmpty();
    assertThat(read("id\n", true).leaving()).isEmpty();
    assertThat(read("id\n", true).mistakes(List.of()))
        .extracting(TableMistake::what)
        .containsExactly(TableMistake.What.NOBODY_STAYS);
    assertThat(read("id\njan.devries\n", true).mistakes(List.of()))
        .extracting(TableMistake::what)
        .containsExactly(TableMistake.What.ADMINISTRATOR);
    assertThat(read("id;roles\njan.devries;administrator\n", true).mistakes(List.of())).isEmpty();
    assertThat(read("id\njan.devries\n", false).mistakes(List.of())).isEmpty();
  }

  @Test
  void eachMistakeIsSaidWithItsLine() {
    assertThat(
            mistakes(
                """
                id;name;email;phone;capacity
                samira.elamrani;"Samira;
                El Amrani";samira;1;veel

                samira.elamrani;;;;
                ;Iemand;;;
                a b;;;;
                x;y;z@elders.example;;;;;
                """))
        .extracting(one -> one.line() + " " + one.column() + " " + one.what())
        .containsExactly(
            "2 name WRONG",
            "2 phone WRONG",
            "2 email WRONG",
            "2 capacity WRONG",
            "5 id TWICE",
            "6 id MISSING",
            "7 id WRONG",
            "8  CELLS");
    assertThat(mistakes("id;lengte;id\n"))
        .extracting(TableMistake::what)
        .containsExactly(TableMistake.What.NO_COLUMN, TableMistake.What.TWICE);
    assertThat(mistakes("name\nSamira\n"))
        .extracting(TableMistake::what)
        .contains(TableMistake.What.MISSING);
    assertThat(mistakes("")).hasSize(1);
    assertThat(mistakes("id;name\na;\"open\n"))
        .extracting(TableMistake::what)
        .contains(TableMistake.What.NOT_A_TABLE);
    byte[] windows = "id;name\na;Zoë\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(windows, false).mistakes(List.of()))
        .extracting(TableMistake::what)
        .containsExactly(TableMistake.What.NOT_UTF8);
    assertThat(read(new byte[OfficialsTable.LARGEST + 1], false).mistakes(List.of()))
        .extracting(TableMistake::what)
        .containsExactly(TableMistake.What.TOO_LARGE);
    FedMistake unknown =
        new FedMistake("samira.elamrani", "team", FedMistake.What.UNKNOWN, "vissen");
    assertThat(read("id;team\n\nsamira.elamrani;vissen\n", false).mistakes(List.of(unknown)))
        .containsExactly(new TableMistake(3, "team", TableMistake.What.UNKNOWN, "vissen"));
  }

  @Test
  void noCellIsAFormulaForASpreadsheet() {
    Official one = DIRECTORY.officials().get(0);
    for (String name : List.of("=1+1", "@x", "-2", "+3", "'=x")) {
      Official odd = Fed.nothing(one.id()).official(Optional.of(named(one, name)));
      String line = OfficialsTable.of(List.of(odd)).lines().skip(1).findFirst().orElseThrow();
      assertThat(line.split(";")[1].charAt(0)).isEqualTo('\'');
    }
  }

  private static Official named(Official one, String name) {
    return new Official(
        one.id(),
        name,
        one.function(),
        one.team(),
        null,
        null,
        one.email(),
        one.address(),
        List.of(),
        List.of(),
        null,
        1,
        null,
        Set.of(),
        null,
        null);
  }

  @Property(tries = 300)
  void whateverIsSentIsReadOrRefusedNeverAnException(@ForAll byte[] bytes, @ForAll String text) {
    read(bytes, true).mistakes(List.of());
    read("id;name\n" + text, true).mistakes(List.of());
  }
}
