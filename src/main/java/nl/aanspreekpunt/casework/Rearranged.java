package nl.aanspreekpunt.casework;

/**
 * A case whose topic or team is no more goes where the directory says, with all that is in it. Who
 * is responsible stays so, unless another was chosen because they do not cover it there; no due
 * time moves. Again: nothing changes.
 *
 * @param from who was responsible when it was decided (official id): with another it stays
 * @param to who is to be; {@code from} when they stay
 * @param by official id, or "hub"
 * @param told the one notice that the citizen gets for several cases; null when nobody changes
 */
record Rearranged(String from, String to, String by, Together told) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open() || there(before, moment).equals(Place.of(before))) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.stand(there(before, moment));
    if (goes(before, moment)) {
      new Reassigning(to, by, Reassignment.REARRANGED, "").pass(draft, told);
    } else {
      draft.stand(there(before, moment).with(before.official(), moment.directory()));
    }
    draft.event(
        new CaseEvent.Rearranged(
            moment.now(), by, before.topic(), draft.filed.topic(), before.team(), draft.team()));
    return draft.done();
  }

  static Place there(Case one, Moment moment) {
    return Place.of(one).moved(one.neighbourhood(), one.official(), moment.directory());
  }

  private boolean goes(Case before, Moment moment) {
    return before.official().equals(from)
        && !to.equals(from)
        && !before.barred().contains(to)
        && moment.directory().employed(to, moment.now());
  }
}
