package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files that go with a letter, read when it is sent: the outbox itself holds facts only. */
@FunctionalInterface
public interface Enclosures {
  /** No letter has any. */
  Enclosures NONE = entry -> Future.succeededFuture(List.of());

  /**
   * @param name without a path and without anything that means something in a header
   * @param type such as {@code image/jpeg}
   */
  record File(String name, String type, Buffer bytes) {}

  /**
   * What the letter answers, as its reader wrote it; it is quoted below.
   *
   * @param text no longer than is quoted
   */
  record Original(Instant at, String text) {}

  /** Empty for most letters, and when it was destroyed meanwhile. */
  default Future<Optional<Original>> original(Outgoing entry) {
    return Future.succeededFuture(Optional.empty());
  }

  /** Empty for most letters, and when what went with it was destroyed meanwhile. */
  Future<List<File>> of(Outgoing entry);
}
