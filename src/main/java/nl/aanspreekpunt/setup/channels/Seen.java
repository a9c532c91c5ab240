package nl.aanspreekpunt.setup.channels;

import io.vertx.core.Future;
import java.util.function.BooleanSupplier;
import nl.aanspreekpunt.operations.Masking;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Sending;

/** Sends as the other does, and notes how that went; without the addresses that servers name. */
public record Seen(Sending sending, String way, Passing passing) implements Sending {
  private static final int LONGEST = 200;

  @Override
  public String written(Outgoing entry) {
    return sending.written(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    return sending.send(entry, again, lease).onSuccess(this::note);
  }

  /** A refusal is about one message: the next may go well. */
  private void note(Delivery delivery) {
    switch (delivery.outcome()) {
      case SENT -> passing.went(way);
      case REFUSED -> passing.failed(way, brief(delivery.detail()), false);
      case RETRY, UNKNOWN -> passing.failed(way, brief(delivery.detail()), true);
      case WITHHELD, LATER -> {}
    }
  }

  private static String brief(String detail) {
    String said = detail == null ? "" : Masking.masked(detail);
    return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
  }
}
