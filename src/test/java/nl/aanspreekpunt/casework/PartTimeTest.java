package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sanne works Monday to Thursday, and her deputy Kwame each day: due work never waits for her. */
class PartTimeTest {
  private static final Escalating CLIMB = Town.climbing();
  private static final String SANNE = "sanne.vandijk";
  private static final String KWAME = "kwame.mensah";
  private static final String LATER = "{ at: \"+P9D\", to: manager, does: tell }";

  @Test
  void whatFallsDueOnHerDayOffIsHerDeputysConcernFromThatMorningOnAndSaysSoOnce() {
    Case one = opened("2026-06-03T10:00", Voorbeeldstad.directory());
    Instant due = Town.promise(one, 0).due();
    assertThat(due).isEqualTo(Town.at("2026-06-05T10:00"));
    assertThat(one.concerns()).containsExactly(SANNE);
    one = climbed(one, Voorbeeldstad.directory());
    assertThat(one.concerns()).as("reminded on Thursday").containsExactly(SANNE);
    assertThat(one.wakeAt()).isEqualTo(Town.at("2026-06-05T08:30"));

    Case minded = Town.after(CLIMB.on(one, Town.moment(one.wakeAt())));

    assertThat(minded.concerns()).containsExactly(SANNE, KWAME);
    assertThat(minded.official()).isEqualTo(SANNE);
    assertThat(minded.acting()).isEmpty();
    assertThat(Town.promise(minded, 0).due()).isEqualTo(due);
    assertThat(minded.pending())
        .extracting(Outgoing::notice)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.LADDER);
              assertThat(notice.official()).isEqualTo(KWAME);
              assertThat(notice.facts()).containsEntry("does", "MINDS");
            });
    assertThat(minded.happened(CaseEvent.Minds.class))
        .containsExactly(new CaseEvent.Minds(one.wakeAt(), KWAME, SANNE, one.id() + "-p1"));
    assertThat(CLIMB.on(Town.told(minded), Town.moment(one.wakeAt().plusSeconds(60))))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(climbed(one, Voorbeeldstad.directory()).wakeAt()).isEqualTo(due);
  }

  @Test
  void whatIsDueOnHerOwnDaysIsHersAloneAndADayOffIsNoAbsence() {
    Case one = opened("2026-06-04T10:00", Voorbeeldstad.directory());
    assertThat(Town.promise(one, 0).due()).isEqualTo(Town.at("2026-06-08T10:00"));

    Case after = climbed(one, Voorbeeldstad.directory());

    assertThat(Town.promise(after, 0).steps())
        .extracting(Promise.Step::to)
        .as("reminded, to be read on Monday morning")
        .containsExactly(SANNE);
    assertThat(after.concerns()).containsExactly(SANNE);
    assertThat(after.wakeAt()).as("the deputy acts when it is due").isEqualTo(due(after));
  }

  @Test
  void aReminderThatSheCannotReadInTimeGoesToWhoIsThere() {
    Directory directory = Voorbeeldstad.directory();
    Case one = opened("2026-06-03T16:50", directory);
    one = climbed(one, directory);
    assertThat(one.concerns()).contains(KWAME);

    one = climbed(one, directory);

    assertThat(Town.promise(one, 0).steps()).extracting(Promise.Step::to).containsExactly(KWAME);
  }

  /** 2026-06-05 is in week 23, 2026-06-12 in week 24; 2026-12-31 and 2027-01-07 in 53 and 1. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-06-03T10:00, odd fri,  false",
    "2026-06-03T10:00, even fri, true",
    "2026-06-10T10:00, odd fri,  true",
    "2026-06-10T10:00, even fri, false",
    "2026-12-29T10:00, odd thu,  false",
    "2026-12-29T10:00, even thu, true",
    "2027-01-05T10:00, odd thu,  false",
    "2027-01-05T10:00, even thu, true"
  })
  void whoWorksThatDayInEvenOrOddWeeksOnlyIsMindedInTheOthers(
      String asked, String day, boolean minded) {
    Directory directory = working("mon-tue: \"08:30-17:00\"", day + ": \"08:30-17:00\"");
    Case one = opened(asked, directory);
    Instant morning = due(one).minusSeconds(3_600);

    one = after(one, directory, morning);

    assertThat(one.concerns().contains(KWAME)).isEqualTo(minded);
  }

  @Test
  void halfADayEndsAtNoonAndTheTeamIsOpenThen() {
    Directory directory = working("mon-fri: \"08:30-12:30\"");
    Case one = opened("2026-06-03T15:00", directory);
    assertThat(due(one)).isEqualTo(Town.at("2026-06-05T15:00"));

    assertThat(after(one, directory, Town.at("2026-06-05T12:29")).concerns()).doesNotContain(KWAME);
    assertThat(after(one, directory, Town.at("2026-06-05T12:30")).concerns()).contains(KWAME);
  }

  @Test
  void whenHerDeputyIsAwayThatDayWhoStandsInForThemMindsIt() {
    Instant friday = Town.at("2026-06-05T00:00");
    Case one = opened("2026-06-03T10:00", Voorbeeldstad.directory());
    Absence away = new Absence(KWAME, friday, friday.plusSeconds(86_400), null, "", KWAME);
    Directory directory = Voorbeeldstad.directory(List.of(away), List.of());

    one = after(one, directory, friday.plusSeconds(9 * 3_600));

    assertThat(one.concerns()).containsExactly(SANNE, "fatma.yildiz");
  }

  @Test
  void whatIsLateIsNobodysAloneWhoDoesNotWorkThatDay() {
    Directory directory = withLadder("{ at: \"+P3D\", to: manager, does: tell }");
    Case one = opened("2026-06-02T10:00", directory);
    one = after(one, directory, Town.at("2026-06-04T11:00"));
    assertThat(one.concerns()).containsExactly(SANNE);

    one = noted(one, directory, Town.at("2026-06-05T11:00"));

    assertThat(one.concerns()).contains(KWAME);
  }

  @Test
  void whatIsLateComesToHerDeputyAtTheStartOfEachDayOffByTheClockAndSaysSoOnce() {
    Directory directory = withLadder(LATER);
    Case one = opened("2026-06-02T10:00", directory);
    assertThat(due(one)).isEqualTo(Town.at("2026-06-04T10:00"));
    assertThat(one.wakeAt()).isEqualTo(Town.at("2026-06-05T08:30"));

    one = climbed(one, directory);

    assertThat(one.concerns()).containsExactly(SANNE, KWAME);
    assertThat(one.happened(CaseEvent.Minds.class)).hasSize(1);
    assertThat(one.wakeAt()).as("the Friday after").isEqualTo(Town.at("2026-06-12T08:30"));
    assertThat(CLIMB.on(Town.told(one), Town.moment(one.wakeAt(), directory)))
        .isInstanceOf(Decision.Unchanged.class);

    Case monday = noted(one, directory, Town.at("2026-06-08T09:00"));
    assertThat(monday.concerns()).as("she is there").containsExactly(SANNE);
    assertThat(monday.wakeAt()).isEqualTo(Town.at("2026-06-12T08:30"));
    assertThat(climbed(monday, directory).concerns()).containsExactly(SANNE, KWAME);
  }

  @Test
  void whatIsLateOnHerHalfDayIsHersUntilNoonAndWhoWorksAllDaysIsNeverMinded() {
    Directory half = working("mon-fri: \"08:30-12:30\"");
    Case one = opened("2026-06-02T10:00", half);
    assertThat(Minding.next(one.openPromises(), one::ownerOf, one.team(), moment(one, half)))
        .contains(Town.at("2026-06-04T12:30"));

    Directory all = working("mon-fri: \"08:30-17:00\"");
    assertThat(Minding.next(one.openPromises(), one::ownerOf, one.team(), moment(one, all)))
        .isEmpty();
  }

  private static Moment moment(Case one, Directory directory) {
    return Town.moment(due(one).plusSeconds(1_800), directory);
  }

  /** Sanne works on Mondays only; Kwame, her deputy, does not work on Fridays. */
  @Test
  void whatIsLateOnSeveralDaysOffIsOnEachTheConcernOfSomebodyWhoWorksThatDay() {
    Directory directory =
        Voorbeeldstad.directory(
            ofSanne("mon: \"08:30-17:00\"")
                .replace("  - id: wonen\n", "  - id: wonen\n    ladder: [" + LATER + "]\n")
                .replace(
                    "  - id: kwame.mensah\n",
                    "  - id: kwame.mensah\n    hours: { mon-thu: \"08:30-17:00\" }\n"));
    Case one = opened("2026-06-01T10:00", directory);
    assertThat(due(one)).isEqualTo(Town.at("2026-06-03T10:00"));
    while (one.wakeAt().isBefore(Town.at("2026-06-04T08:30"))) {
      one = climbed(one, directory);
    }
    assertThat(one.concerns()).as("on Thursday").containsExactly(SANNE, KWAME);
    assertThat(one.wakeAt()).isEqualTo(Town.at("2026-06-04T08:30"));

    one = climbed(one, directory);
    assertThat(one.wakeAt()).isEqualTo(Town.at("2026-06-05T08:30"));
    one = climbed(one, directory);

    assertThat(one.concerns()).as("on Friday").hasSize(2).doesNotContain(KWAME);
    assertThat(directory.present(one.concerns().get(1), now(one), Town.at("2026-06-05T17:00")))
        .isTrue();
    assertThat(one.wakeAt()).as("not on Monday").isEqualTo(Town.at("2026-06-09T08:30"));
  }

  private static Instant now(Case one) {
    return one.happened(CaseEvent.Minds.class)
        .map(CaseEvent.Minds::at)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  @Test
  void overAClockChangeItIsTheWallClockOfHerDays() {
    Directory directory = working("mon-fri: \"08:30-17:00\"", "mon: closed");
    Case one = opened("2026-10-22T10:00", directory);
    assertThat(due(one)).isEqualTo(Town.at("2026-10-26T10:00"));

    while (!one.concerns().contains(KWAME)) {
      assertThat(one.wakeAt()).isBefore(due(one));
      one = climbed(one, directory);
    }

    assertThat(one.happened(CaseEvent.Minds.class).map(CaseEvent.Minds::at))
        .containsExactly(Town.at("2026-10-26T08:30"));
  }

  private static Instant due(Case one) {
    return Town.promise(one, 0).due();
  }

  private static Case opened(String at, Directory directory) {
    return Town.opening(Town.JAN, SANNE, null)
        .as("000000000", Town.moment(Town.at(at), directory))
        .opened();
  }

  /** As the clock leaves it when it wakes. */
  private static Case climbed(Case one, Directory directory) {
    return after(one, directory, one.wakeAt());
  }

  private static Case after(Case one, Directory directory, Instant now) {
    Decision decision = CLIMB.on(one, Town.moment(now, directory));
    Case after = decision instanceof Decision.Changed changed ? changed.after() : one;
    Moment moment = Town.moment(now, directory);
    return after.settled(
        Wake.at(after.openPromises(), after::ownerOf, after.offer(), after.team(), moment));
  }

  private static Case noted(Case one, Directory directory, Instant now) {
    return Town.after(new Noting(SANNE, "Bijna klaar.").on(one, Town.moment(now, directory)));
  }

  private static Directory working(String... hours) {
    return Voorbeeldstad.directory(ofSanne(hours));
  }

  private static String ofSanne(String... hours) {
    String usual = "    hours:\n      mon-thu: \"08:30-17:00\"\n";
    String yaml = Voorbeeldstad.yaml();
    assertThat(yaml).containsOnlyOnce(usual);
    String own = "    hours:\n      " + String.join("\n      ", hours) + "\n";
    return yaml.replace(usual, own);
  }

  private static Directory withLadder(String steps) {
    return Voorbeeldstad.directory(
        Voorbeeldstad.yaml()
            .replace("  - id: wonen\n", "  - id: wonen\n    ladder: [" + steps + "]\n"));
  }
}
