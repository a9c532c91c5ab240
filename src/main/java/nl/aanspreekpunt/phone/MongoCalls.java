package nl.aanspreekpunt.phone;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** What goes on is found by a field that only that has: nulls are not stored. */
final class MongoCalls implements Calls {
  private static final String CALLS = "calls";
  private final Store store;
  private final Table<Call> calls;

  MongoCalls(Store store) {
    this.store = store;
    calls = store.journaled(CALLS, Call.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        CALLS,
        List.of(
            Index.on("official", "settleAt"),
            Index.on("official", "startedAt"),
            Index.on("caseNumber"),
            Index.on("settleAt"),
            Index.on("startedAt")));
  }

  @Override
  public Future<Optional<Call>> find(String id) {
    return calls.find(id);
  }

  @Override
  public Future<Boolean> add(Call first) {
    return calls.insert(first);
  }

  @Override
  public Future<Boolean> replace(Call after, long expectedVersion) {
    return calls.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Call>> goingOn(String official, int limit) {
    return calls
        .find(and(eq("official", official), gt("settleAt", Instant.EPOCH)), null, limit)
        .map(all -> all.stream().filter(Call::goesOn).toList());
  }

  @Override
  public Future<List<Call>> lately(String official, Instant since, int limit) {
    return calls.find(
        and(eq("official", official), gt("startedAt", since)), ascending("startedAt"), limit);
  }

  @Override
  public Future<List<Call>> ofCase(String number, int limit) {
    return calls.find(eq("caseNumber", number), null, limit);
  }

  @Override
  public Future<List<Call>> due(Instant now, int limit) {
    return calls.find(lte("settleAt", now), ascending("settleAt"), limit);
  }

  @Override
  public Future<List<Call>> since(Instant moment, int limit) {
    return calls.find(gt("startedAt", moment), ascending("startedAt"), limit);
  }

  @Override
  public Future<Void> tidy(Instant startedBefore) {
    return calls.tidy(and(eq("caseNumber", null), lt("startedAt", startedBefore)), Call::id);
  }

  @Override
  public Future<Void> delete(String id) {
    return calls.delete(id).mapEmpty();
  }
}
