package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.Objects;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Replying;

/**
 * An answer that goes only while its author saw all that people wrote.
 *
 * @param answered the last answer its author saw (outbox id); empty: none; null: that is not asked
 */
record SeenReply(Replying reply, String answered) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!Objects.equals(before.lastReceived(), reply.seen()) && !onlyMachines(before)) {
      return Decision.refused("newer-message", "text");
    }
    return answered == null || sawAnswers(before)
        ? reply.on(before, moment)
        : Decision.refused("newer-answer", "text");
  }

  /** So that the citizen is not answered twice, by two who do not know of each other. */
  private boolean sawAnswers(Case before) {
    String last = WorkingView.lastAnswer(before);
    return last.isEmpty() || last.equals(answered);
  }

  /** What came since says nothing that an answer could miss: nobody was told of it either. */
  private boolean onlyMachines(Case before) {
    List<CaseEvent> since = before.since(reply.seen());
    return reply.seen() != null
        && before.holds(reply.seen())
        && since.stream()
            .filter(CaseEvent.Received.class::isInstance)
            .allMatch(in -> since.stream().anyMatch(held -> automatic(held, in)));
  }

  private static boolean automatic(CaseEvent event, CaseEvent received) {
    return event instanceof CaseEvent.HeldBack held
        && held.at().equals(received.at())
        && held.reason().equals("automatic");
  }

  SeenReply with(List<CaseEvent.Photo> files) {
    return new SeenReply(reply.with(files), answered);
  }
}
