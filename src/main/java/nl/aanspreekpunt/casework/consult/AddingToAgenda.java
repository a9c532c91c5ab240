package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/** One more thing to talk about at the table. What stands on the agenda already changes nothing. */
public record AddingToAgenda(String by, String point) implements Act {
  public static final int LONGEST = 200;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseTable> table = before.care().table();
    if (table.isEmpty() || !before.open()) {
      return Decision.refused("no-table");
    }
    if (point == null || point.isBlank() || point.length() > LONGEST) {
      return Decision.refused("table-point", "point");
    }
    String agenda = table.get().agenda();
    if (agenda.lines().anyMatch(point.strip()::equals)) {
      return new Decision.Unchanged(before);
    }
    String longer = agenda + "\n" + point.strip();
    if (longer.length() > SettingTable.LONGEST) {
      return Decision.refused("table-agenda-full");
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(table.get().about(longer)));
    draft.event(CaseEvent.Table.of(moment.now(), by, "agenda"));
    return draft.done();
  }
}
