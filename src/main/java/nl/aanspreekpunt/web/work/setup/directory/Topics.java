package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Moves;
import nl.aanspreekpunt.official.Place;

/** What questions are about. */
final class Topics implements Subject {
  @Override
  public String one() {
    return "onderwerp";
  }

  @Override
  public String many() {
    return "onderwerpen";
  }

  @Override
  public List<Row> rows(Seen seen) {
    return seen.directory().topics().stream()
        .map(
            one ->
                new Row(
                    one.id(),
                    one.name().in(seen.words().language()),
                    seen.names().team(one.team())))
        .toList();
  }

  @Override
  public Place place(String id) {
    return Place.of("topics", id);
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    Place topic = place(id);
    boolean oneName = seen.file().at(topic.then("name")) instanceof String;
    Place dutch = oneName ? topic.then("name") : topic.then("name").then("nl");
    List<Field> fields = new ArrayList<>();
    fields.add(Field.line("nl", dutch).needed());
    if (!oneName) {
      fields.add(Field.line("en", topic.then("name").then("en")));
    }
    fields.add(Field.one("team", topic.then("team"), seen.teams()).needed());
    fields.add(Field.area("keywords", topic.then("keywords"), Codec.WORDS));
    fields.add(Field.area("addresses", topic.then("addresses"), Codec.WORDS));
    fields.add(Field.flag("confidential", topic.then("confidential")));
    fields.add(Field.flag("formal", topic.then("formal")));
    return fields;
  }

  @Override
  public String newId(Seen seen, String name) {
    return Subject.free(id(name), seen.directory().moves().from(Moves.What.TOPIC)::contains);
  }

  @Override
  public List<Row> heirs(Seen seen, String id) {
    return others(seen, id);
  }

  /** Who helps with it helps with what comes in its place; a norm of its own goes. */
  @Override
  public List<Edit> removal(Seen seen, String id, String heir) {
    List<Edit> edits = Subject.super.removal(seen, id, heir);
    edits.add(new Edit.Add(Place.of("moved"), Map.of("topic", id, "to", heir)));
    Place norm = Place.of("norms", id);
    if (seen.file().at(norm) != null) {
      edits.add(new Edit.Remove(norm, seen.file().at(norm)));
    }
    edits.addAll(instead(seen, "topics", id, heir));
    return edits;
  }

  /** Of officials whose list says one, that says another then. */
  static List<Edit> instead(Seen seen, String list, String id, String heir) {
    List<Edit> edits = new ArrayList<>();
    seen.file()
        .each("officials", list)
        .forEach(
            (official, was) -> {
              if (was.contains(id)) {
                Place place = Place.of("officials", official, list);
                edits.add(new Edit.Put(place, was, instead(was, id, heir)));
              }
            });
    return edits;
  }

  private static List<String> instead(List<String> was, String id, String heir) {
    Set<String> becomes = new LinkedHashSet<>(was);
    becomes.remove(id);
    if (heir != null) {
      becomes.add(heir);
    }
    return List.copyOf(becomes);
  }
}
