package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Recognising;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.SomebodyElse;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/** A named person says of which citizen a question is after all. */
record Whose(Casework casework, Identities identities, Righting righting, CaseNumbers numbers) {

  /** Of who is known by this address, or of who gave it as theirs just now. */
  Future<Decision> of(Case one, Address address, String by, UnaryOperator<Act> once) {
    return identities
        .known(address, made(one, address.id()), one.language())
        .compose(
            right ->
                Future.all(strangers(one, right), righting.standing(one))
                    .compose(
                        wrong ->
                            casework.change(
                                one.id(),
                                once.apply(
                                    new Recognising(
                                        right.citizen(),
                                        address,
                                        right.name(),
                                        wrong.resultAt(0),
                                        wrong.resultAt(1),
                                        by)))))
        .compose(righting::finish);
  }

  /**
   * Of somebody who uses the same address, and of whom nothing more is known; what was uncertain is
   * a question of its own.
   */
  Future<Decision> unknown(Case one, Confirming own, UnaryOperator<Act> once) {
    return righting
        .standing(one)
        .map(
            standing ->
                new Recognising(
                    made(one, "somebody else"), null, null, List.of(), standing, own.by()))
        .compose(whose -> casework.change(one.id(), once.apply(new SomebodyElse(own, whose))))
        .compose(righting::finish);
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
}
