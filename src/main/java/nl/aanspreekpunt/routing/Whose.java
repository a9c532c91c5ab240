package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Recognising;
import nl.aanspreekpunt.casework.Standing;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/** A named person says of which citizen a question is after all. */
record Whose(Casework casework, Identities identities, CaseNumbers numbers) {

  /** Of who is known by this address, or of who gave it as theirs just now. */
  Future<Decision> of(Case one, Address address, String by, UnaryOperator<Act> once) {
    return identities
        .known(address, made(one, address.id()), one.language())
        .compose(
            right ->
                strangers(one, right)
                    .compose(
                        strangers ->
                            casework.change(
                                one.id(),
                                once.apply(
                                    new Recognising(
                                        right.citizen(), address, right.name(), strangers, by)))))
        .compose(this::stands);
  }

  /** Of somebody who uses the same address, and of whom nothing more is known. */
  Future<Decision> unknown(Case one, String by) {
    return casework.change(
        one.id(), new Recognising(made(one, "somebody else"), null, null, List.of(), by));
  }

  private String made(Case one, String who) {
    return "c" + numbers.of(one.id() + " is of " + who, 0);
  }

  /** Addresses of who was taken for its citizen. */
  private Future<List<Address>> strangers(Case one, Identity right) {
    List<Future<Optional<Identity>>> each =
        one.participants().stream().map(it -> identities.find(it.address())).toList();
    return Future.all(each)
        .map(
            all ->
                one.participants().stream()
                    .map(Participant::address)
                    .filter(address -> is(each, address, one.citizen()))
                    .filter(address -> !is(each, address, right.citizen()))
                    .toList());
  }

  private static boolean is(
      List<Future<Optional<Identity>>> known, Address address, String citizen) {
    return known.stream()
        .flatMap(it -> it.result().stream())
        .anyMatch(it -> it.id().equals(address.id()) && it.citizen().equals(citizen));
  }

  /** Who answered already is the standing official of the right citizen, if nobody was. */
  private Future<Decision> stands(Decision decision) {
    if (!(decision instanceof Decision.Changed changed)) {
      return Future.succeededFuture(decision);
    }
    Case after = changed.after();
    Optional<String> answered =
        after
            .happened(CaseEvent.Replied.class)
            .map(CaseEvent.Replied::by)
            .reduce((earlier, later) -> later);
    return answered.isEmpty()
        ? Future.succeededFuture(decision)
        : identities
            .ofCitizen(after.citizen())
            .compose(
                known ->
                    Standing.who(known, after.topic()).isPresent()
                        ? Future.succeededFuture()
                        : identities.setStanding(after.citizen(), after.topic(), answered.get()))
            .map(decision);
  }
}
