package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case is handed over by hand: offered, and only changes hands once it is accepted. */
class OfferingTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String RAVI = "ravi.ramdin";
  private final Workplace workplace =
      new Workplace(
          Workplace.oneForEachTopic().replace("teams:\n", "offer: P2D\n\nteams:\n"), Map.of());

  private int asked;

  @AfterEach
  void close() {
    workplace.close();
  }

  @Test
  void whileItIsOfferedNothingChangesAndOnceAcceptedTheCitizenHearsItOnce() {
    Case one = asked();
    Case offered = did(one, new Offering(RAVI, SAMIRA, "Kent de straat"));
    assertThat(offered.official()).isEqualTo(SAMIRA);
    assertThat(offered.concerns()).containsExactly(SAMIRA);
    assertThat(offered.promises()).isEqualTo(one.promises());
    assertThat(citizenTold(one)).isEmpty();
    assertThat(staffTold("offered")).containsExactly(RAVI);
    assertThat(await(workplace.cases.offeredTo(RAVI, 10))).extracting(Case::id).contains(one.id());

    assertThat(refused(one, new Accepting(JAN))).isEqualTo("not-offered");
    Case taken = did(one, new Accepting(RAVI));

    assertThat(taken.official()).isEqualTo(RAVI);
    assertThat(taken.offer()).isNull();
    assertThat(taken.promises().get(0).due()).isEqualTo(one.promises().get(0).due());
    assertThat(taken.responsibilities()).extracting(Responsibility::reason).contains("handover");
    assertThat(citizenTold(one)).hasSize(1);
    assertThat(staffTold("accepted")).containsExactly(SAMIRA);
    assertThat(await(workplace.cases.offeredTo(RAVI, 10))).isEmpty();
  }

  @Test
  void whoRefusesSaysWhyAndItStaysWhereItWas() {
    Case one = asked();
    did(one, new Offering(RAVI, SAMIRA, ""));
    assertThat(refused(one, Declining.declining(RAVI, " "))).isEqualTo("decline-reason");
    assertThat(refused(one, Declining.declining(JAN, "Nee"))).isEqualTo("not-offered");

    Case declined = did(one, Declining.declining(RAVI, "Hier weet ik niets van."));

    assertThat(declined.official()).isEqualTo(SAMIRA);
    assertThat(declined.happened(CaseEvent.OfferEnded.class))
        .extracting(CaseEvent.OfferEnded::reason)
        .containsExactly("Hier weet ik niets van.");
    assertThat(citizenTold(one)).isEmpty();
    assertThat(staffTold("declined")).containsExactly(SAMIRA);
    did(one, new Offering(JAN, SAMIRA, ""));
    did(one, Declining.withdrawing(SAMIRA));
    assertThat(workplace.found(one.id()).offer()).isNull();
  }

  @Test
  void whatNobodyAcceptsLapsesByTheNormOnceAndTheLadderWentOnMeanwhile() {
    Case one = asked();
    did(one, new Offering(RAVI, SAMIRA, ""));
    assertThat(workplace.found(one.id()).offer().lapsesAt())
        .isEqualTo(Workplace.MORNING.plus(Duration.ofDays(2)));
    workplace.clock.forward(Duration.ofHours(47));
    workplace.tick();
    Case before = workplace.found(one.id());
    assertThat(before.offer()).isNotNull();
    assertThat(before.promises().get(0).steps()).isNotEmpty();

    workplace.clock.forward(Duration.ofHours(1));
    workplace.tick();
    workplace.tick();

    Case lapsed = workplace.found(one.id());
    assertThat(lapsed.offer()).isNull();
    assertThat(lapsed.happened(CaseEvent.OfferEnded.class))
        .extracting(CaseEvent.OfferEnded::how)
        .containsExactly("lapsed");
    assertThat(staffTold("lapsed")).containsExactly(SAMIRA);
    assertThat(refused(one, new Accepting(RAVI))).isEqualTo("not-offered");
  }

  @Test
  void itEndsWhenTheCaseGoesElsewhereOrWhoMayAcceptIsGone() {
    Case moved = asked();
    did(moved, new Offering(RAVI, SAMIRA, ""));
    did(moved, new Reassigning(JAN, JAN, "reassigned", ""));
    Case closed = asked();
    did(closed, new Offering(RAVI, SAMIRA, ""));
    did(closed, new Closing(SAMIRA, Outcome.ANSWERED, "Klaar.", closed.lastReceived()));
    Case away = asked();
    did(away, new Offering(RAVI, SAMIRA, ""));
    await(
        workplace.absences.absent(
            new Absence(RAVI, workplace.clock.instant(), null, null, "", JAN)));
    Case gone = asked();
    assertThat(refused(gone, new Offering(RAVI, SAMIRA, ""))).isEqualTo("offer-away");
    did(gone, new Offering("anouk.jansen", SAMIRA, ""));
    await(workplace.departing.mark("anouk.jansen", JAN));
    workplace.tick();

    assertThat(List.of(moved, closed, away, gone))
        .extracting(one -> ended(one))
        .containsExactly("moved", "closed", "away", "departed");
    assertThat(workplace.found(gone.id()).official()).isEqualTo(SAMIRA);
  }

  @Test
  void whomItIsOfferedToReadsTheNoteAndWhatIsDueButNotTheTextUntilTheyAccept() {
    Case one = asked();
    Case offered = did(one, new Offering(RAVI, SAMIRA, "Kent de straat"));
    assertThat(access(offered, RAVI)).isEqualTo(Access.SUBJECT);
    assertThat(access(did(one, new Accepting(RAVI)), RAVI)).isEqualTo(Access.TEXT);
  }

  @Test
  void onlySomebodyElseWhoIsHereGetsAnOfferAndOneAtATime() {
    Case one = asked();
    assertThat(refused(one, new Offering(SAMIRA, JAN, ""))).isEqualTo("offer-self");
    assertThat(refused(one, new Offering("nobody.known", SAMIRA, ""))).isEqualTo("not-employed");
    did(one, new Offering(RAVI, SAMIRA, ""));
    assertThat(refused(one, new Offering(JAN, SAMIRA, ""))).isEqualTo("offered");
  }

  private Access access(Case one, String reader) {
    Official official = workplace.directories.current().official(reader).orElseThrow();
    Moment moment = new Moment(workplace.clock.instant(), workplace.directories.current());
    return Access.of(one, official, Set.of(), moment);
  }

  private String ended(Case one) {
    return workplace
        .found(one.id())
        .happened(CaseEvent.OfferEnded.class)
        .map(CaseEvent.OfferEnded::how)
        .findFirst()
        .orElse(null);
  }

  private Case asked() {
    Case one =
        workplace.question(
            "ans" + ++asked + "@elders.example", "Ans", "Nat", "Nat.", "huur-en-onderhoud");
    assertThat(one.official()).isEqualTo(SAMIRA);
    return one;
  }

  private Case did(Case one, Act act) {
    Decision decision = await(workplace.casework.change(one.id(), act));
    assertThat(decision).isInstanceOf(Decision.Changed.class);
    return ((Decision.Changed) decision).after();
  }

  private String refused(Case one, Act act) {
    return ((Decision.Refused) await(workplace.casework.change(one.id(), act))).refusal().code();
  }

  private List<Outgoing> citizenTold(Case one) {
    return waiting().stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.NEW_OFFICIAL)
        .filter(entry -> one.id().equals(entry.notice().caseNumber()))
        .toList();
  }

  private List<String> staffTold(String what) {
    return waiting().stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.OFFER)
        .filter(entry -> what.equals(entry.notice().facts().get("what")))
        .map(entry -> entry.notice().official())
        .toList();
  }

  private List<Outgoing> waiting() {
    return await(workplace.outbox.list(Outgoing.State.WAITING, null, 200));
  }
}
