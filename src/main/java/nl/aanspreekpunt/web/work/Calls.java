package nl.aanspreekpunt.web.work;

import java.util.List;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;

/** What an official needs to know to call somebody. */
record Calls(Frame frame) {
  TodayPage.Call of(CallbackRequest asked) {
    List<Attempt> attempts = asked.attempts();
    String tried = null;
    if (!attempts.isEmpty()) {
      Attempt last = attempts.get(attempts.size() - 1);
      String outcome = frame.say("work.attempt." + last.outcome());
      tried = frame.say("today.tried", attempts.size(), outcome, frame.moments().say(last.at()));
    }
    String preferred = asked.preferred() == null ? "" : asked.preferred();
    return new TodayPage.Call(
        Person.shown(asked.phone()), asked.phone(), preferred, reason(asked), tried);
  }

  /** What could not be written has to be told. */
  private String reason(CallbackRequest asked) {
    String reason = asked.reason() == null ? "" : asked.reason();
    if (!reason.startsWith("tell:")) {
      return reason;
    }
    String key = "work.tell." + reason.substring("tell:".length());
    return frame.say("today.tell", frame.words().has(key) ? frame.say(key) : "");
  }
}
