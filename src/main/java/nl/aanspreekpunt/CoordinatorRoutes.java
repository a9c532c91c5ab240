package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import java.time.ZoneId;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.figures.FiguresRoutes;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.DepartureRoutes;
import nl.aanspreekpunt.web.work.DistributeRoutes;
import nl.aanspreekpunt.web.work.LeavingRoutes;
import nl.aanspreekpunt.web.work.SoonRoutes;
import nl.aanspreekpunt.web.work.TeamRoutes;
import nl.aanspreekpunt.web.work.moving.ToldCitizens;
import nl.aanspreekpunt.web.work.team.TeamListRoutes;
import nl.aanspreekpunt.web.work.team.TeamSigns;

/** Pages for who leads: the team, its figures, and work that moves to others. */
record CoordinatorRoutes(Hub hub, Gate gate, Pulses pulses, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    ZoneId zone = hub.config.municipality().timeZone();
    TeamSigns signs = new TeamSigns(hub.foreseeing, hub.overTime, pulses, zone);
    ToldCitizens told = new ToldCitizens(hub.cases, hub.outbox);
    new TeamRoutes(
            hub.vertx,
            gate,
            hub.cases,
            hub.outbox,
            hub.tryingAgain,
            hub.directories,
            hub.absences,
            hub.attendance,
            hub.departing,
            signs,
            pulses,
            pages)
        .mount(router);
    new TeamListRoutes(gate, hub.cases, hub.outbox, signs, hub.directories, pages).mount(router);
    new SoonRoutes(gate, hub.foreseeing, hub.directories, pages).mount(router);
    new FiguresRoutes(gate, hub.overTime, hub.directories, zone, pages).mount(router);
    new DepartureRoutes(
            gate, hub.departing, hub.householdWork.households(), told, hub.directories, zone, pages)
        .mount(router);
    new LeavingRoutes(gate, hub.departing, hub.directories, pages).mount(router);
    new DistributeRoutes(gate, hub.distributing, told, hub.directories, pages).mount(router);
  }
}
