package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * Messages that left another case come to the one where they belong, once. When that one was joined
 * to the other it is a case of its own again. No due time moves.
 *
 * @param from the case they left, as it was claimed
 */
record ComingHome(Case from, Parting parting) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    List<String> here = before.messages().stream().map(CaseEvent.Received::receipt).toList();
    boolean back = before.joined() && from.id().equals(before.suggested()) && !before.moving();
    if (before.joined() && !back) {
      return Decision.refused(GoingOver.ELSEWHERE, "into");
    }
    if (!back && here.containsAll(parting.messages())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (back) {
      draft.suggest(null);
      stayAway(draft, here);
    }
    if (!before.open()) {
      draft.reopen(parting.by(), "parted");
    }
    parting.leaving(from).forEach(one -> TakingIn.message(draft, from, one));
    if (!parting.promises().isEmpty()) {
      Waiting.joined(draft);
    }
    parting.promises().forEach(draft.promises::adopt);
    draft.event(
        new CaseEvent.Parted(moment.now(), parting.by(), from.id(), parting.messages(), true));
    TakingIn.tellWho(draft, from, parting.promises());
    return draft.done();
  }

  /** Of what the case brought along when it was joined, the rest is still read where it went. */
  private void stayAway(Draft draft, List<String> here) {
    List<String> rest = here.stream().filter(one -> !parting.messages().contains(one)).toList();
    if (!rest.isEmpty()) {
      draft.event(new CaseEvent.Parted(draft.now(), parting.by(), from.id(), rest, false));
    }
  }
}
