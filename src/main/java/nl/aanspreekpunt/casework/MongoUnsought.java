package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoUnsought implements Unsought {
  private static final String TABLE = "cases";
  private final Store store;
  private final Table<Case> cases;

  MongoUnsought(Store store) {
    this.store = store;
    cases = store.table(TABLE, Case.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(TABLE, List.of(Index.on(MARK)));
  }

  @Override
  public Future<List<Case>> by(Instant now, int limit) {
    return cases.find(lte(MARK, now), ascending(MARK), limit);
  }

  @Override
  public Future<Void> done(Case asRead) {
    return cases.set(asRead.id(), eq("version", asRead.version()), unset(MARK));
  }

  @Override
  public Future<Void> later(Case asRead, Instant at) {
    return cases.set(asRead.id(), eq("version", asRead.version()), set(MARK, at));
  }

  @Override
  public Future<Long> count(Instant now, int atMost) {
    return cases.count(lte(MARK, now), atMost);
  }
}
