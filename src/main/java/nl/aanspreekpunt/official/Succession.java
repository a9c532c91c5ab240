package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who acts when somebody does not: never nobody. Pure. */
final class Succession {
  private final Map<String, Official> people;
  private final Map<String, Team> teams;
  private final Presence presence;

  /**
   * @param people everybody known, in the order of the file, also who departed
   */
  Succession(Map<String, Official> people, Map<String, Team> teams, Presence presence) {
    this.people = people;
    this.teams = teams;
    this.presence = presence;
  }

  /**
   * @param except who must not act
   */
  Official acting(String official, Instant now, Instant before, List<String> except) {
    Predicate<String> present = id -> presence.present(id, now, before);
    Predicate<String> here = id -> presence.here(id, now);
    Predicate<String> employed = id -> presence.employed(id, now);
    List<String> near = new ArrayList<>(chain(official, now));
    near.addAll(leads(official));
    List<String> all = everybody(official);
    return first(
        List.of(
            new Choice(near, present),
            new Choice(near, here),
            new Choice(all, present),
            new Choice(all, here),
            new Choice(near, employed),
            new Choice(all, employed)),
        official,
        except);
  }

  /** Whoever stands in, and for them in turn, as far as they must be asked. */
  Deputies deputies(String official, Instant moment) {
    List<Deputies.Link> links = new ArrayList<>();
    boolean circle = false;
    Deque<String> open = new ArrayDeque<>(standIns(official, moment));
    Set<String> asked = new LinkedHashSet<>(List.of(official));
    boolean covered = false;
    while (!open.isEmpty() && !covered) {
      String next = open.pop();
      if (!asked.add(next)) {
        circle = true;
        continue;
      }
      Deputies.State state = state(next, moment);
      links.add(new Deputies.Link(next, state));
      covered = state == Deputies.State.HERE;
      List<String> further = standIns(next, moment);
      for (int i = further.size() - 1; i >= 0; i--) {
        open.push(further.get(i));
      }
    }
    String acts = acting(official, moment, moment, List.of()).id();
    return new Deputies(links, circle && !covered, acts, covered);
  }

  private Deputies.State state(String official, Instant moment) {
    if (!presence.employed(official, moment)) {
      return Deputies.State.GONE;
    }
    return presence.here(official, moment) ? Deputies.State.HERE : Deputies.State.AWAY;
  }

  /** Whoever took over, present or not; the deputies and leads when nobody was named. */
  Official successor(String official, Instant now, List<String> except) {
    Predicate<String> employed = id -> presence.employed(id, now);
    return first(
        List.of(
            new Choice(List.of(official), employed),
            new Choice(settled(official, now), employed),
            new Choice(chain(official, now), employed),
            new Choice(leads(official), employed),
            new Choice(everybody(official), employed)),
        official,
        except);
  }

  private record Choice(Iterable<String> people, Predicate<String> fit) {}

  private Official first(List<Choice> choices, String official, List<String> except) {
    for (Choice choice : choices) {
      for (String id : choice.people()) {
        if (people.containsKey(id) && !except.contains(id) && choice.fit().test(id)) {
          return people.get(id);
        }
      }
    }
    return people.getOrDefault(official, people.values().iterator().next());
  }

  /** Successors that somebody named, one after the other. */
  private Set<String> settled(String official, Instant now) {
    Set<String> settled = new LinkedHashSet<>();
    String next = official;
    while (next != null && settled.add(next)) {
      next = presence.departure(next, now).map(Departure::successor).orElse(null);
    }
    return settled;
  }

  /** The official, then whoever stands in for them, and for those in turn; each once. */
  private Set<String> chain(String official, Instant now) {
    Set<String> chain = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(official));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (chain.add(next)) {
        List<String> standIns = standIns(next, now);
        for (int i = standIns.size() - 1; i >= 0; i--) {
          open.push(standIns.get(i));
        }
      }
    }
    return chain;
  }

  private List<String> standIns(String official, Instant now) {
    List<String> standIns = new ArrayList<>();
    presence.departure(official, now).map(Departure::successor).ifPresent(standIns::add);
    presence.absence(official, now).map(Absence::deputy).ifPresent(standIns::add);
    Official person = people.get(official);
    if (person != null && person.deputy() != null) {
      standIns.add(person.deputy());
    }
    return standIns;
  }

  private List<String> leads(String official) {
    Official person = people.get(official);
    Team team = person == null ? null : teams.get(person.team());
    return team == null ? List.of() : List.of(team.coordinator(), team.manager());
  }

  /** Colleagues of the same team first. */
  private List<String> everybody(String official) {
    Official person = people.get(official);
    List<String> all = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Official other : people.values()) {
      boolean colleague = person != null && other.team().equals(person.team());
      (colleague ? all : others).add(other.id());
    }
    all.addAll(others);
    return all;
  }
}
