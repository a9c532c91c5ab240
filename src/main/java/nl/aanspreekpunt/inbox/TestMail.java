package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.setup.channels.Came;
import nl.aanspreekpunt.setup.channels.Testing;

/**
 * Knows a test that an administrator sent and that came in again. Whoever answers one or passes it
 * on is a person, who is heard.
 */
public record TestMail(Testing testing) {
  private static final String SMTP = "smtp";

  public Future<Boolean> is(Receipt receipt, Inbound inbound) {
    boolean persons = !inbound.threads().isEmpty() || inbound.origin().forward();
    return receipt.channel() != Channel.EMAIL || persons
        ? Future.succeededFuture(false)
        : testing.came(inbound.subject(), came(receipt, inbound));
  }

  private static Came came(Receipt receipt, Inbound inbound) {
    return new Came(
        receipt.receivedAt(),
        receipt.id(),
        receipt.facts().getOrDefault("mailbox", SMTP),
        inbound.origin().proven(),
        inbound.doubt());
  }
}
