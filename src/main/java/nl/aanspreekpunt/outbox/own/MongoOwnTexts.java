package nl.aanspreekpunt.outbox.own;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Samples;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All in one document, changed only when nobody else changed it in between. It holds the change
 * that made it until that is in the history, so that the two agree wherever a crash comes.
 */
final class MongoOwnTexts implements OwnTexts {
  private static final Logger LOG = LoggerFactory.getLogger(MongoOwnTexts.class);
  private static final String HISTORY = "letter-text-changes";
  private static final int TRIES = 20;
  private static final String[] ALL_BUT_VERSION = {"texts", "change"};
  private final Vertx vertx;
  private final Letters letters;
  private final Table<StoredTexts> documents;
  private final Table<TextChange> history;
  private final TextCheck check;
  private volatile InUse current = new InUse(0, Map.of(), Map.of());

  private MongoOwnTexts(Vertx vertx, Store store, Letters letters, TextCheck check) {
    this.vertx = vertx;
    this.letters = letters;
    this.check = check;
    documents = store.journaled("letter-texts", StoredTexts.class);
    history = store.journaled(HISTORY, TextChange.class);
  }

  static Future<OwnTexts> open(Vertx vertx, Store store, Letters letters) {
    return store
        .ensure(HISTORY, List.of(Index.on("at"), Index.on("by", "at")))
        .compose(ready -> vertx.executeBlocking(() -> new TextCheck(letters, new Samples(letters))))
        .map(check -> new MongoOwnTexts(vertx, store, letters, check))
        .compose(texts -> texts.refresh().compose(now -> texts.complete()).map(texts));
  }

  /** A change that a crash kept from the history is in it before anybody asks for a period. */
  private Future<Void> complete() {
    return stored().compose(this::remember);
  }

  @Override
  public InUse current() {
    return current;
  }

  @Override
  public TextCheck check() {
    return check;
  }

  @Override
  public Future<InUse> refresh() {
    return documents
        .find(Filters.eq("_id", StoredTexts.ID), null, 1, ALL_BUT_VERSION)
        .compose(
            found ->
                found.isEmpty() || found.get(0).version() == current.version()
                    ? Future.succeededFuture(current)
                    : stored().compose(this::publish));
  }

  private Future<StoredTexts> stored() {
    return documents.find(StoredTexts.ID).map(found -> found.orElse(StoredTexts.NONE));
  }

  /** Checking makes some messages: that is no work for an event loop. */
  private Future<InUse> publish(StoredTexts stored) {
    return vertx
        .executeBlocking(() -> InUse.of(stored, check))
        .map(
            read -> {
              take(read);
              return read;
            });
  }

  /** Never back to an earlier version, whoever comes last. */
  private synchronized void take(InUse read) {
    if (read.version() > current.version()) {
      current = read;
      read.wrong().keySet().forEach(one -> LOG.warn("own text '{}' cannot be said any more", one));
    }
  }

  @Override
  public Future<Became> keep(
      String key, long version, String dutch, String english, String by, Instant at) {
    StoredTexts.Wish wish =
        new StoredTexts.Wish(
            key,
            version,
            dutch,
            english,
            OwnText.mark(letters.texts("nl").program(key)),
            OwnText.mark(letters.texts("en").program(key)),
            by,
            at);
    return keep(wish, TRIES);
  }

  private Future<Became> keep(StoredTexts.Wish wish, int triesLeft) {
    return stored()
        .compose(
            before -> {
              OwnText now = before.text(wish.key());
              Optional<StoredTexts> next = before.with(wish);
              if (next.isEmpty()) {
                return publish(before).map(Became.KEPT);
              }
              if (now.version() != wish.version()) {
                return publish(before).map(Became.MOVED);
              }
              return next.get().full()
                  ? Future.succeededFuture(Became.FULL)
                  : write(before, next.get(), wish, triesLeft);
            });
  }

  private Future<Became> write(
      StoredTexts before, StoredTexts next, StoredTexts.Wish wish, int triesLeft) {
    Future<Boolean> written =
        before.version() == 0
            ? documents.insert(next)
            : remember(before).compose(kept -> documents.replace(next, before.version()));
    return written.compose(
        won -> {
          if (won) {
            return remember(next).compose(kept -> publish(next)).map(Became.KEPT);
          }
          if (triesLeft == 0) {
            return Future.failedFuture("the texts are changed too often by others");
          }
          return vertx
              .timer(1 + ThreadLocalRandom.current().nextInt(50))
              .compose(waited -> keep(wish, triesLeft - 1));
        });
  }

  /** Copies the change that made this version to the history; more than once does no harm. */
  private Future<Void> remember(StoredTexts stored) {
    return stored.change() == null
        ? Future.succeededFuture()
        : history.insert(stored.change()).mapEmpty();
  }

  @Override
  public Future<List<TextChange>> history(String key, int limit) {
    return stored()
        .compose(
            stored ->
                remember(stored)
                    .compose(
                        kept ->
                            history.findAll(
                                LongStream.iterate(
                                        stored.text(key).version(), it -> it > 0, it -> it - 1)
                                    .limit(limit)
                                    .mapToObj(version -> TextChange.id(key, version))
                                    .toList())));
  }

  @Override
  public Future<List<TextChange>> changes(String by, Instant from, Instant until, int limit) {
    Bson when = Filters.and(Filters.gte("at", from), Filters.lt("at", until));
    Bson such = by == null ? when : Filters.and(Filters.eq("by", by), when);
    return history.find(such, Sorts.descending("at"), limit);
  }
}
