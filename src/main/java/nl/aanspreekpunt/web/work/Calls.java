package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;

/** What an official needs to know to call somebody. */
record Calls(Frame frame, Moment moment) {
  /**
   * @param promise one with a request to be called
   */
  TodayPage.Call of(Case one, Promise promise) {
    CallbackRequest asked = promise.callback();
    String preferred = asked.preferred() == null ? "" : asked.preferred();
    List<String> unread = Calling.times(one, promise, moment).preferred(promise).unread();
    Optional<CallTimes.Proposal> next = next(one, promise);
    return new TodayPage.Call(
        Person.shown(asked.phone()),
        asked.phone(),
        preferred,
        reason(asked),
        tried(asked.attempts()),
        next.map(this::proposed).orElse(null),
        unread.isEmpty() ? null : frame.say("today.unread", String.join(", ", unread)),
        asked.asked() == null ? null : frame.say("today.asked." + asked.asked().what()),
        asked.doubt());
  }

  /** When to call next; empty when the call has ended. */
  Optional<CallTimes.Proposal> next(Case one, Promise promise) {
    return promise.open()
        ? Calling.times(one, promise, moment).next(promise, moment.now())
        : Optional.empty();
  }

  private String tried(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return null;
    }
    Attempt last = attempts.get(attempts.size() - 1);
    String outcome = frame.say("work.attempt." + last.outcome());
    return frame.say("today.tried", attempts.size(), outcome, frame.moments().say(last.at()));
  }

  private String proposed(CallTimes.Proposal next) {
    String from = say(next.from());
    String when =
        next.from().isAfter(moment.now())
            ? frame.say("today.proposed", from, frame.moments().time(next.until()))
            : frame.say("today.proposed.now", frame.moments().time(next.until()));
    if (!next.suits()) {
      return when + " " + frame.say("today.proposed.other");
    }
    return next.inTime() ? when : when + " " + frame.say("today.proposed.late");
  }

  private String say(Instant at) {
    return frame.moments().say(at);
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
