package nl.aanspreekpunt.casework;

/**
 * Somebody had a message sent again that had not arrived; what becomes of it is told as of any.
 *
 * @param entry outbox id
 * @param by official id
 */
public record Resending(String entry, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Resent(moment.now(), by, entry));
    return draft.done();
  }
}
