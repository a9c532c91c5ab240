package nl.aanspreekpunt.web.work.bulk;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * Several questions at once to a colleague: chosen in a list, shown first, carried out by the clock
 * whether the browser stays open or not, and put back within a day.
 */
public final class BulkRoutes implements Routes {
  private static final String PATH = BulkPage.PATH;
  private static final int MOST = 100;
  private static final int LONGEST_NOTE = 2_000;
  private final Gate gate;
  private final Cases cases;
  private final Distributing distributing;
  private final Directories directories;
  private final Pages pages;

  public BulkRoutes(
      Gate gate, Cases cases, Distributing distributing, Directories directories, Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.distributing = distributing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router.get(PATH).handler(gate::admit).handler(this::preview);
    router.post(PATH).handler(body).handler(gate::admit).handler(this::begin);
    router.get(PATH + "/:id").handler(gate::admit).handler(c -> own(c, one -> follow(c, one)));
    router
        .post(PATH + "/:id/terug")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own(c, one -> undo(c, one)));
  }

  private BulkView view(RoutingContext context) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "bulk.title").at(PATH);
    return new BulkView(frame, new Moment(visit.now(), directories.current()));
  }

  private Future<List<Case>> chosen(MultiMap typed) {
    List<String> numbers =
        typed.getAll("case").stream()
            .flatMap(one -> CaseNumbers.parse(one).stream())
            .distinct()
            .limit(MOST)
            .toList();
    return cases.findAll(numbers);
  }

  private List<Departing.Item> moves(BulkView view, List<Case> all, String to) {
    return to.isEmpty()
        ? List.of()
        : distributing.chosen(all.stream().filter(view::mayAct).toList(), to);
  }

  private void preview(RoutingContext context) {
    BulkView view = view(context);
    String to = Form.of(context.queryParams()).get("to");
    chosen(context.queryParams())
        .map(all -> view.page(all, to, "", moves(view, all, to), List.of()))
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  private void begin(RoutingContext context) {
    BulkView view = view(context);
    Form form = Form.of(context.request().formAttributes());
    chosen(context.request().formAttributes())
        .compose(all -> begin(context, view, form, all))
        .onFailure(context::fail);
  }

  /** What was not shown is not done: who confirms has seen what happens to each. */
  private Future<Void> begin(RoutingContext context, BulkView view, Form form, List<Case> all) {
    List<Departing.Item> moves = moves(view, all, form.get("to"));
    String wrong =
        moves.isEmpty()
            ? "bulk.nothing"
            : form.get("note").length() > LONGEST_NOTE
                ? "refusal.reason-too-long"
                : form.get("seen").equals(String.valueOf(moves.size())) ? null : "bulk.changed";
    if (wrong != null) {
      String text = Visit.of(context).words().say(wrong);
      List<FieldError> errors = List.of(new FieldError("note", text));
      pages.show(context, 422, view.page(all, form.get("to"), form.get("note"), moves, errors));
      return Future.succeededFuture();
    }
    return distributing
        .begin(moves, form.get("note"), OwnCase.me(context))
        .map(Show.by(begun -> look(context, begun)));
  }

  private static void look(RoutingContext context, Reassignment one) {
    context.response().setStatusCode(303).putHeader("Location", PATH + "/" + one.id()).end();
  }

  private void own(RoutingContext context, Function<Reassignment, Future<Void>> then) {
    String me = OwnCase.me(context);
    distributing
        .find(context.pathParam("id"))
        .compose(
            found -> {
              Optional<Reassignment> own = found.filter(one -> one.by().equals(me));
              if (own.isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return then.apply(own.get());
            })
        .onFailure(context::fail);
  }

  private Future<Void> follow(RoutingContext context, Reassignment one) {
    BulkView view = view(context);
    return distributing
        .undoing(one)
        .map(
            Show.by(
                undone ->
                    pages.show(context, BulkPage.going(view.frame(), going(view, one, undone)))));
  }

  private BulkPage.Going going(BulkView view, Reassignment one, Optional<Reassignment> undone) {
    boolean can = undone.isEmpty() && distributing.undoable(one);
    return new BulkPage.Going(
        one.id(),
        one.seenTo(),
        one.cases(),
        one.goesOn(),
        one.ended(),
        can ? view.frame().moments().say(Distributing.undoUntil(one)) : null,
        undone.map(back -> PATH + "/" + back.id()).orElse(null));
  }

  private Future<Void> undo(RoutingContext context, Reassignment one) {
    return distributing
        .undo(one, OwnCase.me(context))
        .map(Show.by(back -> look(context, back.orElse(one))));
  }
}
