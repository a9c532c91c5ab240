package nl.aanspreekpunt.citizen;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where nobody is linked to anybody. */
public final class NoHouseholds implements Households {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> add(Household made) {
    return Future.failedFuture("nobody is linked here");
  }

  @Override
  public Future<Optional<Household>> find(String id) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<List<Household>> findAll(List<String> ids) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Household>> ofCitizen(String citizen) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Household>> stoodForBy(String official, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Boolean> replace(Household after, long expectedVersion) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<List<Household>> due(Instant now, int limit) {
    return Future.succeededFuture(List.of());
  }
}
