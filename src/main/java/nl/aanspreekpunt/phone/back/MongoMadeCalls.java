package nl.aanspreekpunt.phone.back;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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

/** What stands and what goes on is found by fields that only those have: nulls are not stored. */
final class MongoMadeCalls implements MadeCalls {
  private static final String CALLS = "madeCalls";
  private final Store store;
  private final Table<MadeCall> calls;

  MongoMadeCalls(Store store) {
    this.store = store;
    calls = store.journaled(CALLS, MadeCall.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        CALLS,
        List.of(
            Index.on("stands", "at"),
            Index.on("caseNumber"),
            Index.on("open", "heardAt"),
            Index.on("own.sid")));
  }

  @Override
  public Future<Optional<MadeCall>> find(String id) {
    return calls.find(id);
  }

  @Override
  public Future<Boolean> add(MadeCall first) {
    return calls.insert(first);
  }

  @Override
  public Future<Boolean> replace(MadeCall after, long expectedVersion) {
    return calls.replace(after, expectedVersion);
  }

  @Override
  public Future<List<MadeCall>> standing(String official, int limit) {
    return calls.find(eq("stands", official), ascending("at"), limit);
  }

  @Override
  public Future<List<MadeCall>> ofCase(String number, int limit) {
    return calls.find(eq("caseNumber", number), descending("at"), limit);
  }

  @Override
  public Future<List<MadeCall>> silent(Instant heardBefore, int limit) {
    return calls.find(
        and(eq("open", true), lt("heardAt", heardBefore)), ascending("heardAt"), limit);
  }

  @Override
  public Future<Boolean> known(String sid) {
    return calls.count(eq("own.sid", sid), 1).map(found -> found > 0);
  }

  @Override
  public Future<Void> delete(String id) {
    return calls.delete(id).mapEmpty();
  }
}
