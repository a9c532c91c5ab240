package nl.aanspreekpunt.phone;

import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;

/**
 * How the conversation with somebody who calls goes on, from how far it is and what they pressed.
 * Pure; each stage is asked twice at most, so that it ends.
 */
final class Conversation {
  static final String OTHER_LANGUAGE = "9";
  static final String CALL_ME = "1";
  static final String MESSAGE = "2";
  private static final int MOST_ASKED = 2;

  private Conversation() {}

  /** What is done next. */
  enum Move {
    /** Says who was called, and that another language is spoken too. */
    GREET,
    ASK_NUMBER,
    /** Rings the next one who is there; when there is none it is as {@link #OFFER}. */
    CONNECT,
    /** To be called back, or to leave a message. */
    OFFER,
    PROMISE,
    /** Takes a message. */
    RECORD,
    /** A message was spoken. */
    STORED,
    /** Nothing was chosen: whoever is responsible sees that they called. */
    MISSED,
    /** They spoke with somebody. */
    OVER
  }

  /**
   * The call with what was heard, and what is done next.
   *
   * @param again they were asked the same before
   */
  record Next(Call call, Move move, boolean again) {}

  static Next next(Call call, Heard heard, Instant now) {
    return switch (call.course().stage()) {
      case COMES_IN -> new Next(call, Move.GREET, false);
      case LANGUAGE -> language(call, heard, now);
      case NUMBER -> number(call, heard, now);
      case RINGING -> rang(call, heard, now);
      case OFFER -> chosen(call, heard, now);
      case MESSAGE -> spoken(call, heard, now);
      case OVER -> new Next(call, Move.OVER, false);
    };
  }

  private static Next language(Call call, Heard heard, Instant now) {
    boolean other = heard.digits().startsWith(OTHER_LANGUAGE);
    Call spoken =
        other
            ? call.speaking(other(call.language())).step(now, CallStep.LANGUAGE, "citizen", null)
            : call;
    return new Next(spoken, call.citizen() == null ? Move.ASK_NUMBER : Move.CONNECT, false);
  }

  /** The one of the two that is not spoken. */
  static String other(String language) {
    return language.equals("en") ? "nl" : "en";
  }

  private static Next number(Call call, Heard heard, Instant now) {
    Optional<String> number = CallerNumber.keyed(heard.digits());
    if (number.isPresent()) {
      Call keyed = call.keyed(number.get()).step(now, CallStep.NUMBER, "citizen", null);
      return new Next(keyed, Move.CONNECT, false);
    }
    boolean again = !heard.digits().isEmpty() && call.course().asked() < MOST_ASKED;
    return new Next(call, again ? Move.ASK_NUMBER : Move.CONNECT, again);
  }

  private static Next rang(Call call, Heard heard, Instant now) {
    if (heard.bridged() || call.connectedAt() != null) {
      return new Next(call.spoke(heard.seconds(), now), Move.OVER, false);
    }
    Call after = call.step(now, outcome(heard), "hub", call.official());
    return new Next(after, Move.CONNECT, false);
  }

  /** Completed and not connected: something picked up where nobody pressed the key. */
  private static CallStep outcome(Heard heard) {
    return switch (heard.dialled() == null ? "" : heard.dialled()) {
      case "busy" -> CallStep.BUSY;
      case "completed", "answered" -> CallStep.NOT_TAKEN;
      case "failed" -> CallStep.FAILED;
      default -> CallStep.NO_ANSWER;
    };
  }

  private static Next chosen(Call call, Heard heard, Instant now) {
    if (heard.digits().startsWith(CALL_ME) && call.reachable().isPresent()) {
      return new Next(call, Move.PROMISE, false);
    }
    if (heard.digits().startsWith(MESSAGE)) {
      return new Next(call, Move.RECORD, false);
    }
    Call after = call.step(now, CallStep.NOTHING_PRESSED, "citizen", null, heard.digits());
    boolean again = call.course().asked() < MOST_ASKED;
    return new Next(after, again ? Move.OFFER : Move.MISSED, again);
  }

  private static Next spoken(Call call, Heard heard, Instant now) {
    return heard.recording() == null
        ? new Next(call, Move.MISSED, false)
        : new Next(call.step(now, CallStep.VOICEMAIL, "citizen", null), Move.STORED, false);
  }
}
