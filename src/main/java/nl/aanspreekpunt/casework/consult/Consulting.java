package nl.aanspreekpunt.casework.consult;

import java.util.List;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Asks a colleague something without giving the case away. The same again while it waits changes
 * nothing.
 *
 * @param to official id
 * @param messages what they may read to answer it (receipt ids)
 */
public record Consulting(String by, String to, String question, List<String> messages)
    implements Act {
  public static final int LONGEST = 2_000;
  static final int MOST_WAITING = 10;
  static final int MOST = 100;
  static final int MOST_MESSAGES = 20;

  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    Decision refused = refusal(before, question, messages);
    if (refused != null) {
      return refused;
    }
    if (draft.inward.cannot(to).isPresent()) {
      return Decision.refused("cannot-be-asked", "to");
    }
    if (before.care().consults().stream().anyMatch(one -> same(before, one))) {
      return new Decision.Unchanged(before);
    }
    String id = next(before);
    draft.event(new CaseEvent.Consulted(moment.now(), by, id, to));
    Promise made = draft.inward.ask(PromiseKind.CONSULT, to, by);
    draft.care(
        draft
            .care()
            .with(
                new Consult(
                    id,
                    made.id(),
                    question.strip(),
                    messages,
                    by,
                    moment.now(),
                    List.of(to),
                    null,
                    List.of())));
    return draft.done();
  }

  private boolean same(Case before, Consult one) {
    return one.waits(before) && one.asked().contains(to) && one.question().equals(question.strip());
  }

  /** Null when it can be asked. */
  static Decision refusal(Case before, String question, List<String> messages) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (question == null || question.isBlank()) {
      return Decision.refused("consult-question-needed", "question");
    }
    if (question.length() > LONGEST) {
      return Decision.refused("consult-too-long", "question");
    }
    List<Consult> all = before.care().consults();
    long waiting = all.stream().filter(one -> one.waits(before)).count();
    if (waiting >= MOST_WAITING || all.size() >= MOST) {
      return Decision.refused("too-many-consults");
    }
    List<String> here = before.messages().stream().map(CaseEvent.Received::receipt).toList();
    return messages.size() > MOST_MESSAGES || !here.containsAll(messages)
        ? Decision.refused("consult-message-gone", "messages")
        : null;
  }

  static String next(Case before) {
    return "r" + (before.care().consults().size() + 1);
  }
}
