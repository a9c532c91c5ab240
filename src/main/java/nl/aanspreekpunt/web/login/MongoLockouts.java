package nl.aanspreekpunt.web.login;

import static com.mongodb.client.model.Filters.lte;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoLockouts implements Lockouts {
  private static final String TABLE = "lockouts";

  private final Store store;
  private final Table<Failures> failures;

  MongoLockouts(Store store) {
    this.store = store;
    failures = store.table(TABLE, Failures.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(TABLE, List.of(Index.on("last")));
  }

  @Override
  public Future<Optional<Failures>> find(String id) {
    return failures.find(id);
  }

  @Override
  public Future<Boolean> put(Failures next) {
    return next.version() == 1 ? failures.insert(next) : failures.replace(next, next.version() - 1);
  }

  @Override
  public Future<Boolean> forget(String id) {
    return failures.delete(id);
  }

  @Override
  public Future<Void> clean(Instant before) {
    return failures.tidy(lte("last", before), Failures::id);
  }
}
