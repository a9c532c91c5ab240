package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.email.Attachments;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.login.Gate;

/**
 * The files that came with the messages of a case, for who reads it; an auditor says why, as for
 * the case itself, and that is on record.
 */
public final class FileRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/bestanden/:receipt/:part";
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final CaseMessages messages;
  private final Attachments attachments;

  public FileRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Receipts receipts,
      Directories directories,
      Attachments attachments) {
    this.gate = gate;
    this.messages = new CaseMessages(cases, casework, receipts, directories);
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
    String part = context.pathParam("part");
    messages
        .asked(context)
        .compose(
            found ->
                found.isEmpty() || !part.matches("\\d{1,6}")
                    ? Future.succeededFuture(Optional.<Attachments.Opened>empty())
                    : attachments.open(found.get(), Integer.parseInt(part)))
        .map(
            Show.by(file -> file.ifPresentOrElse(it -> give(context, it), () -> context.fail(404))))
        .onFailure(context::fail);
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
