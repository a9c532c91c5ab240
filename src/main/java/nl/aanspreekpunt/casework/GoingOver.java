package nl.aanspreekpunt.casework;

import java.util.Optional;

/**
 * Claims a case for another: this one write decides where it goes, whoever else joins it at the
 * same moment. It closes and takes in nothing more; its number leads to the other from now on.
 *
 * @param into as it was just read
 * @param differentCitizens somebody said that it is right also when they are of different citizens
 */
record GoingOver(Case into, String by, boolean differentCitizens) implements Act {
  static final String ELSEWHERE = "joined-elsewhere";

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.joined() && before.suggested().equals(into.id())) {
      return new Decision.Unchanged(before);
    }
    if (before.joined() || into.joined() || before.tookIn(into.id())) {
      return Decision.refused(ELSEWHERE, "into");
    }
    Optional<Decision> hindered = ComingAlong.hindered(before, into);
    if (hindered.isPresent()) {
      return hindered.get();
    }
    if (before.parting() != null) {
      return Decision.refused(GoingApart.UNDER_WAY);
    }
    if (before.care().policy() != null || into.care().policy() != null) {
      return Decision.refused("friction-gather", "into");
    }
    if (!before.barred().equals(into.barred())) {
      return Decision.refused("complaint-stays-apart", "into");
    }
    if (!differentCitizens && !before.citizen().equals(into.citizen())) {
      return Decision.refused(Joining.DIFFERENT_CITIZENS);
    }
    Draft draft = new Draft(before, moment);
    draft.route(before.route().confirmed(by));
    draft.event(new CaseEvent.Joined(moment.now(), by, into.id(), false));
    draft.movesTo(into.id());
    return draft.done();
  }
}
