package nl.aanspreekpunt.web.work.mypage;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Profile;
import nl.aanspreekpunt.official.portrait.OwnPortraits;
import nl.aanspreekpunt.official.portrait.PortraitImage;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * My page: what somebody says of themselves and how citizens see it. Who leads their team sees each
 * change and can put it back.
 */
public final class MyPageRoutes implements Routes {
  private static final String PATH = MyPage.PATH;
  private static final String OTHER = PATH + "/van/:official";
  private static final long FORM_AROUND = 64 * 1024;
  private final Vertx vertx;
  private final Gate gate;
  private final Directories directories;
  private final OwnPortraits portraits;
  private final Path uploads;
  private final Pages pages;

  /**
   * @param uploads folder for files on their way; each is removed when its request ends
   */
  public MyPageRoutes(
      Vertx vertx,
      Gate gate,
      Directories directories,
      OwnPortraits portraits,
      Path uploads,
      Pages pages) {
    this.vertx = vertx;
    this.gate = gate;
    this.directories = directories;
    this.portraits = portraits;
    this.uploads = uploads;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler form = BodyHandler.create(false).setBodyLimit(FORM_AROUND);
    BodyHandler file =
        BodyHandler.create(uploads.toString())
            .setBodyLimit(PortraitImage.LARGEST + FORM_AROUND)
            .setDeleteUploadedFilesOnEnd(true);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> show(c, 200, Form.of(Typed.of(c)), List.of()));
    router.post(PATH + "/woorden").handler(form).handler(gate::admit).handler(this::words);
    router.post(PATH + "/foto").handler(file).handler(gate::admit).handler(this::photo);
    router.post(PATH + "/beeld").handler(form).handler(gate::admit).handler(this::picture);
    router.post(PATH + "/instellingen").handler(form).handler(gate::admit).handler(this::settings);
    router.get(OTHER).handler(gate::admit).handler(this::other);
    router.post(OTHER + "/terug").handler(form).handler(gate::admit).handler(this::back);
  }

  private MyPageView view(RoutingContext context, String path) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "mine.title").at(path);
    return new MyPageView(frame, new Moment(visit.now(), directories.current()));
  }

  private void show(RoutingContext context, int status, Form typed, List<FieldError> errors) {
    pages.show(context, status, view(context, PATH).page(typed, errors));
  }

  private static Profile mine(RoutingContext context, Directory directory) {
    return directory.profile(OwnCase.me(context));
  }

  private void words(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    List<FieldError> errors =
        List.of("nl", "en").stream()
            .map(language -> "words-" + language)
            .filter(field -> form.get(field).length() > Profile.LONGEST)
            .map(
                field ->
                    new FieldError(
                        field, Visit.of(context).words().say("mine.words.long", Profile.LONGEST)))
            .toList();
    if (!errors.isEmpty()) {
      show(context, 422, form, errors);
      return;
    }
    Map<String, String> said = Map.of("nl", form.get("words-nl"), "en", form.get("words-en"));
    Profile next =
        mine(context, directories.current()).saying(said, OwnCase.me(context), now(context));
    keep(context, next, "mijn-pagina");
  }

  private static Instant now(RoutingContext context) {
    return Visit.of(context).now();
  }

  private void keep(RoutingContext context, Profile next, String done) {
    directories
        .shows(next)
        .map(Show.by(kept -> OwnCase.done(context, PATH, done)))
        .onFailure(context::fail);
  }

  private void photo(RoutingContext context) {
    Optional<FileUpload> file =
        context.fileUploads().stream().filter(one -> one.size() > 0).findFirst();
    if (file.isEmpty()) {
      refusePhoto(context, "mine.photo.choose");
      return;
    }
    String me = OwnCase.me(context);
    vertx
        .fileSystem()
        .readFile(file.get().uploadedFileName())
        .map(Buffer::getBytes)
        .compose(bytes -> portraits.keep(me, bytes))
        .compose(
            name -> {
              if (name.isEmpty()) {
                refusePhoto(context, "mine.photo.unreadable");
                return Future.succeededFuture();
              }
              return show(context, name.get());
            })
        .onFailure(context::fail);
  }

  private void refusePhoto(RoutingContext context, String why) {
    show(
        context,
        422,
        Form.EMPTY,
        List.of(new FieldError("photo", Visit.of(context).words().say(why))));
  }

  /** What it showed before is forgotten, once nobody sees it any more. */
  private Future<Void> show(RoutingContext context, String portrait) {
    Profile was = mine(context, directories.current());
    return directories
        .shows(was.pictured(portrait, OwnCase.me(context), now(context)))
        .compose(shown -> forget(was, portrait))
        .map(Show.by(done -> OwnCase.done(context, PATH, "mijn-pagina")));
  }

  private Future<Void> forget(Profile was, String now) {
    String before = was.portrait();
    return before == null || !before.startsWith(Profile.OWN) || before.equals(now)
        ? Future.succeededFuture()
        : portraits.forget(before);
  }

  /** The directory's, or none: what was uploaded goes. */
  private void picture(RoutingContext context) {
    String chosen = Form.of(context.request().formAttributes()).get("picture");
    if (chosen.equals("OWN")) {
      OwnCase.done(context, PATH, "mijn-pagina");
      return;
    }
    show(context, chosen.equals("NONE") ? "" : null).onFailure(context::fail);
  }

  private void settings(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Profile next =
        mine(context, directories.current())
            .working(
                form.get("keys").isEmpty(),
                form.get("mail").equals("DAILY"),
                OwnCase.me(context),
                now(context));
    keep(context, next, "instellingen");
  }

  /** Empty, and the answer given, for who does not lead them. */
  private Optional<Official> led(RoutingContext context) {
    Optional<Official> official =
        directories
            .current()
            .official(context.pathParam("official"))
            .filter(one -> directories.current().employed(one.id(), now(context)));
    if (official.isEmpty()) {
      context.fail(404);
    } else if (!view(context, PATH).leads(Visit.of(context).viewer(), official.get())) {
      context.fail(403);
      return Optional.empty();
    }
    return official;
  }

  private void other(RoutingContext context) {
    led(context)
        .ifPresent(one -> pages.show(context, view(context, PATH + "/van/" + one.id()).other(one)));
  }

  /** How they work stays their own. */
  private void back(RoutingContext context) {
    led(context)
        .ifPresent(
            one -> {
              Profile was = directories.current().profile(one.id());
              String me = OwnCase.me(context);
              Profile plain =
                  was.saying(Map.of(), me, now(context)).pictured(null, me, now(context));
              directories
                  .shows(plain)
                  .compose(shown -> forget(was, null))
                  .map(
                      Show.by(
                          done -> OwnCase.done(context, PATH + "/van/" + one.id(), "teruggezet")))
                  .onFailure(context::fail);
            });
  }
}
