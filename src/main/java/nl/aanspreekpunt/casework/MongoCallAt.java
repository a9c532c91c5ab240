package nl.aanspreekpunt.casework;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

/**
 * Cases that were written before it was kept when somebody is to be called ({@link Case#callAt()})
 * get it at the next start: else the call list would not find them. What another node writes
 * meanwhile has it already.
 */
final class MongoCallAt {
  private static final int AT_ONCE = 200;

  /** Somebody is to be called, by the index that finds where; of all others nothing is read. */
  private static final Bson LACKING = and(gt("numbers", ""), eq("callAt", null));

  private final Table<Case> cases;

  MongoCallAt(Table<Case> cases) {
    this.cases = cases;
  }

  Future<Void> everywhere() {
    return cases
        .find(LACKING, null, AT_ONCE)
        .map(found -> found.stream().filter(one -> one.callAt() != null).toList())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture()
                    : keep(found).compose(kept -> everywhere()));
  }

  private Future<?> keep(List<Case> found) {
    return Future.all(
        found.stream()
            .map(
                one ->
                    cases.set(one.id(), eq("version", one.version()), set("callAt", one.callAt())))
            .toList());
  }
}
