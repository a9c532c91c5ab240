package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Who leaves on a day offers the citizen a last talk before it.
 *
 * @param told the one notice that the citizen gets
 */
record Farewelling(Handover leaving, Together told) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    boolean offered =
        before.happened(CaseEvent.Told.class).anyMatch(one -> one.entry().equals(told.entry()));
    if (!before.open() || offered || !before.official().equals(leaving.id())) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    Map<String, String> facts = new TreeMap<>();
    facts.put("why", "farewell");
    facts.put("since", leaving.markedAt().toString());
    draft.tell().under(told.entry()).citizen(Notice.Kind.INVITATION, leaving.id(), facts);
    return draft.done();
  }
}
