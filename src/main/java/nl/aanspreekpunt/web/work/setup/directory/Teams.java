package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Moves;
import nl.aanspreekpunt.official.Place;

/** Who works together, and who leads them. */
final class Teams implements Subject {
  private static final String TEAM = "team";

  @Override
  public String one() {
    return TEAM;
  }

  @Override
  public String many() {
    return "teams";
  }

  @Override
  public List<Row> rows(Seen seen) {
    return seen.directory().teams().stream()
        .map(one -> new Row(one.id(), one.name(), seen.names().of(one.coordinator())))
        .toList();
  }

  @Override
  public Place place(String id) {
    return Place.of("teams", id);
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    Place team = place(id);
    return List.of(
        Field.line("name", team.then("name")).needed(),
        seen.official("coordinator", team.then("coordinator")).needed(),
        seen.official("manager", team.then("manager")).needed(),
        Field.area("hours", team.then("hours"), seen.hours()),
        Field.term("offer", team.then("offer"), seen.words().language()),
        Field.one("backing", team.then("backing").then("silence-agrees"), seen.yesOrNo()));
  }

  @Override
  public String newId(Seen seen, String name) {
    return Subject.free(id(name), seen.directory().moves().from(Moves.What.TEAM)::contains);
  }

  @Override
  public List<Row> heirs(Seen seen, String id) {
    return others(seen, id);
  }

  /** Its people and its topics go to the team that comes in its place, as its questions do. */
  @Override
  public List<Edit> removal(Seen seen, String id, String heir) {
    List<Edit> edits = Subject.super.removal(seen, id, heir);
    edits.add(new Edit.Add(Place.of("moved"), Map.of(TEAM, id, "to", heir)));
    for (String list : List.of("topics", "officials")) {
      seen.file()
          .each(list, TEAM)
          .forEach(
              (entry, team) -> {
                if (team.equals(List.of(id))) {
                  edits.add(new Edit.Put(Place.of(list, entry, TEAM), id, heir));
                }
              });
    }
    return edits;
  }
}
