package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.Test;

/** Messages that are spoken on the telephone. */
class VoiceMailTest extends Exchange {
  @Test
  void aSpokenMessageIsWithTheCaseCheckedAndPlayableAndGoneAtTheProvider() {
    String kim = somebody();
    Caller call = caller(kim, WASTE).dials().waits().dialled("no-answer").dialled("no-answer");
    call.presses("2").again();
    assertThat(call.hears()).contains("Spreek na de toon uw bericht in");
    String recording = call.speaks(SOUND, 12);
    assertThat(call.hears())
        .startsWith("Dank u wel. Uw bericht is opgeslagen. Ravi Ramdin belt u morgenochtend vóór");
    assertThat(
            call.recorded(
                work.url("/webhooks/twilio/voice/recording?call=" + call.sid()), recording, 12))
        .as("told twice")
        .isEqualTo(204);
    call.ends(90);
    settle();
    settle();

    assertThat(twilio.kept()).doesNotContain(recording);
    Case one = of(kim);
    assertThat(one.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.CALLBACK);
    List<CaseEvent.Received> in = one.happened(CaseEvent.Received.class).toList();
    assertThat(in).hasSize(2);
    Receipt message = await(work.receipts.find(in.get(1).receipt())).orElseThrow();
    assertThat(message.files()).hasSize(1);
    assertThat(message.files().get(0).type()).isEqualTo("audio/mpeg");
    assertThat(message.files().get(0).size()).isEqualTo(SOUND.length);

    Visitor ravi = Visitor.loggedIn(work, "ravi.ramdin");
    String page = ravi.get("/werk/vragen/" + one.id()).body();
    String listen =
        "/werk/vragen/"
            + one.id()
            + "/bestanden/"
            + message.id()
            + "/"
            + message.files().get(0).part()
            + "/afspelen";
    assertThat(page)
        .contains("<audio class=\"listen\" controls")
        .contains("src=\"" + listen + "\"");
    HttpResponse<String> sound = ravi.get(listen).whole();
    assertThat(sound.headers().firstValue("Content-Type")).contains("audio/mpeg");
    assertThat(sound.headers().firstValue("Content-Length")).contains(String.valueOf(SOUND.length));
    assertThat(
            ravi.get("/werk/vragen/" + one.id())
                .whole()
                .headers()
                .firstValue("Content-Security-Policy"))
        .hasValueSatisfying(it -> assertThat(it).contains("media-src 'self'"));
    assertThat(Visitor.loggedIn(work, "fatma.yildiz").get(listen).status())
        .as("of who may not read it")
        .isEqualTo(404);
  }

  @Test
  void whoRingsOffWhileSpeakingIsHeardAllTheSame() {
    String lee = somebody();
    Caller call = caller(lee, WASTE).dials().waits().dialled("busy").dialled("busy").presses("2");
    call.ends(40);
    String recording = call.speaks(SOUND, 3);
    settle();
    settle();

    assertThat(twilio.kept()).doesNotContain(recording);
    assertThat(of(lee).happened(CaseEvent.Received.class)).hasSize(2);
    assertThat(steps(of(lee).id())).contains(CallStep.HUNG_UP, CallStep.VOICEMAIL);
  }

  @Test
  void whoIsCalledByNoNumberLeavesAMessageAndHearsByWhenItIsAnswered() {
    Caller call = caller("anonymous", WASTE).dials().waits().waits();
    while (call.rings() != null) {
      call.dialled("no-answer");
    }
    assertThat(call.hears())
        .contains("Spreek na de toon uw bericht in")
        .contains("Zeg daarin ook waar wij u kunnen bereiken.");
    call.speaks(SOUND, 9);
    assertThat(call.hears())
        .contains("Ravi Ramdin luistert het af en reageert")
        .doesNotContain("belt u");
    call.ends(60);
    settle();
    settle();

    Call kept = await(work.calls().find(call.sid())).orElseThrow();
    Case one = work.found(kept.caseNumber());
    assertThat(one.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(one.happened(CaseEvent.Received.class)).hasSize(2);
    assertThat(kept.course().answers()).as("what was answered is forgotten").isEmpty();
  }

  @Test
  void aMessageOfWhichNothingIsToldBesideTheCallIsKept() {
    String mia = somebody();
    Caller call = caller(mia, WASTE).dials().waits().dialled("busy").dialled("busy").presses("2");
    String recording = call.speaksUntold(SOUND, 7);
    assertThat(call.hears()).contains("Uw bericht is opgeslagen.");
    call.ends(40);
    settle();
    settle();

    assertThat(twilio.kept()).doesNotContain(recording);
    assertThat(of(mia).happened(CaseEvent.Received.class)).hasSize(2);
  }

  @Test
  void theCallThatIsPromisedAfterAMessageIsKeptWhateverIsToldFirst() {
    String noa = somebody();
    Caller call = caller(noa, WASTE).dials().waits().dialled("busy").dialled("busy").presses("2");
    call.speaksAndIsOvertaken(SOUND, 7, work::tick);
    assertThat(call.hears()).contains("belt u");
    call.ends(40);
    settle();
    settle();

    assertThat(of(noa).openPromises())
        .extracting(Promise::kind)
        .containsExactly(PromiseKind.CALLBACK);
    assertThat(of(noa).happened(CaseEvent.Received.class)).hasSize(2);
  }

  @Test
  void aLongMessageIsKeptWhole() {
    byte[] whole = Arrays.copyOf(SOUND, 3_000_000);
    whole[2_999_999] = 7;
    String ot = somebody();
    Caller call = caller(ot, WASTE).dials().waits().dialled("busy").dialled("busy").presses("2");
    call.speaks(whole, 180);
    call.ends(240);
    settle();
    settle();

    String message = of(ot).happened(CaseEvent.Received.class).toList().get(1).receipt();
    Receipt kept = await(work.receipts.find(message)).orElseThrow();
    assertThat(kept.pieces()).isGreaterThan(1);
    assertThat(kept.files().get(0).size()).isEqualTo(whole.length);
    Visitor ravi = Visitor.loggedIn(work, "ravi.ramdin");
    String listen =
        "/werk/vragen/"
            + of(ot).id()
            + "/bestanden/"
            + message
            + "/"
            + kept.files().get(0).part()
            + "/afspelen";
    assertThat(ravi.get(listen).whole().headers().firstValue("Content-Length")).contains("3000000");
  }
}
