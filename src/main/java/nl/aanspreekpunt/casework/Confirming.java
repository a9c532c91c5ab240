package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * A named person confirms that an uncertain message is what it says it is.
 *
 * @param taught what the matcher learns from it (lesson ids)
 */
public record Confirming(String by, List<String> taught) implements Act {
  public Confirming(String by) {
    this(by, List.of());
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.route().uncertain()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.route(before.route().confirmed(by));
    draft.suggest(null);
    draft.event(new CaseEvent.Confirmed(moment.now(), by, before.suggested(), taught));
    return draft.done();
  }
}
