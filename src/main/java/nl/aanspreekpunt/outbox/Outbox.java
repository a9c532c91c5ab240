package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be told, was told, or could not be. */
public interface Outbox {
  /** Adds entries under their ids; one that is there stays as it is. One round trip for all. */
  Future<Void> add(List<Outgoing> entries);

  Future<Optional<Outgoing>> find(String id);

  /** In the order asked; one that is missing is left out. */
  Future<List<Outgoing>> findAll(List<String> ids);

  /** Waiting or with a lease that ran out, oldest first. */
  Future<List<Outgoing>> due(Instant now, int limit);

  /** Journaled, before contact. False when somebody else claimed it or it is no longer due. */
  Future<Boolean> claim(Outgoing entry, String node, Instant leaseUntil);

  /** Records an outcome; only when still claimed by {@code node} or, for a status, not ended. */
  Future<Boolean> record(Outgoing outcome, String node);

  /** Newest first, after the cursor (an entry id; null for the first page). */
  Future<List<Outgoing>> list(Outgoing.State state, String after, int limit);
}
