package nl.aanspreekpunt.history;

import java.util.List;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** What colleagues ask one another in a case. */
final class Colleagues {
  private Colleagues() {}

  static Act act(Happening.Deed deed, int official, boolean consult) {
    return (before, moment) -> {
      Draft draft = new Draft(before, moment);
      String somebody = Happening.OFFICIALS.get(official % Happening.OFFICIALS.size());
      List<Promise> open = draft.inward.open();
      boolean cannot = draft.inward.cannot(somebody).isPresent();
      if (!before.open() || (deed == Happening.Deed.CONSULT ? cannot : open.isEmpty())) {
        return new Decision.Unchanged(before);
      }
      Promise one = open.isEmpty() ? null : open.get(official % open.size());
      switch (deed) {
        case CONSULT ->
            draft.inward.ask(
                consult ? PromiseKind.CONSULT : PromiseKind.BACKING, somebody, before.official());
        case ANSWER_CONSULT -> draft.inward.keep(one, before.ownerOf(one), "answered");
        case PASS_CONSULT -> {
          if (cannot) {
            return new Decision.Unchanged(before);
          }
          draft.inward.pass(one, somebody, "better", one.actor());
        }
        default -> draft.inward.withdraw(one, before.official(), "withdrawn");
      }
      return draft.done();
    };
  }
}
