package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What is of no use after a moment ({@code goneAt}) is not sent after it. */
public record Timely(Readers readers, Clock clock) implements Readers {
  @Override
  public Future<Optional<Outgoing>> now(Outgoing entry) {
    String gone = entry.notice().facts().get("goneAt");
    return gone != null && !clock.instant().isBefore(Instant.parse(gone))
        ? Future.succeededFuture(Optional.empty())
        : readers.now(entry);
  }
}
