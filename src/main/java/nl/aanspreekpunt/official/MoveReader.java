package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code moved} of the directory file, and checks it against the rest. */
final class MoveReader {
  private MoveReader() {}

  static Moves read(Section file) {
    List<Moves.Move> all = new ArrayList<>();
    for (Section one : file.sections("moved")) {
      one.only("topic", "team", "to", "neighbourhoods", "officials");
      String topic = one.idOrNull("topic");
      String team = one.idOrNull("team");
      if ((topic == null) == (team == null)) {
        one.mistake("topic", "either a topic or a team that is no more is expected");
        continue;
      }
      all.add(
          new Moves.Move(
              topic != null ? Moves.What.TOPIC : Moves.What.TEAM,
              topic != null ? topic : team,
              one.id("to"),
              one.texts("neighbourhoods"),
              one.texts("officials")));
    }
    return new Moves(all);
  }

  static void check(Definition definition, Mistakes mistakes) {
    Moves moves = definition.moves();
    Set<String> topics = ids(definition.topics().stream().map(Topic::id).toList());
    Set<String> teams = ids(definition.teams().stream().map(Team::id).toList());
    for (int i = 0; i < moves.all().size(); i++) {
      Moves.Move one = moves.all().get(i);
      boolean isTopic = one.what() == Moves.What.TOPIC;
      String place = "moved[" + i + "]";
      check(one, place, isTopic ? topics : teams, moves, mistakes);
      known(
          place + ".neighbourhoods",
          one.neighbourhoods(),
          mistakes,
          "neighbourhood",
          definition.neighbourhoods()::containsKey);
      known(
          place + ".officials",
          one.officials(),
          mistakes,
          "official",
          id -> definition.officials().stream().anyMatch(official -> official.id().equals(id)));
    }
  }

  private static Set<String> ids(List<String> all) {
    return new HashSet<>(all);
  }

  private static void check(
      Moves.Move one, String place, Set<String> there, Moves moves, Mistakes mistakes) {
    String what = one.what() == Moves.What.TOPIC ? "topic" : "team";
    if (there.contains(one.from())) {
      mistakes.add(
          place + "." + what,
          "'" + one.from() + "' is still there; one that is no more is expected");
    }
    if (moves.all().stream().noneMatch(other -> same(one, other) && other.rest())) {
      mistakes.add(
          place + "." + what,
          "where the rest of '"
              + one.from()
              + "' goes is expected too, without neighbourhoods and"
              + " officials");
    }
    boolean moved = moves.from(one.what()).contains(one.to());
    if (!there.contains(one.to()) && !moved) {
      mistakes.add(
          place + ".to", "there is no " + what + " '" + one.to() + "'; the id of one is expected");
    }
    boolean ends =
        !moved || moves.of(one.what(), one.to(), null, null).filter(there::contains).isPresent();
    if (!ends) {
      mistakes.add(place + ".to", "a " + what + " that is there is expected at the end");
    }
  }

  private static boolean same(Moves.Move one, Moves.Move other) {
    return one.what() == other.what() && one.from().equals(other.from());
  }

  private static void known(
      String place, List<String> ids, Mistakes mistakes, String what, Predicate<String> exists) {
    for (String id : ids) {
      if (!exists.test(id)) {
        mistakes.add(place, "there is no " + what + " '" + id + "'; the id of one is expected");
      }
    }
  }
}
