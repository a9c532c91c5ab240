package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.desk.Contacts;
import nl.aanspreekpunt.casework.desk.PuttingThrough;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.phone.desk.PhoneDesk;

/**
 * The citizen on the line of whom a question was taken.
 *
 * @param desk null: calls are not put to the desk
 */
public record TakenLine(Contacts contacts, PhoneDesk desk) {
  /** Empty when it was no call, or it is over. */
  Future<Optional<DeskCall>> of(String receipt) {
    if (desk == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return contacts
        .find(receipt)
        .compose(
            contact ->
                contact
                    .filter(it -> it.call() != null)
                    .map(it -> desk.calls().find(it.call()))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty())))
        .map(call -> call.filter(it -> it.open() != null && !it.gone()));
  }

  /** To that colleague first, then to whoever else has or acts for the question. */
  Future<Boolean> through(DeskCall call, Case one, PuttingThrough act, Moment moment) {
    List<String> order = new ArrayList<>(List.of(act.to()));
    order.add(one.official());
    order.add(
        moment
            .directory()
            .actingFor(one.official(), moment.now(), moment.now(), one.barred())
            .id());
    return desk.transfers()
        .through(
            call.id(),
            act.by(),
            order.stream()
                .distinct()
                .filter(it -> it.equals(act.to()) || there(it, one, moment))
                .toList(),
            one.id(),
            act.told())
        .map(Optional::isPresent);
  }

  private static boolean there(String official, Case one, Moment moment) {
    return !one.barred().contains(official)
        && moment.directory().present(official, moment.now(), moment.now());
  }
}
