package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.Mailroom.Sent;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 4 to 8: a message that names no case, over the whole pipeline. */
class MatchingPeopleTest {
  private static final String EVA = "eva@burger.example";
  private static final String PHONE = "+31612345678";
  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static void is(Came came, String rule, String official, Evidence evidence) {
    assertThat(came.rule()).isEqualTo(rule);
    assertThat(came.official()).isEqualTo(official);
    assertThat(came.match().evidence()).isEqualTo(evidence);
    assertThat(came.certainty()).isEqualTo(Match.Certainty.CERTAIN);
    assertThat(came.one().route()).isEqualTo(came.match());
  }

  private Evidence about(Came came) {
    return came.match().evidence();
  }

  @Test
  void anOfficialsOwnAddressReachesThatOfficialWhateverItIsAbout() {
    Came came = room.mail(EVA).to("ravi.ramdin@voorbeeldstad.example").says("Huur", "Te hoog.");

    is(came, "own-address", "ravi.ramdin", new Evidence.OwnAddress("ravi.ramdin", null));
    assertThat(came.one().topic()).isEqualTo("huur-en-onderhoud");
  }

  @Test
  void theAddressOfWhoLeftReachesTheSuccessorWhoSaysSo() {
    room.departs("ravi.ramdin", "anouk.jansen");
    room.departs("anouk.jansen", "meilin.chen");
    Came came = room.mail(EVA).to("Ravi.Ramdin@voorbeeldstad.example").says("Boom", "Om.");

    is(came, "own-address", "meilin.chen", new Evidence.OwnAddress("ravi.ramdin", "meilin.chen"));
    Notice told = room.acknowledged(came).notice();
    assertThat(told.official()).isEqualTo("meilin.chen");
    assertThat(told.facts()).containsEntry("left", "ravi.ramdin");
  }

  @Test
  void aTextMessageGoesOnWithTheLastConversationOnItsNumberWithinTheWindow() {
    Came rent = room.sms(PHONE, "De huur is te hoog");
    room.acted(rent.number(), closing(rent));
    room.clock.forward(Duration.ofMinutes(1));
    Came tree = room.sms(PHONE, "Er ligt een boom om in het park");
    room.clock.forward(Duration.ofDays(3).minusSeconds(1));
    Came more = room.sms(PHONE, "En mijn paspoort is verlopen");

    assertThat(tree.number()).as("what is closed is not gone on with").isNotEqualTo(rent.number());
    assertThat(more.number()).isEqualTo(tree.number());
    assertThat(more.rule()).isEqualTo("conversation");
    assertThat(more.certainty()).isEqualTo(Match.Certainty.PROBABLE);
    assertThat(more.match().evidence())
        .isEqualTo(new Evidence.Conversation(tree.number(), Evidence.Tie.LAST_ON_NUMBER));
  }

  private static Closing closing(Came came) {
    String seen = came.one().lastReceived();
    return new Closing(came.official(), Outcome.NO_QUESTION, "", seen);
  }

  @Test
  void afterTheWindowATextMessageIsANewQuestion() {
    Came rent = room.sms(PHONE, "De huur is te hoog");
    room.clock.forward(Duration.ofDays(3));
    Came more = room.sms(PHONE, "Mijn paspoort is verlopen");

    assertThat(more.number()).isNotEqualTo(rent.number());
    assertThat(more.rule()).isEqualTo("topic");
    assertThat(more.one().citizen()).isEqualTo(rent.one().citizen());
  }

  @Test
  void ofTwoOpenConversationsTheOneLastWrittenInIsGoneOnWith() {
    Came rent = room.sms(PHONE, "De huur is te hoog");
    room.clock.forward(Duration.ofDays(4));
    Came tree = room.sms(PHONE, "Er ligt een boom om in het park");
    room.clock.forward(Duration.ofHours(1));
    room.answered(rent);
    room.clock.forward(Duration.ofHours(1));
    Came more = room.sms(PHONE, "Dank u wel");

    assertThat(more.number()).isEqualTo(rent.number()).isNotEqualTo(tree.number());
  }

  @ParameterizedTest
  @CsvSource({
    "eva@burger.example, Huur te hoog, true",
    "eva@burger.example, RE: FW: huur te HOOG!, true",
    "eva@burger.example, Huur, false",
    "eva@burger.example, Huur te hoog en lekkage, false",
    "jan@burger.example, Huur te hoog, false"
  })
  void aMailWithoutThreadJoinsOnlyTheOpenCaseOfItsSenderWithItsSubject(
      String from, String subject, boolean joins) {
    Came first = room.mail(EVA).says("Huur te hoog", "Help.");
    Came second = room.mail(from).says(subject, "Nog iets.");

    assertThat(second.number().equals(first.number())).isEqualTo(joins);
    if (joins) {
      assertThat(second.certainty()).isEqualTo(Match.Certainty.PROBABLE);
      assertThat(second.match().evidence())
          .isEqualTo(new Evidence.Conversation(first.number(), Evidence.Tie.SAME_SUBJECT));
    } else {
      assertThat(second.one().citizen().equals(first.one().citizen())).isEqualTo(from.equals(EVA));
    }
  }

