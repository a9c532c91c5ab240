package nl.aanspreekpunt.phone;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Line 2 of issue 9 for calls: what Twilio has and its webhooks did not bring is taken in, once.
 */
class MissedCallsTest extends Exchange {
  /** What was looked through is not looked through again: no test goes back. */
  @BeforeEach
  @Override
  void morning() {
    work.clock.forward(Duration.ofMinutes(30));
  }

  private Map<String, String> has(String sid, String from, String status, Integer seconds) {
    Map<String, String> form = new HashMap<>();
    form.put("CallSid", sid);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("From", from);
    form.put("To", WASTE);
    twilio.called(form, work.clock.instant(), status, seconds);
    return form;
  }

  private int later() {
    work.clock.forward(Duration.ofMinutes(4));
    int missed = work.missed();
    settle();
    return missed;
  }

  private static String sid(int number) {
    return String.format("CA%032x", number);
  }

  @Test
  void whoCalledWhileTheHubWasAwayIsSeenToByWhoHasIt() {
    work.missed();
    String eva = somebody();
    has(sid(901), eva, "completed", 8);
    has(sid(902), "anonymous", "completed", 8);
    String busy = somebody();
    has(sid(903), busy, "in-progress", null);

    assertThat(later()).isEqualTo(2);
    Case one = of(eva);
    assertThat(one.official()).isEqualTo("ravi.ramdin");
    assertThat(one.openPromises()).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(steps(one.id())).containsExactly(CallStep.CAME_IN, CallStep.MISSED);
    assertThat(later()).as("once").isZero();
    assertThat(of(eva).promises()).hasSize(1);
    assertThat(await(work.cases.ofAddress(new Address(Address.Kind.PHONE, busy), 5)))
        .as("it goes on")
        .isEmpty();
  }

  @Test
  void theEndOfACallThatWasNotReportedIsFound() {
    work.missed();
    String bob = somebody();
    has(sid(904), bob, "completed", 12);
    Caller call = new Caller(twilio, work.url(""), sid(904), bob, WASTE).dials().waits();
    assertThat(call.rings()).isNotNull();

    assertThat(later()).isZero();
    assertThat(await(work.calls().find(sid(904))).orElseThrow().goesOn()).isFalse();
    assertThat(steps(of(bob).id())).contains(CallStep.RANG, CallStep.HUNG_UP);
  }
}
