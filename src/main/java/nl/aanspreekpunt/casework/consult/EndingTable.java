package nl.aanspreekpunt.casework.consult;

import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * The table ends with its minutes: whoever took part reads the case no more; what was agreed
 * stands.
 */
public record EndingTable(String by, String minutes) implements Act {
  public static final int LONGEST = 5_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<CaseTable> table = before.care().table();
    if (table.isEmpty()) {
      return Decision.refused("no-table");
    }
    if (minutes == null || minutes.isBlank() || minutes.length() > LONGEST) {
      return Decision.refused("table-minutes", "minutes");
    }
    Draft draft = new Draft(before, moment);
    draft.care(draft.care().with(table.get().noted(minutes.strip()).ended(moment.now())));
    draft.event(CaseEvent.Table.of(moment.now(), by, "ended"));
    TableAgenda calendars = new TableAgenda(draft, table.get(), before.care().tables().size());
    Stream.concat(table.get().people().stream(), Stream.of(draft.responsible()))
        .distinct()
        .forEach(calendars::off);
    return draft.done();
  }
}
