package nl.aanspreekpunt.history;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;

/** A mail as a node receives it, and as it is read: what mail can look like is tried elsewhere. */
public final class Letter {
  private Letter() {}

  public static Receipt of(
      int n, String from, String to, String subject, String text, boolean automatic, Instant now) {
    return Receipt.received(
        "letter-" + n,
        Channel.EMAIL,
        now,
        from,
        List.of(to),
        null,
        0,
        text.length(),
        Map.of("subject", subject, "text", text, "automatic", String.valueOf(automatic)));
  }

  public static Future<Inbound> read(Receipt receipt) {
    return Future.succeededFuture(
        new Inbound(
            new Address(Address.Kind.EMAIL, receipt.envelopeFrom()),
            null,
            receipt.recipients(),
            receipt.facts().get("subject"),
            receipt.facts().get("text"),
            "nl",
            null,
            null,
            false,
            null,
            null,
            automatic(receipt),
            null,
            "<" + receipt.id() + "@burger.example>",
            List.of(),
            null,
            List.of(),
            false,
            List.of()));
  }

  static boolean automatic(Receipt receipt) {
    return Boolean.parseBoolean(receipt.facts().get("automatic"));
  }
}
