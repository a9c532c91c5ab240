package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/** An official promises a date in an answer; it is tracked as any other promise. */
class PromisingTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String TEXT = "Dag Jan. U hoort vrijdag voor 12 uur van mij.";
  private static final Instant FRIDAY_NOON = Town.at("2026-06-05T12:00");
  private static final Moment LATER = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));
  private static final Promising FRIDAY =
      new Promising(PromiseKind.ANSWER, FRIDAY_NOON, "U hoort vrijdag van mij", null, SAMIRA);

  private static Case replied(Case before, String text, Moment moment) {
    return Town.told(
        Town.after(new Replying(SAMIRA, text, null, "r1", Map.of()).on(before, moment)));
  }

  private static List<Promise> dated(Case one) {
    return one.openPromises().stream().filter(Promise::dated).toList();
  }

  /** Sanne works Monday to Thursday; Jan is away on Thursday. */
  @Test
  void aMomentOnADayThatItsAuthorDoesNotWorkIsKnownAsSuch() {
    Instant thursday = Town.at("2026-06-04T12:00");
    assertThat(DatedOffers.isOff("sanne.vandijk", FRIDAY_NOON, LATER)).isTrue();
    assertThat(DatedOffers.isOff("sanne.vandijk", thursday, LATER)).isFalse();
    assertThat(DatedOffers.isOff("sanne.vandijk", Town.at("2026-06-05T00:00"), LATER))
        .as("by the end of Thursday")
        .isFalse();
    assertThat(DatedOffers.isOff(SAMIRA, FRIDAY_NOON, LATER)).isFalse();
    Instant tenBefore = LATER.now().minusSeconds(600);
    assertThat(DatedOffers.isOff(SAMIRA, tenBefore, LATER)).as("it is late").isFalse();
    Absence away =
        new Absence("jan.devries", thursday.minusSeconds(43_200), FRIDAY_NOON, null, "", "jan");
    Moment known = Town.moment(LATER.now(), Voorbeeldstad.directory(List.of(away), List.of()));
    assertThat(DatedOffers.isOff("jan.devries", thursday, known)).isTrue();
    assertThat(DatedOffers.isOff("jan.devries", thursday, LATER)).isFalse();
    Moment evening = Town.moment(Town.at("2026-06-04T18:00"));
    assertThat(DatedOffers.isOff(SAMIRA, Town.at("2026-06-04T20:00"), evening)).isTrue();
  }

  @Test
  void aPromisedDecisionIsKeptByTheAnswerThatGivesIt() {
    Promising decision =
        new Promising(PromiseKind.DECISION, FRIDAY_NOON, "U krijgt een besluit", null, SAMIRA);
    Case promised = Town.told(Town.after(decision.on(Town.rentQuestion(), LATER)));
    Promise made = dated(promised).get(0);
    Replying other = new Replying(SAMIRA, "Nog even geduld.", null, "r1", Map.of());
    Replying gives =
        new Replying(SAMIRA, "Het mag.", null, "r1", Map.of(), List.of(), List.of(made.id()));

    assertThat(dated(Town.after(other.on(promised, LATER)))).containsExactly(made);
    assertThat(dated(Town.after(gives.on(promised, LATER)))).isEmpty();
  }

  @Test
  void itStandsWithItsOwnTimeOnTheLadderAndTheCitizenHearsByWhen() {
    Case answered = replied(Town.rentQuestion(), TEXT, LATER);

    Case promised = Town.after(FRIDAY.on(answered, LATER));

    assertThat(dated(promised)).singleElement().extracting(Promise::due).isEqualTo(FRIDAY_NOON);
    assertThat(promised.dueAt()).isEqualTo(FRIDAY_NOON);
    assertThat(promised.wakeAt()).isNotNull();
    assertThat(Town.facts(promised, 0)).containsEntry("due", FRIDAY_NOON.toString());
    assertThat(FRIDAY.on(Town.told(promised), LATER)).isInstanceOf(Decision.Unchanged.class);
    Case late = Town.after(Town.climbing().on(Town.told(promised), Town.moment(FRIDAY_NOON)));
    assertThat(dated(late).get(0).steps()).isNotEmpty();
  }

  @Test
  void confirmedWithTheAnswerItStandsInTheAnswerItself() {
    Replying reply = new Replying(SAMIRA, TEXT, null, "r1", Map.of(), List.of(FRIDAY), List.of());

    Case after = Town.after(reply.on(Town.rentQuestion(), LATER));

    assertThat(after.openPromises()).hasSize(1);
    assertThat(Town.facts(after, 0)).containsEntry("promises", "ANSWER=" + FRIDAY_NOON);
    assertThat(after.pending()).as("no other message says it again").hasSize(1);
  }

  @Test
  void itHidesAndMovesNoOtherAndNoOtherHidesIt() {
    Case promised = Town.told(Town.after(FRIDAY.on(Town.rentQuestion(), LATER)));
    Instant norm = Town.promise(promised, 0).due();

    Case wrote =
        Town.after(
            new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS).on(promised, LATER));
    assertThat(wrote.openPromises()).extracting(Promise::due).containsExactly(norm, FRIDAY_NOON);
    assertThat(Town.promise(wrote, 0).seen()).isEqualTo("r2");

    Promising monday =
        new Promising(
            PromiseKind.ANSWER, Town.at("2026-06-08T12:00"), "Maandag hoort u meer", null, SAMIRA);
    Case two = Town.after(monday.on(promised, LATER));
    assertThat(dated(two)).extracting(Promise::due).containsExactly(FRIDAY_NOON, monday.due());

    Case answered = replied(promised, "Nog even geduld.", LATER);
    assertThat(dated(answered)).as("an answer before it keeps it only when it says so").hasSize(1);
    assertThat(answered.openPromises()).hasSize(1);
    String id = dated(answered).get(0).id();
    Replying keeping =
        new Replying(SAMIRA, "Het mag.", null, "r1", Map.of(), List.of(), List.of(id));
    assertThat(Town.after(keeping.on(answered, LATER)).openPromises()).isEmpty();
    Talking talk = new Talking(SAMIRA, CaseEvent.Talk.PHONE, "besproken", "r1");
    assertThat(dated(Town.after(talk.on(promised, LATER)))).hasSize(1);
    Moment friday = Town.moment(FRIDAY_NOON.minusSeconds(60));
    assertThat(dated(Town.after(talk.on(promised, friday)))).isEmpty();
  }

  @Test
  void aPromisedCallNeedsANumberAndIsOnTheCallListAtItsTime() {
    Promising call =
        new Promising(
            PromiseKind.CALLBACK, FRIDAY_NOON, "Ik bel u vrijdag voor 12 uur", null, SAMIRA);
    assertThat(Town.refusal(call.on(Town.rentQuestion(), LATER))).isEqualTo("phone-needed");
    Promising there = new Promising(call.kind(), call.due(), call.words(), "+31612345678", SAMIRA);

    Case promised = Town.after(there.on(Town.rentQuestion(), LATER));

    Promise made = dated(promised).get(0);
    assertThat(made.callback().phone()).isEqualTo("+31612345678");
    assertThat(made.callback().preferred()).as("an official's sentence is no wish").isEmpty();
    assertThat(made.from()).isEqualTo(Town.at("2026-06-05T00:00"));
    Case asked = Town.after(new Requesting("+31612345678", "", "", "citizen").on(promised, LATER));
    assertThat(asked.openPromises())
        .filteredOn(one -> one.kind() == PromiseKind.CALLBACK)
        .as("who asks to be called is called by the norm")
        .hasSize(2);
  }

  @Test
  void whatCannotBePromisedIsRefused() {
    Case one = Town.rentQuestion();
    Promising past = new Promising(PromiseKind.ANSWER, LATER.now(), "Nu", null, SAMIRA);
    Promising find = new Promising(PromiseKind.FIND_OUT, FRIDAY_NOON, "Wie", null, SAMIRA);
    Promising wordless = new Promising(PromiseKind.ANSWER, FRIDAY_NOON, " ", null, SAMIRA);

    assertThat(Town.refusal(past.on(one, LATER))).isEqualTo("due-to-come");
    assertThat(Town.refusal(find.on(one, LATER))).isEqualTo("kind-needed");
    assertThat(Town.refusal(wordless.on(one, LATER))).isEqualTo("promised-words");
  }
}
