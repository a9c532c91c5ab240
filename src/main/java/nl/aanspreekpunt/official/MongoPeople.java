package nl.aanspreekpunt.official;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoPeople implements People {
  private static final int MOST = 5_000;
  private static final int AT_ONCE = 100;

  private final Store store;
  private final Table<Person> people;

  MongoPeople(Store store) {
    this.store = store;
    people = store.journaled("people", Person.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        "people",
        List.of(
            Index.on("userName"),
            Index.on("externalId"),
            Index.on("removed", "_id"),
            Index.on("waiting"),
            Index.on("incomplete")));
  }

  @Override
  public Future<Optional<Person>> find(String id) {
    return people.find(id);
  }

  @Override
  public Future<Optional<Person>> byUserName(String userName) {
    return people.find(eq("userName", userName), null, 1).map(found -> found.stream().findFirst());
  }

  @Override
  public Future<List<Person>> byExternalId(String externalId) {
    return people.find(eq("externalId", externalId), null, AT_ONCE);
  }

  @Override
  public Future<List<Person>> all() {
    return people.find(eq("removed", false), ascending("_id"), MOST);
  }

  @Override
  public Future<Boolean> add(Person person) {
    return people.insert(person);
  }

  @Override
  public Future<Boolean> replace(Person after, long expectedVersion) {
    return people.replace(after, expectedVersion);
  }

  @Override
  public Future<List<Person>> waiting(int limit) {
    return people.find(eq("waiting", true), null, limit);
  }

  @Override
  public Future<List<Person>> incomplete() {
    return people.find(eq("incomplete", true), null, AT_ONCE);
  }
}
