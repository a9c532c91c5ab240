package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stretch of an absence, and who acts in it.
 *
 * @param until exclusive; null: until further notice
 * @param acts official id
 * @param covered whether that is somebody who stands in; else nobody of them is there
 */
public record Stretch(Instant from, Instant until, String acts, boolean covered) {
  /** In order, without anything between; also by those in turn who stand in for who stands in. */
  public static List<Stretch> of(Absence absence, Directory directory) {
    List<Stretch> all = new ArrayList<>();
    List<Instant> turns = List.copyOf(turns(absence, directory));
    for (int i = 0; i < turns.size(); i++) {
      Instant until = i + 1 < turns.size() ? turns.get(i + 1) : absence.until();
      Deputies then = directory.deputies(absence.official(), turns.get(i));
      add(all, new Stretch(turns.get(i), until, then.acts(), then.covered()));
    }
    return all;
  }

  /** One with the one before, when the same official acts. */
  private static void add(List<Stretch> all, Stretch next) {
    Stretch last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && next.acts.equals(last.acts) && next.covered == last.covered) {
      all.set(all.size() - 1, new Stretch(last.from, next.until, last.acts, last.covered));
    } else {
      all.add(next);
    }
  }

  /** Its beginning, and the moments in it at which somebody of them comes or goes. */
  private static TreeSet<Instant> turns(Absence absence, Directory directory) {
    TreeSet<Instant> turns = new TreeSet<>(List.of(absence.from()));
    Set<String> known = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(absence.official()));
    leads(absence.official(), directory).forEach(open::add);
    while (!open.isEmpty()) {
      String one = open.pop();
      if (!known.add(one)) {
        continue;
      }
      directory.official(one).map(Official::deputy).ifPresent(open::add);
      for (Absence away : directory.absences()) {
        if (away.official().equals(one) && meets(away, absence)) {
          turns.add(away.from());
          add(turns, away.until());
          add(open, away.deputy());
        }
      }
      for (Departure gone : directory.departures()) {
        if (gone.official().equals(one)) {
          turns.add(gone.at());
          add(open, gone.successor());
        }
      }
    }
    turns.removeIf(at -> at.isBefore(absence.from()) || !before(at, absence.until()));
    return turns;
  }

  private static List<String> leads(String official, Directory directory) {
    return directory
        .official(official)
        .map(Official::team)
        .flatMap(directory::team)
        .map(team -> List.of(team.coordinator(), team.manager()))
        .orElse(List.of());
  }

  private static <T> void add(Collection<T> all, T one) {
    if (one != null) {
      all.add(one);
    }
  }

  private static boolean meets(Absence one, Absence other) {
    return before(one.from(), other.until()) && before(other.from(), one.until());
  }

  private static boolean before(Instant at, Instant until) {
    return until == null || at.isBefore(until);
  }
}
