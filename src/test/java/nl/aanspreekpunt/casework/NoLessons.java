package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nobody taught anything, for towns in memory. */
public final class NoLessons implements Lessons {
  @Override
  public Future<Void> prepare() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> teach(Lesson lesson) {
    throw nobodyTeaches();
  }

  @Override
  public Future<Optional<Lesson>> find(String id) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<List<Lesson>> of(String sender) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Lesson>> words() {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Lesson>> latest(int limit) {
    return words();
  }

  @Override
  public Future<List<Lesson>> ofTeam(String team, int limit) {
    return words();
  }

  @Override
  public Future<Void> revoke(String id, String by, Instant at) {
    throw nobodyTeaches();
  }

  @Override
  public Future<Void> forget(String id) {
    throw nobodyTeaches();
  }

  private static UnsupportedOperationException nobodyTeaches() {
    return new UnsupportedOperationException("nobody teaches here");
  }
}
