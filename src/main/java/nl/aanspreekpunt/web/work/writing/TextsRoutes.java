package nl.aanspreekpunt.web.work.writing;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** Standard texts: an official's own, and the shared ones for who keeps them. */
public final class TextsRoutes implements Routes {
  private static final String NEW = TextsPage.PATH + "/nieuw";
  private static final String ONE = TextsPage.PATH + "/:id";
  private static final int LARGEST = 64 * 1024;
  private static final int STARTS = 100;
  private final Gate gate;
  private final StandardTexts texts;
  private final Directories directories;
  private final Pages pages;

  public TextsRoutes(Gate gate, StandardTexts texts, Directories directories, Pages pages) {
    this.gate = gate;
    this.texts = texts;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(TextsPage.PATH).handler(gate::admit).handler(this::list);
    router.get(NEW).handler(gate::admit).handler(c -> showNew(c, 200, typed(c), List.of()));
    router.get(ONE).handler(gate::admit).handler(c -> open(c, false, this::read));
    post(router, NEW, this::make);
    post(router, ONE, c -> open(c, true, this::change));
    post(router, ONE + "/weg", c -> open(c, true, (x, text) -> delete(x, text, true)));
    post(router, ONE + "/terug", c -> open(c, true, (x, text) -> delete(x, text, false)));
  }

  private void post(Router router, String path, Handler<RoutingContext> handler) {
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(handler);
  }

  private static Form typed(RoutingContext context) {
    return Form.of(Typed.of(context));
  }

  private interface Doing {
    Future<Void> with(RoutingContext context, StandardText text);
  }

  /** Somebody's own is not there for anybody else; shared ones are read by all who work here. */
  private void open(RoutingContext context, boolean changes, Doing doing) {
    Viewer viewer = Visit.of(context).viewer();
    texts
        .find(context.pathParam("id"))
        .compose(
            found -> {
              Optional<StandardText> readable =
                  found.filter(
                      text -> text.keeper().of() != Keeper.Of.OWN || keeps(viewer, text.keeper()));
              if (readable.isEmpty() || (changes && !keeps(viewer, readable.get().keeper()))) {
                context.fail(readable.isEmpty() ? 404 : 403);
                return Future.<Void>succeededFuture();
              }
              return doing.with(context, readable.get());
            })
        .onFailure(context::fail);
  }

  private boolean keeps(Viewer viewer, Keeper keeper) {
    return keeper.keeps(viewer.official(), viewer.roles(), directories.current());
  }

  private void list(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    List<Keeper> keepers = new ArrayList<>();
    keepers.add(Keeper.own(viewer.official().id()));
    keepers.add(Keeper.team(viewer.official().team()));
    teams(viewer).map(Keeper::team).filter(it -> !keepers.contains(it)).forEach(keepers::add);
    keepers.add(Keeper.EVERYBODY);
    Frame frame = pages.frame(Visit.of(context), "texts.title");
    texts
        .of(keepers)
        .map(
            all ->
                keepers.stream()
                    .map(keeper -> group(frame, keeper, all))
                    .filter(group -> !group.rows().isEmpty())
                    .toList())
        .map(Show.by(groups -> pages.show(context, new TextsPage(frame, groups, deleted(context)))))
        .onFailure(context::fail);
  }

  private static String deleted(RoutingContext context) {
    String id = context.request().getParam("weg");
    return id != null && id.matches("[\\w-]{1,40}") ? TextsPage.PATH + "/" + id + "/terug" : null;
  }

  private TextsPage.Group group(Frame frame, Keeper keeper, List<StandardText> all) {
    return new TextsPage.Group(
        whose(frame, keeper),
        all.stream()
            .filter(text -> text.keptBy().equals(keeper.key()))
            .map(
                text ->
                    new TextsPage.Row(
                        TextsPage.PATH + "/" + text.id(),
                        text.now().title(),
                        starts(text.now().in(frame.words().language()))))
            .toList());
  }

  private static String starts(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= STARTS ? line : line.substring(0, STARTS) + "…";
  }

  private String whose(Frame frame, Keeper keeper) {
    return switch (keeper.of()) {
      case OWN -> frame.say("texts.own");
      case TEAM ->
          frame.say(
              "texts.team",
              directories.current().team(keeper.id()).map(Team::name).orElse(keeper.id()));
      case ALL -> frame.say("texts.all");
    };
  }

  /** Whose texts this viewer may keep besides their own (team ids). */
  private Stream<String> teams(Viewer viewer) {
    Directory directory = directories.current();
    return directory.teams().stream()
        .map(Team::id)
        .filter(id -> Keeper.team(id).keeps(viewer.official(), viewer.roles(), directory));
  }

  private List<Choice> keepers(Frame frame, String chosen) {
    Viewer viewer = frame.viewer();
    List<Keeper> all = new ArrayList<>();
    all.add(Keeper.own(viewer.official().id()));
    teams(viewer).map(Keeper::team).forEach(all::add);
    if (keeps(viewer, Keeper.EVERYBODY)) {
      all.add(Keeper.EVERYBODY);
    }
    return all.stream()
        .map(it -> new Choice(it.key(), whose(frame, it), it.key().equals(chosen)))
        .toList();
  }

