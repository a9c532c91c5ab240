package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visits;
import nl.aanspreekpunt.web.ask.Posting;
import nl.aanspreekpunt.web.follow.DetailsRoutes;
import nl.aanspreekpunt.web.follow.SpeakRoutes;
import nl.aanspreekpunt.web.mine.MineCookies;
import nl.aanspreekpunt.web.mine.MineRoutes;
import nl.aanspreekpunt.web.mine.Proving;

/** What a citizen does about all their questions; before the pages of each. */
record CitizenRoutes(Hub hub, Proving proving, Visits visits, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    MineCookies cookies = new MineCookies(visits);
    new MineRoutes(proving, cookies, hub.cases, hub.directories, pages).mount(router);
    new DetailsRoutes(hub.cases, hub.casework, hub.identities, proving, cookies, hub.tokens, pages)
        .mount(router);
    new SpeakRoutes(
            hub.cases,
            hub.receipts,
            hub.outbox,
            hub.identities,
            hub.directories,
            hub.tokens,
            new Posting(hub.vertx, hub.inbox, hub.receipts, hub.config.mail().domain()),
            pages)
        .mount(router);
  }
}
