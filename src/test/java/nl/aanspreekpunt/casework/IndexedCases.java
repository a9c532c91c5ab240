package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.aanspreekpunt.citizen.Address;

/** Cases of a whole year in memory, found without looking at all: for the simulation. */
public final class IndexedCases implements Cases {
  private final Map<String, Case> cases = new HashMap<>();
  private final TreeSet<Timed> waking = new TreeSet<>(Timed.SOONEST);
  private final Map<String, TreeSet<Timed>> promised = new HashMap<>();
  private final Map<String, Set<String>> concerning = new HashMap<>();
  private final Map<String, Set<String>> ofOfficial = new HashMap<>();
  private final Map<String, Set<String>> ofCitizen = new HashMap<>();
  private final Map<String, Set<String>> calling = new HashMap<>();

  private record Timed(Instant at, String number) {
    private static final Comparator<Timed> SOONEST =
        Comparator.comparing(Timed::at).thenComparing(Timed::number);
  }

  /** All that are known, open or not forgotten. */
  public Collection<Case> all() {
    return cases.values();
  }

  /** Leaves it out, so that a year fits into memory. */
  public void forget(String number) {
    Case gone = cases.remove(number);
    if (gone != null) {
      unindex(gone);
    }
  }

  private void put(Case one) {
    Case before = cases.put(one.id(), one);
    if (before != null) {
      unindex(before);
    }
    if (one.wakeAt() != null) {
      waking.add(new Timed(one.wakeAt(), one.id()));
    }
    for (String official : one.concerns()) {
      add(concerning, official, one.id());
      if (one.dueAt() != null) {
        promised
            .computeIfAbsent(official, key -> new TreeSet<>(Timed.SOONEST))
            .add(new Timed(one.dueAt(), one.id()));
      }
    }
    if (one.open()) {
      add(ofOfficial, one.official(), one.id());
    }
    add(ofCitizen, one.citizen(), one.id());
    one.numbers().forEach(number -> add(calling, number, one.id()));
  }

  private void unindex(Case one) {
    if (one.wakeAt() != null) {
      waking.remove(new Timed(one.wakeAt(), one.id()));
    }
    for (String official : one.concerns()) {
      concerning.get(official).remove(one.id());
      if (one.dueAt() != null) {
        promised.get(official).remove(new Timed(one.dueAt(), one.id()));
      }
    }
    if (one.open()) {
      ofOfficial.get(one.official()).remove(one.id());
    }
    ofCitizen.get(one.citizen()).remove(one.id());
    one.numbers().forEach(number -> calling.get(number).remove(one.id()));
  }

  private static void add(Map<String, Set<String>> index, String key, String number) {
    index.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(number);
  }

  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> insert(Case opened) {
    boolean anew = !cases.containsKey(opened.id());
    if (anew) {
      put(opened);
    }
    return Future.succeededFuture(anew);
  }

  @Override
  public Future<Optional<Case>> find(String number) {
    return Future.succeededFuture(Optional.ofNullable(cases.get(number)));
  }

  @Override
  public Future<List<Case>> findAll(List<String> numbers) {
    return found(numbers, numbers.size());
  }

  @Override
  public Future<Boolean> replace(Case after, long expectedVersion) {
    Case stored = cases.get(after.id());
    boolean asExpected = stored != null && stored.version() == expectedVersion;
    if (asExpected) {
      put(after);
    }
    return Future.succeededFuture(asExpected);
  }

  @Override
  public Future<Boolean> receive(Case after, long expectedVersion) {
    return replace(after, expectedVersion);
  }

  @Override
  public Future<Void> onDisk(String number) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> settle(String number, long version, Instant wakeAt) {
    Case stored = cases.get(number);
    if (stored != null && stored.version() == version) {
      put(stored.settled(wakeAt));
    }
    return Future.succeededFuture();
  }

  /** What is older than the latest events is nobody's concern here. */
  @Override
  public Future<Void> keep(String number, int n, List<CaseEvent> events) {
    return Future.succeededFuture();
  }

