package nl.aanspreekpunt.casework;

/** An auditor reads a case and says why; the reading is on record. */
public record Auditing(String by, String reason) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (reason == null || reason.isBlank()) {
      return Decision.refused("reason-needed", "reason");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.WasRead(moment.now(), by, reason.strip()));
    return draft.done();
  }
}
