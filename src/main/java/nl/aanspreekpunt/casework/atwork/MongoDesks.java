package nl.aanspreekpunt.casework.atwork;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

/** Found by their id alone. */
final class MongoDesks implements Desks {
  private static final int TRIES = 5;
  private final Table<CaseDesk> desks;

  MongoDesks(Store store) {
    desks = store.table("desks", CaseDesk.class);
  }

  @Override
  public Future<List<CaseDesk>> of(List<String> numbers) {
    return desks.findAll(numbers);
  }

  @Override
  public Future<Void> here(String number, String official, boolean writes, Instant now) {
    return here(number, official, writes, now, TRIES);
  }

  private Future<Void> here(
      String number, String official, boolean writes, Instant now, int tries) {
    return desks
        .find(number)
        .compose(
            found -> {
              CaseDesk before = found.orElseGet(() -> CaseDesk.of(number));
              CaseDesk after = before.with(official, writes, now);
              return found.isEmpty() ? desks.insert(after) : desks.replace(after, before.version());
            })
        .compose(
            done ->
                done || tries == 1
                    ? Future.succeededFuture()
                    : here(number, official, writes, now, tries - 1));
  }

  @Override
  public Future<Void> changed(String number) {
    return desks.set(number, combine(inc("beats", 1L), inc("version", 1L)));
  }

  @Override
  public Future<Void> destroy(String number) {
    return desks.delete(number).mapEmpty();
  }
}
