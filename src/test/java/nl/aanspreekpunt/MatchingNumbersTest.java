package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose a text message is: by the number it was sent to, and by the one it came from. */
class MatchingNumbersTest {
  private static final String EVA = "+31612345678";
  private static final String GENERAL = "+31205550100";
  private static final String WASTE = "+31205550101";
  private static final String SPACE = "+31205550102";
  private static final String RAVI = "+31205550103";
  private static final Duration YEAR = Duration.ofDays(365);

  private Mailroom room;

  @BeforeEach
  void open() {
    room =
        new Mailroom(
            Map.of(
                "numbers.names",
                "algemeen, afval, buiten, ravi",
                "numbers.algemeen.number",
                GENERAL,
                "numbers.afval.number",
                WASTE,
                "numbers.afval.for",
                "topic afval",
                "numbers.buiten.number",
                SPACE,
                "numbers.buiten.for",
                "team openbare-ruimte",
                "numbers.ravi.number",
                RAVI,
                "numbers.ravi.for",
                "official ravi.ramdin"));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aTopicsNumberSaysWhatItIsAbout() {
    Came came = room.sms(EVA, WASTE, "Kunt u mij helpen?");

    assertThat(came.rule()).isEqualTo("topic");
    assertThat(came.one().topic()).isEqualTo("afval");
    assertThat(((Evidence.About) came.match().evidence()).sign()).isEqualTo(Evidence.Sign.ADDRESS);
  }

  @Test
  void aTeamsNumberIsOfSomebodyOfThatTeam() {
    Came came = room.sms(EVA, SPACE, "Kunt u mij helpen?");
    Came other = room.sms("+31612345679", SPACE, "De huur is te hoog");
    Came about = room.sms("+31612345670", SPACE, "Er ligt afval op straat");

    assertThat(came.rule()).isEqualTo("team-number");
    assertThat(came.one().team()).isEqualTo("openbare-ruimte");
    assertThat(((Evidence.OfTeam) came.match().evidence()).team()).isEqualTo("openbare-ruimte");
    assertThat(other.rule()).as("what is another team's came to this one").isEqualTo("team-number");
    assertThat(about.rule()).as("a topic of the team says more").isEqualTo("topic");
    assertThat(about.one().team()).isEqualTo("openbare-ruimte");
  }

  @Test
  void anOfficialsOwnNumberIsTheirsAndGoesOnWithTheirConversation() {
    Came rent = room.sms(EVA, GENERAL, "De huur is te hoog");
    room.clock.forward(Duration.ofMinutes(1));
    Came own = room.sms(EVA, RAVI, "Dag Ravi, kunt u mij helpen?");
    Came more = room.sms(EVA, RAVI, "En nog iets");
    Came general = room.sms(EVA, GENERAL, "Nog iets");

    assertThat(own.number()).as("another conversation").isNotEqualTo(rent.number());
    assertThat(own.rule()).isEqualTo("own-address");
    assertThat(own.official()).isEqualTo("ravi.ramdin");
    assertThat(more.number()).isEqualTo(own.number());
    assertThat(more.rule()).isEqualTo("conversation");
    assertThat(general.number()).as("the last on the number").isEqualTo(own.number());
  }

  @Test
  void theNumberOfWhoLeftReachesTheSuccessorAlsoInAConversation() {
    Came own = room.sms(EVA, RAVI, "Dag Ravi, kunt u mij helpen?");
    room.departs("ravi.ramdin", "anouk.jansen");
    Came next = room.sms("+31612345679", RAVI, "Dag Ravi");
    Came more = room.sms(EVA, RAVI, "En nog iets");

    assertThat(next.match().evidence())
        .isEqualTo(new Evidence.OwnAddress("ravi.ramdin", "anouk.jansen"));
    assertThat(next.official()).isEqualTo("anouk.jansen");
    assertThat(more.number()).isEqualTo(own.number());
  }

  @Test
  void aNumberThatIsNoneOfOursOrGeneralGoesByTheWords() {
    assertThat(room.sms(EVA, GENERAL, "De huur is te hoog").one().topic())
        .isEqualTo("huur-en-onderhoud");
    assertThat(room.sms("+31612345679", "+31205550199", "De huur is te hoog").one().topic())
        .isEqualTo("huur-en-onderhoud");
  }

  @Test
  void whichCaseIsTheLastConversationThenTheNumberInTheTextThenTheStandingOfficial() {
    Came first = room.sms(EVA, GENERAL, "De huur is te hoog");
    Came on = room.sms(EVA, GENERAL, "En de trap is stuk");
    assertThat(on.number()).isEqualTo(first.number());
    assertThat(on.certainty()).isEqualTo(Match.Certainty.PROBABLE);

    Mailroom.await(
        room.hub.identities.setStanding(first.one().citizen(), Identity.GENERAL, "meilin.chen"));
    room.clock.forward(Duration.ofDays(4));
    Came later = room.sms(EVA, GENERAL, "Een heel andere vraag");
    assertThat(later.rule()).isEqualTo("standing-official");
    assertThat(later.official()).isEqualTo("meilin.chen");

    Came named = room.sms(EVA, GENERAL, "Over " + first.number() + ": is er nieuws?");
    assertThat(named.number()).isEqualTo(first.number());
    assertThat(named.rule()).isEqualTo("case-number");
  }

  @Test
  void aNewQuestionFromASharedNumberIsUncertainWhateverRuleDecides() {
    Came first = room.sms(EVA, GENERAL, "De huur is te hoog");
    shared(true);
    room.clock.forward(Duration.ofDays(4));
    List<Came> all =
        List.of(
            room.sms(EVA, WASTE, "Kunt u mij helpen?"),
            room.sms(EVA, RAVI, "Dag Ravi"),
            room.sms(EVA, SPACE, "Is er iemand?"));

    assertThat(all)
        .allSatisfy(
            came -> {
              assertThat(came.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
              assertThat(came.match().doubts()).containsExactly(Doubt.SHARED);
              assertThat(came.number()).isNotEqualTo(first.number());
            });
  }

  @Test
  void afterAYearOfSilenceANumberIsUncertainUntilAPersonConfirms() {
    Came first = room.sms(EVA, GENERAL, "De huur is te hoog");
    Mailroom.await(
        room.hub.identities.setStanding(first.one().citizen(), Identity.GENERAL, "meilin.chen"));
    room.clock.forward(YEAR);
    Came after = room.sms(EVA, GENERAL, "Dag, een vraag");
    Came directly = room.sms(EVA, GENERAL, "Bent u daar?");
    room.clock.forward(Duration.ofDays(4));
    Came still = room.sms(EVA, GENERAL, "Een andere vraag");

    assertThat(after.rule()).isEqualTo("standing-official");
    assertThat(after.match().doubts()).containsExactly(Doubt.SILENT);
    assertThat(after.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(directly.number()).as("one conversation").isEqualTo(after.number());
    assertThat(still.match().doubts()).as("nobody said so yet").containsExactly(Doubt.SILENT);

    room.acted(still.number(), new Confirming(still.official()));
    room.clock.forward(Duration.ofDays(4));
    Came known = room.sms(EVA, GENERAL, "Dank u");
    assertThat(known.certainty()).isEqualTo(Match.Certainty.CERTAIN);

    room.clock.forward(YEAR);
    assertThat(room.sms(EVA, GENERAL, "Weer een vraag").match().doubts())
        .as("and after another year again")
        .containsExactly(Doubt.SILENT);
  }

  @Test
  void aDayLessThanAYearIsNoSilence() {
    room.sms(EVA, GENERAL, "De huur is te hoog");
    room.clock.forward(YEAR.minusDays(1));

    assertThat(room.sms(EVA, GENERAL, "Een vraag over afval").match().doubts()).isEmpty();
  }

  @Test
  void whoGotTheNumberDoesNotJoinWhatTheHubWroteToItLately() {
    Came first = room.sms(EVA, GENERAL, "De huur is te hoog");
    room.clock.forward(YEAR);
    room.answered(first);
    Came stranger = room.sms(EVA, GENERAL, "Wie bent u? Ik heb dit nummer pas.");

    assertThat(stranger.number()).isNotEqualTo(first.number());
    assertThat(stranger.one().suggested()).isEqualTo(first.number());
    assertThat(stranger.match().doubts()).containsExactly(Doubt.SILENT);
    Came named = room.sms(EVA, GENERAL, "Over " + first.number());
    assertThat(named.number()).as("nor by its number").isNotEqualTo(first.number());
  }

  @Test
  void whoConfirmsByJoiningItToTheEarlierCaseEndsTheDoubtToo() {
    Came first = room.sms(EVA, GENERAL, "De huur is te hoog");
    room.clock.forward(YEAR);
    room.answered(first);
    Came doubted = room.sms(EVA, GENERAL, "Dank, ik ben het nog steeds");
    assertThat(doubted.match().doubts()).containsExactly(Doubt.SILENT);

    Mailroom.await(
        new Joining(room.hub.cases, room.hub.casework)
            .join(
                doubted.number(),
                first.number(),
                first.official(),
                false,
                UnaryOperator.identity()));
    room.clock.forward(Duration.ofMinutes(1));
    Came next = room.sms(EVA, GENERAL, "En nog iets");
    assertThat(next.number()).isEqualTo(first.number());
    assertThat(next.match().doubts()).isEmpty();
  }

  private void shared(boolean several) {
    Mailroom.await(
        room.hub.identities.setSharing(
            new Address(Address.Kind.PHONE, EVA),
            new Identity.Sharing(several, "meilin.chen", room.clock.instant())));
  }
}
