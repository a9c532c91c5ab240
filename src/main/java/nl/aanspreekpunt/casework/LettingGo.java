package nl.aanspreekpunt.casework;

/** What left a case is where it belongs now. */
record LettingGo(Parting gone) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!gone.equals(before.parting())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.parting = null;
    return draft.done();
  }
}
