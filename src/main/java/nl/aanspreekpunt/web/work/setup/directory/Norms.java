package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;

/** By when what is promised, for all topics and for one. */
final class Norms implements Subject {
  private static final String ALL = "default";
  private static final String NORMS = "norms";

  @Override
  public String one() {
    return "norm";
  }

  @Override
  public String many() {
    return "normen";
  }

  @Override
  public boolean comesAndGoes() {
    return false;
  }

  @Override
  public List<Row> rows(Seen seen) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(ALL, seen.words().say("gids.norm.all"), null));
    for (Topic topic : seen.directory().topics()) {
      String key = seen.file().at(place(topic.id())) == null ? "gids.norm.none" : "gids.norm.own";
      String name = topic.name().in(seen.words().language());
      rows.add(new Row(topic.id(), name, seen.words().say(key)));
    }
    return rows;
  }

  @Override
  public Place place(String id) {
    return Place.of(NORMS, id);
  }

  @Override
  public boolean exists(Seen seen, String id) {
    return ALL.equals(id) || seen.file().at(Place.of("topics", id)) != null;
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    return terms(place(id)::then, seen.words().language());
  }

  interface Within {
    Place place(String key);
  }

  /** Of a topic, or of a rule. */
  static List<Field> terms(Within of, String language) {
    List<Field> fields = new ArrayList<>();
    for (String key :
        List.of(
            "answer",
            "callback",
            "find-out",
            "decision",
            "consult",
            "backing",
            "elsewhere",
            "friction",
            "silence")) {
      fields.add(Field.term(key, of.place(key), language));
    }
    Place extension = of.place("extension");
    fields.add(Field.term("extension-by", extension.then("by"), language));
    fields.add(Field.line("extension-times", extension.then("times")));
    return fields;
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    String topic = ALL.equals(id) ? null : id;
    NormExamples examples = new NormExamples(seen, as);
    String team = as.topic(id).map(Topic::team).flatMap(as::team).map(Team::id).orElse(null);
    List<Means> means = new ArrayList<>();
    means.add(examples.of(Matter.about(topic, topic == null ? null : team)));
    means.add(examples.stays());
    String own =
        rows(seen).stream()
            .filter(row -> !ALL.equals(row.id()) && seen.file().at(place(row.id())) != null)
            .map(Row::name)
            .collect(Collectors.joining(", "));
    if (topic == null && !own.isEmpty()) {
      means.add(
          Means.of(
              seen.words().say("gids.norm.others"),
              List.of(seen.words().say("gids.norm.others.line", own)),
              Means.Before.ALWAYS));
    }
    return means;
  }
}
