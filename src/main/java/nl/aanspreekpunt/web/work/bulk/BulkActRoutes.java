package nl.aanspreekpunt.web.work.bulk;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.BulkWork;
import nl.aanspreekpunt.casework.bulk.Preview;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.LayoutRoutes;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.Previews;

/**
 * The same in several questions: chosen in a list, written once, shown first, carried out by the
 * clock whether the browser stays open or not, and taken back where that can be.
 */
public final class BulkActRoutes implements Routes {
  private static final String PATH = BulkActPage.PATH;
  private static final int LARGEST = 128 * 1024;
  private static final int EARLIER = 5;
  private final Gate gate;
  private final Cases cases;
  private final BulkWork work;
  private final StandardTexts texts;
  private final Previews previews;
  private final Directories directories;
  private final Pages pages;

  public BulkActRoutes(
      Gate gate,
      Cases cases,
      BulkWork work,
      StandardTexts texts,
      Previews previews,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.work = work;
    this.texts = texts;
    this.previews = previews;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    for (Kind kind : Kind.values()) {
      router.get(kind.path()).handler(gate::admit).handler(c -> write(c, kind));
      router.post(kind.path()).handler(body).handler(gate::admit).handler(c -> show(c, kind));
    }
    router.get(PATH + "/:id").handler(gate::admit).handler(c -> own(c, one -> look(c, one)));
    router
        .get(PATH + "/:id/brief/:number")
        .handler(gate::admit)
        .handler(c -> own(c, one -> letter(c, one)));
    router
        .post(PATH + "/:id/begin")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own(c, one -> begin(c, one)));
    router
        .post(PATH + "/:id/terug")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own(c, one -> work.undo(one).map(Show.by(done -> to(c, one)))));
  }

  private BulkActView view(RoutingContext context, Kind kind, String place) {
    Visit visit = Visit.of(context);
    return new BulkActView(
        pages.frame(visit, kind.key("title")).at(place),
        new Moment(visit.now(), directories.current()));
  }

  private void write(RoutingContext context, Kind kind) {
    String me = OwnCase.me(context);
    Future<Optional<Bulk>> before =
        work.find(Form.of(context.queryParams()).get("van"))
            .map(found -> found.filter(one -> one.by().equals(me) && Kind.of(one.act()) == kind));
    before
        .compose(
            found -> {
              List<String> numbers =
                  found.map(Bulk::numbers).orElseGet(() -> chosen(context.queryParams(), "case"));
              Form form = found.map(Bulk::act).map(Kind::form).orElse(Form.EMPTY);
              return form(context, 200, kind, numbers, form, tooMany(context, numbers));
            })
        .onFailure(context::fail);
  }

  /** Also several in one field, with a space between. */
  private static List<String> chosen(MultiMap typed, String field) {
    return typed.getAll(field).stream()
        .flatMap(all -> Stream.of(all.split(" ", Bulk.MOST + 2)))
        .flatMap(one -> CaseNumbers.parse(one).stream())
        .distinct()
        .limit(Bulk.MOST + 1)
        .toList();
  }

  private Future<Void> form(
      RoutingContext context,
      int status,
      Kind kind,
      List<String> numbers,
      Form form,
      List<FieldError> errors) {
    BulkActView view = view(context, kind, kind.path());
    Future<List<StandardText>> known =
        kind == Kind.ANSWER ? standard(context) : Future.succeededFuture(List.of());
    Future<List<Bulk>> earlier = work.of(OwnCase.me(context), EARLIER);
    return Future.all(cases.findAll(numbers), known, earlier)
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        status,
                        view.form(
                            kind,
                            all.resultAt(0),
                            known.result(),
                            earlier.result(),
                            form,
                            errors))));
  }

  private Future<List<StandardText>> standard(RoutingContext context) {
    Official me = Visit.of(context).viewer().official();
    return texts.of(List.of(Keeper.own(me.id()), Keeper.team(me.team()), Keeper.EVERYBODY));
  }

  private void show(RoutingContext context, Kind kind) {
    MultiMap typed = context.request().formAttributes();
    Form form = Form.of(typed);
    List<String> numbers = chosen(typed, "cases");
    (form.get("put").isEmpty()
            ? show(context, kind, form, numbers)
            : put(context, form).compose(now -> form(context, 200, kind, numbers, now, List.of())))
        .onFailure(context::fail);
  }

  private Future<Void> show(RoutingContext context, Kind kind, Form form, List<String> numbers) {
    BulkAct act = kind.act(form);
    Optional<Refusal> mistake = act.mistake();
    boolean many = numbers.size() > Bulk.MOST;
    if (numbers.isEmpty() || many || mistake.isPresent()) {
      List<FieldError> errors =
          many
              ? tooMany(context, numbers)
              : mistake.map(one -> error(context, one)).stream().toList();
      return form(context, 422, kind, numbers, form, errors);
    }
    return work.show(act, numbers, OwnCase.me(context)).map(Show.by(one -> to(context, one)));
  }

  /** Nothing of it is left out without a word. */
  private static List<FieldError> tooMany(RoutingContext context, List<String> numbers) {
    String said = Visit.of(context).words().say("bulk.full", Bulk.MOST);
    return numbers.size() > Bulk.MOST ? List.of(new FieldError("chosen", said)) : List.of();
  }

  private static FieldError error(RoutingContext context, Refusal refusal) {
    String said = Visit.of(context).words().say("refusal." + refusal.code());
    return new FieldError(refusal.field(), said);
  }

  /** With a standard text behind what was typed. */
  private Future<Form> put(RoutingContext context, Form form) {
    return standard(context)
        .map(
            all ->
                all.stream()
                    .filter(one -> one.id().equals(form.get("standard")))
                    .findFirst()
                    .map(StandardText::now)
                    .map(
                        one ->
                            with(with(form, "text", one.in("nl")), "english", one.in("en"))
                                .with("standard", ""))
                    .orElse(form));
  }

  private static Form with(Form form, String field, String text) {
    String typed = form.get(field);
    return form.with(field, typed.isEmpty() ? text : typed + "\n\n" + text);
  }

  private static void to(RoutingContext context, Bulk one) {
    context.response().setStatusCode(303).putHeader("Location", PATH + "/" + one.id()).end();
  }

  private void own(RoutingContext context, Function<Bulk, Future<Void>> then) {
    String me = OwnCase.me(context);
    work.find(context.pathParam("id"))
        .compose(
            found -> {
              Optional<Bulk> own = found.filter(one -> one.by().equals(me));
              if (own.isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return then.apply(own.get());
            })
        .onFailure(context::fail);
  }

  private Future<Void> look(RoutingContext context, Bulk one) {
    return one.confirmed()
        ? cases
            .findAll(one.numbers())
            .map(Show.by(all -> pages.show(context, view(context, one).going(one, all))))
        : preview(context, 200, one, List.of());
  }

  private BulkActView view(RoutingContext context, Bulk one) {
    return view(context, Kind.of(one.act()), PATH + "/" + one.id());
  }

  private Future<Void> preview(
      RoutingContext context, int status, Bulk one, List<FieldError> errors) {
    BulkActView view = view(context, one);
    return work.preview(one, view::words)
        .compose(
            now ->
                example(context, view, one, now)
                    .map(
                        Show.by(
                            example ->
                                pages.show(
                                    context,
                                    status,
                                    view.shown(one, now, example.orElse(null), errors)))));
  }

  /** The letter of who was asked for, else of the first. */
  private Future<Optional<BulkActPage.Example>> example(
      RoutingContext context, BulkActView view, Bulk one, Preview now) {
    if (!(one.act() instanceof BulkAct.Answer answer)) {
      return Future.succeededFuture(Optional.empty());
    }
    String asked = String.valueOf(context.request().getParam("brief"));
    Optional<Preview.Will> chosen =
        now.will().stream()
            .filter(it -> it.one().id().equals(asked))
            .findFirst()
            .or(() -> now.will().stream().findFirst());
    return chosen.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : previews
            .of(
                chosen.get().one(),
                one.by(),
                answer.to(chosen.get().one(), chosen.get().item()),
                chosen.get().item().promised(),
                view.moment())
            .map(shown -> Optional.of(view.example(chosen.get().one(), shown)));
  }

  /** One letter by itself: a frame shows it. */
  private Future<Void> letter(RoutingContext context, Bulk one) {
    BulkActView view = view(context, one);
    String number = context.pathParam("number");
    return work.preview(one, view::words)
        .map(now -> now.will().stream().filter(it -> it.one().id().equals(number)).findFirst())
        .compose(
            will ->
                will.isPresent() && one.act() instanceof BulkAct.Answer answer
                    ? previews.of(
                        will.get().one(),
                        one.by(),
                        answer.to(will.get().one(), will.get().item()),
                        will.get().item().promised(),
                        view.moment())
                    : Future.succeededFuture(Previews.Shown.not("closed")))
        .map(Show.by(shown -> letter(context, shown)));
  }

  private static void letter(RoutingContext context, Previews.Shown shown) {
    if (shown.html() == null) {
      context.fail(404);
      return;
    }
    context
        .response()
        .putHeader("Content-Security-Policy", LayoutRoutes.POLICY)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(shown.html());
  }

  /** What was not shown is not done: who confirms has seen what happens to each. */
  private Future<Void> begin(RoutingContext context, Bulk one) {
    if (one.confirmed()) {
      to(context, one);
      return Future.succeededFuture();
    }
    BulkActView view = view(context, one);
    Form form = Form.of(context.request().formAttributes());
    return work.begin(one, form.get("seen"), !form.get("promised").isEmpty(), view::words)
        .compose(
            begun -> {
              if (begun.isPresent()) {
                to(context, one);
                return Future.succeededFuture();
              }
              String said = Visit.of(context).words().say("bulk.act.changed");
              return preview(context, 422, one, List.of(new FieldError("begin", said)));
            });
  }
}
