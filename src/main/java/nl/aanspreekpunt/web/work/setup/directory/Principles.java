package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.OnCall;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.web.Choice;

/** What officials may act on, for questions about a topic. */
final class Principles implements Subject {
  private static final String TOPICS = "topics";

  @Override
  public String one() {
    return "uitgangspunt";
  }

  @Override
  public String many() {
    return "uitgangspunten";
  }

  @Override
  public boolean comesAndGoes() {
    return false;
  }

  @Override
  public List<Row> rows(Seen seen) {
    return seen.directory().topics().stream()
        .map(
            topic ->
                new Row(
                    topic.id(),
                    topic.name().in(seen.words().language()),
                    topic.principle() == null
                        ? seen.words().say("gids.uitgangspunt.none")
                        : topic.principle().words().in(seen.words().language())))
        .toList();
  }

  @Override
  public Place place(String id) {
    return Place.of(TOPICS, id, "principle");
  }

  @Override
  public boolean exists(Seen seen, String id) {
    return seen.file().at(Place.of(TOPICS, id)) != null;
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    Place principle = place(id);
    Codec clock = new Term(seen.words().language(), true);
    List<Field> fields = new ArrayList<>();
    inBoth("words", principle, seen, fields);
    inBoth("mandate", principle, seen, fields);
    fields.add(Field.several("who", principle.then("may").then("who"), who(seen)));
    fields.add(Field.line("up-to", principle.then("may").then("up-to")));
    fields.add(Field.line("urgency", principle.then("urgency")).as(clock));
    fields.add(OnCallRota.rota(seen, principle.then(OnCallRota.ON_CALL)));
    fields.add(Field.line("told-within", principle.then("told-within")).as(clock));
    fields.add(Field.area("signs", principle.then("signs"), Codec.WORDS));
    inBoth("meanwhile", principle, seen, fields);
    return fields;
  }

  /** One text for both languages stays one. */
  private static void inBoth(String key, Place principle, Seen seen, List<Field> fields) {
    Place place = principle.then(key);
    boolean one = seen.file().at(place) instanceof String;
    fields.add(Field.area(key + "-nl", one ? place : place.then("nl"), Codec.TEXT));
    if (!one) {
      fields.add(Field.area(key + "-en", place.then("en"), Codec.TEXT));
    }
  }

  private static List<Choice> who(Seen seen) {
    return Stream.concat(
            Stream.of("anybody", "topic", "coordinator", "manager")
                .map(one -> Seen.choice(one, seen.words().say("gids.may." + one))),
            seen.teams().stream())
        .toList();
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    Optional<Topic> topic = as.topic(id).filter(one -> one.principle() != null);
    if (topic.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        seen.words()
            .say(
                "gids.uitgangspunt.urgent",
                new NormExamples(seen, as)
                    .moment(
                        as.clock(topic.get().team())
                            .everyHour()
                            .after(seen.now(), topic.get().principle().urgency()))));
    List<String> order =
        OnCall.order(as, topic.get(), seen.now(), List.of()).stream()
            .map(one -> seen.names().of(one.official()))
            .toList();
    lines.add(
        seen.words()
            .say(
                "gids.uitgangspunt.told",
                String.join(", ", order),
                topic.get().principle().within().toMinutes()));
    List<Means> means = new ArrayList<>();
    means.add(Means.of(seen.words().say("gids.example"), lines, Means.Before.CHANGED));
    Object rota = filled.value(OnCallRota.ON_CALL);
    if (rota != null) {
      means.addAll(new Week(seen, as).of(rota));
    }
    return means;
  }
}
