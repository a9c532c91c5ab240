package nl.aanspreekpunt.trail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.store.StoreAway;

/**
 * Puts the deeds of this node on a chain of its own, one after the other: nodes never wait for each
 * other. Each day begins a chain; so does whatever follows a write of which the end is not known.
 */
final class Writer {
  /** How many of the chains that stand are named by the next. */
  private static final int NAMED = 20;

  private static final int MOST_WAITING = 5_000;

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
    if (waiting.get() >= MOST_WAITING) {
      return Future.failedFuture(new StoreAway("too much waits to be put on the trail"));
    }
    waiting.incrementAndGet();
    last = last.transform(before -> append(deed)).onComplete(done -> waiting.decrementAndGet());
    return last;
  }

  private Future<Boolean> append(Deed deed) {
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

  private Future<Chain> chain(Deed deed) {
    Chain now = chain;
    return now != null && now.day().compareTo(Days.of(deed.at())) >= 0
        ? Future.succeededFuture(now)
        : begin(deed);
  }

  private Future<Chain> begin(Deed deed) {
    String run = UUID.randomUUID().toString().substring(0, 13);
    return entries
        .newest(kept, NAMED)
        .map(standing -> Chain.begun(run, kept, deed.at(), standing, sealing))
        .compose(begun -> entries.begin(begun).map(begun))
        .onSuccess(begun -> chain = begun);
  }

  /** Where its end is may be one behind: the next one says it again. */
  private Future<Boolean> moved(Chain next) {
    chain = next;
    return entries.moved(next).transform(done -> Future.succeededFuture(true));
  }
}
