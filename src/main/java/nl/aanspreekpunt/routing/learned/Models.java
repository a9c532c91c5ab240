package nl.aanspreekpunt.routing.learned;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.store.Store;

/** The models, shared by all nodes through the database. */
public interface Models {
  int TRIES = 5;

  static Models in(Store store) {
    return new MongoModels(store);
  }

  Future<Void> prepare();

  /** False when there is one of that version. */
  Future<Boolean> add(LearnedModel model);

  /** The words of an earlier version go; how it was measured stays. */
  Future<Void> forget(int version);

  Future<Optional<LearnedModel>> find(int version);

  /** Latest first, without their content. */
  Future<List<LearnedModel>> latest(int limit);

  Future<Switch> state();

  /** False when another change came first. */
  Future<Boolean> turn(Switch after, long expectedVersion);

  /** Changes the switch as it is now, again when another change came first; the switch after. */
  default Future<Switch> change(UnaryOperator<Switch> to) {
    return change(to, TRIES);
  }

  private Future<Switch> change(UnaryOperator<Switch> to, int left) {
    return state()
        .compose(
            before -> {
              Switch after = to.apply(before);
              if (after.equals(before)) {
                return Future.succeededFuture(before);
              }
              return turn(after, before.version())
                  .compose(won -> won ? Future.succeededFuture(after) : again(to, left));
            });
  }

  private Future<Switch> again(UnaryOperator<Switch> to, int left) {
    return left == 0
        ? Future.failedFuture("what is learned is turned too often by others")
        : change(to, left - 1);
  }
}
