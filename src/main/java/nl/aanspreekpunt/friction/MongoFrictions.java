package nl.aanspreekpunt.friction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoFrictions implements Frictions {
  private static final Bson LATEST = descending("at", "_id");

  private final Store store;
  private final Table<Friction> frictions;

  MongoFrictions(Store store) {
    this.store = store;
    frictions = store.journaled("frictions", Friction.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "frictions",
        List.of(
            // Not by "into" first: what has none is not in such an index of the embedded database.
            Index.on("state", "into", "at", "_id"),
            Index.on("at", "_id"),
            Index.on("into", "at", "_id"),
            Index.on("report.about", "at", "_id"),
            Index.on("checkAt")));
  }

  @Override
  public Future<Boolean> add(Friction reported) {
    return frictions.insert(reported);
  }

  @Override
  public Future<Optional<Friction>> find(String id) {
    return frictions.find(id);
  }

  @Override
  public Future<Boolean> replace(Friction after, long expectedVersion) {
    return frictions.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Friction>> list(Step.State state, Cursor after, int limit) {
    Bson heads = eq("into", null);
    Bson wanted = state == null ? heads : and(heads, eq("state", state.name()));
    if (after == null) {
      return frictions.find(wanted, LATEST, limit);
    }
    Bson same = and(wanted, eq("at", after.at()), lt("_id", after.id()));
    Bson older = and(wanted, lt("at", after.at()));
    return frictions.find(same, older, LATEST, limit);
  }

  @Override
  public Future<List<Friction>> gathered(String into, int limit) {
    return frictions.find(eq("into", into), LATEST, limit);
  }

  @Override
  public Future<List<Friction>> about(String number, int limit) {
    return frictions.find(eq("report.about", number), LATEST, limit);
  }

  @Override
  public Future<List<Friction>> due(Instant now, int limit) {
    return frictions.find(lte("checkAt", now), ascending("checkAt"), limit);
  }

  @Override
  public Future<List<Friction>> since(Instant moment, Cursor after, int limit) {
    Bson earliest = ascending("at", "_id");
    if (after == null) {
      return frictions.find(gte("at", moment), earliest, limit);
    }
    Bson same = and(eq("at", after.at()), gt("_id", after.id()));
    return frictions.find(same, gt("at", after.at()), earliest, limit);
  }
}
