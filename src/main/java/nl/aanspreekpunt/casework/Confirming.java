package nl.aanspreekpunt.casework;

/** A named person confirms that an uncertain message is what it says it is. */
public record Confirming(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.route().uncertain()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.route(before.route().confirmed(by));
    draft.suggest(null);
    draft.event(new CaseEvent.Confirmed(moment.now(), by));
    return draft.done();
  }
}
