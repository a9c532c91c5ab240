package nl.aanspreekpunt.inbox.api;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Reading;
import nl.aanspreekpunt.inbox.Receipt;

/** Reads what another system handed in from the receipt's facts. */
public final class ApiReading implements Reading {
  /** The fact that marks a fictional citizen's message; no request can carry it. */
  public static final String DEMO = "demo";

  /** The fact that says which official took it from somebody who called or came. */
  public static final String TAKEN_BY = "takenBy";

  @Override
  public Future<Inbound> read(Receipt receipt) {
    ApiMessage message = ApiMessage.of(receipt.facts());
    return Future.succeededFuture(
        new Inbound(
            message.from().address(),
            message.from().name(),
            List.of(),
            message.heading(),
            message.words(),
            message.language(),
            message.topic(),
            message.neighbourhood(),
            message.complaint() != null,
            message.legal(),
            callback(message, receipt),
            false,
            null,
            null,
            List.of(),
            message.caseNumber(),
            List.of(),
            receipt.facts().containsKey(DEMO),
            List.of()));
  }

  /** Whoever took it can follow what becomes of it. */
  private static Inbound.Callback callback(ApiMessage message, Receipt receipt) {
    Inbound.Callback asked = message.from().callback();
    String taken = receipt.facts().get(TAKEN_BY);
    return asked == null || taken == null
        ? asked
        : new Inbound.Callback(asked.phone(), asked.reason(), asked.preferred(), taken);
  }
}
