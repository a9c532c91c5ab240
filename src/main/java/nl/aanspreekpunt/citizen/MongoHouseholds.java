package nl.aanspreekpunt.citizen;

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

final class MongoHouseholds implements Households {
  private static final int OF_ONE = 20;
  private static final String STOOD = "standing.official";

  private final Store store;
  private final Table<Household> households;

  MongoHouseholds(Store store) {
    this.store = store;
    households = store.journaled("households", Household.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "households", List.of(Index.on("citizens"), Index.on("checkAt"), Index.on(STOOD)));
  }

  @Override
  public Future<Boolean> add(Household made) {
    return households.insert(made);
  }

  @Override
  public Future<Optional<Household>> find(String id) {
    return households.find(id);
  }

  @Override
  public Future<List<Household>> findAll(List<String> ids) {
    return ids.isEmpty() ? Future.succeededFuture(List.of()) : households.findAll(ids);
  }

  @Override
  public Future<List<Household>> ofCitizen(String citizen) {
    return households.find(eq("citizens", citizen), null, OF_ONE);
  }

  @Override
  public Future<List<Household>> stoodForBy(String official, int limit) {
    return households.find(eq(STOOD, official), null, limit);
  }

  @Override
  public Future<Boolean> replace(Household after, long expectedVersion) {
    return households.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Household>> due(Instant now, int limit) {
    return households.find(lte("checkAt", now), ascending("checkAt"), limit);
  }
}
