package nl.aanspreekpunt.phone;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoRecordings implements Recordings {
  private static final String RECORDINGS = "call-recordings";
  private final Store store;
  private final Table<Recording> recordings;

  MongoRecordings(Store store) {
    this.store = store;
    recordings = store.journaled(RECORDINGS, Recording.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(RECORDINGS, List.of(Index.on("tryAt")));
  }

  @Override
  public Future<Boolean> add(Recording first) {
    return recordings.insert(first);
  }

  @Override
  public Future<Boolean> replace(Recording after, long expectedVersion) {
    return recordings.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Recording>> due(Instant now, int limit) {
    return recordings.find(lte("tryAt", now), ascending("tryAt"), limit);
  }
}
