package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.web.ChangedRoutes;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.ask.Posting;
import nl.aanspreekpunt.web.council.CouncilRoutes;
import nl.aanspreekpunt.web.follow.CitizenConsentRoutes;
import nl.aanspreekpunt.web.follow.CitizenContactRoutes;
import nl.aanspreekpunt.web.follow.TellingRoutes;
import nl.aanspreekpunt.web.follow.TogetherRoutes;
import nl.aanspreekpunt.web.follow.VouchRoutes;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Course;
import nl.aanspreekpunt.web.work.chafe.FrictionRoutes;
import nl.aanspreekpunt.web.work.contact.ContactRoutes;
import nl.aanspreekpunt.web.work.household.HouseholdRoutes;
import nl.aanspreekpunt.web.work.sofar.SoFarRoutes;
import nl.aanspreekpunt.web.work.spam.SpamRoutes;
import nl.aanspreekpunt.web.work.story.BesideRoutes;
import nl.aanspreekpunt.web.work.story.StoryRoutes;

/** Pages on what chafes and on stories. */
record HumanRoutes(Hub hub, Gate gate, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    Config.Human human = hub.config.human();
    new FrictionRoutes(
            gate, hub.frictionWork, hub.cases, hub.directories, human.frictionsPublic(), pages)
        .mount(router);
    new StoryRoutes(gate, hub.storyWork, hub.cases, hub.directories, pages).mount(router);
    new BesideRoutes(gate, hub.storyWork, hub.cases, hub.receipts, hub.directories, pages)
        .mount(router);
    new TellingRoutes(hub.cases, hub.storyWork, hub.tokens, pages).mount(router);
    Course course = new Course(hub.cases, hub.receipts, hub.outbox);
    new HouseholdRoutes(
            gate, hub.householdWork, hub.soFarWork, hub.cases, course, hub.directories, pages)
        .mount(router);
    new SoFarRoutes(gate, hub.soFarWork, hub.householdWork, hub.cases, hub.directories, pages)
        .mount(router);
    Righting righting = new Righting(hub.cases, hub.casework, hub.identities);
    new ContactRoutes(gate, hub.cases, hub.casework, righting, hub.directories, pages)
        .mount(router);
    new CitizenContactRoutes(
            hub.cases, hub.casework, hub.identities, hub.directories, hub.tokens, pages)
        .mount(router);
    new SpamRoutes(gate, hub.doubting, hub.directories, pages).mount(router);
    new VouchRoutes(hub.cases, hub.casework, hub.tokens, pages).mount(router);
    new CitizenConsentRoutes(hub.cases, hub.casework, hub.tokens, pages).mount(router);
    new TogetherRoutes(
            hub.cases,
            hub.receipts,
            hub.outbox,
            hub.identities,
            hub.householdWork,
            hub.soFarWork,
            hub.directories,
            hub.tokens,
            new Posting(hub.vertx, hub.inbox, hub.receipts, hub.config.mail().domain()),
            pages)
        .mount(router);
    new CouncilRoutes(gate, hub.council, human.councilPublic(), pages).mount(router);
    if (human.frictionsPublic()) {
      new ChangedRoutes(hub.frictionWork.frictions(), pages).mount(router);
    }
  }
}
