package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.StillTheirs;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.contact.AsAgreed;
import nl.aanspreekpunt.inbox.WrittenTo;
import nl.aanspreekpunt.inbox.files.AnswerFiles;
import nl.aanspreekpunt.inbox.files.ForwardedFiles;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.CaseStreamRoutes;
import nl.aanspreekpunt.web.work.ComposerRoutes;
import nl.aanspreekpunt.web.work.Previews;
import nl.aanspreekpunt.web.work.ReplyFiles;
import nl.aanspreekpunt.web.work.bulk.BulkActRoutes;

/** While officials have a case before them. */
record AtWorkRoutes(Hub hub, Gate gate, AtWork atWork, ReplyFiles files, Pages pages)
    implements Routes {
  @Override
  public void mount(Router router) {
    hub.changes.listen(this::changed);
    Previews previews = previews(hub);
    new ComposerRoutes(gate, hub.cases, hub.directories, atWork, previews, files, pages)
        .mount(router);
    new BulkActRoutes(
            gate, hub.cases, hub.bulkWork, hub.standardTexts, previews, hub.directories, pages)
        .mount(router);
    new CaseStreamRoutes(hub.vertx, gate, hub.cases, hub.directories, atWork.desks(), hub.clock)
        .mount(router);
  }

  private static Previews previews(Hub hub) {
    return new Previews(
        hub.receipts,
        hub.letters(),
        hub.whatsApp(),
        new ForwardedFiles(hub.receipts, hub.filing, new AnswerFiles(hub.receipts, hub.filing)),
        new WrittenTo(
            new AsAgreed(new StillTheirs(hub.cases), hub.identities, hub.clock),
            hub.cases,
            hub.receipts,
            hub.config.numbers()),
        hub.smsWork.limits().quiet());
  }

  /** Nobody has one before them that has just begun. */
  private void changed(Case one) {
    if (one.version() > 1) {
      atWork.desks().changed(one.id());
    }
  }
}
