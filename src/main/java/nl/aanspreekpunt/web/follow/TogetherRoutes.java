package nl.aanspreekpunt.web.follow;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.ask.Posting;

/** What a citizen finds behind their link besides the question itself. */
public record TogetherRoutes(
    Cases cases,
    Receipts receipts,
    Outbox outbox,
    Identities identities,
    HouseholdWork households,
    SoFarWork soFar,
    Directories directories,
    Tokens tokens,
    Posting posting,
    Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    Together.From together = new Together.From(identities, soFar, cases);
    new SharedRoutes(
            cases,
            receipts,
            outbox,
            identities,
            households,
            together,
            directories,
            tokens,
            posting,
            pages)
        .mount(router);
    new CitizenSoFarRoutes(cases, soFar, together, directories, tokens, pages).mount(router);
  }
}
