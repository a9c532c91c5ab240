package nl.aanspreekpunt.casework;

/** A note for colleagues; citizens never see it. */
public record Noting(String by, String text) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (text == null || text.isBlank()) {
      return Decision.refused("note-needed", "text");
    }
    if (text.length() > Replying.LONGEST) {
      return Decision.refused("text-too-long", "text");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.Noted(moment.now(), by, text));
    return draft.done();
  }
}
