package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.phone.Phoning;

/** Puts what happened in a call on the timeline of its case, as often as one likes. */
record Timeline(Cases cases, Casework casework) {
  /** Nothing while the call has no case. */
  Future<Void> put(Call call) {
    return call.caseNumber() == null
        ? Future.succeededFuture()
        : Joining.followed(cases, call.caseNumber())
            .map(Optional::orElseThrow)
            .map(Case::id)
            .compose(number -> casework.change(number, new Phoning(call.events())))
            .mapEmpty();
  }
}
