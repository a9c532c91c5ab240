package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoSpells implements Spells {
  private final Store store;
  private final Table<Spell> spells;

  MongoSpells(Store store) {
    this.store = store;
    spells = store.journaled("absences", Spell.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("absences", List.of(Index.on("wakeAt"), Index.on("underWay")));
  }

  @Override
  public Future<Boolean> begin(Spell spell) {
    return spells.insert(spell);
  }

  @Override
  public Future<Optional<Spell>> find(String id) {
    return spells.find(id);
  }

  @Override
  public Future<List<Spell>> findAll(List<String> ids) {
    return spells.findAll(ids);
  }

  @Override
  public Future<Boolean> replace(Spell after, long expectedVersion) {
    return spells.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Spell>> due(Instant now, int limit) {
    return spells.find(lte("wakeAt", now), ascending("wakeAt"), limit);
  }

  @Override
  public Future<List<Spell>> underWay(int limit) {
    return spells.find(eq("underWay", true), null, limit);
  }
}
