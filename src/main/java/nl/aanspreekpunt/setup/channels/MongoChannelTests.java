package nl.aanspreekpunt.setup.channels;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;

final class MongoChannelTests implements ChannelTests {
  private static final String NAME = "channel-tests";
  private static final int AT_ONCE = 100;

  private final Store store;
  private final Table<ChannelTest> tests;

  MongoChannelTests(Store store) {
    this.store = store;
    tests = store.table(NAME, ChannelTest.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("askedAt", "_id")));
  }

  @Override
  public Future<Boolean> add(ChannelTest test) {
    return tests.insert(test);
  }

  @Override
  public Future<Optional<ChannelTest>> find(String id) {
    return tests.find(id);
  }

  @Override
  public Future<List<ChannelTest>> latest(int limit) {
    return tests.find(gt("askedAt", Instant.EPOCH), descending("askedAt", "_id"), limit);
  }

  @Override
  public Future<Boolean> came(String id, Came came) {
    Bson once =
        and(
            in("receipt", Arrays.asList(null, came.receipt())),
            gt("askedAt", came.at().minus(ChannelTest.KNOWN)));
    Bson update =
        combine(
            set("cameAt", came.at()),
            set("receipt", came.receipt()),
            set("way", came.way()),
            set("proven", came.proven()),
            came.doubt() == null ? unset("doubt") : set("doubt", came.doubt()));
    return tests.change(id, once, update).map(Optional::isPresent);
  }

  @Override
  public Future<Void> clean(Instant before) {
    return tests
        .find(lt("askedAt", before), ascending("askedAt"), AT_ONCE)
        .compose(
            old -> Future.all(old.stream().map(one -> tests.delete(one.id())).toList()).mapEmpty());
  }
}
