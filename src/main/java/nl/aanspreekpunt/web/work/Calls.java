package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Renewing;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Wording;

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
        next.map(then -> proposed(then, promise.due())).orElse(null),
        unread.isEmpty() ? null : frame.say("today.unread", String.join(", ", unread)),
        asked.asked() == null ? null : frame.say("today.asked." + asked.asked().what()),
        asked.doubt(),
        next.map(CallTimes.Proposal::rather).map(to -> rather(one, promise, to)).orElse(null));
  }

  /** To call then is to promise another moment: one act, of which the citizen hears. */
  private TodayPage.Rather rather(Case one, Promise promise, CallTimes.Stretch to) {
    boolean can =
        moment.now().isBefore(promise.due())
            && !promise.waits()
            && !Renewing.isForWhoLeads(promise)
            && !promise.callback().preferred().isBlank();
    String what = frame.say("today.rather", say(to.from()), frame.moments().time(to.until()));
    LocalDateTime until = to.until().atZone(moment.directory().zone()).toLocalDateTime();
    String why = Wording.in(one.language()).say("today.rather.why", promise.callback().preferred());
    return new TodayPage.Rather(one.id(), promise.id(), what, can ? until.toString() : null, why);
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

  private String proposed(CallTimes.Proposal next, Instant due) {
    String from = say(next.from());
    String when =
        next.from().isAfter(moment.now())
            ? frame.say("today.proposed", from, frame.moments().time(next.until()))
            : frame.say("today.proposed.now", frame.moments().time(next.until()));
    if (!next.inTime()) {
      boolean late = !moment.now().isBefore(due);
      return when + " " + frame.say(late ? "today.proposed.late" : "today.proposed.after");
    }
    return next.suits() || next.rather() != null
        ? when
        : when + " " + frame.say("today.proposed.other");
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
