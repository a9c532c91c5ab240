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
            message.from().callback(),
            false,
            null,
            null,
            List.of(),
            message.caseNumber(),
            List.of(),
            receipt.facts().containsKey(DEMO),
            List.of()));
  }
}
