package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;

/** Whether who is written to wants messages by the channel that it would go by. */
record Wanted(OptOuts optOuts) {
  /**
   * Fails with the problem when they want none. What was done under the same key is not refused
   * afterwards.
   *
   * @param link whom it is for; null: the one last heard from
   */
  Future<Void> check(Call call, Case one, String link) {
    return Changing.repeated(call, one)
        ? Future.succeededFuture()
        : one.participant(link == null ? one.contact() : link)
            .map(who -> said(Reachable.by(who), who.address().value()))
            .orElseGet(() -> Future.succeededFuture(Optional.empty()))
            .compose(
                said ->
                    said.filter(OptOut::stopped).isPresent()
                        ? Problem.refused(new Refusal("opted-out", "to")).failed()
                        : Future.succeededFuture());
  }

  private Future<Optional<OptOut>> said(Channel channel, String number) {
    return channel.texting()
        ? optOuts.find(channel, number)
        : Future.succeededFuture(Optional.empty());
  }
}
