package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoHandovers implements Handovers {
  private static final int AT_ONCE = 100;
  private final Store store;
  private final Table<Handover> handovers;

  MongoHandovers(Store store) {
    this.store = store;
    handovers = store.journaled("handovers", Handover.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure("handovers", List.of(Index.on("underWay")));
  }

  @Override
  public Future<Boolean> begin(Handover handover) {
    return handovers.insert(handover);
  }

  @Override
  public Future<Optional<Handover>> find(String official) {
    return handovers.find(official);
  }

  @Override
  public Future<Boolean> replace(Handover after, long expectedVersion) {
    return handovers.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Handover>> underWay() {
    return handovers.find(eq("underWay", true), null, AT_ONCE);
  }
}
