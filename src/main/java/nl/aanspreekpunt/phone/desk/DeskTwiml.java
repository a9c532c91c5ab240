package nl.aanspreekpunt.phone.desk;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.aanspreekpunt.phone.Voices;

/**
 * What is heard of a call that is put to the desk, as TwiML. Who picks up presses a key first, so
 * that a voice mail takes no call; nothing of who calls is spoken.
 *
 * @param publicUrl without a slash at its end
 * @param words by key ({@code say.…}), in Dutch: colleagues hear them
 */
public record DeskTwiml(String publicUrl, Voices voices, Words words) {
  static final String PATH = "/webhooks/twilio/voice/desk/";

  /** With which the provider comes back to the general number when nobody at the desk took it. */
  static final String NO_DESK = "desk=nee";

  private static final int RINGS = 20;
  private static final int WAITS = 8;

  /** As any call that comes in. */
  private static final int LONGEST_SECONDS = 2 * 60 * 60;

  @FunctionalInterface
  public interface Words {
    String say(String key, Object... facts);
  }

  /** Connects the two. */
  static String connect() {
    return new VoiceResponse.Builder().build().toXml();
  }

  static String hangUp() {
    return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
  }

  /**
   * The telephones of clerks.
   *
   * @param telephones E.164 by official id
   */
  String ring(DeskCall call, Map<String, String> telephones) {
    Dial.Builder dial = dial(call, url("after", call, ""));
    telephones.forEach(
        (who, telephone) ->
            dial.number(number(telephone, url("whisper", call, "&official=" + encoded(who)))));
    return new VoiceResponse.Builder().dial(dial.build()).build().toXml();
  }

  /** The telephone of one to whom it is put through. */
  String ringNext(DeskCall call, String who, String telephone, int nth) {
    return new VoiceResponse.Builder()
        .dial(
            dial(call, url("onward", call, "&n=" + (nth + 1)))
                .number(number(telephone, url("offered", call, "&official=" + encoded(who))))
                .build())
        .build()
        .toXml();
  }

  private static Dial.Builder dial(DeskCall call, String after) {
    return new Dial.Builder()
        .callerId(call.number())
        .timeout(RINGS)
        .answerOnBridge(true)
        .timeLimit(LONGEST_SECONDS)
        .method(HttpMethod.POST)
        .action(after);
  }

  private static Number number(String telephone, String whisper) {
    return new Number.Builder(telephone).url(whisper).method(HttpMethod.POST).build();
  }

  /** What who picks up hears: without the key they are not connected. */
  String whisper(DeskCall call, String who, String then, String key, Object... facts) {
    Gather gather =
        new Gather.Builder()
            .numDigits(1)
            .timeout(WAITS)
            .method(HttpMethod.POST)
            .action(url(then, call, "&official=" + encoded(who)))
            .say(say(key, facts))
            .build();
    return new VoiceResponse.Builder()
        .gather(gather)
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /** Somebody else was first. */
  String gone() {
    return new VoiceResponse.Builder()
        .say(say("say.desk.gone"))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /** Back to how the general number is answered without a desk. */
  String goOn() {
    return new VoiceResponse.Builder()
        .redirect(
            new Redirect.Builder(publicUrl + "/webhooks/twilio/voice?" + NO_DESK)
                .method(HttpMethod.POST)
                .build())
        .build()
        .toXml();
  }

  /** Where the provider asks how a citizen who is put through goes on. */
  String through(DeskCall call, int nth) {
    return url("onward", call, "&n=" + nth);
  }

  private Say say(String key, Object... facts) {
    return new Say.Builder(Voices.plain(words.say(key, facts)))
        .option("voice", voices.of("nl"))
        .option("language", Voices.tag("nl"))
        .build();
  }

  private String url(String what, DeskCall call, String more) {
    return publicUrl + PATH + what + "?call=" + encoded(call.id()) + more;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
