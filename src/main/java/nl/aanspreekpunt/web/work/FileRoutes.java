package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.LettingThrough;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.store.FileStore;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Trail;
import nl.aanspreekpunt.trail.TrailWork;
import nl.aanspreekpunt.web.Downloads;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * The files that came with the messages of a case, for who reads it; an auditor says why, as for
 * the case itself, and that is on record. One that is held back says why, and what to do.
 */
public final class FileRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/bestanden/:receipt/:part";
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final CaseMessages messages;
  private final OwnCase own;
  private final Casework casework;
  private final Filing filing;
  private final Trail trail;
  private final Pages pages;

  private record Found(Receipt receipt, Optional<StoredFile> file) {}

  public FileRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Receipts receipts,
      Directories directories,
      Filing filing,
      TrailWork trail,
      Pages pages) {
    this.gate = gate;
    this.messages = new CaseMessages(cases, trail.reading(), receipts, directories);
    this.own = new OwnCase(cases, directories);
    this.casework = casework;
    this.filing = filing;
    this.trail = trail.trail();
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::open);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::open);
    router
        .post(PATH + "/doorlaten")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::letThrough);
  }

  private void open(RoutingContext context) {
    String part = context.pathParam("part");
    messages
        .asked(context)
        .compose(
            found ->
                found.isEmpty() || !part.matches("\\d{1,6}")
                    ? Future.succeededFuture(Optional.<Found>empty())
                    : found(found.get(), Integer.parseInt(part)).map(Optional::of))
        .compose(found -> found.isEmpty() ? none(context) : answer(context, found.get()))
        .onFailure(e -> failed(context, e));
  }

  private Future<Found> found(Receipt receipt, int part) {
    return filing.soon(receipt).map(known -> new Found(known, file(known, part)));
  }

  /** One that the message has and that was not taken out yet waits. */
  private static Optional<StoredFile> file(Receipt receipt, int part) {
    return receipt
        .file(part)
        .or(
            () ->
                receipt.read() == null || receipt.filesTry() == null
                    ? Optional.empty()
                    : receipt.read().attachments().stream()
                        .filter(one -> one.part() == part)
                        .map(StoredFile::awaited)
                        .findFirst());
  }

  private static Future<Void> none(RoutingContext context) {
    context.fail(404);
    return Future.succeededFuture();
  }

  private Future<Void> answer(RoutingContext context, Found found) {
    StoredFile file = found.file().orElse(null);
    if (file == null) {
      return none(context);
    }
    if (file.state().opens()) {
      return give(context, found.receipt(), file);
    }
    return own.cases()
        .find(context.pathParam("number"))
        .compose(one -> refuse(context, one.orElseThrow(), file, null));
  }

  private Future<Void> refuse(RoutingContext context, Case one, StoredFile file, String error) {
    boolean waits = file.state() == StoredFile.State.WAITING;
    if (waits) {
      context.response().putHeader("Retry-After", "60");
    }
    pages.show(
        context,
        waits ? 503 : error == null ? 403 : 422,
        new HeldFilePage(
            pages.frame(Visit.of(context), "file.held.title"),
            file,
            OwnCase.page(one),
            leads(context, one) ? path(context) + "/doorlaten" : null,
            error));
    return Future.succeededFuture();
  }

  private boolean leads(RoutingContext context, Case one) {
    return own.access(context, one).mayAct()
        && LettingThrough.may(one, OwnCase.me(context), own.moment(context));
  }

  private static String path(RoutingContext context) {
    return "/werk/vragen/"
        + context.pathParam("number")
        + "/bestanden/"
        + context.pathParam("receipt")
        + "/"
        + context.pathParam("part");
  }

  /** Why is on record before it opens. */
  private void letThrough(RoutingContext context) {
    String part = context.pathParam("part");
    own.open(
        context,
        (one, form) ->
            messages
                .asked(context)
                .compose(
                    found ->
                        found.isEmpty() || !part.matches("\\d{1,6}")
                            ? Future.succeededFuture(Optional.<Found>empty())
                            : found(found.get(), Integer.parseInt(part)).map(Optional::of))
                .compose(
                    found ->
                        found.flatMap(Found::file).filter(StoredFile::isHeld).isEmpty()
                            ? none(context)
                            : letThrough(context, one, form, found.get())));
  }

  private Future<Void> letThrough(RoutingContext context, Case one, Form form, Found found) {
    StoredFile file = found.file().orElseThrow();
    String me = OwnCase.me(context);
    return casework
        .change(one.id(), new LettingThrough(me, file.name(), form.get("why")))
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                String why = Visit.of(context).words().say("refusal." + refused.refusal().code());
                return refuse(context, one, file, why);
              }
              return trail
                  .record(
                      Deeds.letThrough(
                          one.id(),
                          found.receipt().id(),
                          file.part(),
                          me,
                          form.get("why"),
                          Visit.of(context).now()))
                  .compose(said -> filing.letThrough(found.receipt(), file.part(), me))
                  .map(
                      let -> OwnCase.done(context, OwnCase.page(one), let ? "doorlaten" : "bezig"));
            });
  }

  /**
   * Never shown inline: what a citizen sends is not trusted. Piece by piece, the next one when the
   * one before is on its way.
   */
  private Future<Void> give(RoutingContext context, Receipt receipt, StoredFile file) {
    String name = file.name().replaceAll("[^\\p{L}\\p{N}. _-]", "_");
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Encoding", "identity")
        .putHeader("Content-Length", Long.toString(file.size()))
        .putHeader("Content-Disposition", Downloads.named(name))
        .putHeader(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    return filing.read(receipt, file, response::write).compose(all -> response.end());
  }

  /**
   * A file that was begun is cut off, so that nobody takes what there is for all of it. One that
   * was not there as it was written is made again meanwhile.
   */
  private static void failed(RoutingContext context, Throwable why) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      response.reset();
    } else {
      response.headers().remove("Content-Length").remove("Content-Disposition");
      context.fail(why instanceof FileStore.Damaged ? 503 : 500, why);
    }
  }
}
