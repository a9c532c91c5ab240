package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gives a case to another at once; everybody else offers it. */
class HandingOverTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String FATMA = "fatma.yildiz";
  private static final Moment NOW = Town.moment(Town.MONDAY_TEN.plus(Duration.ofHours(1)));

  private static HandingOver by(String official) {
    return new HandingOver(FATMA, official, "Kent de buurt");
  }

  @ParameterizedTest
  @ValueSource(strings = {SAMIRA, "ravi.ramdin"})
  void whoHasItOrHelpsInItOffersItInstead(String official) {
    assertThat(Town.refusal(by(official).on(Town.rentQuestion(), NOW))).isEqualTo("offer-first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jan.devries", "pieter.hoekstra"})
  void whoLeadsTheTeamDoesSo(String leader) {
    Case after = Town.after(by(leader).on(Town.rentQuestion(), NOW));

    assertThat(after.official()).isEqualTo(FATMA);
    assertThat(after.responsibilities().get(1).reason()).isEqualTo("reassigned");
    assertThat(after.responsibilities().get(1).by()).isEqualTo(leader);
  }

  @Test
  void whoeverMayActDoesSoForWhoIsAwayOrHasLeft() {
    Absence ill = Town.away(SAMIRA, Town.MONDAY_TEN);
    Moment away = Town.moment(NOW.now(), ill);
    Moment left =
        Town.moment(
            NOW.now(),
            Voorbeeldstad.directory(
                List.of(), List.of(Town.gone(SAMIRA, Town.MONDAY_TEN, "jan.devries"))));

    assertThat(HandingOver.atOnce(Town.rentQuestion(), "ravi.ramdin", away)).isTrue();
    assertThat(HandingOver.atOnce(Town.rentQuestion(), "ravi.ramdin", left)).isTrue();
  }

  @Test
  void whoIsAwayGetsItOnlyWhenThatIsMeantAndTheCitizenHearsAtOnceWhoActs() {
    Moment ill = Town.moment(NOW.now(), Town.away(FATMA, Town.MONDAY_TEN));
    Act act = by("jan.devries");
    assertThat(Town.refusal(HandingOver.unlessAway(FATMA, false, act).on(Town.rentQuestion(), ill)))
        .isEqualTo("to-away");

    Case after = Town.after(HandingOver.unlessAway(FATMA, true, act).on(Town.rentQuestion(), ill));

    assertThat(after.official()).isEqualTo(FATMA);
    String acts = after.actingNow().orElseThrow().official();
    assertThat(ill.directory().here(acts, ill.now())).isTrue();
    assertThat(after.pending())
        .extracting(Outgoing::notice)
        .filteredOn(notice -> notice.kind() == Notice.Kind.NEW_OFFICIAL)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.official()).isEqualTo(acts);
              assertThat(notice.facts()).containsEntry("actingFor", FATMA);
            });
    Act covering = new Covering(acts, Covering.ABSENCE, new Together("a", Map.of()));
    assertThat(covering.on(Town.told(after), ill)).isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void whomTheLadderAskedToReassignItDoesSoUntilItHasMoved() {
    Promise asked =
        Town.promise(Town.rentQuestion(), 0)
            .climbed(
                new Promise.Step(2, 0, "REQUIRE_REASSIGNMENT", "thomas.bakker", NOW.now(), null));
    Case late = with(asked);

    assertThat(HandingOver.atOnce(late, "thomas.bakker", NOW)).isTrue();
    assertThat(HandingOver.atOnce(late, SAMIRA, NOW)).isFalse();
    Moment later = Town.moment(NOW.now().plusSeconds(60));
    Case moved = Town.after(by("thomas.bakker").on(late, later));
    assertThat(HandingOver.atOnce(moved, "thomas.bakker", later)).isFalse();
  }

  private static Case with(Promise promise) {
    Draft draft = new Draft(Town.rentQuestion(), NOW);
    draft.promises.put(promise);
    return Town.after(draft.done());
  }

  @Test
  void whoFindsOutWhoHelpsGivesItToThem() {
    Draft draft = new Draft(Town.rentQuestion(), NOW);
    draft.promises.make(PromiseKind.FIND_OUT, "r1", "hub");
    Case unknown = Town.after(draft.done());

    Case found = Town.after(by(SAMIRA).on(unknown, NOW));

    assertThat(found.official()).isEqualTo(FATMA);
    assertThat(found.responsibilities().get(1).reason()).isEqualTo("handover");
  }
}
