package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.Choice;

/** Norms for what fits, by topic, team, channel and class; the first that says something holds. */
final class NormRules implements Subject {
  @Override
  public String one() {
    return "normregel";
  }

  @Override
  public String many() {
    return "normregels";
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public Place place(String id) {
    return Place.of("norms", "rules");
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    List<Field> columns = new ArrayList<>();
    columns.add(Field.one("topic", Place.of("topic"), seen.topics()));
    columns.add(Field.one("team", Place.of("team"), seen.teams()));
    columns.add(
        Field.one(
            "channel",
            Place.of("channel"),
            choices(seen, "gids.channel.", "email", "sms", "web", "api", "phone")));
    columns.add(
        Field.one(
            "class",
            Place.of("class"),
            choices(seen, "gids.class.", "question", "callback", "complaint", "formal")));
    columns.addAll(Norms.terms(key -> Place.of(key), seen.words().language()));
    return List.of(Field.rows("rules", place(id), new Rows(columns, List.of())));
  }

  private static List<Choice> choices(Seen seen, String key, String... values) {
    return Stream.of(values).map(one -> Seen.choice(one, seen.words().say(key + one))).toList();
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    NormExamples examples = new NormExamples(seen, as);
    return List.of(examples.ofTopics(), examples.stays());
  }
}
