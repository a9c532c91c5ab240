package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Account;
import nl.aanspreekpunt.web.login.Accounts;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.GuidePage;

/** One thing in the directory is filled in, seen, and applied. */
final class EntryRoutes implements Routes {
  private static final String APPLY = "apply";
  private static final String AGAIN = "again";

  private final Gate gate;
  private final Looking looking;
  private final Applying applying;
  private final Accounts accounts;

  EntryRoutes(Gate gate, Looking looking, Applying applying, Accounts accounts) {
    this.gate = gate;
    this.looking = looking;
    this.applying = applying;
    this.accounts = accounts;
  }

  /**
   * What a form is about.
   *
   * @param id empty while it is new and has no name
   */
  private record About(Subject subject, String id, boolean isNew) {
    String action() {
      return isNew ? Paths.added(subject) : Paths.of(subject, id);
    }
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(256 * 1024);
    for (Subject subject : Subjects.ALL) {
      if (subject.single()) {
        mount(router, body, Paths.list(subject), c -> new About(subject, "", false));
      } else {
        mount(
            router,
            body,
            Paths.of(subject, ":id"),
            c -> new About(subject, c.pathParam("id"), false));
      }
      if (subject.comesAndGoes()) {
        mount(router, body, Paths.added(subject), c -> new About(subject, "", true));
      }
    }
  }

  private interface Meant {
    About by(RoutingContext context);
  }

