package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

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

  /** Empty for most letters, and when what went with it was destroyed meanwhile. */
  Future<List<File>> of(Outgoing entry);
}
