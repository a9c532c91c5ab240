package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Said;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;

/** A question is of somebody else who uses the address it came from: what that says of it. */
record SharedAddress(Identities identities) {

  /** What is to be undone when the case refuses what was said of it. */
  record Undo(Supplier<Future<Void>> how) {
    Future<Decision> when(Decision decision) {
      return decision instanceof Decision.Refused
          ? how.get().map(decision)
          : Future.succeededFuture(decision);
    }
  }

  Future<Undo> said(Case one) {
    return set(one, true);
  }

  /** Nothing when that was not said. */
  Future<Undo> takenBack(Case one, Optional<Said> said) {
    boolean stranger =
        said.filter(it -> it instanceof Said.OfMatch match && match.stranger() != null).isPresent();
    return stranger ? set(one, false) : nothing();
  }

  private Future<Undo> set(Case one, boolean shared) {
    Optional<Address> from = one.participants().stream().findFirst().map(Participant::address);
    return from.map(identities::find)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            known ->
                known.filter(it -> it.sharedIn().contains(one.id()) != shared).isEmpty()
                    ? nothing()
                    : identities
                        .setShared(from.orElseThrow(), one.id(), shared)
                        .map(
                            done ->
                                new Undo(
                                    () ->
                                        identities.setShared(
                                            from.orElseThrow(), one.id(), !shared))));
  }

  private static Future<Undo> nothing() {
    return Future.succeededFuture(new Undo(Future::succeededFuture));
  }
}
