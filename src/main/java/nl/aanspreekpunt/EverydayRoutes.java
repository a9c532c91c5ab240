package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import java.nio.file.Path;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.DeskRoutes;
import nl.aanspreekpunt.web.work.bell.BellRoutes;
import nl.aanspreekpunt.web.work.bell.Looked;
import nl.aanspreekpunt.web.work.bulk.BulkRoutes;
import nl.aanspreekpunt.web.work.desk.BecameRoutes;
import nl.aanspreekpunt.web.work.desk.KnownCitizens;
import nl.aanspreekpunt.web.work.desk.KnownRoutes;
import nl.aanspreekpunt.web.work.desk.LineRoutes;
import nl.aanspreekpunt.web.work.desk.Recognising;
import nl.aanspreekpunt.web.work.desk.TakenLine;
import nl.aanspreekpunt.web.work.desk.TakenRoutes;
import nl.aanspreekpunt.web.work.keys.CommandRoutes;
import nl.aanspreekpunt.web.work.mypage.MyPageRoutes;

/** Pages of each day: the desk, and what an official sets for themselves. */
record EverydayRoutes(
    Hub hub, Gate gate, Telephony telephony, Pulses pulses, Path uploads, Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    Agreements agreements = new Agreements(hub.identities);
    KnownCitizens citizens =
        new KnownCitizens(hub.identities, hub.cases, hub.search.searching(), hub.signer);
    new DeskRoutes(
            gate,
            hub.inbox,
            hub.contacts,
            telephony.deskCalls,
            citizens,
            agreements,
            hub.directories,
            pages)
        .mount(router);
    Recognising recognising = new Recognising(citizens, hub.trailWork.trail());
    new KnownRoutes(gate, recognising, telephony.deskCalls, hub.directories, pages).mount(router);
    new LineRoutes(gate, telephony.deskCalls, hub.directories, pages).mount(router);
    new BecameRoutes(gate, hub.contacts, hub.receipts, hub.cases, hub.directories, pages)
        .mount(router);
    new TakenRoutes(
            hub.vertx,
            gate,
            hub.receipts,
            hub.cases,
            hub.casework,
            agreements,
            new TakenLine(hub.contacts, telephony.desk),
            hub.directories,
            pages)
        .mount(router);
    new BellRoutes(gate, hub.cases, hub.calls, Looked.in(hub.store), pulses, hub.directories, pages)
        .mount(router);
    new BulkRoutes(gate, hub.cases, hub.distributing, hub.directories, pages).mount(router);
    new CommandRoutes(gate, hub.cases, hub.directories, pages).mount(router);
    new MyPageRoutes(hub.vertx, gate, hub.directories, hub.portraits, uploads, pages).mount(router);
  }
}
