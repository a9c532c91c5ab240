package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Auditing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.email.Attachments;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * The files that came with the messages of a case, for who reads it; an auditor says why, as for
 * the case itself, and that is on record.
 */
public final class FileRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/bestanden/:receipt/:part";
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final OwnCase own;
  private final Casework casework;
  private final Receipts receipts;
  private final Attachments attachments;

  public FileRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Receipts receipts,
      Directories directories,
      Attachments attachments) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.casework = casework;
    this.receipts = receipts;
    this.attachments = attachments;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::open);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::open);
  }

  private void open(RoutingContext context) {
    own.cases()
        .find(context.pathParam("number"))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Case>empty())
                    : mayRead(context, found.get()))
        .compose(
            one ->
                one.isEmpty()
                    ? Future.succeededFuture(Optional.<Attachments.Opened>empty())
                    : opened(context, one.get()))
        .map(
            Show.by(file -> file.ifPresentOrElse(it -> give(context, it), () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private Future<Optional<Case>> mayRead(RoutingContext context, Case one) {
    Access access = own.access(context, one);
    boolean says = HttpMethod.POST.equals(context.request().method());
    if (access != Access.TEXT_WITH_REASON || !says) {
      return Future.succeededFuture(access.reads() ? Optional.of(one) : Optional.empty());
    }
    String why = Form.of(context.request().formAttributes()).get("why");
    return casework
        .change(one.id(), new Auditing(Visit.of(context).viewer().official().id(), why))
        .map(
            decision ->
                decision instanceof Decision.Changed read
                    ? Optional.of(read.after())
                    : Optional.empty());
  }

  private Future<Optional<Attachments.Opened>> opened(RoutingContext context, Case one) {
    String part = context.pathParam("part");
    return receipts
        .find(context.pathParam("receipt"))
        .compose(found -> belongs(found, one))
        .compose(
            found ->
                found.isEmpty() || !part.matches("\\d{1,6}")
                    ? Future.succeededFuture(Optional.empty())
                    : attachments.open(found.get(), Integer.parseInt(part)));
  }

  /** Also of a message that is in an older page, or that came along when a case was joined. */
  private Future<Optional<Receipt>> belongs(Optional<Receipt> found, Case one) {
    if (found.isEmpty() || found.get().caseNumber() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return own.has(one, found.get().caseNumber(), found.get().id())
        .map(has -> has ? found : Optional.empty());
  }

  /** Never shown inline: what a citizen sends is not trusted. */
  private static void give(RoutingContext context, Attachments.Opened file) {
    String name = file.name().replaceAll("[^\\p{L}\\p{N}. _-]", "_");
    context
        .response()
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Disposition", Downloads.named(name))
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .end(Buffer.buffer(file.bytes()));
  }
}
