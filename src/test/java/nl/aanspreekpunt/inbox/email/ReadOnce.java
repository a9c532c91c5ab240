package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;

/** Reads a mail on the caller's thread, for the bench. */
public final class ReadOnce implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final EmailReading reading =
      new EmailReading(vertx, null, List.of("voorbeeldstad.example"), Trust.NOBODY, null, null);

  public Inbound read(byte[] raw) {
    Receipt receipt =
        Receipt.received(
            "bench", Channel.EMAIL, Instant.now(), null, List.of(), raw, 0, raw.length, Map.of());
    return reading.read(receipt, raw);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
