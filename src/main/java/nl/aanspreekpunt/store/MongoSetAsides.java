package nl.aanspreekpunt.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MongoSetAsides implements SetAsides {
  private static final Logger LOG = LoggerFactory.getLogger(SetAsides.class);
  private static final String NAME = "set-asides";
  private static final Bson SOONEST = ascending("until", "_id");
  private static final int MOST_TIDIED = 200;

  private final Store store;
  private final Table<SetAside> all;

  MongoSetAsides(Store store) {
    this.store = store;
    all = store.table(NAME, SetAside.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("until", "_id"), Index.on("queue", "until")));
  }

  @Override
  public Future<Instant> failed(
      SetAside.Queue queue, String reference, Instant now, Throwable why) {
    if (why instanceof StoreAway) {
      return Future.failedFuture(why);
    }
    String id = SetAside.id(queue, reference);
    return all.find(id)
        .map(known -> SetAside.failed(known, queue, reference, now))
        .compose(one -> all.upsert(id, written(one)))
        .map(
            one -> {
              LOG.warn(
                  "{} is set aside until {}, having failed {} times since {}: {}",
                  id,
                  one.until(),
                  one.tries(),
                  one.since(),
                  why.toString());
              return one.until();
            });
  }

  private static Bson written(SetAside one) {
    return combine(
        set("queue", one.queue().name()),
        set("reference", one.reference()),
        set("since", one.since()),
        set("tries", one.tries()),
        set("until", one.until()));
  }

  @Override
  public Future<Map<String, SetAside>> known(SetAside.Queue queue, List<String> references) {
    return all.findAll(references.stream().map(one -> SetAside.id(queue, one)).toList())
        .map(
            found ->
                found.stream().collect(Collectors.toMap(SetAside::reference, Function.identity())));
  }

  @Override
  public Future<Optional<SetAside>> find(String id) {
    return all.find(id);
  }

  @Override
  public Future<Boolean> tryNow(String id, Instant now) {
    return all.change(id, gt("until", now), set("until", now)).map(Optional::isPresent);
  }

  @Override
  public Future<Void> worked(SetAside.Queue queue, String reference) {
    return all.delete(SetAside.id(queue, reference)).mapEmpty();
  }

  @Override
  public Future<List<SetAside>> list(Instant now, int limit) {
    return all.find(gt("until", now.minus(SetAside.TRIED)), ascending("until"), limit)
        .map(found -> found.stream().sorted(Comparator.comparing(SetAside::since)).toList());
  }

  @Override
  public Future<List<SetAside>> page(Instant now, Cursor after, int limit) {
    Bson failing = gt("until", now.minus(SetAside.TRIED));
    if (after == null) {
      return all.find(failing, SOONEST, limit);
    }
    // Two plain ranges instead of one $or: first those of the same moment, then the later ones.
    Bson same = and(eq("until", after.until()), gt("_id", after.id()));
    Bson later = gt("until", latest(after.until(), now.minus(SetAside.TRIED)));
    return all.find(same, SOONEST, limit)
        .compose(
            some ->
                all.find(later, SOONEST, limit)
                    .map(
                        others ->
                            Stream.concat(some.stream(), others.stream()).limit(limit).toList()));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public Future<Long> count(SetAside.Queue queue, Instant now, int atMost) {
    Bson failing = and(eq("queue", queue.name()), gt("until", now.minus(SetAside.TRIED)));
    return all.count(failing, atMost);
  }

  @Override
  public Future<Void> tidy(Instant now) {
    return all.find(lt("until", now.minus(Duration.ofDays(1))), ascending("until"), MOST_TIDIED)
        .compose(old -> Future.all(old.stream().map(one -> all.delete(one.id())).toList()))
        .mapEmpty();
  }
}
