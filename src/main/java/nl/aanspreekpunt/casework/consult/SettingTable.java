package nl.aanspreekpunt.casework.consult;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Brings several teams round one citizen. Whoever takes part reads the case until the table ends,
 * and acts in it no more than before; one official stays responsible.
 *
 * @param people official ids
 * @param citizen whether the citizen is invited; then it is known when it meets
 * @param meets null: not yet known
 * @param place where; needed when the citizen is invited
 */
public record SettingTable(
    String by, String agenda, List<String> people, boolean citizen, Instant meets, String place)
    implements Act {
  /** Not yet known where. */
  public SettingTable(
      String by, String agenda, List<String> people, boolean citizen, Instant meets) {
    this(by, agenda, people, citizen, meets, "");
  }

  public static final int LONGEST = 2_000;
  public static final int LONGEST_PLACE = 200;

  static final int MOST_PEOPLE = 10;
  static final int MOST_TABLES = 20;

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    if (before.care().table().isPresent() || before.care().tables().size() >= MOST_TABLES) {
      return Decision.refused("table-there");
    }
    if (agenda == null || agenda.isBlank() || agenda.length() > LONGEST) {
      return Decision.refused("table-agenda", "agenda");
    }
    Draft draft = new Draft(before, moment);
    boolean nobody = people.isEmpty() || people.size() > MOST_PEOPLE;
    if (nobody || people.stream().anyMatch(it -> draft.inward.cannot(it).isPresent())) {
      return Decision.refused("table-people", "people");
    }
    if ((citizen && meets == null) || (meets != null && !meets.isAfter(moment.now()))) {
      return Decision.refused("table-when", "meets");
    }
    String where = place == null ? "" : place.strip();
    if ((citizen && where.isEmpty()) || where.length() > LONGEST_PLACE) {
      return Decision.refused("table-place", "place");
    }
    List<String> each = people.stream().distinct().toList();
    CaseTable table =
        new CaseTable(
            by, moment.now(), meets, where, agenda.strip(), each, citizen, null, null, null);
    draft.care(draft.care().with(table));
    int number = before.care().tables().size() + 1;
    draft.event(CaseEvent.Table.of(moment.now(), by, "began"));
    each.forEach(it -> draft.inward.invite(it, by));
    TableAgenda calendars = new TableAgenda(draft, table, number);
    Stream.concat(each.stream(), Stream.of(draft.responsible()))
        .distinct()
        .forEach(calendars::planned);
    if (citizen) {
      Map<String, String> facts = new TreeMap<>();
      facts.put("why", "table");
      facts.put("at", meets.toString());
      facts.put("end", meets.plus(TableAgenda.LENGTH).toString());
      facts.put("place", where);
      facts.put("how", "TABLE");
      facts.put("uid", TableAgenda.uid(draft, number));
      facts.put("sequence", "0");
      draft.tell().citizen(Notice.Kind.INVITATION, draft.responsible(), facts);
    }
    return draft.done();
  }
}
