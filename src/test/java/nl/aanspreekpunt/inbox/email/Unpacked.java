package nl.aanspreekpunt.inbox.email;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.inbox.Receipt;

/** A file as it came out of a mail. */
record Unpacked(String name, byte[] bytes) {
  static Optional<Unpacked> of(Attachments attachments, Receipt receipt, int part) {
    List<Unpacked> found = new ArrayList<>();
    Listening.await(
        attachments.each(
            receipt,
            one ->
                one.part() != part
                    ? Future.succeededFuture()
                    : one.use(() -> new Unpacked(one.name(), one.next(1 << 24)))
                        .map(found::add)
                        .mapEmpty()));
    return found.stream().findFirst();
  }
}
