package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.routing.Question;
import nl.aanspreekpunt.routing.Routing;

/**
 * For whom a call is, by the rules for messages. Who keys a number in may be anybody, and who calls
 * from a number that several use one of these: they are not taken for the citizen, so that they
 * hear nothing of another's case, not even who has it.
 */
record Whom(
    Identities identities, Routing routing, Cases cases, Directories directories, Clock clock) {
  /**
   * @param official who has the question or gets it (official id)
   * @param barred who may not read it (official ids)
   * @param matter whose norms hold
   * @param promised by when a call was promised there before; null: none is
   */
  record Found(
      Route route,
      String caseNumber,
      String official,
      List<String> barred,
      Matter matter,
      Facts.Returns promised) {}

  /** Whoever calls, as far as their number tells; empty: not at all. */
  Future<Optional<Identity>> caller(Call call) {
    return call.citizen() == null
        ? Future.succeededFuture(Optional.empty())
        : identities.find(new Address(Address.Kind.PHONE, call.citizen()));
  }

  /** False after a threat, when it was agreed that contact is in other ways. */
  static boolean callable(Optional<Identity> caller, Instant now) {
    return caller
        .flatMap(one -> one.agreed(now))
        .filter(agreed -> !DespiteContact.allows(agreed, CaseEvent.Talk.PHONE))
        .isEmpty();
  }

  /** As it was decided, else by the rules now. */
  Future<Found> found(Call call, Optional<Identity> caller) {
    return call.route() == null
        ? route(call, caller).compose(route -> found(route, route.caseNumber()))
        : found(call.route(), call.caseNumber());
  }

  private Future<Route> route(Call call, Optional<Identity> caller) {
    return routing
        .route(question(call, caller.orElse(null)))
        .compose(
            route ->
                caller.isEmpty() || !route.match().uncertain()
                    ? Future.succeededFuture(route)
                    : routing.route(question(call, null)).map(other -> beside(other, route)))
        .map(route -> call.keyed() == null ? route : keyedIn(route));
  }

  /** It opens under the number that was keyed in: that it is theirs a person says. */
  private static Route keyedIn(Route route) {
    return doubted(route, List.of(Doubt.KEYED), null);
  }

  /** At whom it would be without the number; what it may belong to is for a person to say. */
  private static Route beside(Route unknown, Route doubted) {
    return doubted(unknown, doubted.match().doubts(), doubted.suggested());
  }

  private static Route doubted(Route one, List<Doubt> doubts, String suggested) {
    return new Route(
        Match.by(one.match().rule(), one.match().evidence(), doubts),
        null,
        one.official(),
        one.topic(),
        one.team(),
        one.neighbourhood(),
        suggested,
        one.barred());
  }

  private Question question(Call call, Identity identity) {
    Address sender =
        call.citizen() == null ? null : new Address(Address.Kind.PHONE, call.citizen());
    return Question.ofCall(
        Taken.receipt(call.id()),
        sender,
        identity,
        call.number(),
        call.language(),
        directories.current(),
        clock.instant());
  }

  private Future<Found> found(Route route, String number) {
    return number == null
        ? Future.succeededFuture(
            new Found(
                route,
                null,
                route.official(),
                route.barred(),
                Matter.about(route.topic(), route.team()),
                null))
        : Joining.followed(cases, number).map(one -> found(route, one.orElseThrow()));
  }

  private Found found(Route route, Case one) {
    String acts = one.actingNow().map(Acting::official).orElse(one.official());
    Facts.Returns before =
        callback(one).map(it -> new Facts.Returns(acts(one, it), it.due())).orElse(null);
    return new Found(
        route, one.id(), acts, one.barred(), Matter.about(one.topic(), one.team()), before);
  }

  /** Who would call back and by when, if it were asked now: a call that is promised stays that. */
  Facts.Returns returns(Found found) {
    if (found.promised() != null) {
      return found.promised();
    }
    Instant now = clock.instant();
    Directory directory = directories.current();
    Instant due = Dues.due(PromiseKind.CALLBACK, new Moment(now, directory), found.matter());
    String acts = directory.actingFor(found.official(), now, due, found.barred()).id();
    return new Facts.Returns(who(acts), due);
  }

  /** Who calls back and by when, as it was promised; else who answers. */
  Facts.Returns promised(Case one) {
    Optional<Promise> promise =
        callback(one).or(() -> one.openPromises().stream().filter(Promise::toCitizen).findFirst());
    return promise.map(it -> new Facts.Returns(acts(one, it), it.due())).orElse(null);
  }

  private static Optional<Promise> callback(Case one) {
    return one.openPromises().stream().filter(it -> it.kind() == PromiseKind.CALLBACK).findFirst();
  }

  private Facts.Who acts(Case one, Promise promise) {
    String owner = one.ownerOf(promise);
    return who(
        directories.current().actingFor(owner, clock.instant(), promise.due(), one.barred()).id());
  }

  Facts.Who who(String official) {
    return new Facts.Who(official, directories.current().official(official).orElseThrow().name());
  }
}
