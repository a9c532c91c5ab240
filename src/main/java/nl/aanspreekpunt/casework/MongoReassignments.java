package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoReassignments implements Reassignments {
  private final Store store;
  private final Table<Reassignment> reassignments;

  MongoReassignments(Store store) {
    this.store = store;
    reassignments = store.journaled("reassignments", Reassignment.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "reassignments",
        List.of(
            Index.on("running"), Index.on("reason", "at"), Index.on("by", "at"), Index.on("at")));
  }

  @Override
  public Future<Boolean> add(Reassignment begun) {
    return reassignments.insert(begun);
  }

  @Override
  public Future<Optional<Reassignment>> find(String id) {
    return reassignments.find(id);
  }

  @Override
  public Future<Boolean> replace(Reassignment after, long expectedVersion) {
    return reassignments.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Reassignment>> rearranged(int limit) {
    return reassignments.find(eq("reason", Reassignment.REARRANGED), descending("at"), limit);
  }

  @Override
  public Future<List<Reassignment>> begunBy(String official, int limit) {
    return reassignments.find(eq("by", official), descending("at"), limit);
  }

  @Override
  public Future<List<Reassignment>> begun(String by, Instant from, Instant until, int limit) {
    Bson when = and(gte("at", from), lt("at", until));
    Bson such = by == null ? when : and(eq("by", by), when);
    return reassignments.find(such, descending("at"), limit, "steps");
  }

  @Override
  public Future<List<Reassignment>> running(int limit) {
    return reassignments.find(eq("running", true), null, limit);
  }
}
