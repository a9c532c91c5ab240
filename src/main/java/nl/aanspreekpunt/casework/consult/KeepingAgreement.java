package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Somebody did what they agreed to at a table; whoever is responsible hears so. Again: nothing
 * changes.
 *
 * @param promise its id
 */
public record KeepingAgreement(String promise, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> found =
        before.promise(promise).filter(it -> it.kind() == PromiseKind.AGREEMENT);
    if (found.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    if (!found.get().open()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (draft.inward.of(by).stream().noneMatch(it -> it.id().equals(promise))) {
      return Decision.refused("not-asked-of-you");
    }
    draft.inward.keep(found.get(), by, "done");
    draft.inward.answered(promise, PromiseKind.AGREEMENT, by);
    return draft.done();
  }
}
