package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers of a case that have not gone.
 *
 * @param all in the order they were written
 * @param writers on whose Today they stand (official ids): who wrote them, and does not know of
 *     them yet
 */
public record Plans(List<Planned> all, List<String> writers) {
  /** In one case at once. */
  public static final int MOST = 5;

  public static final Plans NONE = new Plans(List.of());

  public Plans {
    all = all == null ? List.of() : List.copyOf(all);
    writers = all.stream().filter(Planned::shows).map(Planned::by).distinct().toList();
  }

  public Plans(List<Planned> all) {
    this(all, null);
  }

  public Optional<Planned> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those that go when their moment comes. */
  public List<Planned> waiting() {
    return all.stream().filter(Planned::waits).toList();
  }

  /** When the first one goes; empty when none waits. */
  public Optional<Instant> next() {
    return waiting().stream().map(Planned::goesAt).min(Instant::compareTo);
  }

  public Plans with(Planned one) {
    return find(one.id()).isEmpty()
        ? new Plans(Stream.concat(all.stream(), Stream.of(one)).toList())
        : new Plans(all.stream().map(was -> was.id().equals(one.id()) ? one : was).toList());
  }

  /**
   * @param id null: none
   */
  public Plans without(String id) {
    return new Plans(all.stream().filter(one -> !one.id().equals(id)).toList());
  }
}
