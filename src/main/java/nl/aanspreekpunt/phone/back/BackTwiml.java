package nl.aanspreekpunt.phone.back;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import java.util.List;
import nl.aanspreekpunt.phone.Voices;

/**
 * What an official hears who calls a citizen back, as TwiML. They press a key first: a voice mail
 * that answers for them presses none, and nobody is called. Nothing of the question is spoken.
 */
public record BackTwiml(BackAddresses addresses, Voices voices, Words words) {
  /** Seconds that the citizen's telephone rings. */
  private static final int RINGS = 30;

  private static final int WAITS = 8;
  private static final int LONGEST_SECONDS = 2 * 60 * 60;

  /** What is spoken, by key ({@code say.…}) and language. */
  @FunctionalInterface
  public interface Words {
    String say(String language, String key, Object... facts);
  }

  /** Whom they are about to call; said twice, then it hangs up. */
  String whisper(MadeCall call) {
    return new VoiceResponse.Builder()
        .pause(new Pause.Builder().length(1).build())
        .gather(asked(call))
        .gather(asked(call))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  private Gather asked(MadeCall call) {
    return new Gather.Builder()
        .numDigits(1)
        .timeout(WAITS)
        .action(addresses.pressed(call))
        .say(say(call, "say.back.whisper", call.called()))
        .build();
  }

  /** The citizen's telephone rings; they see the municipality's number. */
  String dial(MadeCall call) {
    Number number =
        new Number.Builder(call.to())
            .statusCallback(addresses.theirs(call))
            .statusCallbackEvents(
                List.of(
                    Number.Event.INITIATED,
                    Number.Event.RINGING,
                    Number.Event.ANSWERED,
                    Number.Event.COMPLETED))
            .machineDetection("Enable")
            .amdStatusCallback(addresses.machine(call))
            .build();
    return new VoiceResponse.Builder()
        .dial(
            new Dial.Builder()
                .callerId(call.shown())
                .timeout(RINGS)
                .timeLimit(LONGEST_SECONDS)
                .answerOnBridge(true)
                .action(addresses.done(call))
                .number(number)
                .build())
        .build()
        .toXml();
  }

  /** After the citizen's telephone was rung. */
  String after(MadeCall call) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    if (!call.theirs().wasAnswered()) {
      boolean busy = call.theirs().end() == Line.End.BUSY;
      response.say(say(call, busy ? "say.back.busy" : "say.back.no-answer", call.called()));
    }
    return response.hangup(new Hangup.Builder().build()).build().toXml();
  }

  /** Nothing can be looked up now: in Dutch, as nobody knows who hears it. */
  String fault() {
    return new VoiceResponse.Builder()
        .say(say("nl", "say.back.fault"))
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  static String hangUp() {
    return new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();
  }

  private Say say(MadeCall call, String key, Object... facts) {
    return say(call.language(), key, facts);
  }

  private Say say(String language, String key, Object... facts) {
    return new Say.Builder(Voices.plain(words.say(language, key, facts)))
        .option("voice", voices.of(language))
        .option("language", Voices.tag(language))
        .build();
  }
}
