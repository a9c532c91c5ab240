package nl.aanspreekpunt.casework.planned;

import java.util.List;
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
public record SeenReply(Replying reply, String answered) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (Newer.in(before, reply.seen())) {
      return Decision.refused("newer-message", "text");
    }
    return answered == null || sawAnswers(before)
        ? reply.on(before, moment)
        : Decision.refused("newer-answer", "text");
  }

  /** So that the citizen is not answered twice, by two who do not know of each other. */
  private boolean sawAnswers(Case before) {
    String last = lastAnswer(before);
    return last.isEmpty() || last.equals(answered);
  }

  /** Outbox id of the last answer that a case shows; empty when there is none. */
  public static String lastAnswer(Case one) {
    return one.happened(CaseEvent.Replied.class)
        .reduce((earlier, later) -> later)
        .map(CaseEvent.Replied::entry)
        .orElse("");
  }

  public SeenReply with(List<CaseEvent.Photo> files) {
    return new SeenReply(reply.with(files), answered);
  }
}
