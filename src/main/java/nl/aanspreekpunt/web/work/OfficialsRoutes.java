package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Import;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.OfficialsTable;
import nl.aanspreekpunt.official.TableMistake;
import nl.aanspreekpunt.web.Downloads;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** An administrator takes officials over from a table, and takes today's along. */
public final class OfficialsRoutes implements Routes {
  private static final int FORM_AROUND = 64 * 1024;
  private final Vertx vertx;
  private final Gate gate;
  private final Importing importing;
  private final Directories directories;
  private final Path uploads;
  private final Pages pages;

  /**
   * @param uploads folder for files on their way; each is removed when its request ends
   */
  public OfficialsRoutes(
      Vertx vertx,
      Gate gate,
      Importing importing,
      Directories directories,
      Path uploads,
      Pages pages) {
    this.vertx = vertx;
    this.gate = gate;
    this.importing = importing;
    this.directories = directories;
    this.uploads = uploads;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler file =
        BodyHandler.create(uploads.toString())
            .setBodyLimit(OfficialsTable.LARGEST + FORM_AROUND)
            .setDeleteUploadedFilesOnEnd(true);
    BodyHandler form = BodyHandler.create(false).setBodyLimit(FORM_AROUND);
    String path = OfficialsPage.PATH;
    router
        .get(path)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> show(c, 200, null));
    router
        .get(OfficialsPage.TABLE)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::table);
    router
        .get(path + "/:id")
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::follow);
    router
        .post(path)
        .handler(file)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::see);
    router
        .post(path + "/:id/uitvoeren")
        .handler(form)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::carryOut);
  }

  private void table(RoutingContext context) {
    Downloads.csv(context, "ambtenaren.csv", importing.table());
  }

  private void see(RoutingContext context) {
    Optional<FileUpload> file =
        context.fileUploads().stream().filter(f -> f.size() > 0).findFirst();
    if (file.isEmpty()) {
      show(context, 422, Visit.of(context).words().say("officials.choose"));
      return;
    }
    boolean complete = "on".equals(context.request().getFormAttribute("complete"));
    vertx
        .fileSystem()
        .readFile(file.get().uploadedFileName())
        .map(Buffer::getBytes)
        .compose(bytes -> importing.preview(bytes, complete))
        .compose(preview -> kept(context, preview))
        .map(
            Show.by(
                seen ->
                    pages.show(
                        context,
                        seen.mistakes().isEmpty() ? 200 : 422,
                        new OfficialsPage(frame(context), seen, null, null))))
        .onFailure(context::fail);
  }

  private Future<OfficialsPage.Seen> kept(RoutingContext context, Importing.Preview preview) {
    if (!preview.mistakes().isEmpty() || preview.nothing()) {
      return Future.succeededFuture(seen(context, null, preview));
    }
    return importing
        .keep(preview, Visit.of(context).viewer().official().id())
        .map(kept -> seen(context, kept.id(), preview));
  }

  private OfficialsPage.Seen seen(RoutingContext context, String id, Importing.Preview preview) {
    Frame frame = frame(context);
    Names names = new Names(directories.current(), frame.words());
    GuideWords words = new GuideWords(frame, names);
    return new OfficialsPage.Seen(
        id,
        preview.mistakes().stream().map(one -> said(frame, one)).toList(),
        preview.added(),
        preview.lines().stream().map(words::of).toList(),
        preview.leaving().stream().map(names::of).toList(),
        preview.returning().stream().map(names::of).toList(),
        preview.administrators().stream().map(names::of).toList());
  }

  private static String said(Frame frame, TableMistake one) {
    String what = frame.say("officials.mistake." + one.what());
    String place =
        one.column().isEmpty()
            ? frame.say("officials.line", one.line())
            : frame.say("officials.cell", one.line(), one.column());
    return Stream.of(place, what, one.value().isEmpty() ? null : "‘" + one.value() + "’")
        .filter(part -> part != null)
        .reduce((before, next) -> before + " " + next)
        .orElseThrow();
  }

  private Future<Optional<Import>> own(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    return importing
        .find(context.pathParam("id"))
        .map(found -> found.filter(one -> one.by().equals(me)));
  }

  private void carryOut(RoutingContext context) {
    own(context)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : importing.carryOut(found.get()).map(Optional::of))
        .map(
            Show.by(
                found ->
                    found.ifPresentOrElse(
                        one ->
                            context
                                .response()
                                .setStatusCode(303)
                                .putHeader("Location", OfficialsPage.PATH + "/" + one.id())
                                .end(),
                        () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private void follow(RoutingContext context) {
    own(context)
        .map(
            Show.by(
                found ->
                    found
                        .filter(one -> !one.waits())
                        .ifPresentOrElse(
                            one ->
                                pages.show(
                                    context,
                                    new OfficialsPage(frame(context), null, going(one), null)),
                            () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private static OfficialsPage.Going going(Import one) {
    return new OfficialsPage.Going(one.id(), one.done(), one.steps(), one.ended());
  }

  private void show(RoutingContext context, int status, String problem) {
    pages.show(context, status, new OfficialsPage(frame(context), null, null, problem));
  }

  private Frame frame(RoutingContext context) {
    return pages.frame(Visit.of(context), "officials.title").at(OfficialsPage.PATH);
  }
}
