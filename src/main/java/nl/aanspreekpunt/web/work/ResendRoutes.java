package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Resending;
import nl.aanspreekpunt.casework.SendingOtherwise;
import nl.aanspreekpunt.casework.WritingElsewhere;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Who may act in a case, its team's coordinator too, has a message sent again. */
public final class ResendRoutes implements Routes {
  private static final int LARGEST = 4 * 1024;

  /** The pages that have the button, by what their form says; the case page otherwise. */
  private static final Map<String, String> FROM = Map.of("team", "/werk/team", "today", "/werk");

  private final Gate gate;
  private final OwnCase own;
  private final Outbox outbox;
  private final Casework casework;
  private final Identities identities;
  private final Resending resending;

  public ResendRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Outbox outbox,
      Identities identities,
      Directories directories) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.outbox = outbox;
    this.casework = casework;
    this.identities = identities;
    this.resending = new Resending(casework, outbox);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router
        .post("/werk/vragen/:number/opnieuw")
        .handler(body)
        .handler(gate::admit)
        .handler(context -> own.open(context, (one, form) -> again(context, one, form)));
    router
        .post("/werk/vragen/:number/anders")
        .handler(body)
        .handler(gate::admit)
        .handler(context -> own.open(context, (one, form) -> otherwise(context, one, form)));
  }

  /** To another address of the same citizen, as their identities say now. */
  private Future<Void> otherwise(RoutingContext context, Case one, Form form) {
    String lost = form.get("entry");
    Future<Optional<Outgoing>> entry =
        lost.isEmpty()
            ? none()
            : outbox
                .find(lost)
                .compose(found -> found.map(it -> ofCase(one, it)).orElseGet(ResendRoutes::none));
    Future<List<Identity>> known = identities.ofCitizen(one.citizen());
    return Future.all(entry, known)
        .compose(
            both ->
                (lost.isEmpty()
                        ? elsewhere(context, one, form, known.result())
                        : entry.result().flatMap(it -> act(context, one, form, it, known.result())))
                    .map(
                        act -> casework.change(one.id(), act).map(done -> said(context, one, done)))
                    .orElseGet(
                        () -> {
                          context.fail(404);
                          return Future.succeededFuture();
                        }));
  }

  /** From now on. Empty when it is no address of theirs. */
  private static Optional<Act> elsewhere(
      RoutingContext context, Case one, Form form, List<Identity> known) {
    return one.participants().stream()
        .flatMap(who -> OtherWays.of(who.address(), known).stream())
        .filter(to -> to.id().equals(form.get("to")))
        .findFirst()
        .map(to -> new WritingElsewhere(to, OwnCase.me(context)));
  }

  /** Empty when it is no address of theirs. */
  private static Optional<Act> act(
      RoutingContext context, Case one, Form form, Outgoing entry, List<Identity> known) {
    return one.participants().stream()
        .map(Participant::address)
        .filter(address -> address.value().equals(entry.notice().to()))
        .findFirst()
        .flatMap(
            lost ->
                OtherWays.of(lost, known).stream()
                    .filter(to -> to.id().equals(form.get("to")))
                    .findFirst())
        .map(to -> new SendingOtherwise(entry, to, OwnCase.me(context)));
  }

  private static Void said(RoutingContext context, Case one, Decision decision) {
    boolean refused = decision instanceof Decision.Refused;
    return OwnCase.done(
        context,
        OwnCase.page(one),
        refused
            ? "opnieuw-al"
            : context.request().getFormAttribute("entry") == null ? "elders" : "anders");
  }

  private Future<Void> again(RoutingContext context, Case one, Form form) {
    return outbox
        .find(form.get("entry"))
        .compose(found -> found.map(entry -> ofCase(one, entry)).orElseGet(ResendRoutes::none))
        .compose(entry -> again(context, one, form, entry));
  }

  /** Empty when it is of another case, which was not joined to this one either. */
  private Future<Optional<Outgoing>> ofCase(Case one, Outgoing entry) {
    return own.has(one, entry.notice().caseNumber())
        .map(has -> has ? Optional.of(entry) : Optional.empty());
  }

  private static Future<Optional<Outgoing>> none() {
    return Future.succeededFuture(Optional.empty());
  }

  private Future<Void> again(
      RoutingContext context, Case one, Form form, Optional<Outgoing> entry) {
    if (entry.isEmpty()) {
      context.fail(404);
      return Future.succeededFuture();
    }
    Visit visit = Visit.of(context);
    String page = FROM.getOrDefault(form.get("from"), OwnCase.page(one));
    return resending
        .send(one.id(), entry.get(), visit.viewer().official().id(), visit.now())
        .map(
            decision ->
                OwnCase.done(
                    context,
                    page,
                    decision instanceof Decision.Refused ? "opnieuw-al" : "opnieuw"));
  }
}
