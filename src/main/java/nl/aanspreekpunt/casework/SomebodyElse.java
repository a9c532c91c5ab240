package nl.aanspreekpunt.casework;

/**
 * A named person says that an uncertain message is a question of its own, of somebody else who uses
 * the address it came from: one change.
 *
 * @param own that it is a question of its own
 * @param whose of whom it is
 */
public record SomebodyElse(Confirming own, Recognising whose) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    boolean theirs = whose.citizen().equals(before.citizen());
    if (!before.route().uncertain()) {
      return whose.on(before, moment);
    }
    if (theirs) {
      return own.on(before, moment);
    }
    return Recognising.refused(before)
        .map(Decision::refused)
        .orElseGet(
            () -> {
              Draft draft = new Draft(before, moment);
              own.in(draft);
              Said.Stranger stranger = whose.in(draft);
              own.kept(draft, stranger);
              return draft.done();
            });
  }
}