  private void mount(Router router, BodyHandler body, String path, Meant meant) {
    router
        .get(path)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> open(c, meant.by(c)));
    router
        .post(path)
        .handler(body)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> send(c, meant.by(c)));
  }

  private void open(RoutingContext context, About about) {
    Typed typed = Typed.of(context);
    looking
        .seen(context)
        .compose(
            seen -> {
              if (!about.isNew() && !about.subject().exists(seen, about.id())) {
                context.fail(404);
                return Future.succeededFuture();
              }
              Filled fresh = Filled.fresh(about.subject(), seen, about.id());
              Filled filled = typed == null ? fresh : new Filled(fresh.fields(), Form.of(typed));
              return show(context, 200, about, seen, filled, List.of(), List.of());
            })
        .onFailure(context::fail);
  }

  private void send(RoutingContext context, About about) {
    Form form = Form.of(context.request().formAttributes());
    looking
        .seen(context)
        .compose(seen -> send(context, named(about, seen, form), seen, form))
        .onFailure(context::fail);
  }

  /** What is new has its id from its first field. */
  private static About named(About about, Seen seen, Form form) {
    if (!about.isNew()) {
      return about;
    }
    String name = form.get(about.subject().fields(seen, "new").get(0).name());
    return new About(about.subject(), about.subject().newId(seen, name), true);
  }

  private Future<Void> send(RoutingContext context, About about, Seen seen, Form form) {
    Filled filled = new Filled(about.subject().fields(seen, about.id()), form);
    if (form.get("do").equals(AGAIN)) {
      return show(context, 200, about, seen, filled, List.of(), List.of());
    }
    Optional<RowAct> act = RowAct.of(form.get("do"));
    if (act.isPresent()) {
      return show(context, 200, about, seen, filled.acted(act.get()), List.of(), List.of());
    }
    List<FieldError> errors = filled.unreadable(seen.words());
    boolean taken = about.isNew() && about.subject().exists(seen, about.id());
    if (errors.isEmpty() && taken) {
      String first = filled.fields().get(0).name();
      errors = List.of(new FieldError(first, seen.words().say("gids.mistake.NAME")));
    }
    if (!errors.isEmpty()) {
      return show(context, 422, about, seen, filled, errors, List.of());
    }
    try {
      Change change = about.subject().change(seen, about.id(), filled.edits(), about.isNew());
      if (change.nothing()) {
        List<String> said = List.of(seen.words().say("gids.nothing"));
        return show(context, 422, about, seen, filled, List.of(), said);
      }
      return done(context, about, seen, filled, change)
          .recover(e -> refused(context, about, seen, filled, e));
    } catch (DirectoryRefused refused) {
      return refused(context, about, seen, filled, refused);
    }
  }

  private Future<Void> done(
      RoutingContext context, About about, Seen seen, Filled filled, Change change) {
    Visit visit = Visit.of(context);
    if (!filled.form().get("do").equals(APPLY)) {
      return applying
          .preview(change)
          .map(Show.by(would -> would(context, about, seen, filled, would)));
    }
    return applying
        .apply(change, visit.viewer().official().id(), visit.now())
        .map(
            Show.by(
                lines ->
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader(
                            "Location",
                            about.isNew()
                                ? Paths.of(about.subject(), about.id()) + Paths.DONE
                                : Paths.done(about.subject()))
                        .end()));
  }

  private void would(
      RoutingContext context, About about, Seen seen, Filled filled, Rearranging.Preview would) {
    Frame frame = looking.frame(context, "gids.would", about.action());
    Map<String, String> typed = new TreeMap<>(filled.form().fields());
    typed.remove("token");
    typed.remove("do");
    looking
        .pages()
        .show(
            context,
            200,
            new WouldPage(
                frame,
                frame.say("gids.would"),
                Paths.list(about.subject()),
                frame.say("gids." + about.subject().many()),
                about.action(),
                looking.lines(seen, frame, would.lines()),
                GuidePage.Moves.of(would, frame.words()),
                would.stay(),
                typed,
                true,
                List.of(),
                means(about, seen, filled, would),
                about.isNew() ? about.subject().note(seen, about.id()) : null));
  }

  private static List<Means> means(
      About about, Seen seen, Filled filled, Rearranging.Preview would) {
    if (about.isNew()) {
      return List.of();
    }
    return Means.changed(
        about.subject().means(seen, about.id(), filled, seen.directory()),
        about.subject().means(seen, about.id(), filled, would.after()));
  }

  private Future<Void> refused(
      RoutingContext context, About about, Seen seen, Filled filled, Throwable failure) {
    if (!(failure instanceof DirectoryRefused refused)) {
      return Future.failedFuture(failure);
    }
    MistakeWords.Said said = new MistakeWords(seen.words(), filled).of(refused);
    return show(
        context, 422, about, seen, filled.having(refused.clashes()), said.errors(), said.above());
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      About about,
      Seen seen,
      Filled filled,
      List<FieldError> errors,
      List<String> above) {
    return login(about, seen)
        .map(
            Show.by(
                login ->
                    looking
                        .pages()
                        .show(
                            context,
                            status,
                            page(
                                context, about, seen, filled, errors, above, login.orElse(null)))));
  }

  private EntryPage page(
      RoutingContext context,
      About about,
      Seen seen,
      Filled filled,
      List<FieldError> errors,
      List<String> above,
      EntryPage.Login login) {
    Subject subject = about.subject();
    String kind = about.isNew() ? "gids." + subject.one() + ".new" : "gids." + subject.many();
    Frame frame = looking.frame(context, kind, about.action());
    String name =
        subject.rows(seen).stream()
            .filter(one -> one.id().equals(about.id()))
            .map(Subject.Row::name)
            .findFirst()
            .orElse(frame.say(kind));
    return new EntryPage(
        frame,
        about.isNew() || subject.single() || subject.comesAndGoes()
            ? name
            : frame.say("gids.of", frame.say("gids." + subject.one()), name),
        subject.single() ? Paths.TOP : Paths.list(subject),
        frame.say(subject.single() ? "gids.title" : "gids." + subject.many()),
        about.action(),
        subject instanceof Officials && !about.isNew()
            ? Officials.fed(seen, about.id()) ? "gids.source.fed" : "gids.source.file"
            : null,
        about.isNew() || !subject.comesAndGoes() ? null : Paths.removal(subject, about.id()),
        filled.fields().stream()
            .map(one -> EntryPage.shown(one, filled, subject.one(), frame, errors))
            .toList(),
        errors,
        above,
        EntryPage.seen(filled),
        about.isNew() ? List.of() : subject.means(seen, about.id(), filled, seen.directory()),
        login);
  }

  private Future<Optional<EntryPage.Login>> login(About about, Seen seen) {
    Optional<Official> who =
        about.isNew() ? Optional.empty() : about.subject().person(seen, about.id());
    if (who.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    String email = who.get().email();
    return accounts
        .find(email)
        .map(
            found -> {
              Optional<Account> theirs = found.filter(one -> one.official().equals(about.id()));
              String path = Paths.of(about.subject(), about.id()) + "/wachtwoord";
              boolean used = theirs.filter(one -> !one.mustChange()).isPresent();
              return Optional.of(new EntryPage.Login(path, email, theirs.isPresent(), used));
            });
  }
}
