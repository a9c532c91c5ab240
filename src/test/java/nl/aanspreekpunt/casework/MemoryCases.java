package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.history.Turns;

/** Cases in memory, as one node sees them. */
public final class MemoryCases implements Cases {
  private final State state;
  private final Turns.Side side;

  /** What all nodes share. */
  public static final class State {
    private final Map<String, Case> cases = new TreeMap<>();
    private final Map<String, List<CaseEvent>> pages = new TreeMap<>();

    public List<Case> all() {
      return List.copyOf(cases.values());
    }

    public Optional<Case> find(String number) {
      return Optional.ofNullable(cases.get(number));
    }

    /** Every event of a case, oldest first. */
    public List<CaseEvent> history(Case one) {
      Stream<CaseEvent> older =
          Stream.iterate(0, n -> pages.containsKey(one.id() + "/" + n), n -> n + 1)
              .flatMap(n -> pages.get(one.id() + "/" + n).stream());
      return Stream.concat(older.limit(one.paged()), one.events().stream()).toList();
    }
  }

  public MemoryCases(State state, Turns.Side side) {
    this.state = state;
    this.side = side;
  }

  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> insert(Case opened) {
    return side.write(() -> state.cases.putIfAbsent(opened.id(), opened) == null);
  }

  @Override
  public Future<Optional<Case>> find(String number) {
    return side.read(() -> state.find(number));
  }

  @Override
  public Future<List<Case>> findAll(List<String> numbers) {
    return side.read(() -> numbers.stream().flatMap(one -> state.find(one).stream()).toList());
  }

  @Override
  public Future<Boolean> replace(Case after, long expectedVersion) {
    return side.write(
        () -> {
          Case stored = state.cases.get(after.id());
          boolean asExpected = stored != null && stored.version() == expectedVersion;
          if (asExpected) {
            state.cases.put(after.id(), after);
          }
          return asExpected;
        });
  }

  @Override
  public Future<Boolean> receive(Case after, long expectedVersion) {
    return replace(after, expectedVersion);
  }

  @Override
  public Future<Void> onDisk(String number) {
    return side.write(() -> null);
  }

  @Override
  public Future<Void> settle(String number, long version, Instant wakeAt) {
    return side.write(
        () -> {
          Case stored = state.cases.get(number);
          if (stored != null && stored.version() == version) {
            state.cases.put(number, stored.settled(wakeAt));
          }
          return null;
        });
  }

  @Override
  public Future<Void> keep(String number, int n, List<CaseEvent> events) {
    return side.write(
        () -> {
          state.pages.putIfAbsent(number + "/" + n, List.copyOf(events));
          return null;
        });
  }

  @Override
  public Future<List<CaseEvent>> page(String number, int n) {
    return side.read(() -> state.pages.getOrDefault(number + "/" + n, List.of()));
  }

  @Override
  public Future<List<Case>> due(Instant now, int limit) {
    return find(
        one -> one.wakeAt() != null && !one.wakeAt().isAfter(now),
        Comparator.comparing(Case::wakeAt),
        limit);
  }

  @Override
  public Future<Void> tryNow(String number, Instant until, Instant now) {
    throw new UnsupportedOperationException("people say so");
  }

  @Override
  public Future<Void> setAside(String number, Instant now, Throwable why) {
    return side.write(
        () -> {
          state.cases.computeIfPresent(number, (id, one) -> later(one, now));
          return null;
        });
  }

  private static Case later(Case one, Instant now) {
    return one.pending().isEmpty() ? one.settled(now.plusSeconds(5)) : one;
  }

  @Override
  public Future<List<Case>> promised(String official, int limit) {
    return find(
        one -> one.concerns().contains(official) && one.dueAt() != null,
        Comparator.comparing(Case::dueAt),
        limit);
  }

