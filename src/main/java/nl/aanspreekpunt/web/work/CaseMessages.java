package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.trail.Reading;
import nl.aanspreekpunt.web.Visit;

/**
 * The messages of a case as they came, for who reads it; an auditor says why, as for the case
 * itself, and that is on record.
 */
final class CaseMessages {
  private final OwnCase own;
  private final Reading reading;
  private final Receipts receipts;

  CaseMessages(Cases cases, Reading reading, Receipts receipts, Directories directories) {
    this.own = new OwnCase(cases, directories);
    this.reading = reading;
    this.receipts = receipts;
  }

  /** The one that the path names; empty when there is none such that this visitor may read. */
  Future<Optional<Receipt>> asked(RoutingContext context) {
    return own.cases()
        .find(context.pathParam("number"))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Case>empty())
                    : mayRead(context, found.get()))
        .compose(
            one ->
                one.isEmpty()
                    ? Future.succeededFuture(Optional.<Receipt>empty())
                    : receipts
                        .find(context.pathParam("receipt"))
                        .compose(found -> belongs(found, one.get())));
  }

  private Future<Optional<Case>> mayRead(RoutingContext context, Case one) {
    Access access = own.access(context, one);
    boolean says = HttpMethod.POST.equals(context.request().method());
    if (access != Access.TEXT_WITH_REASON || !says) {
      return Future.succeededFuture(access.reads() ? Optional.of(one) : Optional.empty());
    }
    String why = Form.of(context.request().formAttributes()).get("why");
    return reading
        .read(one, Visit.of(context).viewer().official().id(), why)
        .map(
            decision ->
                decision instanceof Decision.Changed read
                    ? Optional.of(read.after())
                    : Optional.empty());
  }

  /** Also of a message that is in an older page, or that came along when a case was joined. */
  private Future<Optional<Receipt>> belongs(Optional<Receipt> found, Case one) {
    if (found.isEmpty() || found.get().caseNumber() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return own.has(one, found.get().caseNumber(), found.get().id())
        .map(has -> has ? found : Optional.empty());
  }
}