  @Test
  void aMailWithoutSubjectOrOfAClosedCasesSubjectIsANewQuestion() {
    Came first = room.mail(EVA).says("", "De huur.");
    Came second = room.mail(EVA).says("", "De huur.");
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    room.acted(rent.number(), closing(rent));
    Came again = room.mail(EVA).says("Huur", "Weer te hoog.");

    assertThat(Set.of(first.number(), second.number(), rent.number(), again.number())).hasSize(4);
  }

  @Test
  void theStandingOfficialForTheTopicGoesBeforeTheOneInGeneral() {
    Came first = room.mail(EVA).says("Iets", "Ik weet het niet.");
    String citizen = first.one().citizen();
    Mailroom.await(room.hub.identities.setStanding(citizen, null, "fatma.yildiz"));
    Mailroom.await(room.hub.identities.setStanding(citizen, "afval", "anouk.jansen"));

    is(
        room.mail(EVA).says("Container", "Vol."),
        "standing-official",
        "anouk.jansen",
        new Evidence.Standing("anouk.jansen", "afval", null));
    is(
        room.mail(EVA).says("Paspoort", "Kwijt."),
        "standing-official",
        "fatma.yildiz",
        new Evidence.Standing("fatma.yildiz", null, null));
    Came unknown = room.mail(EVA).says("Nog iets", "Ik weet het weer niet.");
    is(
        unknown,
        "standing-official",
        "fatma.yildiz",
        new Evidence.Standing("fatma.yildiz", null, null));
    assertThat(unknown.one().openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.ANSWER);
    assertThat(room.mail("jan@burger.example").says("Container", "Vol.").rule())
        .as("of another citizen")
        .isEqualTo("topic");
  }

  @Test
  void theSuccessorOfAStandingOfficialSaysThatTheyTookOver() {
    Came first = room.mail(EVA).says("Iets", "Ik weet het niet.");
    Mailroom.await(room.hub.identities.setStanding(first.one().citizen(), "afval", "anouk.jansen"));
    room.departs("anouk.jansen", "ravi.ramdin");
    Came came = room.mail(EVA).says("Container", "Vol.");

    is(
        came,
        "standing-official",
        "ravi.ramdin",
        new Evidence.Standing("anouk.jansen", "afval", "ravi.ramdin"));
    assertThat(room.acknowledged(came).notice().facts()).containsEntry("left", "anouk.jansen");
  }

  @Test
  void theTopicIsTheOneChosenElseTheAddressesElseTheWords() {
    Came chosen = room.form(question("parkeren", null, "De stoep en de boom zijn kapot"));
    Came address = room.mail(EVA).to("afval@voorbeeldstad.example").says("Stoep", "Een boom.");
    Came words = room.mail(EVA).says("Kapot", "Een stoeptegel en een lantaarnpaal.");

    assertThat(List.of(chosen.rule(), address.rule(), words.rule())).containsOnly("topic");
    assertThat(chosen.one().topic()).isEqualTo("parkeren");
    assertThat(address.one().topic()).isEqualTo("afval");
    assertThat(words.one().topic()).isEqualTo("straat-en-groen");
    assertThat(((Evidence.About) about(chosen)).sign()).isEqualTo(Evidence.Sign.CHOSEN);
    assertThat(((Evidence.About) about(address)).sign()).isEqualTo(Evidence.Sign.ADDRESS);
    assertThat(((Evidence.About) about(words)).sign()).isEqualTo(Evidence.Sign.WORDS);
    assertThat(((Evidence.About) about(words)).words())
        .containsExactly("stoeptegel", "lantaarnpaal");
  }

  @Test
  void whatIsQuotedDoesNotTellTheTopic() {
    String text = "Het gaat om afval.\r\n\r\n> Uw stoep, boom en park zijn kapot.";

    assertThat(room.mail(EVA).says("Vraag", text).one().topic()).isEqualTo("afval");
  }

  private static WebQuestion question(String topic, String neighbourhood, String text) {
    Correspondent from = Correspondent.at(new Address(Address.Kind.EMAIL, EVA));
    return new WebQuestion(from, topic, neighbourhood, null, null, text, "nl");
  }

  /** Samira covers Centrum but not Molenwijk; Jan covers all. */
  @ParameterizedTest
  @CsvSource({"molenwijk, Hallo, jan.devries", ", Ik woon in de Molenwijk, jan.devries"})
  void theNeighbourhoodNarrowsWhoTakesIt(String chosen, String text, String official) {
    Came came = room.form(question("huur-en-onderhoud", chosen, text));

    Candidate jan = new Candidate(official, 0, 0, 20, 100, null, true, 0);
    Choice choice =
        new Choice(official, Choice.Fit.TOPIC_AND_NEIGHBOURHOOD, 0L, 20, null, List.of(jan));
    is(
        came,
        "topic",
        official,
        new Evidence.About(
            "huur-en-onderhoud", Evidence.Sign.CHOSEN, List.of(), "molenwijk", choice));
    assertThat(came.one().neighbourhood()).isEqualTo("molenwijk");
  }

