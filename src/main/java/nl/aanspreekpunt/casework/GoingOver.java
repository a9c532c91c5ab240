package nl.aanspreekpunt.casework;

import nl.aanspreekpunt.promise.Promise;

/** The case that was joined to another closes; its number leads there from now on. */
record GoingOver(String into, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (before.joined()) {
      return new Decision.Unchanged(before);
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
