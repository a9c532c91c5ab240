package nl.aanspreekpunt.outbox.status;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoStatuses implements Statuses {
  private final Table<Passed> passed;

  MongoStatuses(Store store) {
    passed = store.table("statuses", Passed.class);
  }

  @Override
  public Future<Void> heard(String entry, Passed.Step step) {
    return passed
        .find(entry)
        .compose(
            found ->
                found.isEmpty()
                    ? passed.insert(Passed.first(entry, step))
                    : with(found.get(), step))
        .compose(written -> written ? Future.<Void>succeededFuture() : heard(entry, step));
  }

  private Future<Boolean> with(Passed before, Passed.Step step) {
    Passed after = before.with(step);
    return after.equals(before)
        ? Future.succeededFuture(true)
        : passed.replace(after, before.version());
  }

  @Override
  public Future<List<Passed>> findAll(List<String> entries) {
    return entries.isEmpty() ? Future.succeededFuture(List.of()) : passed.findAll(entries);
  }
}
