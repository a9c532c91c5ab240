package nl.aanspreekpunt.trail;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.UUID;

/**
 * Puts the deeds of this node on a chain of its own, one after the other: nodes never wait for each
 * other. Each day begins a chain; so does whatever follows a write of which the end is not known.
 */
final class Writer {
  /** How many of the chains that stand are named by the next. */
  private static final int NAMED = 20;

  private final Vertx vertx;
  private final Entries entries;
  private final Kept kept;
  private final Seal sealing;
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

  private synchronized Future<Boolean> queued(Deed deed) {
    last = last.transform(before -> append(deed));
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
