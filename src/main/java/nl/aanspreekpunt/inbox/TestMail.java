package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.setup.channels.Came;
import nl.aanspreekpunt.setup.channels.Testing;

/**
 * Knows a test that an administrator sent and that came in again. Whoever answers one or passes it
 * on is a person, who is heard; and a server that sends it back has not brought it.
 */
public record TestMail(Testing testing, Tokens tokens) {
  private static final String SMTP = "smtp";

  public Future<Boolean> is(Receipt receipt, Inbound inbound) {
    boolean ours =
        receipt.channel() == Channel.EMAIL
            && inbound.sender() != null
            && inbound.sender().value().equalsIgnoreCase(tokens.replyAddress(null, ""));
    boolean answers = !inbound.threads().isEmpty() || inbound.origin().forward();
    return ours && !answers
        ? testing.came(inbound.subject(), came(receipt, inbound))
        : Future.succeededFuture(false);
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
