package nl.aanspreekpunt.web.login;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoLockouts implements Lockouts {
  private final Table<Failures> failures;

  MongoLockouts(Store store) {
    failures = store.table("lockouts", Failures.class);
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
}
