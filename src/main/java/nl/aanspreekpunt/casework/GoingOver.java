package nl.aanspreekpunt.casework;

import nl.aanspreekpunt.promise.Promise;

/**
 * The case that was joined to another closes; its number leads there from now on.
 *
 * @param taken as it was when the other took it in: what came since must be taken in first
 */
record GoingOver(Case taken, String into, String by) implements Act {
  static final String CHANGED = "changed-meanwhile";

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.joined()) {
      return new Decision.Unchanged(before);
    }
    // Two cases that are joined to each other at the same moment: the one with the lower number
    // stays.
    if (before.tookIn(into) && before.id().compareTo(into) < 0) {
      return Decision.refused("joined-elsewhere", "into");
    }
    if (before.version() != taken.version()) {
      return Decision.refused(CHANGED);
    }
    Draft draft = new Draft(before, moment);
    for (Promise promise : before.openPromises()) {
      draft.withdraw(promise, by, "joined");
    }
    draft.route(before.route().confirmed(by));
    draft.suggest(into);
    draft.event(new CaseEvent.Joined(moment.now(), by, into, false));
    draft.close(Outcome.JOINED);
    return draft.done();
  }
}
