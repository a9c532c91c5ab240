package nl.aanspreekpunt.phone.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.twilio.TwilioStandIn;

/** Somebody who calls the general number, as Twilio brings it. */
public final class DeskRing {
  private final TwilioStandIn twilio;
  private final String hub;
  public final String sid;
  private final String from;
  private final String to;

  /** What the caller's call does now, as TwiML. */
  public String now;

  /**
   * @param hub its public URL
   */
  public DeskRing(TwilioStandIn twilio, String hub, String sid, String from, String to) {
    this.twilio = twilio;
    this.hub = hub;
    this.sid = sid;
    this.from = from;
    this.to = to;
  }

  public DeskRing calls() {
    now = post(hub + "/webhooks/twilio/voice", Map.of());
    return this;
  }

  /** How many telephones ring. */
  public int ringing() {
    return now.split("<Number", -1).length - 1;
  }

  /** A telephone that rings is picked up: what is heard there. */
  public String picksUp(String telephone) {
    Matcher number =
        Pattern.compile("<Number([^>]*)>" + Pattern.quote(telephone) + "<").matcher(now);
    assertThat(number.find()).as("%s rings in %s", telephone, now).isTrue();
    return post(attribute(number.group(1), "url"), Map.of());
  }

  /** A key is pressed after hearing this: what is heard next. */
  public String presses(String heard, String key) {
    return post(attribute(heard, "action"), Map.of("Digits", key));
  }

  /** The telephones ring no more, or what was spoken is over. */
  public DeskRing after(String status, boolean bridged) {
    now =
        post(
            attribute(now, "action"),
            Map.of("DialCallStatus", status, "DialBridged", String.valueOf(bridged)));
    return this;
  }

  /** What the hub told Twilio to ask next. */
  public DeskRing redirected() {
    String url =
        twilio.changedCalls().stream()
            .filter(one -> one.sid().equals(sid))
            .reduce((one, last) -> last)
            .orElseThrow()
            .said("Url");
    now = post(url, Map.of());
    return this;
  }

  public void hangsUp() {
    post(hub + "/webhooks/twilio/voice/ended", Map.of("CallStatus", "completed"));
  }

  private static String attribute(String twiml, String name) {
    Matcher found = Pattern.compile(" ?" + name + "=\"([^\"]+)\"").matcher(twiml);
    assertThat(found.find()).as("%s in %s", name, twiml).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  public String post(String url, Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(more);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("CallSid", sid);
    form.put("From", from);
    form.put("To", to);
    HttpResponse<String> answer = twilio.post(url, form);
    assertThat(answer.statusCode()).as(url).isLessThan(300);
    return answer.body();
  }
}
