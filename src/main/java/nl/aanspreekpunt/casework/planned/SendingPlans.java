package nl.aanspreekpunt.casework.planned;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.citizen.Identities;

/** Sends the answers of a case whose moment has come, each once. */
public final class SendingPlans {
  private final Agreements agreements;
  private final Answering answering;

  public SendingPlans(Casework casework, Identities identities) {
    agreements = new Agreements(identities);
    answering = new Answering(casework, identities);
  }

  /** Whether any was due. */
  public Future<Boolean> due(Case one, Instant now) {
    List<Planned> due =
        one.care().plans().waiting().stream().filter(it -> !it.goesAt().isAfter(now)).toList();
    Future<Void> sent = Future.succeededFuture();
    for (Planned it : due) {
      sent = sent.compose(before -> send(one, it, false, now)).mapEmpty();
    }
    return sent.map(!due.isEmpty());
  }

  /** Before its moment, as somebody asks; a refusal when it went or came back meanwhile. */
  public Future<Decision> now(Case one, Planned planned, Instant now) {
    return send(one, planned, true, now);
  }

  private Future<Decision> send(Case one, Planned planned, boolean early, Instant now) {
    return agreements
        .of(one, now)
        .compose(
            agreed ->
                answering.change(
                    one.id(),
                    new SendingPlanned(planned.id(), early, agreed.orElse(null)),
                    planned.by()));
  }
}
