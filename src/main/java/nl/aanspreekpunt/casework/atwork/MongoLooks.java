package nl.aanspreekpunt.casework.atwork;

import static com.mongodb.client.model.Filters.eq;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoLooks implements Looks {
  private static final String LOOKS = "looks";
  private static final int AT_ONCE = 100;
  private final Store store;
  private final Table<Look> looks;

  MongoLooks(Store store) {
    this.store = store;
    looks = store.table(LOOKS, Look.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(LOOKS, List.of(Index.on("caseNumber")));
  }

  @Override
  public Future<Look> look(String caseNumber, String official, int count, Instant now) {
    return looks
        .find(DraftReply.id(caseNumber, official))
        .compose(
            before -> {
              Look first = Look.first(caseNumber, official, count, now);
              if (before.isEmpty()) {
                return looks.insert(first).map(first);
              }
              Look again = before.get().again(count, now);
              return looks.replace(again, before.get().version()).map(again);
            });
  }

  @Override
  public Future<Optional<Look>> last(String caseNumber, String official) {
    return looks.find(DraftReply.id(caseNumber, official));
  }

  @Override
  public Future<Void> destroy(String caseNumber) {
    return looks
        .find(eq("caseNumber", caseNumber), null, AT_ONCE)
        .compose(
            found -> {
              Future<Void> all = Future.succeededFuture();
              for (Look one : found) {
                all = all.compose(done -> looks.delete(one.id()).mapEmpty());
              }
              return found.size() < AT_ONCE ? all : all.compose(done -> destroy(caseNumber));
            });
  }
}
