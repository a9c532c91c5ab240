package nl.aanspreekpunt.web.work.bell;

import static com.mongodb.client.model.Updates.max;

import io.vertx.core.Future;
import java.time.Instant;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoLooked implements Looked {
  private final Table<LookedAt> looked;

  MongoLooked(Store store) {
    looked = store.table("looked", LookedAt.class);
  }

  @Override
  public Future<Instant> at(String official) {
    return looked.find(official).map(found -> found.map(LookedAt::at).orElse(Instant.EPOCH));
  }

  @Override
  public Future<Void> now(String official, Instant now) {
    return looked.upsert(official, max("at", now)).mapEmpty();
  }
}
