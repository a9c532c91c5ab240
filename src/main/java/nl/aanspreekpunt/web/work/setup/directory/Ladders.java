package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.web.Choice;

/** What happens when a promise is not kept: in all teams, and in one. */
final class Ladders implements Subject {
  private static final String LADDER = "ladder";

  /** No team has it: an id starts with a letter or a digit. */
  private static final String ALL = "_alle";

  @Override
  public String one() {
    return LADDER;
  }

  @Override
  public String many() {
    return "ladders";
  }

  @Override
  public boolean comesAndGoes() {
    return false;
  }

  @Override
  public List<Row> rows(Seen seen) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(ALL, seen.words().say("gids.ladder.all"), null));
    for (Team team : seen.directory().teams()) {
      String key = seen.file().at(place(team.id())) == null ? "gids.ladder.as" : "gids.ladder.own";
      rows.add(new Row(team.id(), team.name(), seen.words().say(key)));
    }
    return rows;
  }

  @Override
  public Place place(String id) {
    return ALL.equals(id) ? Place.of(LADDER) : Place.of("teams", id, LADDER);
  }

  @Override
  public boolean exists(Seen seen, String id) {
    return ALL.equals(id) || seen.file().at(Place.of("teams", id)) != null;
  }

  @Override
  public List<Field> fields(Seen seen, String id) {
    List<Field> columns =
        List.of(
            Field.line("at", Place.of("at")).as(new StepTime(seen.words().language())).needed(),
            Field.one("to", Place.of("to"), choices(seen, "norms.to.", Rung.To.values())).needed(),
            Field.one("does", Place.of("does"), choices(seen, "gids.does.", Rung.Does.values()))
                .needed());
    return List.of(Field.rows("steps", place(id), new Rows(columns, start(seen))));
  }

  private static List<Choice> choices(Seen seen, String key, Enum<?>... values) {
    return Stream.of(values)
        .map(one -> Seen.choice(word(one), seen.words().say(key + one.name())))
        .toList();
  }

  /** As in the file: {@code take-over}. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The ladder of all teams, as it is. */
  private List<?> start(Seen seen) {
    if (seen.file().at(place(ALL)) instanceof List<?> steps) {
      return steps;
    }
    return List.of(
        step("75%", Rung.To.OFFICIAL, Rung.Does.REMIND),
        step("100%", Rung.To.DEPUTY, Rung.Does.ACT),
        step("+PT4H", Rung.To.COORDINATOR, Rung.Does.REQUIRE_REASSIGNMENT),
        step("+P1D", Rung.To.COORDINATOR, Rung.Does.TAKE_OVER),
        step("+P1D", Rung.To.MANAGER, Rung.Does.TELL));
  }

  private static Map<String, String> step(String at, Rung.To to, Rung.Does does) {
    return Map.of("at", at, "to", word(to), "does", word(does));
  }

  @Override
  public List<Means> means(Seen seen, String id, Filled filled, Directory as) {
    Climb climb = new Climb(seen, as);
    List<Means> means = new ArrayList<>();
    as.teams().stream()
        .filter(team -> ALL.equals(id) || team.id().equals(id))
        .map(climb::of)
        .flatMap(Optional::stream)
        .forEach(means::add);
    List<String> stays = List.of(seen.words().say("gids.stays.ladder"));
    means.add(Means.of(seen.words().say("gids.stays"), stays, Means.Before.ALWAYS));
    return means;
  }
}
