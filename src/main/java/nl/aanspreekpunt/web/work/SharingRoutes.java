package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * An official says whether several people use an address or number of a case: what comes from it is
 * then for a person to place, or no longer.
 */
public final class SharingRoutes implements Routes {
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final OwnCase own;
  private final Identities identities;

  public SharingRoutes(Gate gate, Cases cases, Identities identities, Directories directories) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.identities = identities;
  }

  @Override
  public void mount(Router router) {
    router
        .post("/werk/vragen/:number/gedeeld")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::say);
  }

  private void say(RoutingContext context) {
    own.open(
        context,
        (one, form) -> {
          Optional<Participant> who = one.participant(form.get("link"));
          if (who.isEmpty()) {
            context.fail(404);
            return Future.succeededFuture();
          }
          return say(context, who.get(), form.get("several").equals("yes"))
              .map(said -> OwnCase.done(context, OwnCase.page(one), "gedeeld"));
        });
  }

  private Future<Void> say(RoutingContext context, Participant who, boolean several) {
    Visit visit = Visit.of(context);
    String me = visit.viewer().official().id();
    return identities.setSharing(who.address(), new Identity.Sharing(several, me, visit.now()));
  }
}
