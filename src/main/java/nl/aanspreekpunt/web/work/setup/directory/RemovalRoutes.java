package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.GuidePage;

/** One thing goes from the directory; where its work goes is asked first, and shown. */
record RemovalRoutes(Gate gate, Looking looking, Applying applying) implements Routes {
  private static final String HEIR = "heir";
  private static final String WAS = "was";
  private static final String APPLY = "apply";

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    for (Subject subject : Subjects.ALL) {
      if (subject.comesAndGoes()) {
        String path = Paths.removal(subject, ":id");
        router
            .get(path)
            .handler(gate::admit)
            .handler(Gate::administrator)
            .handler(
                c ->
                    with(
                        c,
                        subject,
                        seen -> show(c, 200, subject, seen, Form.of(Typed.of(c)).get(HEIR), null)));
        router
            .post(path)
            .handler(body)
            .handler(gate::admit)
            .handler(Gate::administrator)
            .handler(c -> with(c, subject, seen -> send(c, subject, seen)));
      }
    }
  }

  private interface Then {
    Future<Void> of(Seen seen);
  }

  private void with(RoutingContext context, Subject subject, Then then) {
    looking
        .seen(context)
        .compose(
            seen -> {
              if (!subject.exists(seen, context.pathParam("id"))) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return then.of(seen);
            })
        .onFailure(context::fail);
  }

  private Future<Void> send(RoutingContext context, Subject subject, Seen seen) {
    String id = context.pathParam("id");
    Form form = Form.of(context.request().formAttributes());
    String heir = form.orNull(HEIR);
    List<Subject.Row> heirs = subject.heirs(seen, id);
    boolean chosen = heirs.isEmpty() || heirs.stream().anyMatch(one -> one.id().equals(heir));
    if (!chosen || subject.hindered(seen, id) != null) {
      FieldError error = chosen ? null : new FieldError(HEIR, seen.words().say("gids.heir.choose"));
      return show(context, 422, subject, seen, form.get(HEIR), error);
    }
    boolean applies = form.get("do").equals(APPLY);
    if (applies && !form.get(WAS).equals(was(subject, seen, id))) {
      List<String> above = List.of(seen.words().say("gids.clash.whole"));
      looking.pages().show(context, 422, page(context, subject, seen, form.get(HEIR), null, above));
      return Future.succeededFuture();
    }
    Change change = Change.of(subject.removal(seen, id, heirs.isEmpty() ? null : heir));
    Visit visit = Visit.of(context);
    Future<Void> answered =
        applies
            ? applying
                .apply(change, visit.viewer().official().id(), visit.now())
                .map(Show.by(lines -> gone(context, subject)))
            : applying
                .preview(change)
                .map(Show.by(would -> would(context, subject, seen, form, would)));
    return answered.recover(
        e ->
            e instanceof DirectoryRefused refused
                ? refused(context, subject, seen, heir, refused)
                : Future.failedFuture(e));
  }

  /** What somebody sees going. */
  private static String was(Subject subject, Seen seen, String id) {
    return Json.encode(seen.file().at(subject.place(id)));
  }

  private void gone(RoutingContext context, Subject subject) {
    context.response().setStatusCode(303).putHeader("Location", Paths.done(subject)).end();
  }

  private void would(
      RoutingContext context, Subject subject, Seen seen, Form form, Rearranging.Preview would) {
    String action = Paths.removal(subject, context.pathParam("id"));
    Frame frame = looking.frame(context, "gids.would", action);
    looking
        .pages()
        .show(
            context,
            200,
            new WouldPage(
                frame,
                frame.say("gids.gone", name(subject, seen, context.pathParam("id"))),
                Paths.list(subject),
                frame.say("gids." + subject.many()),
                action,
                looking.lines(seen, frame, would.lines()),
                GuidePage.Moves.of(would, frame.words()),
                would.stay(),
                Map.of(HEIR, form.get(HEIR), WAS, was(subject, seen, context.pathParam("id"))),
                false,
                List.of(),
                List.of(),
                null));
  }

  private Future<Void> refused(
      RoutingContext context, Subject subject, Seen seen, String heir, DirectoryRefused refused) {
    List<String> above = MistakeWords.plain(seen.words()).of(refused).above();
    looking
        .pages()
        .show(context, 422, page(context, subject, seen, heir == null ? "" : heir, null, above));
    return Future.succeededFuture();
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      Subject subject,
      Seen seen,
      String heir,
      FieldError error) {
    looking.pages().show(context, status, page(context, subject, seen, heir, error, List.of()));
    return Future.succeededFuture();
  }

  private RemovalPage page(
      RoutingContext context,
      Subject subject,
      Seen seen,
      String heir,
      FieldError error,
      List<String> above) {
    String id = context.pathParam("id");
    Frame frame = looking.frame(context, "gids.remove", Paths.removal(subject, id));
    Subject.Hindered hindered = subject.hindered(seen, id);
    return new RemovalPage(
        frame,
        frame.say("gids.gone", name(subject, seen, id)),
        Paths.of(subject, id),
        Paths.removal(subject, id),
        frame.say("gids." + subject.one() + ".gone"),
        subject.heirs(seen, id).stream()
            .map(one -> new Choice(one.id(), one.name(), one.id().equals(heir)))
            .toList(),
        hindered == null ? null : frame.say(hindered.text(), hindered.name()),
        hindered == null ? null : hindered.path(),
        error == null ? List.of() : List.of(error),
        above);
  }

  private static String name(Subject subject, Seen seen, String id) {
    return subject.rows(seen).stream()
        .filter(one -> one.id().equals(id))
        .map(Subject.Row::name)
        .findFirst()
        .orElse(id);
  }
}
