package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.store.Store;

/** The handovers of those who departed. */
public interface Handovers {
  static Handovers in(Store store) {
    return new MongoHandovers(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  /** False when there is one already. */
  Future<Boolean> begin(Handover handover);

  Future<Optional<Handover>> find(String official);

  /** False when another change came first. */
  Future<Boolean> replace(Handover after, long expectedVersion);

  /**
   * Again on what another change left, when that came first. Fails with {@link NotMarked} when
   * nobody said that this official leaves.
   */
  default Future<Handover> change(String official, UnaryOperator<Handover> how) {
    return change(official, how, 10);
  }

  private Future<Handover> change(String official, UnaryOperator<Handover> how, int left) {
    return find(official)
        .map(found -> found.orElseThrow(() -> new NotMarked(official)))
        .compose(
            before -> {
              Handover after = how.apply(before);
              return replace(after, before.version())
                  .compose(won -> won ? Future.succeededFuture(after) : again(official, how, left));
            });
  }

  private Future<Handover> again(String official, UnaryOperator<Handover> how, int left) {
    return left > 1
        ? change(official, how, left - 1)
        : Future.failedFuture("the handover of " + official + " changes too often");
  }

  /** Those in which work may still have to move. */
  Future<List<Handover>> underWay();

  /** Nobody said that this official left. */
  final class NotMarked extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotMarked(String official) {
      super(official + " was not marked as departed", null, false, false);
    }
  }
}
