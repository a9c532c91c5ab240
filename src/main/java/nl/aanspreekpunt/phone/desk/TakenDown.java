package nl.aanspreekpunt.phone.desk;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.desk.Contacts;
import nl.aanspreekpunt.casework.phone.Phoning;

/** That a question was asked in a call at the desk stands with it as soon as it has a case. */
public record TakenDown(Contacts contacts, DeskCalls calls, Casework casework) {
  /** Nothing when it was asked otherwise; the same again changes nothing. */
  public Future<Void> placed(String receipt, String caseNumber) {
    return contacts
        .find(receipt)
        .compose(
            contact ->
                contact
                    .filter(it -> it.call() != null)
                    .map(it -> calls.find(it.call()))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .compose(
            call ->
                call.isEmpty()
                    ? Future.succeededFuture()
                    : casework.change(caseNumber, new Phoning(call.get().events())).mapEmpty());
  }
}
