package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.web.Frame;

/** What was done on principles and backed by managers in a case, each in a plain sentence. */
record PrincipleSentences(Frame frame, Names names) {
  /** Null when it is about something else. */
  String of(CaseEvent event) {
    if (event instanceof CaseEvent.Alerted told) {
      return say("Alerted", words(told.principle()), names.of(told.official()));
    }
    if (event instanceof CaseEvent.AlertTaken taken) {
      return say("AlertTaken", names.of(taken.by()), words(taken.principle()));
    }
    if (event instanceof CaseEvent.AlertLeft left) {
      return say("AlertLeft", names.of(left.by()), words(left.principle()));
    }
    if (event instanceof CaseEvent.AlertJudged judged) {
      String key = judged.touches() ? "AlertJudged.yes" : "AlertJudged.no";
      return say(key, names.of(judged.by()), words(judged.principle()));
    }
    if (event instanceof CaseEvent.Invoked made) {
      return say(
          made.euros() == 0 ? "Invoked" : "Invoked.euros",
          names.of(made.by()),
          words(made.principle()),
          made.note(),
          made.euros());
    }
    if (event instanceof CaseEvent.InvocationUndone undone) {
      return say("InvocationUndone", names.of(undone.by()), words(undone.principle()));
    }
    if (event instanceof CaseEvent.Accounted given) {
      return say("Accounted", names.of(given.by()), given.cost(), given.brought());
    }
    return ofBacking(event);
  }

  private String ofBacking(CaseEvent event) {
    if (event instanceof CaseEvent.BackingAsked asked) {
      return say(
          "BackingAsked", names.of(asked.by()), names.of(asked.to()), asked.note(), asked.reason());
    }
    if (event instanceof CaseEvent.BackingGiven given) {
      return say("BackingGiven." + given.how(), names.of(given.by()), names.of(given.to()));
    }
    if (event instanceof CaseEvent.BackingRefused refused) {
      return say("BackingRefused", names.of(refused.by()), names.of(refused.to()), refused.note());
    }
    return event instanceof CaseEvent.BackingWithdrawn gone
        ? say("BackingWithdrawn", names.of(gone.by()))
        : null;
  }

  private String words(String principle) {
    return Dues.principle(names.directory(), principle)
        .map(one -> one.words().in(frame.words().language()))
        .orElse(principle);
  }

  private String say(String key, Object... facts) {
    return frame.say("event." + key, facts);
  }
}
