package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.official.AppliedFile;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.web.Downloads;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.GuidePage;

/** The file in use can be taken along, and one of before put back. */
record VersionRoutes(Gate gate, Looking looking, Rearranging rearranging) implements Routes {
  private static final String PATH = Paths.TOP + "/versies/:version";
  private static final String SEEN = "seen";

  /**
   * @param then empty: there is no such version
   */
  private record Both(Seen seen, Optional<String> then) {
    AppliedFile now() {
      return seen.file();
    }
  }

  @Override
  public void mount(Router router) {
    router
        .get(Paths.TOP + "/bestand")
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::take);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> both(c, both -> show(c, 200, both, List.of())));
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> both(c, both -> putBack(c, both)));
  }

  private void take(RoutingContext context) {
    looking
        .directories()
        .applied()
        .map(
            Show.by(
                file ->
                    context
                        .response()
                        .putHeader("Content-Type", "application/yaml; charset=utf-8")
                        .putHeader("Content-Disposition", Downloads.named("directory.yaml"))
                        .end(file.yaml())))
        .onFailure(context::fail);
  }

  private interface Then {
    Future<Void> of(Both both);
  }

  private void both(RoutingContext context, Then then) {
    String version = context.pathParam("version");
    if (!version.matches("[1-9]\\d{0,11}")) {
      context.fail(404);
      return;
    }
    looking
        .seen(context)
        .compose(
            now ->
                looking
                    .directories()
                    .applied(Long.parseLong(version))
                    .map(yaml -> new Both(now, yaml)))
        .compose(
            both -> {
              if (both.then().isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return then.of(both);
            })
        .onFailure(context::fail);
  }

  private static FileChange back(Both both) {
    return new FileChange.Over(both.then().orElseThrow(), both.now().yaml());
  }

  private Future<Void> show(RoutingContext context, int status, Both both, List<String> above) {
    return rearranging
        .preview(back(both))
        .map(would -> page(context, both, would, above))
        .recover(
            e ->
                e instanceof DirectoryRefused refused
                    ? Future.succeededFuture(page(context, both, nothing(), said(context, refused)))
                    : Future.failedFuture(e))
        .map(Show.by(page -> looking.pages().show(context, status, page)));
  }

  private static List<String> said(RoutingContext context, DirectoryRefused refused) {
    return MistakeWords.plain(Visit.of(context).words()).of(refused).above();
  }

  private Rearranging.Preview nothing() {
    return new Rearranging.Preview(List.of(), List.of(), looking.directories().current(), 0);
  }

  private WouldPage page(
      RoutingContext context, Both both, Rearranging.Preview would, List<String> above) {
    String path = Paths.TOP + "/versies/" + context.pathParam("version");
    Frame frame = looking.frame(context, "gids.version", path);
    return new WouldPage(
        frame,
        frame.title(),
        "/werk/gids#changes",
        frame.say("gids.versions"),
        path,
        looking.lines(both.seen(), frame, would.lines()),
        GuidePage.Moves.of(would, frame.words()),
        would.stay(),
        Map.of(SEEN, digest(both.now().yaml())),
        false,
        above,
        List.of(),
        null);
  }

  /** Only over what was seen. */
  private Future<Void> putBack(RoutingContext context, Both both) {
    Visit visit = Visit.of(context);
    String seen = Form.of(context.request().formAttributes()).get(SEEN);
    if (!seen.equals(digest(both.now().yaml()))) {
      return show(context, 422, both, List.of(visit.words().say("gids.clash.whole")));
    }
    return rearranging
        .apply(back(both), visit.viewer().official().id(), visit.now())
        .map(
            Show.by(
                lines ->
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader("Location", "/werk/gids?gedaan=gids-terug")
                        .end()))
        .recover(
            e ->
                e instanceof DirectoryRefused refused
                    ? show(context, 422, both, said(context, refused))
                    : Future.failedFuture(e));
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
