package nl.aanspreekpunt.web.work;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** What escalates today in the teams that somebody leads, before it does. */
public final class SoonRoutes implements Routes {
  private static final int MOST = 100;

  private final Gate gate;
  private final Foreseeing foreseeing;
  private final Directories directories;
  private final Pages pages;

  public SoonRoutes(Gate gate, Foreseeing foreseeing, Directories directories, Pages pages) {
    this.gate = gate;
    this.foreseeing = foreseeing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/team/vandaag").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    List<Team> led = directories.current().ledBy(visit.viewer().official().id());
    if (led.isEmpty()) {
      context.fail(403);
      return;
    }
    Frame frame = pages.frame(visit, "soon.title").at("/werk/team/vandaag");
    SoonView view = new SoonView(frame, new Moment(visit.now(), directories.current()));
    foreseeing
        .today(led.stream().map(Team::id).toList(), visit.now(), MOST)
        .map(Show.by(foreseen -> pages.show(context, view.page(led, foreseen))))
        .onFailure(context::fail);
  }
}