  @Override
  public Future<List<Case>> closedAbout(String topic, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Case>> asked(String official, int limit) {
    return find(
        one ->
            one.care().inward().concerns().contains(official)
                && one.care().inward().dueAt() != null,
        Comparator.comparing(one -> one.care().inward().dueAt()),
        limit);
  }

  @Override
  public Future<List<Case>> idle(String official, int limit) {
    return find(one -> one.concerns().contains(official) && one.dueAt() == null, NEWEST, limit);
  }

  @Override
  public Future<List<Case>> offeredTo(String official, int limit) {
    return find(one -> one.offer() != null && one.offer().to().equals(official), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> actedBy(String official, int limit) {
    return find(one -> one.open() && one.acts(official), NEWEST, limit);
  }

  @Override
  public Future<Long> countOpen(String official, int atMost) {
    return find(one -> one.concerns().contains(official), NEWEST, atMost)
        .map(List::size)
        .map(Integer::longValue);
  }

  @Override
  public Future<Long> countPressing(String official, Instant until, int atMost) {
    return find(
            one ->
                one.concerns().contains(official)
                    && one.dueAt() != null
                    && !one.dueAt().isAfter(until),
            NEWEST,
            atMost)
        .map(List::size)
        .map(Integer::longValue);
  }

  @Override
  public Future<Long> countOpenOf(String official, int atMost) {
    return openOf(official, atMost).map(List::size).map(Integer::longValue);
  }

  @Override
  public Future<Long> countDue(Instant after, Instant until, int atMost) {
    return find(
            one -> one.dueAt() != null && one.dueAt().isAfter(after) && !one.dueAt().isAfter(until),
            NEWEST,
            atMost)
        .map(List::size)
        .map(Integer::longValue);
  }

  @Override
  public Future<List<Case>> openOf(String official, int limit) {
    return find(
        one -> one.open() && one.official().equals(official),
        Comparator.comparing(Case::openedAt),
        limit);
  }

  @Override
  public Future<List<Case>> openAbout(String topic, int limit) {
    return find(
        one -> one.open() && topic.equals(one.topic()),
        Comparator.comparing(Case::openedAt),
        limit);
  }

  @Override
  public Future<List<Case>> openInTeam(String team, int limit) {
    return find(
        one -> one.open() && one.team().equals(team), Comparator.comparing(Case::openedAt), limit);
  }

  @Override
  public Future<List<Case>> ofTeam(String team, int limit) {
    return find(one -> one.team().equals(team) && one.dueAt() != null, NEWEST, limit);
  }

  @Override
  public Future<List<Case>> waking(String team, Instant before, int limit) {
    return find(
        one -> one.team().equals(team) && one.wakeAt() != null && one.wakeAt().isBefore(before),
        Comparator.comparing(Case::wakeAt),
        limit);
  }

  @Override
  public Future<List<Case>> uncertain(String team, int limit) {
    return find(one -> one.team().equals(team) && one.route().uncertain(), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> uncertainOf(String official, int limit) {
    throw new UnsupportedOperationException("no worklist here");
  }

  @Override
  public Future<List<Case>> corrected(int limit) {
    throw new UnsupportedOperationException("no corrected topics here");
  }

  @Override
  public Future<List<Case>> unsteady(String team, int limit) {
    throw new UnsupportedOperationException("no team's page here");
  }

  @Override
  public Future<List<Case>> taken(String official, int limit) {
    return find(one -> one.takers().contains(official), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> calling(String number, int limit) {
    return find(one -> one.numbers().contains(number), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> toCall(String official, Cursor after, int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<List<Case>> invoked(String principle, int limit) {
    return find(one -> one.care().principled().used().contains(principle), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> tallied(String quarter, ByCitizen after, int limit) {
    Comparator<Case> byCitizen = Comparator.comparing(Case::citizen).thenComparing(Case::id);
    return find(
        one ->
            one.care().tally() != null
                && one.care().tally().quarters().contains(quarter)
                && (after == null
                    || (one.citizen() + " " + one.id())
                            .compareTo(after.citizen() + " " + after.number())
                        > 0),
        byCitizen,
        limit);
  }

  @Override
  public Future<Void> tally(Case asRead, Tally counted) {
    return Future.succeededFuture();
  }

  @Override
  public Future<List<Case>> owing(String official, int limit) {
    return find(one -> one.care().principled().owing().contains(official), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> unsentOf(String official, int limit) {
    return find(one -> one.care().plans().writers().contains(official), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> mentioning(String official, int limit) {
    return find(one -> one.care().mentions().waiting().contains(official), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> ofAddress(Address address, int limit) {
    return find(one -> one.participant(address).isPresent(), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> ofCitizen(String citizen, int limit) {
    return find(one -> one.citizen().equals(citizen), NEWEST, limit);
  }

  @Override
  public Future<List<Case>> list(Filter filter, Cursor after, int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<List<Case>> concerning(String official, Cursor after, int limit) {
    return find(one -> one.concerns().contains(official), NEWEST, limit);
  }

  private static final Comparator<Case> NEWEST =
      Comparator.comparing(Case::openedAt).thenComparing(Case::id).reversed();

  private Future<List<Case>> find(Predicate<Case> matching, Comparator<Case> order, int limit) {
    return side.read(
        () -> state.cases.values().stream().filter(matching).sorted(order).limit(limit).toList());
  }
}
