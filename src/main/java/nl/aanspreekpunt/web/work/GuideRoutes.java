package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.AppliedFile;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** The directory for administrators: nothing in its file counts until somebody applied it. */
public final class GuideRoutes implements Routes {
  private static final int CHANGES = 50;
  private final Vertx vertx;
  private final Gate gate;
  private final Directories directories;
  private final Rearranging rearranging;
  private final Path file;
  private final Pages pages;

  private record Read(Rearranging.Preview would, DirectoryRefused refused) {}

  public GuideRoutes(
      Vertx vertx,
      Gate gate,
      Directories directories,
      Rearranging rearranging,
      Path file,
      Pages pages) {
    this.vertx = vertx;
    this.gate = gate;
    this.directories = directories;
    this.rearranging = rearranging;
    this.file = file;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router
        .get("/werk/gids")
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> show(c, 200));
    router
        .post("/werk/gids")
        .handler(body)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::apply);
  }

  private Future<String> yaml() {
    return vertx.fileSystem().readFile(file.toString()).map(Buffer::toString);
  }

  private void show(RoutingContext context, int status) {
    Frame frame = pages.frame(Visit.of(context), "guide.title");
    Names names = new Names(directories.current(), frame.words());
    GuideWords words = new GuideWords(frame, names);
    Future<List<DirectoryChange>> changes = directories.changes(CHANGES);
    Future<List<Reassignment>> moving = rearranging.latest(1);
    Future<String> yaml = yaml();
    Future<Read> read = yaml.compose(this::compared);
    Future<AppliedFile> inUse = directories.applied();
    Future.all(changes, moving, read, inUse)
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        status,
                        new GuidePage(
                            frame,
                            file.toString(),
                            digest(yaml.result(), inUse.result()),
                            read.result().would().lines().stream().map(words::of).toList(),
                            GuidePage.Moves.of(read.result().would(), frame.words()),
                            moving.result().stream()
                                .map(GuidePage.Going::of)
                                .findFirst()
                                .orElse(null),
                            read.result().refused(),
                            changes.result().stream()
                                .map(
                                    one ->
                                        new GuidePage.Change(
                                            one.at(),
                                            names.of(one.by()),
                                            lines(one, words),
                                            one.what() == DirectoryChange.What.FILE
                                                ? one.version()
                                                : 0))
                                .toList()))))
        .onFailure(context::fail);
  }

  private static List<String> lines(DirectoryChange change, GuideWords words) {
    return change.lines().stream().map(words::of).toList();
  }

  private Future<Read> compared(String text) {
    return rearranging
        .preview(new FileChange.Whole(text))
        .map(would -> new Read(would, null))
        .recover(
            e ->
                e instanceof DirectoryRefused refused
                    ? Future.succeededFuture(new Read(nothing(), refused))
                    : Future.failedFuture(e));
  }

  private Rearranging.Preview nothing() {
    return new Rearranging.Preview(List.of(), List.of(), directories.current(), 0);
  }

  /**
   * Only what was shown: a file that changed meanwhile, or is compared with another, is shown
   * first.
   */
  private void apply(RoutingContext context) {
    Visit visit = Visit.of(context);
    String seen = context.request().getFormAttribute("digest");
    Future<String> yaml = yaml();
    Future<AppliedFile> inUse = directories.applied();
    Future.all(yaml, inUse)
        .compose(
            both ->
                digest(yaml.result(), inUse.result()).equals(seen)
                    ? rearranging
                        .apply(
                            new FileChange.Over(yaml.result(), inUse.result().yaml()),
                            visit.viewer().official().id(),
                            visit.now())
                        .map(true)
                        .recover(
                            e ->
                                e instanceof DirectoryRefused
                                    ? Future.succeededFuture(false)
                                    : Future.failedFuture(e))
                    : Future.succeededFuture(false))
        .map(
            Show.by(
                applied -> {
                  if (applied) {
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader("Location", "/werk/gids?gedaan=gids")
                        .end();
                  } else {
                    show(context, 422);
                  }
                }))
        .onFailure(context::fail);
  }

  private static String digest(String file, AppliedFile inUse) {
    String text = file + '\0' + inUse.yaml();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
