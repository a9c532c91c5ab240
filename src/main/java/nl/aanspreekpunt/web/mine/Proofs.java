package nl.aanspreekpunt.web.mine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Codes that are out, and who has shown one: the same on every node. */
interface Proofs {
  static Proofs in(Store store) {
    return new MongoProofs(store);
  }

  /** Creates the indexes. */
  Future<Void> prepare();

  Future<Boolean> add(Challenge challenge);

  Future<Optional<Challenge>> challenge(String id);

  /** Puts down one more try; false when another came first. */
  Future<Boolean> tried(Challenge next);

  /** It opens nothing any more; true for the one who used it. */
  Future<Boolean> use(String id);

  Future<Optional<Asked>> asked(String id);

  /** Puts down one more; false when another came first. */
  Future<Boolean> ask(Asked next);

  Future<Boolean> add(Mine session);

  Future<Optional<Mine>> session(String id);

  Future<Void> seen(String id, Instant now, Instant endsAt);

  Future<Boolean> end(String id);

  /** Removes what is over. */
  Future<Void> clean(Instant now);
}
