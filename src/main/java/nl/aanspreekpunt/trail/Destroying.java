package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Destroys entries whose time is over, from the beginning of each chain on. The chain says first
 * until where, under seal, so that it can be checked from there; a crash in between is finished
 * later.
 */
public final class Destroying {
  private static final int CHAINS = 50;
  private static final int ENTRIES = 500;
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Entries entries;
  private final Seal sealing;
  private final Keeping keeping;
  private final Clock clock;

  public Destroying(Entries entries, Seal sealing, Keeping keeping, Clock clock) {
    this.entries = entries;
    this.sealing = sealing;
    this.keeping = keeping;
    this.clock = clock;
  }

  /** Some at a time. */
  public Future<Void> tick() {
    Future<Void> all = Future.succeededFuture();
    for (Kept kept : Kept.values()) {
      Instant over = keeping.before(kept, clock.instant());
      all =
          all.compose(done -> entries.begunBefore(kept, over, CHAINS))
              .compose(chains -> each(chains, over));
    }
    return all;
  }

  private Future<Void> each(List<Chain> chains, Instant over) {
    Future<Void> all = Future.succeededFuture();
    for (Chain chain : chains) {
      all = all.compose(done -> shorten(chain, over));
    }
    return all;
  }

  private Future<Void> shorten(Chain chain, Instant over) {
    return entries
        .onChain(chain.id(), 0, ENTRIES)
        .compose(
            found -> {
              List<Entry> old =
                  found.stream()
                      .filter(one -> one.seq() <= chain.gone() || one.at().isBefore(over))
                      .toList();
              if (old.isEmpty()) {
                return found.isEmpty() && chain.begunAt().plus(A_DAY).isBefore(over)
                    ? entries.removeChain(chain.id()).mapEmpty()
                    : Future.succeededFuture();
              }
              Entry last = old.get(old.size() - 1);
              Future<Void> said =
                  last.seq() > chain.gone()
                      ? entries.shortened(chain.without(last, sealing))
                      : Future.succeededFuture();
              return said.compose(done -> remove(old));
            });
  }

  private Future<Void> remove(List<Entry> old) {
    return Future.join(old.stream().map(one -> entries.remove(one.id())).toList()).mapEmpty();
  }
}
