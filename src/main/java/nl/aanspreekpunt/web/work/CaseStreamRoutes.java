package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.atwork.CaseDesk;
import nl.aanspreekpunt.casework.atwork.Desks;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Gate;

/** What an open case page hears by itself: who else is at it, and that something is new. */
public final class CaseStreamRoutes implements Routes {
  private final Gate gate;
  private final OwnCase own;
  private final Desks desks;
  private final Clock clock;
  private final CaseStreams streams;

  public CaseStreamRoutes(
      Vertx vertx, Gate gate, Cases cases, Directories directories, Desks desks, Clock clock) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.desks = desks;
    this.clock = clock;
    this.streams = new CaseStreams(vertx, desks, directories, clock);
  }

  @Override
  public void mount(Router router) {
    router
        .get("/werk/vragen/:number/stroom")
        .handler(context -> gate.admit(context, over -> over.response().setStatusCode(401).end()))
        .handler(this::open);
  }

  /** Its official is there first, so that from then on each change is counted. */
  private void open(RoutingContext context) {
    String number = context.pathParam("number");
    find(number)
        .compose(
            found -> {
              Access access = found.map(one -> own.access(context, one)).orElse(Access.NONE);
              if (!access.reads()) {
                context.response().setStatusCode(access == Access.NONE ? 404 : 403).end();
                return Future.<Void>succeededFuture();
              }
              return desks
                  .here(number, OwnCase.me(context), false, clock.instant())
                  .compose(here -> desks.of(List.of(number)))
                  .compose(desk -> find(number).map(now -> open(context, now, desk)));
            })
        .onFailure(context::fail);
  }

  private Future<Optional<Case>> find(String number) {
    return own.cases().find(number);
  }

  private Void open(RoutingContext context, Optional<Case> found, List<CaseDesk> desk) {
    String seen = context.request().getParam("gezien");
    boolean known = seen != null && seen.matches("\\d{1,9}");
    Case one = found.orElseThrow();
    long beats = desk.stream().mapToLong(CaseDesk::beats).sum();
    int count = one.paged() + one.events().size();
    streams.open(context, one.id(), beats, known && Integer.parseInt(seen) < count);
    return null;
  }
}
