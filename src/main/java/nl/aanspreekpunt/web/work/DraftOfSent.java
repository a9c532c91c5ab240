package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.atwork.DraftReply;
import nl.aanspreekpunt.casework.atwork.Drafting;
import nl.aanspreekpunt.web.Visit;

/** What becomes of a draft when its answer is sent: it goes with it, or stays when that may not. */
record DraftOfSent(Drafting drafting) {
  Future<Decision> after(
      RoutingContext context, Case one, Deed deed, Form form, Decision decision) {
    if (!deed.name().equals("antwoord")) {
      return Future.succeededFuture(decision);
    }
    String me = OwnCase.me(context);
    DraftReply typed = ComposerForm.draft(form, one, me, Visit.of(context).now());
    Future<?> kept =
        decision instanceof Decision.Refused
            ? drafting.keep(typed, ComposerForm.base(form), false)
            : drafting.sent(typed, ComposerForm.base(form));
    return kept.map(decision);
  }
}
