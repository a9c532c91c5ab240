package nl.aanspreekpunt.casework.bulk;

import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Once;
import nl.aanspreekpunt.casework.OpeningAsItWas;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.PuttingBack;

/**
 * What was done in one of several cases is taken back. Where it was not done yet, it is not done
 * any more either: a node that was at it finds so in the case.
 */
record Undoing(Bulk all) implements Act {
  private static final String NOT_DONE = "undone";
  private static final String BACK = "back";

  @Override
  public Decision on(Case before, Moment moment) {
    if (before.done().contains(all.key() + ":" + NOT_DONE)) {
      return new Decision.Unchanged(before);
    }
    if (!Once.knows(before, all.key())) {
      return not(all.key()).on(before, moment);
    }
    if (isToBeClosed(before)) {
      return not(all.key() + Taking.CLOSING).on(before, moment);
    }
    return new Once(all.key() + "-" + BACK, BACK, this::back).on(before, moment);
  }

  /** What is yet to be done under that key is not done. */
  private static Act not(String key) {
    return new Once(key, NOT_DONE, (one, now) -> new Draft(one, now).done());
  }

  /** Its answer went, and it would be closed next. */
  private boolean isToBeClosed(Case one) {
    return all.act() instanceof BulkAct.Answer said
        && said.closes()
        && Once.knows(one, Planned.went(all.answer()))
        && !Once.knows(one, all.key() + "-" + BACK)
        && !Once.knows(one, all.key() + Taking.CLOSING);
  }

  /** Its answer went all the same. */
  boolean stays(Case one) {
    return one.done().contains(all.key() + Taking.CLOSING + ":" + NOT_DONE);
  }

  /** Its answer went, and what it closed is open again. */
  boolean reopened(Case one) {
    return all.act() instanceof BulkAct.Answer
        && one.done().contains(all.key() + Taking.CLOSING + ":" + Taking.DONE);
  }

  private Decision back(Case before, Moment moment) {
    if (all.act() instanceof BulkAct.Topic topic) {
      return putBack(topic, before, moment);
    }
    if (!Hindering.access(before, all.by(), moment).mayAct()) {
      return Decision.refused("bulk-not-yours");
    }
    if (all.act() instanceof BulkAct.Note) {
      return Decision.refused("bulk-stays");
    }
    Optional<Planned> answer = before.care().plans().find(all.answer());
    if (answer.isPresent()) {
      return answer.get().waits()
          ? withdrawn(before, moment)
          : Decision.refused("bulk-back-otherwise");
    }
    if (all.act() instanceof BulkAct.Answer && !Once.knows(before, Planned.went(all.answer()))) {
      return new Decision.Unchanged(before);
    }
    boolean closed =
        all.act() instanceof BulkAct.Close
            || before.done().contains(all.key() + Taking.CLOSING + ":" + Taking.DONE);
    return closed ? new OpeningAsItWas(all.by()).on(before, moment) : Decision.refused("bulk-gone");
  }

  private Decision withdrawn(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(before.care().plans().without(all.answer())));
    return draft.done();
  }

  /** Also when it went to a colleague because of it: as who hands over takes that back. */
  private Decision putBack(BulkAct.Topic topic, Case before, Moment moment) {
    boolean knows = Hindering.access(before, all.by(), moment) != Access.NONE;
    return !knows
        ? Decision.refused("bulk-not-yours")
        : topic.topic().equals(before.topic())
            ? new PuttingBack(PuttingBack.What.TOPIC, all.by(), null).on(before, moment)
            : Decision.refused("topic-since");
  }
}
