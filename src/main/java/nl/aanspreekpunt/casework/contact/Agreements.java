package nl.aanspreekpunt.casework.contact;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/** What was agreed about contact with the citizen of a case, in whatever case that was. */
public record Agreements(Identities identities) {
  public Future<Optional<Identity.AgreedContact>> of(Case one, Instant now) {
    return identities.ofCitizen(one.citizen()).map(all -> Identity.agreed(all, now));
  }

  /** Of those of whom something was agreed: by citizen id. */
  public Future<Map<String, Identity.AgreedContact>> of(List<Case> cases, Instant now) {
    Map<String, Future<Optional<Identity.AgreedContact>>> all = new LinkedHashMap<>();
    cases.forEach(one -> all.computeIfAbsent(one.citizen(), citizen -> of(one, now)));
    return Future.all(List.copyOf(all.values()))
        .map(
            read -> {
              Map<String, Identity.AgreedContact> agreed = new HashMap<>();
              all.forEach((who, of) -> of.result().ifPresent(one -> agreed.put(who, one)));
              return agreed;
            });
  }

  /** With whoever has one of these addresses. */
  public Future<Optional<Identity.AgreedContact>> of(Set<Address> addresses, Instant now) {
    List<Future<Optional<Identity>>> all = addresses.stream().map(identities::find).toList();
    return Future.all(all)
        .map(
            read ->
                Identity.agreed(all.stream().flatMap(one -> one.result().stream()).toList(), now));
  }

  /** That act, unless it promises a call that was not agreed. */
  public Future<Act> calls(Act act, Case one, Instant now) {
    return of(one, now).map(agreed -> new CallsWithin(act, agreed.orElse(null)));
  }
}
