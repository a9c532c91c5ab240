package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Resending;
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
  private final Resending resending;

  public ResendRoutes(
      Gate gate, Cases cases, Casework casework, Outbox outbox, Directories directories) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.outbox = outbox;
    this.resending = new Resending(casework, outbox);
  }

  @Override
  public void mount(Router router) {
    router
        .post("/werk/vragen/:number/opnieuw")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(context -> own.open(context, (one, form) -> again(context, one, form)));
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
