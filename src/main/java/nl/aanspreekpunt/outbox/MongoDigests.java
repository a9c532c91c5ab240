package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoDigests implements Digests {
  private final Table<Digest> digests;

  MongoDigests(Store store) {
    digests = store.journaled("digests", Digest.class);
  }

  @Override
  public Future<Optional<Digest>> find(String official) {
    return digests.find(official);
  }

  @Override
  public Future<Boolean> begin(Digest first) {
    return digests.insert(first);
  }

  @Override
  public Future<Boolean> replace(Digest after, long expectedVersion) {
    return digests.replace(after, expectedVersion);
  }
}
