package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;

/**
 * A colleague answers what they were asked: for who is responsible, not for the citizen.
 *
 * @param consult its id in the case
 */
public record AnsweringConsult(String consult, String by, String text) implements Act {
  public static final int LONGEST = 5_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    Optional<Consult> found = before.care().consult(consult).filter(it -> it.partner() == null);
    if (found.isEmpty()) {
      return Decision.refused("no-such-consult");
    }
    Optional<Promise> asked = theirs(draft, found.get(), by);
    if (asked.isEmpty()) {
      return Decision.refused(found.get().waits(before) ? "not-asked-of-you" : "consult-ended");
    }
    if (text == null || text.isBlank()) {
      return Decision.refused("consult-answer-needed", "text");
    }
    if (text.length() > LONGEST) {
      return Decision.refused("consult-too-long", "text");
    }
    draft.inward.keep(asked.get(), by, "answered");
    draft.care(
        draft
            .care()
            .with(found.get().answered(Consult.Answer.written(by, moment.now(), text.strip()))));
    draft.event(
        new CaseEvent.ConsultAnswered(moment.now(), by, consult, found.get().answers().size()));
    draft.inward.answered(asked.get().id(), asked.get().kind(), by);
    return draft.done();
  }

  /** The promise by which this official is to answer it; empty when they are not. */
  static Optional<Promise> theirs(Draft draft, Consult one, String official) {
    return draft.inward.of(official).stream()
        .filter(it -> it.id().equals(one.promise()))
        .findFirst();
  }
}
