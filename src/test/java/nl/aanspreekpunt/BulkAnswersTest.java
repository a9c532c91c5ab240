package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.Preview;
import nl.aanspreekpunt.casework.planned.DroppingReply;
import nl.aanspreekpunt.casework.planned.TakingBackReply;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/**
 * What comes of one answer for several when it, or the case, goes another way than it was meant.
 */
class BulkAnswersTest extends CutOffs {
  private static final String SANNE = "sanne.vandijk";
  private static final String GONE = "De boom ligt er niet meer.";
  private int callers;

  @Test
  void whatIsThrownAwayInTheCaseItselfIsNotDoneAndClosesNothing() throws Exception {
    Case one = mine();
    await(
        hub.casework.change(
            one.id(), new Replying(SANNE, "Dag.", null, one.lastReceived(), Map.of())));
    assertThat(found(one.id()).openPromises()).isEmpty();
    Bulk begun = begun(new BulkAct.Answer(GONE, null, true), found(one.id()));
    await(hub.bulkWork.tick());
    String answer = found(one.id()).care().plans().waiting().get(0).id();
    await(hub.casework.change(one.id(), new TakingBackReply(answer, SANNE)));
    await(hub.casework.change(one.id(), new DroppingReply(answer, SANNE)));
    assertThat(found(one.id()).care().plans().all()).isEmpty();
    goOn();
    Case after = found(one.id());
    assertThat(after.open()).as("nobody is told that it was answered").isTrue();
    assertThat(after.happened(CaseEvent.Replied.class)).hasSize(1);
    assertThat(now(begun).items().get(0).state()).isEqualTo(Bulk.State.NOT);
    assertThat(now(begun).items().get(0).code()).isEqualTo("bulk-dropped");
  }

  @Test
  void whoHasItNoLongerOnceTheAnswerWentClosesItNot() throws Exception {
    Case one = mine();
    Bulk begun = begun(new BulkAct.Answer(GONE, null, true), one);
    await(hub.bulkWork.tick());
    clock.forward(Duration.ofMinutes(1));
    await(hub.caseClock.tick());
    assertThat(found(one.id()).happened(CaseEvent.Replied.class)).hasSize(1);
    await(hub.casework.change(one.id(), new Reassigning("ravi.ramdin", "hub", "handover", "")));
    goOn();
    assertThat(found(one.id()).open()).isTrue();
    assertThat(now(begun).items().get(0).state()).isEqualTo(Bulk.State.DONE);
    assertThat(now(begun).items().get(0).code()).isEqualTo("bulk-not-yours");
  }

  @Test
  void whatIsPromisedIsShownBeforeItIsSentAndStandsInEachAsItsWriterConfirmedIt() throws Exception {
    Case one = mine();
    BulkAct act = new BulkAct.Answer("Wij bellen u vrijdag.", null, true);
    Bulk shown = shown(act, one);
    Preview preview = preview(shown);
    Preview.Will will = preview.will().get(0);
    assertThat(will.item().promised())
        .extracting(Promising::kind)
        .containsExactly(PromiseKind.CALLBACK);
    assertThat(will.open()).as("it stays open").isEqualTo("callback-open");
    assertThat(begin(shown, preview, true).items()).hasSize(1);
    goOn();
    Case after = found(one.id());
    assertThat(after.open()).isTrue();
    Promise made = after.openPromises().get(0);
    assertThat(made.kind()).isEqualTo(PromiseKind.CALLBACK);
    assertThat(made.due()).isEqualTo(will.item().promised().get(0).due());
    assertThat(made.unconfirmed()).isFalse();
    assertThat(made.callback().phone()).isNotEmpty();
  }

  @Test
  void whatItsWriterDoesNotConfirmIsAskedOnceItWent() throws Exception {
    Case one = mine();
    Bulk shown = shown(new BulkAct.Answer("U hoort vrijdag van ons.", null, true), one);
    Preview preview = preview(shown);
    assertThat(preview.will().get(0).open()).isEqualTo("answer-open");
    begin(shown, preview, false);
    goOn();
    Case after = found(one.id());
    assertThat(after.open()).isTrue();
    assertThat(after.openPromises()).extracting(Promise::unconfirmed).containsExactly(true);
  }

  @Test
  void aPromiseThatWouldBeForAnotherDayThanWasShownIsShownAgain() throws Exception {
    Case one = mine();
    Bulk shown = shown(new BulkAct.Answer("Wij bellen u morgen.", null, false), one);
    Preview preview = preview(shown);
    clock.forward(Duration.ofHours(20));
    assertThat(await(hub.bulkWork.begin(shown, preview.seen(), true, it -> Map.of()))).isEmpty();
  }

  @Test
  void whatWasPromisedForADayBeforeKeepsItOpenWhichIsSaidBefore() throws Exception {
    Case one = mine();
    Promising friday =
        new Promising(
            PromiseKind.ANSWER,
            clock.instant().plus(Duration.ofDays(4)),
            "U hoort vrijdag van ons.",
            null,
            SANNE);
    await(hub.casework.change(one.id(), friday));
    await(hub.casework.change(one.id(), new Noting(SANNE, "Boom")));
    Bulk shown = shown(new BulkAct.Answer(GONE, null, true), found(one.id()));
    assertThat(preview(shown).will().get(0).open()).isEqualTo("answer-open");
  }

  @Test
  void whoWantsNoTextMessagesStaysBehindAlsoWhenTheySaidSoAfterItWasShown() throws Exception {
    Case one = mine();
    String number = one.participant(one.contact()).orElseThrow().address().value();
    Bulk begun = begun(new BulkAct.Answer(GONE, null, true), one);
    OptOut.Turn stop = new OptOut.Turn(true, clock.instant(), "receipt", "STOP");
    await(hub.smsWork.optOuts().said(Channel.SMS, number, stop));
    goOn();
    assertThat(now(begun).items().get(0).code()).isEqualTo("opted-out");
    Case after = found(one.id());
    assertThat(after.happened(CaseEvent.Replied.class)).isEmpty();
    assertThat(after.openPromises()).isNotEmpty();
    assertThat(preview(shown(new BulkAct.Answer(GONE, null, false), after)).stays())
        .extracting(Preview.Stays::code)
        .containsExactly("opted-out");
  }

  /** Another node takes it up. */
  private void goOn() throws Exception {
    hub = open();
    for (int i = 0; i < 3; i++) {
      await(hub.bulkWork.tick());
      clock.forward(Duration.ofMinutes(2));
      await(hub.caseClock.tick());
    }
    await(hub.bulkWork.tick());
  }

  private Case mine() throws Exception {
    Case one = asked("+3161270%04d".formatted(callers++));
    await(hub.casework.change(one.id(), new Reassigning(SANNE, "hub", "handover", "")));
    return found(one.id());
  }

  private Bulk shown(BulkAct act, Case one) throws Exception {
    return await(hub.bulkWork.show(act, List.of(one.id()), SANNE));
  }

  private Preview preview(Bulk shown) throws Exception {
    return await(hub.bulkWork.preview(shown, one -> Map.of()));
  }

  private Bulk begin(Bulk shown, Preview preview, boolean promised) throws Exception {
    return await(hub.bulkWork.begin(shown, preview.seen(), promised, one -> Map.of()))
        .orElseThrow();
  }

  private Bulk begun(BulkAct act, Case one) throws Exception {
    Bulk shown = shown(act, one);
    return begin(shown, preview(shown), true);
  }

  private Bulk now(Bulk one) throws Exception {
    return await(hub.bulkWork.find(one.id())).orElseThrow();
  }
}
