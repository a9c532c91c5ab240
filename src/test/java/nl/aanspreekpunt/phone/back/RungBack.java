package nl.aanspreekpunt.phone.back;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.twilio.Dialled;
import nl.aanspreekpunt.twilio.TwilioStandIn;

/** A call that the hub asked of Twilio, as Twilio and the two who pick up (or do not) play it. */
public final class RungBack {
  private final TwilioStandIn twilio;
  public final Dialled call;
  private String theirs;

  private RungBack(TwilioStandIn twilio, Dialled call) {
    this.twilio = twilio;
    this.call = call;
  }

  /** The hub has asked for this many. */
  public static RungBack nth(TwilioStandIn twilio, int nth) {
    Until.until("call " + nth + " is asked for", () -> outgoing(twilio) >= nth);
    Dialled call =
        twilio.calls().stream()
            .filter(one -> one.direction().equals("outbound-api"))
            .skip(nth - 1)
            .findFirst()
            .orElseThrow();
    return new RungBack(twilio, call);
  }

  public static int outgoing(TwilioStandIn twilio) {
    return (int)
        twilio.calls().stream().filter(one -> one.direction().equals("outbound-api")).count();
  }

  /** How the official's telephone does. */
  public RungBack own(String status) {
    assertThat(post(call.said("StatusCallback"), line(call.sid(), status, 0)).statusCode())
        .isEqualTo(204);
    return this;
  }

  /** The official picks up: what they hear. */
  public String answers() {
    return post(call.said("Url"), Map.of("CallSid", call.sid(), "CallStatus", "in-progress"))
        .body();
  }

  /** They press a key after hearing this: what happens. */
  public String presses(String heard, String key) {
    return post(
            address(heard, "action"),
            Map.of("CallSid", call.sid(), "CallStatus", "in-progress", "Digits", key))
        .body();
  }

  /** How the citizen's telephone does, as these instructions had it rung. */
  public RungBack theirs(String dial, String status, int seconds) {
    if (theirs == null) {
      theirs = twilio.dials(call.sid(), call.said("To"), call.said("From"));
    }
    assertThat(post(address(dial, "statusCallback"), line(theirs, status, seconds)).statusCode())
        .isEqualTo(204);
    return this;
  }

  public RungBack machine(String dial, String answeredBy) {
    Map<String, String> form = Map.of("CallSid", theirs, "AnsweredBy", answeredBy);
    assertThat(post(address(dial, "amdStatusCallback"), form).statusCode()).isEqualTo(204);
    return this;
  }

  /** The citizen's telephone is no longer rung or spoken on: what the official hears. */
  public String done(String dial, String status) {
    return post(
            address(dial, "action"),
            Map.of(
                "CallSid",
                call.sid(),
                "DialCallSid",
                theirs,
                "DialCallStatus",
                status,
                "CallStatus",
                "in-progress"))
        .body();
  }

  private static Map<String, String> line(String sid, String status, int seconds) {
    Map<String, String> form = new TreeMap<>();
    form.put("CallSid", sid);
    form.put("CallStatus", status);
    form.put("Timestamp", TwilioStandIn.NOW);
    if (seconds > 0) {
      form.put("CallDuration", Integer.toString(seconds));
    }
    return form;
  }

  public HttpResponse<String> post(String url, Map<String, String> form) {
    Map<String, String> all = new TreeMap<>(form);
    all.put("AccountSid", TwilioStandIn.ACCOUNT);
    return twilio.post(url, all);
  }

  /** The first address under this attribute. */
  public static String address(String twiml, String attribute) {
    Matcher found = Pattern.compile(" " + attribute + "=\"([^\"]+)\"").matcher(twiml);
    assertThat(found.find()).as("%s in %s", attribute, twiml).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}
