package nl.aanspreekpunt.web.work;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Who leads a team pins rules about its officials, and takes them back. */
public final class PinRoutes implements Routes {
  private final Gate gate;
  private final Directories directories;
  private final Pages pages;

  public PinRoutes(Gate gate, Directories directories, Pages pages) {
    this.gate = gate;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router
        .get(PinPage.PATH)
        .handler(gate::admit)
        .handler(this::leads)
        .handler(c -> show(c, 200, Form.of(Typed.of(c)), List.of()));
    router
        .post(PinPage.PATH)
        .handler(body)
        .handler(gate::admit)
        .handler(this::leads)
        .handler(this::pin);
    router
        .post(PinPage.PATH + "/intrekken")
        .handler(body)
        .handler(gate::admit)
        .handler(this::leads)
        .handler(this::revoke);
  }

  private void leads(RoutingContext context) {
    if (Visit.of(context).viewer().leads()) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  /** Of an administrator all; also who left, so that what names them can be seen and revoked. */
  static boolean theirs(String official, Viewer viewer, Directory directory) {
    List<String> led = directory.ledBy(viewer.official().id()).stream().map(Team::id).toList();
    return viewer.is(Role.ADMINISTRATOR)
        || directory.official(official).filter(one -> led.contains(one.team())).isPresent();
  }

  private void show(RoutingContext context, int status, Form form, List<FieldError> errors) {
    Visit visit = Visit.of(context);
    Directory directory = directories.current();
    Frame frame = pages.frame(visit, "pins.title").at(PinPage.PATH);
    Names names = new Names(directory, frame.words());
    PinWords words = new PinWords(frame, directory, names, visit.now());
    List<Pin> pins =
        directory.pins().stream()
            .filter(pin -> theirs(pin.official(), visit.viewer(), directory))
            .toList();
    pages.show(
        context,
        status,
        new PinPage(
            frame,
            pins.stream().filter(one -> one.stands(visit.now())).map(words::row).toList(),
            pins.stream().filter(one -> !one.stands(visit.now())).map(words::row).toList(),
            officials(visit.viewer(), directory, visit.now()).stream()
                .map(one -> chosen(one.id(), one.name(), form, "official"))
                .toList(),
            directory.topics().stream()
                .map(one -> chosen(one.id(), names.topic(one.id()), form, "topic"))
                .toList(),
            directory.neighbourhoods().entrySet().stream()
                .map(one -> chosen(one.getKey(), one.getValue(), form, "neighbourhood"))
                .toList(),
            Stream.of(PinForm.Way.values())
                .map(one -> chosen(one.name(), frame.say("pins.way." + one), form, "way"))
                .toList(),
            form,
            errors));
  }

  private static List<Official> officials(Viewer viewer, Directory directory, Instant now) {
    return directory.officials().stream()
        .filter(one -> directory.employed(one.id(), now))
        .filter(one -> theirs(one.id(), viewer, directory))
        .toList();
  }

  private static Choice chosen(String value, String label, Form form, String field) {
    return new Choice(value, label, value.equals(form.get(field)));
  }

  private void pin(RoutingContext context) {
    Visit visit = Visit.of(context);
    Form form = Form.of(context.request().formAttributes());
    PinForm filled =
        PinForm.read(
            form,
            visit,
            pages.frame(visit, "pins.title").moments(),
            officials(visit.viewer(), directories.current(), visit.now()));
    if (filled.pin() == null) {
      show(context, 422, form, filled.errors());
      return;
    }
    directories
        .pin(filled.pin(), null)
        .onFailure(
            e -> {
              if (e instanceof DirectoryRefused) {
                show(
                    context,
                    422,
                    form,
                    List.of(new FieldError("topic", visit.words().say("pins.error.many"))));
              } else {
                context.fail(e);
              }
            })
        .onSuccess(after -> OwnCase.done(context, PinPage.PATH, "regel"));
  }

  private void revoke(RoutingContext context) {
    Visit visit = Visit.of(context);
    Form form = Form.of(context.request().formAttributes());
    Optional<Pin> meant =
        directories.current().pins().stream()
            .filter(one -> one.id().equals(form.get("pin")))
            .filter(one -> theirs(one.official(), visit.viewer(), directories.current()))
            .findFirst();
    if (meant.isEmpty()) {
      context.fail(404);
      return;
    }
    if (form.get("why").isEmpty()) {
      String said = visit.words().say("pins.error.reason");
      show(context, 422, form, List.of(new FieldError("why-" + meant.get().id(), said)));
      return;
    }
    directories
        .unpin(meant.get().id(), visit.viewer().official().id(), form.get("why"))
        .map(Show.by(after -> OwnCase.done(context, PinPage.PATH, "ingetrokken")))
        .onFailure(context::fail);
  }
}
