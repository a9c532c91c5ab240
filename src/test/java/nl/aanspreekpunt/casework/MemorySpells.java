package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.history.Turns;

/** Absences in memory, as one node sees them; {@code spells} is what all nodes share. */
public record MemorySpells(Map<String, Spell> spells, Turns.Side side) implements Spells {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> begin(Spell spell) {
    return side.write(() -> spells.putIfAbsent(spell.id(), spell) == null);
  }

  @Override
  public Future<Optional<Spell>> find(String id) {
    return side.read(() -> Optional.ofNullable(spells.get(id)));
  }

  @Override
  public Future<List<Spell>> findAll(List<String> ids) {
    return side.read(() -> ids.stream().map(spells::get).filter(Objects::nonNull).toList());
  }

  @Override
  public Future<Boolean> replace(Spell after, long expectedVersion) {
    return side.write(
        () -> {
          Spell before = spells.get(after.id());
          boolean expected = before != null && before.version() == expectedVersion;
          return expected && spells.replace(after.id(), before, after);
        });
  }

  @Override
  public Future<List<Spell>> due(Instant now, int limit) {
    return side.read(
        () ->
            spells.values().stream()
                .filter(one -> one.wakeAt() != null && !one.wakeAt().isAfter(now))
                .sorted(Comparator.comparing(Spell::wakeAt))
                .limit(limit)
                .toList());
  }

  @Override
  public Future<List<Spell>> underWay(int limit) {
    return side.read(() -> spells.values().stream().filter(Spell::underWay).limit(limit).toList());
  }
}
