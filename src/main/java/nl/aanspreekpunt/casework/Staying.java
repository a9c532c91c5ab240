package nl.aanspreekpunt.casework;

/** Of cases that were joined to each other at the same moment one stays: it opens again. */
record Staying(String movedTo) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!movedTo.equals(before.movesTo())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.stays("hub", "joined-to-each-other");
    return draft.done();
  }
}
