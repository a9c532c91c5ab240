package nl.aanspreekpunt.inbox.email.imap;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import nl.aanspreekpunt.store.Store;

/**
 * Which node reads a mailbox. Two at once would lose and repeat nothing, since a receipt has an id
 * made of the message; they would fetch everything twice.
 */
public interface MailboxTurns {
  static MailboxTurns in(Store store) {
    return new MongoMailboxTurns(store);
  }

  /**
   * True when it is this node's turn now, begun or gone on with.
   *
   * @param node of this process alone
   * @param lasts after this another node may take it
   */
  Future<Boolean> take(String mailbox, String node, Instant now, Duration lasts);

  /** Another node may take it at once. */
  Future<Void> give(String mailbox, String node);
}
