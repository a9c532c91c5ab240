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
import java.util.Optional;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MongoSetAsides implements SetAsides {
  private static final Logger LOG = LoggerFactory.getLogger(SetAsides.class);
  private static final String NAME = "set-asides";
  private static final long FIRST_S = 5;
  private static final long LONGEST_S = 600;
  private static final int MOST_TIDIED = 200;

  /** Tried again by then, and not set aside again: it works. */
  private static final Duration TRIED = Duration.ofMinutes(2);

  private final Store store;
  private final Table<SetAside> all;

  MongoSetAsides(Store store) {
    this.store = store;
    all = store.table(NAME, SetAside.class);
  }

  @Override
  public Future<Void> prepare() {
    return store.ensure(NAME, List.of(Index.on("until"), Index.on("queue", "until")));
  }

  @Override
  public Future<Instant> failed(
      SetAside.Queue queue, String reference, Instant now, Throwable why) {
    if (why instanceof StoreAway) {
      return Future.failedFuture(why);
    }
    String id = SetAside.id(queue, reference);
    return all.find(id)
        .map(known -> again(known.filter(one -> fails(one, now)), queue, reference, now))
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

  private static boolean fails(SetAside one, Instant now) {
    return one.until().isAfter(now.minus(TRIED));
  }

  private static SetAside again(
      Optional<SetAside> before, SetAside.Queue queue, String reference, Instant now) {
    int tries = before.map(SetAside::tries).orElse(0) + 1;
    long pause = Math.min(LONGEST_S, FIRST_S << Math.min(tries - 1, 10));
    return new SetAside(
        SetAside.id(queue, reference),
        queue,
        reference,
        before.map(SetAside::since).orElse(now),
        tries,
        now.plusSeconds(pause));
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
  public Future<List<SetAside>> list(Instant now, int limit) {
    return all.find(gt("until", now.minus(TRIED)), ascending("until"), limit)
        .map(found -> found.stream().sorted(Comparator.comparing(SetAside::since)).toList());
  }

  @Override
  public Future<Long> count(SetAside.Queue queue, Instant now, int atMost) {
    Bson failing = and(eq("queue", queue.name()), gt("until", now.minus(TRIED)));
    return all.count(failing, atMost);
  }

  @Override
  public Future<Void> tidy(Instant now) {
    return all.find(lt("until", now.minus(Duration.ofDays(1))), ascending("until"), MOST_TIDIED)
        .compose(old -> Future.all(old.stream().map(one -> all.delete(one.id())).toList()))
        .mapEmpty();
  }
}
