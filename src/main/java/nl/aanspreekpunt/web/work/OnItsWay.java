package nl.aanspreekpunt.web.work;

import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.status.Passed;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.Frame;

/** What became of a message on its way, in words: where it passed and when, or when it goes. */
record OnItsWay(Frame frame) {
  /** Within which the time alone says when. */
  private static final Duration A_DAY = Duration.ofDays(1);

  /**
   * @param passed null: its provider said nothing
   * @param state in words, to begin with
   */
  String of(Outgoing entry, Passed passed, String state) {
    if (!entry.notice().channel().texting()) {
      return state;
    }
    if (entry.state() == Outgoing.State.WAITING) {
      return waits(entry, state);
    }
    return passed == null
        ? state
        : state + ": " + String.join(", ", passed.steps().stream().map(this::said).toList());
  }

  private String waits(Outgoing entry, String state) {
    Instant goes = entry.nextTry();
    boolean later = goes != null && goes.isAfter(frame.moments().now());
    return later ? frame.say("sms.way.goes", state, frame.moments().say(goes)) : state;
  }

  private String said(Passed.Step step) {
    String what = frame.say("sms.way." + step.status());
    String said = what + " " + when(step.at());
    return step.code() == null ? said : said + " (" + why(step.code()) + ")";
  }

  private String when(Instant at) {
    boolean today = at.plus(A_DAY).isAfter(frame.moments().now());
    return today ? frame.moments().time(at) : frame.moments().say(at);
  }

  private String why(String code) {
    return new DeliveryWords(frame.words()).why("twilio:" + code);
  }
}
