package nl.aanspreekpunt.web.work;

import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.web.Frame;

/** What happened between colleagues, and with partners, in plain sentences. */
final class ConsultSentences {
  private ConsultSentences() {}

  /** Null when it is about something else. */
  static String of(CaseEvent event, Frame frame, Names names) {
    if (event instanceof CaseEvent.Consulted asked) {
      return frame.say("event.Consulted", names.of(asked.by()), names.of(asked.to()));
    }
    if (event instanceof CaseEvent.ConsultAnswered answer) {
      return frame.say("event.ConsultAnswered", names.of(answer.by()));
    }
    if (event instanceof CaseEvent.ConsultAutoReplied machine) {
      return frame.say("event.ConsultAutoReplied", names.of(machine.by()));
    }
    if (event instanceof CaseEvent.ConsultEnded ended) {
      return frame.say("event.ConsultEnded", names.of(ended.by()));
    }
    if (event instanceof CaseEvent.PartnerLate late) {
      return frame.say("event.PartnerLate", late.by());
    }
    if (event instanceof CaseEvent.AnsweringPassed passed) {
      return frame.say("event.AnsweringPassed", names.of(passed.to()), names.of(passed.from()));
    }
    return event instanceof CaseEvent.Table table
        ? frame.say("event.Table." + table.how(), names.of(table.by()), names.of(table.to()))
        : null;
  }

  /** The words of an answer; empty when they are not there. */
  static Optional<String> answer(Case one, CaseEvent event) {
    if (event instanceof CaseEvent.ConsultAnswered answer) {
      return answer(one, answer.consult(), answer.answer());
    }
    return event instanceof CaseEvent.ConsultAutoReplied machine
        ? answer(one, machine.consult(), machine.answer())
        : Optional.empty();
  }

  private static Optional<String> answer(Case one, String consult, int answer) {
    return one.care()
        .consult(consult)
        .filter(it -> answer < it.answers().size())
        .map(it -> it.answers().get(answer))
        .map(Consult.Answer::text);
  }
}
