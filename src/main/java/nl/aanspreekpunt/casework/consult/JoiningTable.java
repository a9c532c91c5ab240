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
 * One more colleague at the table, who hears so and reads the case while it lasts. Who sits there
 * already: nothing changes.
 */
public record JoiningTable(String by, String official) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseTable> table = before.care().table();
    if (table.isEmpty() || !before.open()) {
      return Decision.refused("no-table");
    }
    if (table.get().people().contains(official)) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (table.get().people().size() >= SettingTable.MOST_PEOPLE
        || draft.inward.cannot(official).isPresent()) {
      return Decision.refused("table-people", "official");
    }
    draft.care(draft.care().with(table.get().with(official)));
    draft.event(new CaseEvent.Table(moment.now(), by, "joined", official));
    draft.inward.invite(official, by);
    new TableAgenda(draft, table.get(), before.care().tables().size()).planned(official);
    return draft.done();
  }
}
