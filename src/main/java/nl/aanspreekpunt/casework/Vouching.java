package nl.aanspreekpunt.casework;

/**
 * Who owns the address says, through the link that was sent there, that a message is theirs. That
 * settles who wrote it and nothing else: whether several people use the address, and whether it
 * belongs to another case, is for a person here.
 */
public record Vouching(String link) implements Act {
  /** Whether this participant is asked. */
  public static boolean asks(Case one, String link) {
    return one.open() && link.equals(one.contact()) && settles(one.route());
  }

  /** Whether it is all that makes this uncertain. */
  static boolean settles(Match route) {
    return route.uncertain()
        && route.doubts().stream().allMatch(it -> it.kind() == Doubt.Kind.AUTHENTICATION);
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!asks(before, link)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.route(before.route().confirmed("citizen"));
    draft.event(new CaseEvent.Confirmed(draft.now(), "citizen", null, null));
    return draft.done();
  }
}
