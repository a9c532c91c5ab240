package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.BulkWork;
import nl.aanspreekpunt.casework.bulk.Preview;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import org.junit.jupiter.api.Test;

/**
 * The same act in several cases, cut off after the k-th write for every k and started again: in
 * each case once, or taken back, and never both.
 */
class BulkCutOffTest extends CutOffs {
  private static final String SANNE = "sanne.vandijk";
  private static final BulkAct ANSWER =
      new BulkAct.Answer("De boom ligt er niet meer.", null, false);
  private static final BulkAct ANSWER_AND_CLOSE =
      new BulkAct.Answer("De boom ligt er niet meer.", null, true);
  private static final BulkAct CLOSE = new BulkAct.Close(Outcome.ANSWERED, "De boom is weg.");
  private static final BulkAct NOTE = new BulkAct.Note("Gaat over de boom");
  private int callers;

  @Test
  void eachGetsTheAnswerOnceAndIsClosedOnce() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      List<Case> all = asked();
      Bulk begun = begun(ANSWER_AND_CLOSE, all);
      boolean cutOff = cut(k, this::allOfIt);
      goOn();
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(told(one, Notice.Kind.REPLY)).as("cut after " + k).hasSize(1);
        assertThat(told(one, Notice.Kind.CLOSED)).as("cut after " + k).hasSize(1);
        assertThat(one.happened(CaseEvent.Replied.class)).hasSize(1);
        assertThat(one.happened(CaseEvent.Closed.class)).hasSize(1);
        assertThat(one.care().plans().all()).isEmpty();
        assertWhole(one, 1);
      }
      assertThat(now(begun).count(Bulk.State.DONE)).isEqualTo(2);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void eachIsNotedOnceAlsoByTwoNodesAtTheSameMoment() throws Exception {
    List<Case> all = asked();
    Bulk begun = begun(NOTE, all);
    Hub other = open();
    await(
        Future.join(hub.bulkWork.tick(), other.bulkWork.tick(), hub.bulkWork.tick())
            .otherwiseEmpty());
    goOn();
    for (Case one : all) {
      assertThat(found(one.id()).happened(CaseEvent.Noted.class)).hasSize(1);
    }
    assertThat(now(begun).count(Bulk.State.DONE)).isEqualTo(2);
  }

  @Test
  void whatIsTakenBackDoesNotGo() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      List<Case> all = asked();
      Bulk begun = begun(ANSWER, all);
      await(hub.bulkWork.tick());
      assertThat(found(all.get(0).id()).care().plans().waiting()).hasSize(1);
      boolean cutOff = cut(k, () -> hub.bulkWork.undo(now(begun)));
      hub = open();
      if (now(begun).undoneAt() == null) {
        await(hub.bulkWork.undo(now(begun)));
      }
      goOn();
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(told(one, Notice.Kind.REPLY)).isEmpty();
        assertThat(one.care().plans().all()).isEmpty();
        assertThat(one.openPromises()).isEqualTo(before.openPromises());
        assertWhole(one, 1);
      }
      assertThat(now(begun).count(Bulk.State.BACK)).isEqualTo(2);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void itIsDoneOrTakenBackWhenBothHappenAtTheSameMoment() throws Exception {
    for (int k = 0; k < 6; k++) {
      List<Case> all = asked();
      Bulk begun = begun(ANSWER_AND_CLOSE, all);
      Hub other = open();
      if (k % 2 == 0) {
        await(hub.bulkWork.tick());
        clock.forward(Duration.ofMinutes(1));
      }
      await(
          Future.join(
                  other.bulkWork.tick(),
                  hub.bulkWork.undo(now(begun)),
                  other.caseClock.tick(),
                  other.bulkWork.tick())
              .otherwiseEmpty());
      goOn();
      Bulk after = now(begun);
      assertThat(after.ended()).isTrue();
      for (Bulk.Item item : after.items()) {
        Case one = found(item.number());
        boolean went = !told(one, Notice.Kind.REPLY).isEmpty();
        boolean reopened = one.happened(CaseEvent.Reopened.class).findAny().isPresent();
        assertThat(one.care().plans().all()).isEmpty();
        assertThat(one.open()).as(item + " is not closed behind anybody's back").isTrue();
        assertThat(item.state()).isEqualTo(went && !reopened ? Bulk.State.STAYED : Bulk.State.BACK);
      }
    }
  }

  @Test
  void whatWasClosedIsOpenAgainAsItWas() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      List<Case> all = asked();
      Bulk begun = begun(CLOSE, all);
      await(hub.bulkWork.tick());
      assertThat(found(all.get(0).id()).open()).isFalse();
      clock.forward(Duration.ofHours(3));
      boolean cutOff = cut(k, () -> hub.bulkWork.undo(now(begun)));
      hub = open();
      if (now(begun).undoneAt() == null) {
        await(hub.bulkWork.undo(now(begun)));
      }
      goOn();
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(one.open()).isTrue();
        assertThat(one.openPromises())
            .extracting(Promise::id, Promise::due)
            .containsExactlyElementsOf(
                before.openPromises().stream()
                    .map(it -> org.assertj.core.groups.Tuple.tuple(it.id(), it.due()))
                    .toList());
        assertThat(one.happened(CaseEvent.Reopened.class)).hasSize(1);
        assertThat(told(one, Notice.Kind.CLOSED)).hasSize(1);
        assertThat(told(one, Notice.Kind.PROMISED)).as("they hear that it is open").hasSize(1);
      }
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void whereSomebodyAnsweredMeanwhileNothingGoesAndTheOthersGoOn() throws Exception {
    List<Case> all = asked();
    Case answered = all.get(0);
    Bulk begun = begun(ANSWER, all);
    await(
        hub.casework.change(
            answered.id(),
            new Replying(SANNE, "Het is al weg.", null, answered.lastReceived(), Map.of())));
    await(allOfIt());
    goOn();
    assertThat(told(found(answered.id()), Notice.Kind.REPLY)).hasSize(1);
    assertThat(told(found(all.get(1).id()), Notice.Kind.REPLY)).hasSize(1);
    assertThat(now(begun).items())
        .extracting(Bulk.Item::state)
        .containsExactly(Bulk.State.NOT, Bulk.State.DONE);
    assertThat(now(begun).items().get(0).code()).isEqualTo("newer-answer");
  }

  @Test
  void whatWasTouchedSinceItWasClosedStaysClosed() throws Exception {
    List<Case> all = asked();
    Bulk begun = begun(CLOSE, all);
    await(hub.bulkWork.tick());
    await(
        hub.casework.change(
            all.get(0).id(), new nl.aanspreekpunt.casework.Noting(SANNE, "Nog iets")));
    await(hub.bulkWork.undo(now(begun)));
    assertThat(found(all.get(0).id()).open()).isFalse();
    assertThat(found(all.get(1).id()).open()).isTrue();
    assertThat(now(begun).items())
        .extracting(Bulk.Item::state)
        .containsExactly(Bulk.State.STAYED, Bulk.State.BACK);
  }

  @Test
  void afterADayNothingIsTakenBackAndAfterTwoNothingIsKept() throws Exception {
    Bulk begun = begun(CLOSE, asked());
    Bulk shown = await(hub.bulkWork.show(NOTE, List.of(), SANNE));
    await(hub.bulkWork.tick());
    clock.forward(Duration.ofDays(1));
    assertThat(await(hub.bulkWork.undo(now(begun))).undoneAt()).isNull();
    await(hub.bulkWork.tick());
    assertThat(await(hub.bulkWork.find(shown.id()))).isEmpty();
    clock.forward(Duration.ofDays(1));
    await(hub.bulkWork.tick());
    assertThat(await(hub.bulkWork.find(begun.id()))).isEmpty();
  }

  @Test
  void whatChangedSinceItWasShownIsNotBegun() throws Exception {
    List<Case> all = asked();
    Bulk shown = shown(ANSWER, all);
    Preview preview = await(hub.bulkWork.preview(shown, one -> Map.of()));
    Case answered = all.get(0);
    await(
        hub.casework.change(
            answered.id(), new Replying(SANNE, "Dag", null, answered.lastReceived(), Map.of())));
    assertThat(await(hub.bulkWork.begin(shown, preview.seen(), true, one -> Map.of()))).isEmpty();
    String now = await(hub.bulkWork.preview(shown, one -> Map.of())).seen();
    assertThat(await(hub.bulkWork.begin(shown, now, true, one -> Map.of()))).isPresent();
    assertThat(await(hub.bulkWork.begin(shown, now, true, one -> Map.of()))).as("twice").isEmpty();
  }

  @Test
  void theSameAnswerTwiceGoesOnceAndAnOfficialWhoHasItNoLongerAnswersNobody() throws Exception {
    List<Case> all = asked();
    List<Bulk> twice = List.of(begun(ANSWER, all), begun(ANSWER, all));
    await(
        hub.casework.change(
            all.get(1).id(), new Reassigning("ravi.ramdin", "hub", "handover", "")));
    await(allOfIt());
    goOn();
    assertThat(told(found(all.get(0).id()), Notice.Kind.REPLY)).hasSize(1);
    assertThat(told(found(all.get(1).id()), Notice.Kind.REPLY)).isEmpty();
    List<String> codes = new ArrayList<>();
    for (Bulk one : twice) {
      now(one).items().forEach(item -> codes.add(item.code()));
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(null, "bulk-same", "bulk-not-yours", "bulk-not-yours");
  }

  /** From the first write to the last, with the minute in which it can be taken back. */
  private Future<?> allOfIt() {
    BulkWork work = hub.bulkWork;
    return work.tick()
        .compose(
            done -> {
              clock.forward(Duration.ofMinutes(1));
              return hub.caseClock.tick();
            })
        .compose(done -> work.tick());
  }

  /** Another node takes it up. */
  private void goOn() throws Exception {
    hub = open();
    for (int i = 0; i < 3; i++) {
      clock.forward(Duration.ofMinutes(2));
      await(hub.bulkWork.tick());
      await(hub.caseClock.tick());
    }
    await(hub.bulkWork.tick());
  }

  private List<Case> asked() throws Exception {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Case one = asked("+3161260%04d".formatted(callers++));
      await(hub.casework.change(one.id(), new Reassigning(SANNE, "hub", "handover", "")));
      all.add(found(one.id()));
    }
    return all;
  }

  private Bulk shown(BulkAct act, List<Case> all) throws Exception {
    return await(hub.bulkWork.show(act, all.stream().map(Case::id).toList(), SANNE));
  }

  private Bulk begun(BulkAct act, List<Case> all) throws Exception {
    Bulk shown = shown(act, all);
    Preview preview = await(hub.bulkWork.preview(shown, one -> Map.of()));
    assertThat(preview.stays()).isEmpty();
    return await(hub.bulkWork.begin(shown, preview.seen(), true, one -> Map.of())).orElseThrow();
  }

  private Bulk now(Bulk one) throws Exception {
    return await(hub.bulkWork.find(one.id())).orElseThrow();
  }
}
