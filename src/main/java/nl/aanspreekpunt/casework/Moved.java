package nl.aanspreekpunt.casework;

import nl.aanspreekpunt.promise.Promise;

/** The other has taken in what a joined case had: its promises go on there and end here. */
record Moved(String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.moving()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(Talks.NONE).intending(null).referring(null).consenting(null));
    before.care().table().ifPresent(it -> draft.care(draft.care().with(it.ended(moment.now()))));
    for (Promise promise : before.promises().stream().filter(Promise::open).toList()) {
      draft.promises.withdraw(promise, by, "joined");
    }
    draft.moved();
    return draft.done();
  }
}
