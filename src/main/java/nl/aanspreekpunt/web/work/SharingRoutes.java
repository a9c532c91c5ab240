package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * An official says whether several people use an address or number of a case: what comes from it is
 * then for a person to place, or no longer.
 */
public final class SharingRoutes implements Routes {
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final Cases cases;
  private final Identities identities;
  private final Directories directories;

  public SharingRoutes(Gate gate, Cases cases, Identities identities, Directories directories) {
    this.gate = gate;
    this.cases = cases;
    this.identities = identities;
    this.directories = directories;
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
    Form form = Form.of(context.request().formAttributes());
    String number = context.pathParam("number");
    cases
        .find(number)
        .compose(
            found -> {
              Optional<Participant> who =
                  found
                      .filter(one -> mayAct(context, one))
                      .flatMap(one -> one.participant(form.get("link")));
              if (who.isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return say(context, who.get(), form.get("several").equals("yes"))
                  .onSuccess(said -> done(context, number));
            })
        .onFailure(context::fail);
  }

  private boolean mayAct(RoutingContext context, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return Access.of(one, viewer.official(), viewer.roles(), moment).mayAct();
  }

  private Future<Void> say(RoutingContext context, Participant who, boolean several) {
    Visit visit = Visit.of(context);
    String me = visit.viewer().official().id();
    return identities.setSharing(who.address(), new Identity.Sharing(several, me, visit.now()));
  }

  private static void done(RoutingContext context, String number) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", "/werk/vragen/" + number + "?gedaan=gedeeld")
        .end();
  }
}
