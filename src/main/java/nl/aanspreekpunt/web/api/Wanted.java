package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.delivery.Unwanted;
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
        : Unwanted.of(optOuts, List.of(one))
            .compose(
                unwanted ->
                    unwanted.in(one, link).isPresent()
                        ? Problem.refused(new Refusal("opted-out", "to")).failed()
                        : Future.succeededFuture());
  }
}
