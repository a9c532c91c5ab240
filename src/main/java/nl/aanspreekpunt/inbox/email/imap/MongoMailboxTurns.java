package nl.aanspreekpunt.inbox.email.imap;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoMailboxTurns implements MailboxTurns {
  private final Table<Turn> turns;

  /** Public to the store's codec only. */
  public record Turn(String id, String node, Instant until) {}

  MongoMailboxTurns(Store store) {
    turns = store.table("mailboxTurns", Turn.class);
  }

  @Override
  public Future<Boolean> take(String mailbox, String node, Instant now, Duration lasts) {
    Instant until = now.plus(lasts);
    return turns
        .find(mailbox)
        .compose(
            found ->
                found.isEmpty()
                    ? turns.insert(new Turn(mailbox, node, until))
                    : take(found.get(), node, now, until));
  }

  private Future<Boolean> take(Turn there, String node, Instant now, Instant until) {
    return there.node().equals(node) || !there.until().isAfter(now)
        ? turns
            .change(
                there.id(),
                eq("node", there.node()),
                combine(set("node", node), set("until", until)))
            .map(Optional::isPresent)
        : Future.succeededFuture(false);
  }

  @Override
  public Future<Void> give(String mailbox, String node) {
    return turns.set(mailbox, eq("node", node), set("until", Instant.EPOCH));
  }
}
