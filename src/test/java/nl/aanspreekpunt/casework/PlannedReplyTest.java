package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.planned.DroppingReply;
import nl.aanspreekpunt.casework.planned.KnowingReply;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.planned.SendingPlanned;
import nl.aanspreekpunt.casework.planned.TakingBackReply;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/** An answer that waits for its moment goes once, unless the case changed under it. */
class PlannedReplyTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final Duration UNDO = Duration.ofSeconds(10);
  private static final Instant LATER = Town.MONDAY_TEN.plus(Duration.ofHours(2));
  private static final Instant GOES = LATER.plus(UNDO);
  private static final List<CaseEvent.Photo> FILES =
      List.of(new CaseEvent.Photo("receipt", 1, "brief.pdf", 100));

  @Test
  void itKeepsNoPromiseAndTellsNobodyUntilItsMomentComes() {
    Case held = Town.after(plan(null).on(Town.rentQuestion(), Town.moment(LATER)));

    assertThat(held.openPromises()).hasSize(1);
    assertThat(held.pending()).isEmpty();
    assertThat(held.wakeAt()).isEqualTo(GOES);
    assertThat(send(held, false).on(held, Town.moment(GOES.minusMillis(1))))
        .isInstanceOf(Decision.Unchanged.class);

    Case sent = Town.after(send(held, false).on(held, Town.moment(GOES)));

    assertThat(sent.openPromises()).isEmpty();
    assertThat(Town.promise(sent, 0).state()).isEqualTo(Promise.State.KEPT);
    assertThat(replies(sent))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.notice().facts())
                    .containsEntry("text", "Dag Jan")
                    .containsEntry("files", "receipt:1"));
    assertThat(sent.care().plans().all()).isEmpty();
    assertThat(send(held, false).on(sent, Town.moment(GOES)))
        .as("it goes once")
        .isInstanceOf(Decision.Unchanged.class);
  }

  @Test
  void itComesBackWhenTheCitizenWritesAgainInTheSameChange() {
    Case held = held();

    Case after = receive(held);

    assertThat(back(after).why()).isEqualTo(Planned.Why.NEWER);
    assertThat(after.care().plans().writers()).containsExactly(SAMIRA);
    assertThat(send(held, false).on(after, Town.moment(GOES)))
        .isInstanceOf(Decision.Unchanged.class);
    assertThat(replies(after)).isEmpty();
  }

  @Test
  void aMachineThatWritesStopsNothing() {
    Case after =
        Town.after(
            new Receiving(Town.automatic(Town.arrival("r2", Town.JAN, null)), Town.ANSWERS)
                .on(held(), Town.moment(LATER.plusSeconds(1))));

    assertThat(after.care().plans().waiting()).hasSize(1);
  }

  @Test
  void itComesBackWhenTheCaseMovesOrCloses() {
    Case moved =
        Town.after(
            new Reassigning("jan.devries", SAMIRA, "handover", "")
                .on(held(), Town.moment(LATER.plusSeconds(1))));
    Case closed =
        Town.after(
            new Closing(SAMIRA, Outcome.WITHDRAWN, "", "r1")
                .on(held(), Town.moment(LATER.plusSeconds(1))));

    assertThat(back(moved).why()).isEqualTo(Planned.Why.MOVED);
    assertThat(back(closed).why()).isEqualTo(Planned.Why.CLOSED);
    assertThat(replies(closed)).isEmpty();
  }

  @Test
  void itComesBackWhenItWasAgreedMeanwhileThatNobodyWrites() {
    Case held = held();
    Case agreed =
        Town.after(
            new AgreeingContact(
                    SAMIRA,
                    List.of(ContactAgreement.Way.DESK),
                    LATER.plus(Duration.ofDays(30)),
                    "Na het dreigement aan de balie.",
                    "jan.devries")
                .on(held, Town.moment(LATER.plusSeconds(1))));

    Case after = Town.after(send(held, false).on(agreed, Town.moment(GOES)));

    assertThat(back(after).why()).isEqualTo(Planned.Why.CONTACT);
    assertThat(replies(after)).isEmpty();
  }

  @Test
  void itIsTakenBackWithAllThatWasWritten() {
    Case held = held();
    String id = held.care().plans().all().get(0).id();

    Case back = Town.after(new TakingBackReply(id, SAMIRA).on(held, Town.moment(LATER)));

    Planned draft = back.care().plans().find(id).orElseThrow();
    assertThat(draft.reply()).isEqualTo(reply());
    assertThat(back.wakeAt()).isNotEqualTo(GOES);
    Case again =
        Town.after(
            new PlanningReply(reply(), reply(), null, UNDO, id, false, null)
                .on(back, Town.moment(LATER)));
    assertThat(again.care().plans().all()).singleElement().matches(Planned::waits);
    Case sent = Town.after(send(again, true).on(again, Town.moment(LATER)));
    assertThat(new TakingBackReply(id, SAMIRA).on(sent, Town.moment(LATER)))
        .isEqualTo(Decision.refused("planned-gone"));
  }

  @Test
  void itsWriterSaysThatTheyKnowAndItsWordsStayUntilThrownAway() {
    Case after = receive(held());
    String id = after.care().plans().all().get(0).id();

    Case known = Town.after(new KnowingReply(id, SAMIRA).on(after, Town.moment(GOES)));

    assertThat(known.care().plans().writers()).isEmpty();
    assertThat(known.care().plans().find(id)).isPresent();
    assertThat(new KnowingReply(id, "jan.devries").on(after, Town.moment(GOES)))
        .isInstanceOf(Decision.Unchanged.class);
    Case dropped = Town.after(new DroppingReply(id, SAMIRA).on(known, Town.moment(GOES)));
    assertThat(dropped.care().plans().all()).isEmpty();
  }

  @Test
  void whatIsSentTwiceFromOnePageWaitsOnceAndWithAnotherFileOnceMore() {
    Case held = held();

    assertThat(plan(null).on(held, Town.moment(LATER.plusSeconds(2))))
        .isInstanceOf(Decision.Unchanged.class);
    Replying more = reply().with(List.of(new CaseEvent.Photo("receipt", 2, "kaart.pdf", 100)));
    Act other = new PlanningReply(more, more, null, UNDO, null, false, null);
    assertThat(Town.after(other.on(held, Town.moment(LATER))).care().plans().waiting()).hasSize(2);
  }

  @Test
  void itComesBackWhenAColleagueAnsweredMeanwhile() {
    Case held = held();
    Replying colleagues = new Replying("kwame.mensah", "Dag", null, "r1", Map.of());

    Case answered = Town.after(colleagues.on(held, Town.moment(LATER.plusSeconds(3))));

    assertThat(back(answered).why()).isEqualTo(Planned.Why.ANSWERED);
    assertThat(replies(answered)).hasSize(1);
  }

  @Test
  void aColleagueThrowsItAwayOnlyOnceItsWriterKnowsOrHasLeft() {
    Case after = receive(held());
    String id = after.care().plans().all().get(0).id();
    Act drop = new DroppingReply(id, "jan.devries");

    assertThat(drop.on(after, Town.moment(GOES))).isEqualTo(Decision.refused("planned-theirs"));

    Case known = Town.after(new KnowingReply(id, SAMIRA).on(after, Town.moment(GOES)));
    assertThat(Town.after(drop.on(known, Town.moment(GOES))).care().plans().all()).isEmpty();
    Moment left =
        Town.moment(
            GOES,
            Voorbeeldstad.directory(List.of(), List.of(Town.gone(SAMIRA, LATER, "jan.devries"))));
    assertThat(Town.after(drop.on(after, left)).care().plans().all()).isEmpty();
    assertThat(Town.after(new DroppingReply(id, SAMIRA).on(after, Town.moment(GOES))))
        .satisfies(own -> assertThat(own.care().plans().all()).isEmpty());
  }

  @Test
  void aMomentAfterWhatIsPromisedIsChosenOnlyByWhoKnowsIt() {
    Case one = Town.rentQuestion();
    Instant at = one.dueAt().plusSeconds(1);

    assertThat(plan(at).on(one, Town.moment(LATER)))
        .isEqualTo(Decision.refused("planned-late", "evenLate"));
    Act knowing = new PlanningReply(reply(), reply(), at, UNDO, null, true, null);
    assertThat(Town.after(knowing.on(one, Town.moment(LATER))).care().plans().next()).contains(at);
    assertThat(plan(LATER).on(one, Town.moment(LATER)))
        .isEqualTo(Decision.refused("planned-to-come", "sendAt"));
  }

  @Test
  void whatIsToBeMendedInItIsMendedBeforeItWaits() {
    Replying empty = new Replying(SAMIRA, " ", null, "r1", Map.of());

    assertThat(
            new PlanningReply(empty, empty, null, UNDO, null, false, null)
                .on(Town.rentQuestion(), Town.moment(LATER)))
        .isEqualTo(Decision.refused("text-needed", "text"));
  }

  private static Case held() {
    return Town.told(Town.after(plan(null).on(Town.rentQuestion(), Town.moment(LATER))));
  }

  private static Act plan(Instant at) {
    return new PlanningReply(reply(), reply(), at, UNDO, null, false, null);
  }

  private static Replying reply() {
    return new Replying(SAMIRA, "Dag Jan", null, "r1", Map.of()).with(FILES);
  }

  private static Act send(Case held, boolean early) {
    return new SendingPlanned(held.care().plans().waiting().get(0).id(), early, null);
  }

  private static Case receive(Case before) {
    return Town.after(
        new Receiving(Town.arrival("r2", Town.JAN, null), Town.ANSWERS)
            .on(before, Town.moment(LATER.plusSeconds(1))));
  }

  private static Planned.Back back(Case one) {
    return one.care().plans().all().get(0).back();
  }

  private static List<Outgoing> replies(Case one) {
    return one.pending().stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.REPLY)
        .toList();
  }
}
