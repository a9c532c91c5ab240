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
    in(draft);
    kept(draft, null);
    return draft.done();
  }

  /** In a draft of what is uncertain. */
  void in(Draft draft) {
    Case before = draft.before;
    draft.route(before.route().confirmed(by));
    draft.suggest(null);
    draft.event(new CaseEvent.Confirmed(draft.now(), by, before.suggested(), taught));
  }

  /**
   * In the same draft: so that it can be put back.
   *
   * @param stranger who was taken for its citizen; null: nobody
   */
  void kept(Draft draft, Said.Stranger stranger) {
    draft.said =
        Said.with(
            draft.said,
            new Said.OfMatch(draft.before.suggested(), draft.citizen, stranger, taught));
  }
}
