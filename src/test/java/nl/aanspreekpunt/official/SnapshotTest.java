package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  /** A Tuesday, 11:00 in Voorbeeldstad. */
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(30));

  @Test
  void whoIsPresentActsThemselves() {
    assertActing(Voorbeeldstad.directory(), "samira.elamrani", "samira.elamrani");
  }

  @Test
  void theDeputyActsForWhoIsAbsentAndTheManagerWhenTheCoordinatorIsToo() {
    Directory one = with(List.of(away("samira.elamrani", null)), List.of());
    assertThat(one.absent("samira.elamrani", NOW)).isTrue();
    assertActing(one, "samira.elamrani", "jan.devries");
    Directory both = with(List.of(away("samira.elamrani", null), away("jan.devries", null)));
    assertActing(both, "samira.elamrani", "pieter.hoekstra");
    assertActing(both, "jan.devries", "pieter.hoekstra");
  }

  @Test
  void theDeputyOfTheAbsenceGoesBeforeTheUsualOne() {
    assertActing(
        with(List.of(away("samira.elamrani", "ravi.ramdin"))), "samira.elamrani", "ravi.ramdin");
    assertActing(
        with(List.of(away("samira.elamrani", "ravi.ramdin"), away("ravi.ramdin", "nobody.known"))),
        "samira.elamrani",
        "anouk.jansen");
  }

  @Test
  void whoDoesNotWorkBeforeTheDueTimeIsNotPresent() {
    Instant friday = Instant.parse("2026-11-27T09:00:00Z");
    Instant endOfFriday = Instant.parse("2026-11-27T16:00:00Z");
    Instant monday = Instant.parse("2026-11-30T11:00:00Z");
    Directory directory = Voorbeeldstad.directory();
    assertThat(directory.present("sanne.vandijk", friday, endOfFriday)).isFalse();
    assertThat(directory.present("sanne.vandijk", friday, monday)).isTrue();
    assertThat(directory.actingFor("sanne.vandijk", friday, endOfFriday).id())
        .isEqualTo("kwame.mensah");
    assertThat(directory.absent("sanne.vandijk", friday)).isFalse();
  }

  @Test
  void anAbsenceThatStartsBeforeTheNextWorkingHourCounts() {
    Instant evening = Instant.parse("2026-11-24T19:00:00Z");
    Instant tomorrow = Instant.parse("2026-11-25T05:00:00Z");
    Directory directory =
        with(
            List.of(
                new Absence("samira.elamrani", tomorrow, null, null, null, "jan.devries"),
                new Absence(
                    "jan.devries", tomorrow, tomorrow.plusSeconds(3600), null, null, "gloria")));
    Instant due = evening.plus(Duration.ofDays(2));
    assertThat(directory.absent("samira.elamrani", evening)).isFalse();
    assertThat(directory.present("samira.elamrani", evening, due)).isFalse();
    assertThat(directory.present("jan.devries", evening, due)).isTrue();
  }

  @Test
  void afterTheDueTimeWhoIsNotAbsentIsPresent() {
    Instant night = Instant.parse("2026-11-24T23:00:00Z");
    assertThat(Voorbeeldstad.directory().present("samira.elamrani", night, night)).isTrue();
    assertThat(with(List.of(away("samira.elamrani", null))).present("samira.elamrani", NOW, NOW))
        .isFalse();
  }

  @Test
  void somebodyWhoDepartedIsKnownButNeverActs() {
    Directory unsettled = with(List.of(), List.of(gone("samira.elamrani", null)));
    assertThat(unsettled.official("samira.elamrani")).isPresent();
    assertThat(unsettled.byAddress("Samira.ElAmrani@voorbeeldstad.example")).isPresent();
    assertThat(unsettled.employed("samira.elamrani", NOW)).isFalse();
    assertThat(unsettled.employed("samira.elamrani", LONG_AGO.minusSeconds(1))).isTrue();
    assertThat(unsettled.present("samira.elamrani", NOW, TOMORROW)).isFalse();
    assertActing(unsettled, "samira.elamrani", "jan.devries");
    assertThat(unsettled.successorOf("samira.elamrani", NOW).id()).isEqualTo("jan.devries");
  }

  @Test
  void theSuccessorsSuccessorTakesOver() {
    Directory directory =
        with(
            List.of(away("ravi.ramdin", null)),
            List.of(gone("samira.elamrani", "fatma.yildiz"), gone("fatma.yildiz", "ravi.ramdin")));
    assertThat(directory.successorOf("samira.elamrani", NOW).id()).isEqualTo("ravi.ramdin");
    assertActing(directory, "samira.elamrani", "anouk.jansen");
    assertThat(directory.successorOf("ravi.ramdin", NOW).id()).isEqualTo("ravi.ramdin");
  }

  @Test
  void successorsInACircleEndAtTheCoordinator() {
    Directory directory =
        with(
            List.of(),
            List.of(
                gone("samira.elamrani", "fatma.yildiz"), gone("fatma.yildiz", "samira.elamrani")));
    assertThat(directory.employed(directory.successorOf("samira.elamrani", NOW).id(), NOW))
        .isTrue();
  }

  /** Wednesday and Thursday are of two people, by the file. */
  @Test
  void thoseWhoHaveTheSameDayShareItsIntakeDuty() {
    Instant wednesday = Instant.parse("2026-11-25T10:00:00Z");
    assertThat(onDuty(Voorbeeldstad.directory(), NOW)).containsExactly("meilin.chen");
    assertThat(onDuty(Voorbeeldstad.directory(), wednesday))
        .containsExactly("meilin.chen", "thomas.bakker");
    assertThat(onDuty(Voorbeeldstad.directory(), wednesday, "meilin.chen"))
        .as("kept away from her")
        .containsExactly("thomas.bakker");
    assertThat(onDuty(with(List.of(away("thomas.bakker", null))), wednesday))
        .containsExactly("meilin.chen");
  }

  @Test
  void whoDoesNotWorkThatDayHasNoPartInItsDuty() {
    String yaml =
        Voorbeeldstad.yaml().replace("official: thomas.bakker", "official: sanne.vandijk");
    Instant friday = Instant.parse("2026-11-27T09:00:00Z");
    assertThat(onDuty(Voorbeeldstad.directory(yaml), friday)).containsExactly("marijke.smit");
  }

  @Test
  void inTheWeekendItIsMondaysDutyAndTheRestOfTheRotaSharesForWhoIsAbsent() {
    Instant saturday = Instant.parse("2026-11-28T10:00:00Z");
    assertThat(onDuty(Voorbeeldstad.directory(), saturday)).containsExactly("meilin.chen");
    assertThat(onDuty(with(List.of(away("meilin.chen", null))), saturday))
        .containsExactly("thomas.bakker", "marijke.smit");
    assertThat(
            onDuty(
                with(
                    List.of(
                        away("meilin.chen", null),
                        away("thomas.bakker", null),
                        away("marijke.smit", null))),
                saturday))
        .containsExactly("gloria.martina");
  }

  private static List<String> onDuty(Directory directory, Instant now, String... except) {
    return directory.onIntakeDuty(now, List.of(except)).stream().map(Official::id).toList();
  }

  @Test
  void aComplaintGoesToAComplaintsOfficialWhoIsNotInvolvedAndPreferablyHere() {
    Directory directory = Voorbeeldstad.directory();
    assertThat(directory.complaintsOfficial(List.of(), NOW))
        .map(Official::id)
        .contains("marijke.smit");
    assertThat(directory.complaintsOfficial(List.of("marijke.smit"), NOW))
        .map(Official::id)
        .contains("pieter.hoekstra");
    assertThat(with(List.of(away("marijke.smit", null))).complaintsOfficial(List.of(), NOW))
        .map(Official::id)
        .contains("pieter.hoekstra");
    assertThat(directory.complaintsOfficial(List.of("marijke.smit", "pieter.hoekstra"), NOW))
        .as("a manager, when both complaints officials are involved")
        .map(Official::id)
        .contains("gloria.martina");
    List<String> everybody = directory.officials().stream().map(Official::id).toList();
    assertThat(directory.complaintsOfficial(everybody, NOW)).isEmpty();
  }

  @Test
  void aStatedAbsenceGoesBeforeThePlannedOneFromTheSameMoment() {
    String yaml =
        Voorbeeldstad.yaml() + "    absences: [{ from: 2026-11-20, until: 2026-12-20 }]\n";
    Definition definition = Voorbeeldstad.definition(yaml);
    Absence planned = definition.absences().get(0);
    Absence back = new Absence(planned.official(), planned.from(), NOW, null, null, "gloria");
    Facts facts = new Facts(List.of(back), List.of(), List.of(), List.of(), List.of());
    assertThat(snapshot(definition, Facts.NONE).absent("pieter.hoekstra", NOW)).isTrue();
    assertThat(snapshot(definition, facts).absent("pieter.hoekstra", NOW)).isFalse();
  }

  @Test
  void whoLeftTheFileAfterDepartingIsStillKnown() {
    Definition definition = Voorbeeldstad.definition(Voorbeeldstad.yaml());
    Former former =
        new Former(
            "old.hand",
            "Old Hand",
            "adviseur",
            "wonen",
            null,
            null,
            "old.hand@werk.voorbeeldstad.example",
            "old.hand@voorbeeldstad.example",
            null);
    Directory directory =
        snapshot(
            definition,
            new Facts(
                List.of(), List.of(gone("old.hand", null)), List.of(former), List.of(), List.of()));
    assertThat(directory.byAddress("old.hand@voorbeeldstad.example")).isPresent();
    assertThat(directory.officials()).extracting(Official::id).doesNotContain("old.hand");
    assertThat(directory.employed("old.hand", NOW)).isFalse();
    assertThat(directory.successorOf("old.hand", NOW).id()).isEqualTo("jan.devries");
  }

  private static Directory snapshot(Definition definition, Facts facts) {
    return new Snapshot(2, definition, facts, Voorbeeldstad.ZONE);
  }

  private static void assertActing(Directory directory, String official, String expected) {
    assertThat(directory.actingFor(official, NOW, TOMORROW).id()).isEqualTo(expected);
  }

  private static Directory with(List<Absence> absences) {
    return with(absences, List.of());
  }

  private static Directory with(List<Absence> absences, List<Departure> departures) {
    return Voorbeeldstad.directory(absences, departures);
  }

  private static Absence away(String official, String deputy) {
    return new Absence(official, LONG_AGO, null, deputy, null, "gloria.martina");
  }

  private static Departure gone(String official, String successor) {
    return new Departure(official, LONG_AGO, successor, "gloria.martina");
  }
}