  private void showNew(RoutingContext context, int status, Form form, List<FieldError> errors) {
    Frame frame = pages.frame(Visit.of(context), "texts.new").at(NEW);
    String once = form.get("once");
    pages.show(
        context,
        status,
        new TextPage(
            frame,
            null,
            once.matches("[\\w-]{22}") ? once : FormTokens.random(),
            keepers(frame, form.get("keeper")),
            null,
            true,
            0,
            List.of(),
            form,
            errors));
  }

  private void make(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Visit visit = Visit.of(context);
    List<FieldError> wrong = new TextForm(form).wrong(visit.words());
    Frame frame = pages.frame(visit, "texts.new");
    Optional<Choice> keeper =
        keepers(frame, form.get("keeper")).stream().filter(Choice::chosen).findFirst();
    if (!wrong.isEmpty()) {
      showNew(context, 422, form, wrong);
    } else if (keeper.isEmpty() || !form.get("once").matches("[\\w-]{22}")) {
      context.fail(keeper.isEmpty() ? 403 : 400);
    } else {
      String me = OwnCase.me(context);
      Keeper of = new Keeper(Keeper.Of.valueOf(before(keeper.get())), after(keeper.get()));
      StandardText made =
          StandardText.made(
              "t" + form.get("once"), of, new TextForm(form).version(visit.now(), me));
      texts
          .of(List.of(of))
          .compose(
              there -> {
                if (there.size() >= StandardText.MOST) {
                  String many = visit.words().say("texts.many", StandardText.MOST);
                  showNew(context, 422, form, List.of(new FieldError("title", many)));
                  return Future.<Void>succeededFuture();
                }
                return texts.add(made).map(added -> OwnCase.done(context, TextsPage.PATH, "tekst"));
              })
          .onFailure(context::fail);
    }
  }

  private static String before(Choice keeper) {
    return keeper.value().substring(0, keeper.value().indexOf(':'));
  }

  private static String after(Choice keeper) {
    return keeper.value().substring(keeper.value().indexOf(':') + 1);
  }

  private Future<Void> read(RoutingContext context, StandardText text) {
    Form typed = typed(context);
    Form form = typed.fields().isEmpty() ? TextForm.of(text.now()) : typed;
    return show(context, 200, text, form, List.of());
  }

  private Future<Void> show(
      RoutingContext context, int status, StandardText text, Form form, List<FieldError> errors) {
    Frame frame =
        pages
            .frame(Visit.of(context), "texts.one", text.now().title())
            .at(TextsPage.PATH + "/" + text.id());
    Names names = new Names(directories.current(), frame.words());
    pages.show(
        context,
        status,
        new TextPage(
            frame,
            text.id(),
            null,
            List.of(),
            whose(frame, text.keeper()),
            keeps(frame.viewer(), text.keeper()) && text.there(),
            text.version(),
            text.earlier().stream()
                .map(
                    was ->
                        new TextPage.Earlier(
                            frame.say(
                                "texts.was", names.of(was.by()), frame.moments().say(was.at())),
                            was.title(),
                            was.dutch(),
                            was.english()))
                .toList(),
            form,
            errors));
    return Future.succeededFuture();
  }

  private Future<Void> change(RoutingContext context, StandardText text) {
    Form form = Form.of(context.request().formAttributes());
    Visit visit = Visit.of(context);
    List<FieldError> wrong = new TextForm(form).wrong(visit.words());
    if (!form.get("version").equals(String.valueOf(text.version()))) {
      wrong = List.of(new FieldError("title", visit.words().say("texts.changed")));
    }
    if (!wrong.isEmpty()) {
      return show(context, 422, text, form, wrong);
    }
    StandardText after = text.changed(new TextForm(form).version(visit.now(), OwnCase.me(context)));
    return after.version() == text.version()
        ? Future.succeededFuture(OwnCase.done(context, TextsPage.PATH, "tekst"))
        : texts
            .replace(after, text.version())
            .compose(
                won ->
                    won
                        ? Future.succeededFuture(OwnCase.done(context, TextsPage.PATH, "tekst"))
                        : show(
                            context,
                            422,
                            text,
                            form,
                            List.of(new FieldError("title", visit.words().say("texts.changed")))));
  }

  /** Once more changes nothing. */
  private Future<Void> delete(RoutingContext context, StandardText text, boolean away) {
    Future<Boolean> done =
        text.there() == away
            ? texts.replace(text.deleted(away ? Visit.of(context).now() : null), text.version())
            : Future.succeededFuture(true);
    return done.map(
        won -> {
          String what = away ? "tekst-weg&weg=" + text.id() : "tekst-terug";
          return OwnCase.done(context, TextsPage.PATH, won ? what : "tekst-niet");
        });
  }
}
