package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.history.Turns;

/** Handovers in memory, as one node sees them; {@code handovers} is what all nodes share. */
public record MemoryHandovers(Map<String, Handover> handovers, Turns.Side side)
    implements Handovers {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> begin(Handover handover) {
    return side.write(() -> handovers.putIfAbsent(handover.id(), handover) == null);
  }

  @Override
  public Future<Optional<Handover>> find(String official) {
    return side.read(() -> Optional.ofNullable(handovers.get(official)));
  }

  @Override
  public Future<Boolean> replace(Handover after, long expectedVersion) {
    return side.write(
        () -> {
          Handover stored = handovers.get(after.id());
          boolean asExpected = stored != null && stored.version() == expectedVersion;
          if (asExpected) {
            handovers.put(after.id(), after);
          }
          return asExpected;
        });
  }

  @Override
  public Future<List<Handover>> underWay() {
    return side.read(() -> handovers.values().stream().filter(Handover::underWay).toList());
  }
}
