package nl.aanspreekpunt.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoEntries implements Entries {
  private static final String TABLE = "search";
  private static final String TERMS = "terms";
  private static final Bson NEWEST_FIRST = Sorts.descending("at", "_id");
  private final Store store;
  private final Table<Entry> entries;

  MongoEntries(Store store) {
    this.store = store;
    entries = store.table(TABLE, Entry.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(
        TABLE,
        List.of(Index.on(TERMS, "at", "_id", "dueAt")),
        List.of(Index.on(TERMS, "at", "_id")));
  }

  @Override
  public Future<List<Entry>> findAll(List<String> ids) {
    return entries.findAll(ids, TERMS);
  }

  @Override
  public Future<Optional<Entry>> find(String id) {
    return entries.find(id);
  }

  @Override
  public Future<Boolean> insert(Entry made) {
    return entries.insert(made);
  }

  @Override
  public Future<Boolean> replace(Entry after, long expectedVersion) {
    return entries.replace(after, expectedVersion);
  }

  @Override
  public Future<Boolean> delete(String id) {
    return entries.delete(id);
  }

  @Override
  public Future<List<Entry>> list(Wanted wanted, Cursor after, int limit) {
    if (after == null) {
      Bson before = wanted.until() == null ? null : lt("at", wanted.until());
      return entries.find(with(wanted, before), NEWEST_FIRST, limit, TERMS);
    }
    Bson same = with(wanted, and(eq("at", after.at()), lt("_id", after.id())));
    Bson older = with(wanted, lt("at", after.at()));
    return entries.find(same, older, NEWEST_FIRST, limit, TERMS);
  }

  private static Bson with(Wanted wanted, Bson place) {
    List<Bson> all = new ArrayList<>();
    wanted.among().forEach(terms -> all.add(in(TERMS, terms)));
    if (wanted.from() != null) {
      all.add(gte("at", wanted.from()));
    }
    if (place != null) {
      all.add(place);
    }
    if (wanted.notFor() != null) {
      all.add(ne("barred", wanted.notFor()));
    }
    if (wanted.dueBefore() != null) {
      all.add(lt("dueAt", wanted.dueBefore()));
    }
    return and(all);
  }
}
