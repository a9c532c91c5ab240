package nl.aanspreekpunt.casework.atwork;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;

/** Answers that are being written. A change names the version it was decided on. */
interface DraftReplies {
  static DraftReplies in(Store store) {
    return new MongoDraftReplies(store);
  }

  /** Creates the index. */
  Future<Void> prepare();

  Future<Optional<DraftReply>> find(String id);

  /** False when there is one already. */
  Future<Boolean> add(DraftReply first);

  /** False when another change came first. */
  Future<Boolean> replace(DraftReply after, long expectedVersion);

  /** Of all officials. */
  Future<List<DraftReply>> ofCase(String caseNumber, int limit);

  Future<Void> delete(String id);
}
