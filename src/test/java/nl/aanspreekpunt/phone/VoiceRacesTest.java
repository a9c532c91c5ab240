package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.Test;

/** What is reported twice, at the same moment, too late or in another order does its work once. */
class VoiceRacesTest extends Exchange {
  private static final int AT_ONCE = 8;

  private Map<String, String> form(String sid, String from, Map<String, String> more) {
    Map<String, String> form = new HashMap<>();
    form.put("CallSid", sid);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("From", from);
    form.put("To", WASTE);
    form.putAll(more);
    return form;
  }

  private Set<String> answers(String path, Map<String, String> form) {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add(
          CompletableFuture.supplyAsync(
              () -> twilio.post(work.url("/webhooks/twilio/voice" + path), form).body()));
    }
    Set<String> answers = new HashSet<>();
    all.forEach(one -> answers.add(one.join()));
    return answers;
  }

  @Test
  void eachTurnThatComesManyTimesAtOnceIsAnsweredTheSameAndPromisesOnce() {
    String ann = somebody();
    assertThat(answers("", form("CArace1", ann, Map.of()))).hasSize(1);
    assertThat(answers("/next?turn=1", form("CArace1", ann, Map.of("Digits", "")))).hasSize(1);
    Map<String, String> busy = Map.of("DialCallStatus", "busy");
    assertThat(answers("/next?turn=2", form("CArace1", ann, busy))).hasSize(1);
    assertThat(answers("/next?turn=3", form("CArace1", ann, busy))).hasSize(1);
    assertThat(answers("/next?turn=4", form("CArace1", ann, Map.of("Digits", "1"))))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it).contains("belt u"));
    answers("/ended", form("CArace1", ann, Map.of("CallDuration", "40")));
    settle();

    Case one = of(ann);
    assertThat(one.promises()).hasSize(1);
    assertThat(one.happened(CaseEvent.Received.class)).hasSize(1);
    assertThat(steps(one.id()))
        .containsExactly(
            CallStep.CAME_IN,
            CallStep.RANG,
            CallStep.BUSY,
            CallStep.RANG,
            CallStep.BUSY,
            CallStep.OFFERED,
            CallStep.ASKED_BACK);
  }

  @Test
  void whoPressedAndRangOffIsCalledAlsoWhenTheEndIsToldFirst() {
    String ben = somebody();
    Caller call = caller(ben, WASTE).dials().waits().dialled("busy").dialled("busy");
    assertThat(call.ends(30)).isEqualTo(204);
    call.presses("1");
    settle();

    assertThat(of(ben).openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.CALLBACK);
  }

  @Test
  void aCrashAfterThePromiseWasStoredGivesTheSamePromise() {
    String coen = somebody();
    Caller call = caller(coen, WASTE).dials().waits().dialled("busy").dialled("busy");
    Call before = await(work.calls().find(call.sid())).orElseThrow();
    await(
        work.telephoneParts(work.calls())
            .inbox()
            .place(Taken.of(before, coen, work.clock.instant())));
    Promise stored = of(coen).openPromises().get(0);
    work.clock.forward(java.time.Duration.ofMinutes(40));
    call.presses("1").again();
    call.ends(30);
    settle();

    assertThat(of(coen).promises()).hasSize(1);
    assertThat(of(coen).openPromises().get(0).due()).isEqualTo(stored.due());
    assertThat(call.hears())
        .contains(
            SpokenTerm.of(
                stored.due(), work.clock.instant(), work.directories.current().zone(), "nl"));
  }

  @Test
  void aSecondCallWhileOneIsPromisedIsTheSamePromise() {
    String dik = somebody();
    Caller first = caller(dik, WASTE).dials().waits().dialled("busy").dialled("busy").presses("1");
    first.ends(30);
    settle();
    Promise promised = of(dik).openPromises().get(0);
    Caller again = caller(dik, GENERAL).dials().waits();
    assertThat(again.hears()).contains("Ik verbind u door met Ravi Ramdin");
    again.dialled("busy");
    while (again.rings() != null) {
      again.dialled("busy");
    }
    String term = said(promised);
    assertThat(again.hears()).as("the term that is offered is the one that holds").contains(term);
    assertThat(again.presses("1").hears()).contains(term);
    again.ends(30);
    settle();
    whenItIsLateNoOtherTermIsSaid(dik, promised);

    assertThat(of(dik).openPromises()).hasSize(1);
    assertThat(of(dik).openPromises().get(0).id()).isEqualTo(promised.id());
    assertThat(of(dik).openPromises().get(0).due())
        .as("no due time moves")
        .isEqualTo(promised.due());
  }

  private String said(Promise promise) {
    return SpokenTerm.of(
        promise.due(), work.clock.instant(), work.directories.current().zone(), "nl");
  }

  private void whenItIsLateNoOtherTermIsSaid(String from, Promise promised) {
    work.clock.to(promised.due().plus(java.time.Duration.ofDays(1)));
    Caller late = caller(from, WASTE).dials().waits();
    while (late.rings() != null) {
      late.dialled("busy");
    }
    assertThat(late.hears()).contains("u zo snel mogelijk terug").doesNotContain("vóór");
    assertThat(late.presses("1").hears()).contains("u zo snel mogelijk terug");
    late.ends(30);
    settle();
  }

  @Test
  void aTurnOfACallThatNobodyKnowsIsAFaultForTheCallerAndChangesNothing() {
    String eef = somebody();
    String answer =
        twilio
            .post(
                work.url("/webhooks/twilio/voice/next?turn=3"),
                form("CAnobody", eef, Map.of("Digits", "1")))
            .body();
    assertThat(answer).contains("Er is een storing");
    assertThat(await(work.cases.ofAddress(new Address(Address.Kind.PHONE, eef), 5))).isEmpty();
    for (String turn : List.of("", "x", "-1", "99999")) {
      assertThat(
              twilio
                  .post(
                      work.url("/webhooks/twilio/voice/next?turn=" + turn),
                      form("CAnobody", eef, Map.of()))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void anotherOfficialThanWhoIsRungDoesNotTakeTheCall() {
    Caller call = caller(somebody(), WASTE).dials().waits();
    String url =
        work.url("/webhooks/twilio/voice/taken?call=" + call.sid() + "&official=fatma.yildiz");
    assertThat(twilio.post(url, form("CAchild", GENERAL, Map.of("Digits", "1"))).body())
        .contains("<Hangup/>");
    assertThat(await(work.calls().find(call.sid())).orElseThrow().connectedAt()).isNull();
    call.ends(5);
    settle();
  }
}
