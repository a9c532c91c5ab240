package nl.aanspreekpunt.search;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Auditing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who finds what, and who does not. */
class SearchTest {
  private static Workplace workplace;
  private static Case mould;
  private static Case debts;
  private static Case complaint;
  private static Case english;

  @BeforeAll
  static void open() {
    workplace = new Workplace(Workplace.oneForEachTopic(), Map.of("spam.filter", "true"));
    mould =
        workplace.question(
            "lies.lezer@elders.example",
            "Lies Lezerová",
            "Schimmel in mijn huurwoning",
            "De muren naast de bedden zijn zwart. Bel mij op 06 12345678.",
            "huur-en-onderhoud");
    workplace.clock.forward(Duration.ofMinutes(5));
    debts =
        workplace.question(
            "+31687654321",
            "Dirk Doorn",
            "Mijn schulden",
            "De deurwaarder dreigt met beslaglegging.",
            "schuldhulp");
    english =
        workplace.question(
            "joe@elders.example",
            "Joe",
            "My café",
            "We are complaining about tenancies.",
            "parkeren",
            Map.of("language", "en"));
    complaint =
        workplace.question(
            "klager@elders.example", "Klaas", "Klacht", "Een klacht over Jan de Vries.", null);
    workplace.received(
        "boef@elders.example",
        """
        X-Spam-Flag: YES
        From: boef@elders.example
        To: info@voorbeeldstad.example
        Subject: Loterijprijs
        Message-ID: <spam@elders.example>

        U won een loterijprijs.
        """);
    workplace.index();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Reader reader(String id) {
    Official one = workplace.directories.current().official(id).orElseThrow();
    return new Reader(
        one, one.roles(), new Moment(workplace.clock.instant(), workplace.directories.current()));
  }

  private static Searching.Found found(String reader, String words) {
    return found(reader, Asked.of(words));
  }

  private static Searching.Found found(String reader, Asked asked) {
    return await(workplace.search.searching().find(asked, reader(reader), null, 20));
  }

  private static List<String> numbers(String reader, String words) {
    return found(reader, words).hits().stream().map(hit -> hit.one().id()).toList();
  }

  private static String excerpt(Searching.Hit hit) {
    return hit.excerpt().parts().stream()
        .map(part -> part.found() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }

  private static void finds(String reader, Case one, String... each) {
    for (String words : each) {
      assertThat(numbers(reader, words)).as(reader + " finds " + words).contains(one.id());
    }
  }

  private static void findsNothing(String reader, String... each) {
    for (String words : each) {
      Searching.Found found = found(reader, words);
      assertThat(found.hits()).as(reader + " finds no " + words).isEmpty();
      assertThat(found.glimpses()).as(reader + " hears of no " + words).isEmpty();
      assertThat(found.next()).isNull();
    }
  }

  @Test
  void aWordIsFoundInOtherFormsInDutchAndEnglish() {
    finds(mould.official(), mould, "muur", "zwarte bed", "bed", "SCHIMMELS");
    finds(english.official(), english, "tenancy", "complains", "CÀFES");
  }

  @Test
  void namesAndSubjectsAreFoundByHowTheyBegin() {
    finds(mould.official(), mould, "lezer", "Lez", "schim", "lies schimmel", "lezerova");
  }

  @Test
  void aNumberOfACaseIsFoundWholeAndByItsBeginning() {
    finds(mould.official(), mould, mould.id(), mould.id().toLowerCase(Locale.ROOT));
    finds(mould.official(), mould, mould.id().substring(0, 5));
  }

  @Test
  void aTelephoneNumberIsFoundByItsLastDigitsHoweverTheyAreWritten() {
    finds(
        mould.official(), mould, "5678", "345678", "06-12345678", "06 12 34 56 78", "+31612345678");
    finds(debts.official(), debts, "4321", "0687654321");
  }

  @Test
  void anAddressIsFoundWholeAndByItsParts() {
    finds(mould.official(), mould, "lies.lezer@elders.example", "lies");
  }

  @Test
  void allWordsMustBeThereAndTheFoundOnesAreShown() {
    assertThat(numbers(mould.official(), "muren kelder")).isEmpty();
    Searching.Hit hit = found(mould.official(), "muur bedden").hits().get(0);
    assertThat(excerpt(hit)).contains("[muren]", "[bedden]").startsWith("De ");
  }

  @Test
  void anAnswerAndANoteAreFoundAsWell() {
    Case one = ask("Lantaarn", "Hij flikkert.");
    await(
        workplace.casework.change(
            one.id(),
            new Replying(
                one.official(),
                "De monteur vervangt de armatuur.",
                "1",
                one.lastReceived(),
                Map.of())));
    await(workplace.casework.change(one.id(), new Noting(one.official(), "Gebeld met Ziggo.")));
    workplace.index();
    finds(one.official(), one, "armatuur", "monteurs", "ziggo");
    assertThat(excerpt(found(one.official(), "armaturen").hits().get(0))).contains("[armatuur]");
  }

  private static Case ask(String subject, String text) {
    return workplace.question(
        subject.replace(" ", "") + "@elders.example", "Iemand", subject, text, "straat-en-groen");
  }

  @Test
  void whoHasNothingToDoWithItFindsNoWordOfIt() {
    String other = debts.official();
    assertThat(other).isNotEqualTo(mould.official());
    findsNothing(other, "schimmel", "lezer", "5678", "muren", "lies", mould.id().substring(0, 5));
    findsNothing(mould.official(), "deurwaarder", "beslaglegging", "dirk", "4321");
  }

  @Test
  void whoKnowsTheNumberOrTheAddressHearsThatItExists() {
    for (String words : List.of(mould.id(), "lies.lezer@elders.example")) {
      Searching.Found found = found(debts.official(), words);
      assertThat(found.hits()).isEmpty();
      assertThat(found.glimpses()).extracting(Case::id).containsExactly(mould.id());
    }
    assertThat(found(mould.official(), debts.id()).glimpses())
        .extracting(Case::id)
        .containsExactly(debts.id());
    // That a citizen has debts is told by nothing.
    findsNothing(mould.official(), "06 87654321");
  }

  @Test
  void theDeputyFindsItAndTheCoordinatorToo() {
    String responsible = mould.official();
    Official official = workplace.directories.current().official(responsible).orElseThrow();
    finds(official.deputy(), mould, "schimmel");
    String lead = workplace.directories.current().team(mould.team()).orElseThrow().coordinator();
    finds(lead, mould, "schimmel", "5678");
  }

  @Test
  void whoStandsInDuringAnAbsenceFindsItAsLongAsThatLasts() {
    Case one = ask("Boomwortels", "De stoep komt omhoog.");
    workplace.index();
    String stranger =
        workplace.directories.current().officials().stream()
            .filter(each -> !reader(each.id()).access(one).reads())
            .map(Official::id)
            .filter(id -> workplace.directories.current().employed(id, workplace.clock.instant()))
            .findFirst()
            .orElseThrow();
    findsNothing(stranger, "boomwortel");
    Instant now = workplace.clock.instant();
    await(
        workplace.directories.absent(
            new Absence(one.official(), now, now.plusSeconds(3600), stranger, "", "hub")));
    finds(stranger, one, "boomwortel");
    workplace.clock.forward(Duration.ofHours(2));
    findsNothing(stranger, "boomwortel");
  }

  @Test
  void whoGetsItFindsItAndWhoHadItDoesNot() {
    Case one = ask("Fietsenrek", "Het rek staat scheef.");
    workplace.index();
    String had = one.official();
    finds(had, one, "fietsenrek");
    String gets = debts.official();
    await(workplace.casework.change(one.id(), new Reassigning(gets, had, "handover", "")));
    workplace.index();
    finds(gets, one, "fietsenrekken");
    assertThat(reader(had).access(workplace.found(one.id())).reads())
        .isEqualTo(numbers(had, "fietsenrek").contains(one.id()));
  }

  @Test
  void anAuditorFindsNoWordsButHearsOfANumber() {
    String auditor =
        workplace.directories.current().officials().stream()
            .filter(one -> one.roles().contains(Role.AUDITOR))
            .map(Official::id)
            .findFirst()
            .orElseThrow();
    findsNothing(auditor, "schimmel", "lezer");
    assertThat(found(auditor, mould.id()).glimpses()).extracting(Case::id).contains(mould.id());
    await(workplace.casework.change(mould.id(), new Auditing(auditor, "Steekproef van november")));
    workplace.index();
    findsNothing(auditor, "schimmel");
  }

  @Test
  void aComplaintIsNotFoundByTheOneItConcerns() {
    assertThat(complaint.barred()).contains("jan.devries");
    findsNothing(
        "jan.devries", "klacht", "klaas", complaint.id(), "klager@elders.example", "vries");
    finds(complaint.official(), complaint, "klacht vries");
  }

  @Test
  void whatMayBeSpamIsFoundByNobody() {
    workplace.directories.current().officials().stream()
        .map(Official::id)
        .forEach(id -> findsNothing(id, "loterijprijs", "boef@elders.example"));
  }

  @Test
  void filtersNarrowWithAndWithoutWords() {
    Asked all = Asked.of("schimmel");
    Asked closed =
        new Asked("schimmel", Case.State.CLOSED, null, null, null, null, null, null, false);
    assertThat(found(mould.official(), all).hits()).isNotEmpty();
    assertThat(found(mould.official(), closed).hits()).isEmpty();
    Asked topic =
        new Asked(
            "", null, mould.team(), mould.topic(), mould.official(), "API", null, null, false);
    assertThat(found(mould.official(), topic).hits())
        .extracting(hit -> hit.one().id())
        .contains(mould.id());
    Asked late = new Asked("schimmel", null, null, null, null, null, null, null, true);
    assertThat(found(mould.official(), late).hits()).isEmpty();
    LocalDate day = LocalDate.parse("2026-11-24");
    Asked before =
        new Asked("schimmel", null, null, null, null, null, null, day.minusDays(1), false);
    Asked within = new Asked("schimmel", null, null, null, null, null, day, day, false);
    assertThat(found(mould.official(), before).hits()).isEmpty();
    assertThat(found(mould.official(), within).hits()).isNotEmpty();
  }

  @Test
  void aLongListIsShownInPagesNewestFirst() {
    List<String> asked = new ArrayList<>();
    for (int n = 0; n < 7; n++) {
      asked.add(0, ask("Zwerfvuil " + (char) ('a' + n), "Overal zwerfvuil.").id());
      workplace.clock.forward(Duration.ofSeconds(n % 2));
    }
    workplace.index();
    String official = workplace.found(asked.get(0)).official();
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      Searching.Found page =
          await(
              workplace.search.searching().find(Asked.of("zwerfvuil"), reader(official), after, 3));
      assertThat(page.hits().size()).isLessThanOrEqualTo(3);
      page.hits().forEach(hit -> found.add(hit.one().id()));
      after = page.next();
    } while (after != null);
    assertThat(found).containsExactlyInAnyOrderElementsOf(asked).doesNotHaveDuplicates();
    assertThat(found.indexOf(asked.get(0))).isLessThan(found.indexOf(asked.get(6)));
  }

  @Test
  void wordsThatStandEverywhereAreNotLookedFor() {
    assertThat(found(mould.official(), "de het").words()).isFalse();
    assertThat(found(mould.official(), "de schimmel").words()).isTrue();
  }

  @Test
  void theDeputyOfNobodyWithAVeryLongQuestionIsAnswered() {
    assertThat(found(debts.official(), "x y z ".repeat(400)).hits()).isEmpty();
    assertThat(found(debts.official(), "((((((((((06 06 06 (06").hits()).isEmpty();
  }
}
