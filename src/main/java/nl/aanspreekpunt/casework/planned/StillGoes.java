package nl.aanspreekpunt.casework.planned;

import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Plans;

/**
 * Whether an answer that waits for its moment may still go. It was written for the case as it was:
 * when that changed it comes back, in the same write that changes it.
 */
public final class StillGoes {
  private StillGoes() {}

  /** Those that no longer may come back to who wrote them. */
  public static void settle(Draft draft) {
    Plans plans = draft.care().plans();
    if (plans.waiting().isEmpty()) {
      return;
    }
    Case now = draft.soFar();
    for (Planned one : plans.waiting()) {
      Optional<Planned.Why> why = not(one, now, draft.moment);
      if (why.isPresent()) {
        plans = plans.with(one.back(new Planned.Back(draft.now(), why.get(), "hub", null)));
      }
    }
    draft.care(draft.care().with(plans));
  }

  /** Why it may not, as far as the case itself tells; empty when it may. */
  static Optional<Planned.Why> not(Planned one, Case now, Moment moment) {
    if (!now.open()) {
      return Optional.of(Planned.Why.CLOSED);
    }
    boolean theirs = now.official().equals(one.by());
    if (!theirs && !now.official().equals(one.responsible())) {
      return Optional.of(Planned.Why.MOVED);
    }
    if (Newer.in(now, one.seen())) {
      return Optional.of(Planned.Why.NEWER);
    }
    if (Newer.answered(now, one)) {
      return Optional.of(Planned.Why.ANSWERED);
    }
    return moment.directory().employed(one.by(), moment.now())
        ? Optional.empty()
        : Optional.of(Planned.Why.LEFT);
  }
}
