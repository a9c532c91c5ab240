package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.web.Frame;

/** What happened with an agreement about contact, in sentences. */
record ContactSentences(Frame frame, Names names) {
  /** Null for other events. */
  String of(CaseEvent event) {
    if (event instanceof CaseEvent.ContactAgreed made) {
      return frame.say(
          "event.ContactAgreed",
          names.of(made.by()),
          names.of(made.official()),
          ways(frame, made.ways()),
          frame.moments().date(made.until().minusSeconds(1)),
          made.note());
    }
    if (event instanceof CaseEvent.ContactFreed freed) {
      String why = freed.note() == null ? "" : freed.note();
      return frame.say("event.ContactFreed." + freed.how(), names.of(freed.by()), why);
    }
    if (event instanceof CaseEvent.ContactObjected said) {
      return frame.say("event.ContactObjected", names.of(said.to()), said.note());
    }
    if (event instanceof CaseEvent.ContactAlso also) {
      return frame.say("event.ContactAlso." + also.how(), names.of(also.by()));
    }
    if (event instanceof CaseEvent.ContactOverruled planned) {
      return frame.say(
          "event.ContactOverruled",
          names.of(planned.by()),
          frame.say("talk.how." + planned.talk()),
          planned.note());
    }
    return event instanceof CaseEvent.ContactUpheld upheld
        ? frame.say("event.ContactUpheld", names.of(upheld.by()), upheld.note())
        : null;
  }

  private static String ways(Frame frame, List<ContactAgreement.Way> ways) {
    return ways.stream()
        .map(way -> frame.say("contact.way.short." + way))
        .collect(Collectors.joining(", "));
  }
}
