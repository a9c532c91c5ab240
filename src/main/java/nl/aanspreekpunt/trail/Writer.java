package nl.aanspreekpunt.trail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.aanspreekpunt.store.StoreAway;

/**
 * Puts the deeds of this node on a chain of its own, one after the other: nodes never wait for each
 * other. Each day begins a chain; so does whatever follows a write of which the end is not known.
 */
final class Writer {
  /** How many of the chains that stand are named by the next. */
  static final int NAMED = 20;

  /** How many are looked at for that: some may be no hub's. */
  private static final int LOOKED_AT = 500;

  /** A clock may go back a little; further, and what follows is dated by a chain of its own. */
  private static final Duration BACK = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Entries entries;
  private final Kept kept;
  private final Seal sealing;
  private final AtomicInteger waiting = new AtomicInteger();
  private Future<Boolean> last = Future.succeededFuture(true);
  private volatile Chain chain;

  Writer(Vertx vertx, Entries entries, Kept kept, Seal sealing) {
    this.vertx = vertx;
    this.entries = entries;
    this.kept = kept;
    this.sealing = sealing;
  }

  /** False when the same deed was on record already. Completes on the caller's context. */
  Future<Boolean> add(Deed deed) {
    Context context = vertx.getOrCreateContext();
    Promise<Boolean> answer = Promise.promise();
    queued(deed).onComplete(done -> context.runOnContext(now -> answer.handle(done)));
    return answer.future();
  }

  /** Whoever comes when too many wait is told at once to try again. */
  private synchronized Future<Boolean> queued(Deed deed) {
    if (waiting.get() >= kept.mostWaiting()) {
      return Future.failedFuture(new StoreAway("too much waits to be put on the trail"));
    }
    waiting.incrementAndGet();
    last = last.transform(before -> append(deed)).onComplete(done -> waiting.decrementAndGet());
    return last;
  }

  /** When all that came before is on record, or failed to be. */
  synchronized Future<Void> settled() {
    return last.transform(done -> Future.succeededFuture());
  }

  private Future<Boolean> append(Deed deed) {
    return put(deed)
        .compose(
            fresh ->
                fresh
                    ? Future.succeededFuture(true)
                    : stands(deed)
                        .compose(
                            same -> same ? Future.succeededFuture(false) : apart(deed.apart())));
  }

  private Future<Boolean> put(Deed deed) {
    return chain(deed)
        .compose(
            on -> {
              Entry entry = Entry.of(deed, on, sealing);
              return entries
                  .add(entry)
                  .compose(fresh -> fresh ? moved(on.with(entry)) : Future.succeededFuture(false));
            })
        .onFailure(unknown -> chain = null);
  }

  /** What stands under its id is this deed, as a hub wrote it. */
  private Future<Boolean> stands(Deed deed) {
    return entries
        .find(deed.id())
        .map(found -> found.filter(one -> one.tells(deed) && one.genuine(sealing)).isPresent());
  }

  private Future<Boolean> apart(Deed deed) {
    return put(deed)
        .compose(fresh -> fresh ? Future.succeededFuture(true) : stands(deed))
        .compose(
            there ->
                there
                    ? Future.succeededFuture(true)
                    : Future.failedFuture(
                        new IllegalStateException("something else is on the trail as this deed")));
  }

  private Future<Chain> chain(Deed deed) {
    Chain now = chain;
    return now != null
            && now.day().compareTo(Days.of(deed.at())) >= 0
            && !deed.at().isBefore(now.at().minus(BACK))
        ? Future.succeededFuture(now)
        : begin(deed);
  }

  private Future<Chain> begin(Deed deed) {
    String run = UUID.randomUUID().toString().substring(0, 13);
    return entries
        .newest(kept, deed.at(), LOOKED_AT)
        .map(standing -> Chain.begun(run, kept, deed.at(), named(standing), sealing))
        .compose(begun -> entries.begin(begun).map(begun))
        .onSuccess(begun -> chain = begun);
  }

  /** Those that a hub began, and what is of another key as far as there is room. */
  private List<Chain> named(List<Chain> standing) {
    Stream<Chain> ours = standing.stream().filter(one -> one.begunRightly(sealing));
    Stream<Chain> others = standing.stream().filter(one -> sealing.otherKey(one.opened()));
    return Stream.concat(ours, others).limit(NAMED).toList();
  }

  /** Where its end is may be one behind: the next one says it again. */
  private Future<Boolean> moved(Chain next) {
    chain = next;
    return entries.moved(next).transform(done -> Future.succeededFuture(true));
  }
}
