package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.history.Turns;

/** Reassignments in memory, as one node sees them; {@code all} is what all nodes share. */
public record MemoryReassignments(Map<String, Reassignment> all, Turns.Side side)
    implements Reassignments {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> add(Reassignment begun) {
    return side.write(() -> all.putIfAbsent(begun.id(), begun) == null);
  }

  @Override
  public Future<Optional<Reassignment>> find(String id) {
    return side.read(() -> Optional.ofNullable(all.get(id)));
  }

  @Override
  public Future<Boolean> replace(Reassignment after, long expectedVersion) {
    return side.write(
        () -> {
          Reassignment stored = all.get(after.id());
          boolean asExpected = stored != null && stored.version() == expectedVersion;
          if (asExpected) {
            all.put(after.id(), after);
          }
          return asExpected;
        });
  }

  @Override
  public Future<List<Reassignment>> rearranged(int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<List<Reassignment>> begunBy(String official, int limit) {
    return Future.succeededFuture(
        all.values().stream().filter(one -> one.by().equals(official)).limit(limit).toList());
  }

  @Override
  public Future<List<Reassignment>> begun(String by, Instant from, Instant until, int limit) {
    throw new UnsupportedOperationException("lists are for people");
  }

  @Override
  public Future<List<Reassignment>> running(int limit) {
    return side.read(
        () -> all.values().stream().filter(Reassignment::running).limit(limit).toList());
  }
}