  @Test
  void theOneWithMostRoomForTheirCapacityTakesIt() {
    String first = room.mail("a@burger.example").says("Huur", "Een.").official();
    String second = room.mail("b@burger.example").says("Huur", "Twee.").official();
    Came third = room.mail("c@burger.example").says("Huur", "Drie.");

    assertThat(Set.of(first, second)).containsExactlyInAnyOrder("samira.elamrani", "jan.devries");
    assertThat(third.official()).as("1 of 30 is less than 1 of 20").isEqualTo("samira.elamrani");
    Choice choice = ((Evidence.About) about(third)).choice();
    assertThat(choice.open()).isEqualTo(1);
    assertThat(choice.candidates())
        .extracting(Candidate::official, Candidate::open, Candidate::capacity)
        .containsExactly(tuple("samira.elamrani", 1L, 30), tuple("jan.devries", 1L, 20));
  }

  @Test
  void whoIsAwayTakesNothingAndWhenNobodyOfTheTeamIsThereSomebodyActsForItsCoordinator() {
    away("samira.elamrani");
    Came one = room.mail(EVA).says("Huur", "Een.");
    away("jan.devries");
    Came team = room.mail(EVA).says("Lekkage", "Twee.");
    away("pieter.hoekstra");
    Came nobody = room.mail(EVA).says("Schimmel", "Drie.");

    assertThat(one.official()).isEqualTo("jan.devries");
    assertThat(team.official()).isEqualTo("pieter.hoekstra");
    assertThat(((Evidence.About) about(team)).choice().fit()).isEqualTo(Choice.Fit.TEAM);
    assertThat(((Evidence.About) about(nobody)).choice())
        .isEqualTo(Choice.without(nobody.official(), Choice.Fit.NOBODY_PRESENT));
    assertThat(room.hub.directories.current().absent(nobody.official(), room.clock.instant()))
        .isFalse();
  }

  private void away(String official) {
    Instant now = room.clock.instant();
    Absence absence = new Absence(official, now, null, null, "ziek", "test");
    Mailroom.await(room.hub.directories.absent(absence));
  }

  @Test
  void whatFitsNowhereGoesToWhoIsOnDutyWhoPromisesToFindOutInFourWorkingHours() {
    Came came = room.mail(EVA).says("Dag", "Ik heb een idee voor de gemeente.");

    is(came, "intake-duty", "meilin.chen", new Evidence.OnDuty("meilin.chen"));
    Promise promise = came.one().openPromises().get(0);
    assertThat(promise.kind()).isEqualTo(PromiseKind.FIND_OUT);
    assertThat(promise.due()).isEqualTo(Mailroom.MONDAY_TEN.plus(Duration.ofHours(4)));
    Sent told = room.acknowledged(came);
    assertThat(told.notice().official()).isEqualTo("meilin.chen");
    assertThat(told.notice().facts())
        .containsAllEntriesOf(Map.of("promise", "FIND_OUT", "due", "2026-09-07T12:00:00Z"));
  }

  @Test
  void thoseWhoHaveDutyOnOneDayShareWhatFitsNowhereByWhatTheyHaveToDo() {
    room.clock.to(Instant.parse("2026-09-09T08:00:00Z"));
    List<Came> came =
        Stream.of("a", "b", "c", "d")
            .map(who -> room.mail(who + "@burger.example").says("Dag", "Ik heb een idee."))
            .toList();

    assertThat(came).extracting(Came::rule).containsOnly("intake-duty");
    assertThat(came.subList(0, 2))
        .extracting(Came::official)
        .containsExactlyInAnyOrder("meilin.chen", "thomas.bakker");
    Choice choice = came.get(3).match().choice().orElseThrow();
    assertThat(choice.fit()).isEqualTo(Choice.Fit.ON_DUTY);
    assertThat(choice.candidates())
        .extracting(Candidate::official)
        .containsExactlyInAnyOrder("meilin.chen", "thomas.bakker");
    assertThat(choice.candidates().get(0).weight())
        .isLessThanOrEqualTo(choice.candidates().get(1).weight());
  }

  @Test
  void aMailFromNobodyHasAPersonTooAndNothingIsSent() {
    Came came = room.mail(null).envelopeFrom("").says("Container", "Vol.");
    Case one = came.one();

    assertThat(came.rule()).isEqualTo("topic");
    assertThat(one.participants()).isEmpty();
    assertThat(Mailroom.await(room.hub.outbox.unfinished(one.id()))).isEmpty();
  }
}
