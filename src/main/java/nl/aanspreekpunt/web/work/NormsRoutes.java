package nl.aanspreekpunt.web.work;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** By when what is promised here, and what happens when it is not kept: for all who work here. */
public final class NormsRoutes implements Routes {
  private static final String PATH = "/werk/normen";
  private final Gate gate;
  private final Directories directories;
  private final Pages pages;

  public NormsRoutes(Gate gate, Directories directories, Pages pages) {
    this.gate = gate;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "norms.title").at(PATH);
    Moment moment = new Moment(visit.now(), directories.current());
    pages.show(context, new NormsView(frame, moment).page());
  }
}
