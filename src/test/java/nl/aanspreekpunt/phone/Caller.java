package nl.aanspreekpunt.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Somebody who calls, with Twilio between them and the hub: it goes where the TwiML says, over HTTP
 * and signed, and hears what is said on the way.
 */
final class Caller {
  private final TwilioStandIn twilio;
  private final String hub;
  private final String sid;
  private final Map<String, String> call = new HashMap<>();
  private final List<String> heard = new ArrayList<>();
  private Document now;
  private String lastUrl;
  private Map<String, String> lastForm;
  private String lastAnswer;

  /**
   * @param from as Twilio gives it, such as {@code anonymous}
   */
  Caller(TwilioStandIn twilio, String hub, String sid, String from, String to) {
    this.twilio = twilio;
    this.hub = hub;
    this.sid = sid;
    call.put("CallSid", sid);
    call.put("AccountSid", TwilioStandIn.ACCOUNT);
    call.put("From", from);
    call.put("To", to);
    call.put("Direction", "inbound");
  }

  String sid() {
    return sid;
  }

  Caller dials() {
    return goes(hub + "/webhooks/twilio/voice", Map.of("CallStatus", "ringing"));
  }

  /** Presses keys when asked for them; empty: waits until the time is over. */
  Caller presses(String keys) {
    Element gather = the("Gather");
    assertThat(gather.getAttribute("actionOnEmptyResult")).isEqualTo("true");
    if (!keys.isEmpty() && !gather.hasAttribute("finishOnKey")) {
      assertThat(keys).hasSize(Integer.parseInt(gather.getAttribute("numDigits")));
    }
    return goes(gather.getAttribute("action"), Map.of("Digits", keys.replace("#", "")));
  }

  Caller waits() {
    return presses("");
  }

  /** The number that rings now; null when none does. */
  String rings() {
    return all("Number").isEmpty() ? null : the("Number").getTextContent();
  }

  String shown() {
    return the("Dial").getAttribute("callerId");
  }

  /** Somebody, or something, picks up where it rings: what they hear. */
  Official picksUp() {
    return new Official(the("Number").getAttribute("url"));
  }

  /** The official's end of the call. */
  final class Official {
    private final Map<String, String> leg = new HashMap<>(call);
    private Document told;

    Official(String url) {
      leg.put("CallSid", "child" + sid);
      leg.put("ParentCallSid", sid);
      leg.put("From", call.get("To"));
      leg.put("To", the("Number").getTextContent());
      leg.put("Direction", "outbound-dial");
      told = xml(post(url, leg));
    }

    String hears() {
      return said(told);
    }

    /** True when they are connected. */
    boolean presses(String key) {
      Element gather = (Element) told.getElementsByTagName("Gather").item(0);
      leg.put("Digits", key);
      told = xml(post(gather.getAttribute("action"), leg));
      return told.getDocumentElement().getElementsByTagName("*").getLength() == 0;
    }
  }

  /** The call to the official came to nothing. */
  Caller dialled(String status) {
    return goes(
        the("Dial").getAttribute("action"),
        Map.of("DialCallStatus", status, "DialCallSid", "child" + sid, "DialBridged", "false"));
  }

  /** They spoke, and one of them rang off. */
  Caller spoke(int seconds) {
    return goes(
        the("Dial").getAttribute("action"),
        Map.of(
            "DialCallStatus",
            "completed",
            "DialCallSid",
            "child" + sid,
            "DialBridged",
            "true",
            "DialCallDuration",
            String.valueOf(seconds)));
  }

  /** Speaks a message; it is recorded. Gives the recording's SID. */
  String speaks(byte[] audio, int seconds) {
    String told = the("Record").getAttribute("recordingStatusCallback");
    String recording = speaksUntold(audio, seconds);
    assertThat(recorded(told, recording, seconds)).isEqualTo(204);
    return recording;
  }

  /** The recording is told before the call goes on. */
  String speaksAndIsOvertaken(byte[] audio, int seconds, Runnable meanwhile) {
    String recording = twilio.recording(sid, audio, seconds);
    String told = the("Record").getAttribute("recordingStatusCallback");
    assertThat(recorded(told, recording, seconds)).isEqualTo(204);
    meanwhile.run();
    return goesOnAfter(recording, seconds);
  }

  /** That there is a recording is never told beside the call. */
  String speaksUntold(byte[] audio, int seconds) {
    return goesOnAfter(twilio.recording(sid, audio, seconds), seconds);
  }

  private String goesOnAfter(String recording, int seconds) {
    Element record = the("Record");
    goes(
        record.getAttribute("action"),
        Map.of(
            "RecordingSid",
            recording,
            "RecordingUrl",
            twilio.apiUrl()
                + "/2010-04-01/Accounts/"
                + TwilioStandIn.ACCOUNT
                + "/Recordings/"
                + recording,
            "RecordingDuration",
            String.valueOf(seconds),
            "Digits",
            "#"));
    return recording;
  }

  int recorded(String callback, String recording, int seconds) {
    Map<String, String> form = new HashMap<>();
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("CallSid", sid);
    form.put("RecordingSid", recording);
    form.put("RecordingStatus", "completed");
    form.put("RecordingDuration", String.valueOf(seconds));
    return twilio.post(callback.replaceAll("#.*", ""), form).statusCode();
  }

  /** Says nothing: Twilio goes on with what stands after the recording. */
  Caller staysSilent() {
    return goes(the("Redirect").getTextContent(), Map.of());
  }

  /** The call is over; gives the hub's status code. */
  int ends(int seconds) {
    Map<String, String> form = new HashMap<>(call);
    form.put("CallStatus", "completed");
    form.put("CallDuration", String.valueOf(seconds));
    return twilio.post(hub + "/webhooks/twilio/voice/ended", form).statusCode();
  }

  /** Twilio asks the same again: the answer is the same. */
  Caller again() {
    assertThat(post(lastUrl, lastForm)).isEqualTo(lastAnswer);
    return this;
  }

  /** What was said since this was asked before. */
  String hears() {
    String all = String.join(" ", heard);
    heard.clear();
    return all;
  }

  boolean over() {
    return all("Hangup").size() == 1 && all("Gather").isEmpty();
  }

  /** What the hub answered last. */
  String twiml() {
    return lastAnswer;
  }

  private Caller goes(String url, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(call);
    form.put("CallStatus", "in-progress");
    form.putAll(more);
    lastUrl = url;
    lastForm = form;
    lastAnswer = post(url, form);
    now = xml(lastAnswer);
    heard.add(said(now));
    return this;
  }

  private String post(String url, Map<String, String> form) {
    HttpResponse<String> answer = twilio.post(url, form);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    return answer.body();
  }

  private static String said(Document twiml) {
    List<String> words = new ArrayList<>();
    NodeList nodes = twiml.getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element one = (Element) nodes.item(i);
      if (one.getTagName().equals("Say") || one.getTagName().equals("Play")) {
        words.add(one.getTextContent());
      }
    }
    return String.join(" ", words);
  }

  private Element the(String tag) {
    List<Element> all = all(tag);
    assertThat(all).as(tag + " in " + lastAnswer).hasSize(1);
    return all.get(0);
  }

  private List<Element> all(String tag) {
    NodeList nodes = now.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  private static Document xml(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }
}
