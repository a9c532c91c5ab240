package nl.aanspreekpunt.phone.desk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** What goes on, and what was missed, is found by fields that only those have. */
final class MongoDeskCalls implements DeskCalls {
  private static final String CALLS = "deskCalls";
  private final Store store;
  private final Table<DeskCall> calls;

  MongoDeskCalls(Store store) {
    this.store = store;
    calls = store.journaled(CALLS, DeskCall.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        CALLS, List.of(Index.on("open", "at"), Index.on("missed", "at"), Index.on("endedAt")));
  }

  @Override
  public Future<Optional<DeskCall>> find(String id) {
    return calls.find(id);
  }

  @Override
  public Future<Boolean> add(DeskCall first) {
    return calls.insert(first);
  }

  @Override
  public Future<Boolean> replace(DeskCall after, long expectedVersion) {
    return calls.replace(after, expectedVersion);
  }

  @Override
  public Future<List<DeskCall>> open(int limit) {
    return calls.find(eq("open", true), ascending("at"), limit);
  }

  @Override
  public Future<Void> tidy(Instant endedBefore) {
    return calls.tidy(lt("endedAt", endedBefore), DeskCall::id);
  }

  @Override
  public Future<List<DeskCall>> missed(Instant since, int limit) {
    return calls.find(and(eq("missed", true), gte("at", since)), descending("at"), limit);
  }
}
