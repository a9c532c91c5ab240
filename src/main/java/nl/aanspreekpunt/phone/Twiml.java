package nl.aanspreekpunt.phone;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Play;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import java.util.List;
import nl.aanspreekpunt.phone.Lines.Line;

/**
 * Answers to the provider, as TwiML (https://www.twilio.com/docs/voice/twiml). After what waits for
 * a key stands where to go when none comes, so that a call never ends in the middle.
 */
record Twiml(Voices voices) {
  /** Nothing more: what called goes on, or is connected. */
  static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private static final int RINGS_SECONDS = 20;
  private static final int LONGEST_CALL_SECONDS = 2 * 60 * 60;
  private static final int LONGEST_MESSAGE_SECONDS = 180;
  private static final int SILENCE_SECONDS = 5;
  private static final int MOST_DIGITS = 15;

  String saying(List<Line> lines) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    say(response, lines);
    return xml(response.hangup(new Hangup.Builder().build()));
  }

  /** One key within so many seconds after the last word. */
  String asking(List<Line> lines, int seconds, String next) {
    Gather.Builder gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(1)
            .timeout(seconds)
            .actionOnEmptyResult(true)
            .method(HttpMethod.POST)
            .action(next);
    say(gather, lines);
    return xml(new VoiceResponse.Builder().gather(gather.build()).redirect(to(next)));
  }

  String askingNumber(List<Line> lines, String next) {
    Gather.Builder gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(MOST_DIGITS)
            .finishOnKey("#")
            .timeout(SILENCE_SECONDS)
            .actionOnEmptyResult(true)
            .method(HttpMethod.POST)
            .action(next);
    say(gather, lines);
    return xml(new VoiceResponse.Builder().gather(gather.build()).redirect(to(next)));
  }

  /**
   * @param shown number of ours that the official sees
   * @param whisper what they hear before they are connected; meanwhile the caller hears it ring
   *     (https://www.twilio.com/docs/voice/twiml/number#url)
   */
  String ringing(List<Line> lines, String number, String shown, String whisper, String next) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    say(response, lines);
    Dial dial =
        new Dial.Builder()
            .callerId(shown)
            .timeout(RINGS_SECONDS)
            .answerOnBridge(true)
            .timeLimit(LONGEST_CALL_SECONDS)
            .method(HttpMethod.POST)
            .action(next)
            .number(new Number.Builder(number).url(whisper).method(HttpMethod.POST).build())
            .build();
    return xml(response.dial(dial));
  }

  String recording(List<Line> lines, String next, String stored) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    say(response, lines);
    Record record =
        new Record.Builder()
            .maxLength(LONGEST_MESSAGE_SECONDS)
            .timeout(SILENCE_SECONDS)
            .finishOnKey("#")
            .playBeep(true)
            .method(HttpMethod.POST)
            .action(next)
            .recordingStatusCallback(stored)
            .recordingStatusCallbackMethod(HttpMethod.POST)
            .recordingStatusCallbackEvents(Record.RecordingEvent.COMPLETED)
            .build();
    return xml(response.record(record).redirect(to(next)));
  }

  /** What an official hears: without the key they are not connected. */
  String whispering(List<Line> lines, String taken) {
    Gather.Builder gather =
        new Gather.Builder()
            .inputs(Gather.Input.DTMF)
            .numDigits(1)
            .timeout(SILENCE_SECONDS)
            .method(HttpMethod.POST)
            .action(taken);
    say(gather, lines);
    return xml(
        new VoiceResponse.Builder().gather(gather.build()).hangup(new Hangup.Builder().build()));
  }

  String hangup() {
    return xml(new VoiceResponse.Builder().hangup(new Hangup.Builder().build()));
  }

  /** Straight on to a number, when nothing else goes. */
  String through(List<Line> lines, String number) {
    VoiceResponse.Builder response = new VoiceResponse.Builder();
    say(response, lines);
    return xml(
        response.dial(new Dial.Builder().number(new Number.Builder(number).build()).build()));
  }

  private static Redirect to(String next) {
    return new Redirect.Builder(next).method(HttpMethod.POST).build();
  }

  private void say(VoiceResponse.Builder response, List<Line> lines) {
    for (Line line : lines) {
      if (line.recording() == null) {
        response.say(spoken(line));
      } else {
        response.play(new Play.Builder(line.recording()).build());
      }
    }
  }

  private void say(Gather.Builder gather, List<Line> lines) {
    for (Line line : lines) {
      if (line.recording() == null) {
        gather.say(spoken(line));
      } else {
        gather.play(new Play.Builder(line.recording()).build());
      }
    }
  }

  private Say spoken(Line line) {
    return new Say.Builder(Voices.plain(line.text()))
        .option("voice", voices.of(line.language()))
        .option("language", Voices.tag(line.language()))
        .build();
  }

  private static String xml(VoiceResponse.Builder response) {
    try {
      return response.build().toXml();
    } catch (TwiMLException e) {
      throw new IllegalStateException("these words make TwiML", e);
    }
  }
}