  @Override
  public Future<List<CaseEvent>> page(String number, int n) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Case>> due(Instant now, int limit) {
    return Future.succeededFuture(
        waking.stream()
            .takeWhile(one -> !one.at().isAfter(now))
            .limit(limit)
            .map(one -> cases.get(one.number()))
            .toList());
  }

  @Override
  public Future<Void> tryNow(String number, Instant until, Instant now) {
    throw new UnsupportedOperationException("people say so");
  }

  @Override
  public Future<Void> setAside(String number, Instant now, Throwable why) {
    throw new IllegalStateException("case " + number + " cannot be attended to", why);
  }

  @Override
  public Future<List<Case>> promised(String official, int limit) {
    return Future.succeededFuture(
        promised.getOrDefault(official, new TreeSet<>(Timed.SOONEST)).stream()
            .limit(limit)
            .map(one -> cases.get(one.number()))
            .toList());
  }

  @Override
  public Future<List<Case>> closedAbout(String topic, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Case>> asked(String official, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Case>> idle(String official, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Case>> actedBy(String official, int limit) {
    return Future.succeededFuture(
        concerned(official).filter(one -> one.open() && one.acts(official)).limit(limit).toList());
  }

  @Override
  public Future<List<Case>> offeredTo(String official, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Long> countOpen(String official, int atMost) {
    return count(concerning, official, atMost);
  }

  @Override
  public Future<Long> countPressing(String official, Instant until, int atMost) {
    return Future.succeededFuture(
        promised.getOrDefault(official, new TreeSet<>(Timed.SOONEST)).stream()
            .takeWhile(one -> !one.at().isAfter(until))
            .limit(atMost)
            .count());
  }

  @Override
  public Future<Long> countOpenOf(String official, int atMost) {
    return count(ofOfficial, official, atMost);
  }

  private static Future<Long> count(Map<String, Set<String>> index, String key, int atMost) {
    return Future.succeededFuture(
        (long) Math.min(atMost, index.getOrDefault(key, Set.of()).size()));
  }

  @Override
  public Future<List<Case>> openOf(String official, int limit) {
    return found(ofOfficial.getOrDefault(official, new HashSet<>()), limit);
  }

  @Override
  public Future<List<Case>> ofAddress(Address address, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> ofCitizen(String citizen, int limit) {
    List<String> numbers = new ArrayList<>(ofCitizen.getOrDefault(citizen, Set.of()));
    java.util.Collections.reverse(numbers);
    return found(numbers, limit);
  }

  @Override
  public Future<List<Case>> invoked(String principle, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> tallied(String quarter, ByCitizen after, int limit) {
    throw forPeople();
  }

  @Override
  public Future<Void> tally(Case asRead, Tally counted) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> owing(String official, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> unsentOf(String official, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> mentioning(String official, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> taken(String official, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> toCall(String official, Cursor after, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> calling(String number, int limit) {
    return found(calling.getOrDefault(number, Set.of()), limit);
  }

  private java.util.stream.Stream<Case> concerned(String official) {
    return concerning.getOrDefault(official, Set.of()).stream().map(cases::get);
  }

  private Future<List<Case>> found(Collection<String> numbers, int limit) {
    return Future.succeededFuture(
        numbers.stream().filter(cases::containsKey).limit(limit).map(cases::get).toList());
  }

  @Override
  public Future<Long> countDue(Instant after, Instant until, int atMost) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> ofTeam(String team, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> waking(String team, Instant before, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> uncertainOf(String official, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> corrected(int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> openAbout(String topic, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> openInTeam(String team, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> unsteady(String team, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> uncertain(String team, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> list(Filter filter, Cursor after, int limit) {
    throw forPeople();
  }

  @Override
  public Future<List<Case>> concerning(String official, Cursor after, int limit) {
    throw forPeople();
  }

  private static UnsupportedOperationException forPeople() {
    return new UnsupportedOperationException("lists are for people");
  }
}
