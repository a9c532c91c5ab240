package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * Somebody sits at the table no more, and reads the case no more; what they agreed to stands. Who
 * does not sit there: nothing changes.
 */
public record LeavingTable(String by, String official) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseTable> table = before.care().table();
    if (table.isEmpty()) {
      return Decision.refused("no-table");
    }
    if (!table.get().people().contains(official)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(table.get().without(official)));
    draft.event(new CaseEvent.Table(moment.now(), by, "left", official));
    draft.inward.uninvite(official, by);
    new TableAgenda(draft, table.get(), before.care().tables().size()).off(official);
    return draft.done();
  }
}
