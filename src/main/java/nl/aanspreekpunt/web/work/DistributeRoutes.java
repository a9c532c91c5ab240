package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.moving.ToldCitizens;

/** Who leads a team gives many of its cases to others at once, sees how far it is, and stops it. */
public final class DistributeRoutes implements Routes {
  private static final String TEAM = DistributeView.TEAM;
  private static final int LARGEST = 128 * 1024;
  private static final int BEGUN = 10;
  private static final int LONGEST_NOTE = 2_000;
  private final Gate gate;
  private final Distributing distributing;
  private final ToldCitizens toldCitizens;
  private final Directories directories;
  private final Pages pages;

  public DistributeRoutes(
      Gate gate,
      Distributing distributing,
      ToldCitizens toldCitizens,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.distributing = distributing;
    this.toldCitizens = toldCitizens;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    String path = DistributePage.PATH;
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(path).handler(gate::admit).handler(this::leads).handler(this::show);
    router.post(path).handler(body).handler(gate::admit).handler(this::leads).handler(this::begin);
    router
        .post(path + "/nakijken")
        .handler(body)
        .handler(gate::admit)
        .handler(this::leads)
        .handler(this::check);
    router.get(path + "/:id").handler(gate::admit).handler(this::follow);
    router.get(path + "/:id/gehoord").handler(gate::admit).handler(this::told);
    router.post(path + "/:id/ongedaan").handler(body).handler(gate::admit).handler(this::undo);
    router.post(path + "/:id/stop").handler(body).handler(gate::admit).handler(c -> run(c, false));
    router.post(path + "/:id/verder").handler(body).handler(gate::admit).handler(c -> run(c, true));
  }

  private List<Team> led(Viewer viewer) {
    return viewer.is(Role.ADMINISTRATOR)
        ? directories.current().teams()
        : directories.current().ledBy(viewer.official().id());
  }

  private void leads(RoutingContext context) {
    if (led(Visit.of(context).viewer()).isEmpty()) {
      context.fail(403);
    } else {
      context.next();
    }
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), directories.current());
  }

  private void show(RoutingContext context) {
    Form asked = Form.of(context.queryParams());
    if (asked.get("whose").isEmpty()) {
      show(context, 200, asked, null, null);
      return;
    }
    preview(context, asked)
        .map(
            Show.by(
                items -> {
                  if (items.isEmpty()) {
                    context.fail(403);
                  } else {
                    show(context, 200, asked, items.get(), null);
                  }
                }))
        .onFailure(context::fail);
  }

  /** Empty when these are not theirs to give. */
  private Future<Optional<List<Departing.Item>>> preview(RoutingContext context, Form asked) {
    Moment moment = moment(context);
    Viewer viewer = Visit.of(context).viewer();
    List<String> teams = led(viewer).stream().map(Team::id).toList();
    String whose = asked.get("whose");
    String team =
        whose.startsWith(TEAM)
            ? whose.substring(TEAM.length())
            : moment.directory().official(whose).map(Official::team).orElse("");
    String to = asked.orNull("to");
    boolean may =
        teams.contains(team) && (to == null || moment.directory().employed(to, moment.now()));
    if (!may) {
      return Future.succeededFuture(Optional.empty());
    }
    boolean ofTeam = whose.startsWith(TEAM);
    Distributing.Filter filter =
        new Distributing.Filter(
            ofTeam ? null : whose,
            ofTeam ? team : null,
            asked.orNull("topic"),
            asked.orNull("neighbourhood"));
    return distributing
        .preview(filter, to, adjusted(asked), one -> access(one, viewer, moment) != Access.NONE)
        .map(Optional::of);
  }

  /** By case number, what somebody chose otherwise. */
  private static Map<String, String> adjusted(Form asked) {
    Map<String, String> adjusted = new HashMap<>();
    asked
        .fields()
        .forEach(
            (field, to) -> {
              if (field.startsWith(DistributeView.CHOSEN) && !to.isEmpty()) {
                adjusted.put(field.substring(DistributeView.CHOSEN.length()), to);
              }
            });
    return adjusted;
  }

  /** All was seen and adjusted: once more what it comes to, before it is confirmed. */
  private void check(RoutingContext context) {
    Form asked = Form.of(context.request().formAttributes());
    if (asked.get("whose").isEmpty()) {
      show(context, 422, asked, null, Visit.of(context).words().say("distribute.choose"));
      return;
    }
    preview(context, asked)
        .map(
            Show.by(
                items -> {
                  if (items.isEmpty()) {
                    context.fail(403);
                  } else {
                    show(context, 200, asked, items.get(), asked.get("terug").isEmpty(), null);
                  }
                }))
        .onFailure(context::fail);
  }

  private static Access access(Case one, Viewer viewer, Moment moment) {
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private void begin(RoutingContext context) {
    Form asked = Form.of(context.request().formAttributes());
    if (asked.get("whose").isEmpty()) {
      String problem = Visit.of(context).words().say("distribute.choose");
      show(context, 422, asked, null, problem);
      return;
    }
    String me = Visit.of(context).viewer().official().id();
    preview(context, asked)
        .map(
            Show.by(
                items -> {
                  if (items.isEmpty()) {
                    context.fail(403);
                    return;
                  }
                  String seen = String.valueOf(items.get().size());
                  if (!seen.equals(asked.get("seen"))) {
                    String problem = Visit.of(context).words().say("distribute.changed");
                    show(context, 422, asked, items.get(), problem);
                    return;
                  }
                  if (asked.get("note").length() > LONGEST_NOTE) {
                    String problem = Visit.of(context).words().say("departure.note.too-long");
                    show(context, 422, asked, items.get(), true, problem);
                    return;
                  }
                  distributing
                      .begin(items.get(), asked.get("note"), me)
                      .map(Show.by(begun -> to(context, begun.id())))
                      .onFailure(context::fail);
                }))
        .onFailure(context::fail);
  }

  private static void to(RoutingContext context, String id) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", DistributePage.PATH + "/" + id)
        .end();
  }

  private Future<Optional<Reassignment>> own(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    return distributing
        .find(context.pathParam("id"))
        .map(found -> found.filter(one -> one.by().equals(me)));
  }

  private void follow(RoutingContext context) {
    own(context)
        .map(
            Show.by(
                found ->
                    found.ifPresentOrElse(
                        one -> pages.show(context, going(context, one)), () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private DistributePage going(RoutingContext context, Reassignment one) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "distribute.title");
    return new DistributeView(frame, moment(context), led(visit.viewer()))
        .going(one, distributing.undoable(one));
  }

  private void run(RoutingContext context, boolean on) {
    own(context)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : distributing.running(found.get().id(), on))
        .map(
            Show.by(
                after ->
                    after.ifPresentOrElse(one -> to(context, one.id()), () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private void show(
      RoutingContext context, int status, Form asked, List<Departing.Item> items, String problem) {
    show(context, status, asked, items, false, problem);
  }

  private void show(
      RoutingContext context,
      int status,
      Form asked,
      List<Departing.Item> items,
      boolean confirms,
      String problem) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "distribute.title").at(DistributePage.PATH);
    DistributeView view = new DistributeView(frame, moment(context), led(visit.viewer()));
    distributing
        .begunBy(visit.viewer().official().id(), BEGUN)
        .map(
            Show.by(
                begun ->
                    pages.show(context, status, view.page(asked, items, confirms, begun, problem))))
        .onFailure(context::fail);
  }

  /** What citizens were told of it. */
  private void told(RoutingContext context) {
    own(context)
        .compose(
            found -> {
              if (found.isEmpty()) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              Reassignment one = found.get();
              String back = DistributePage.PATH + "/" + one.id();
              Frame frame = pages.frame(Visit.of(context), "told.title");
              return toldCitizens
                  .page(
                      one.numbers(),
                      one.at(),
                      frame,
                      moment(context),
                      DistributeView.steps(frame, 5),
                      back + "/gehoord",
                      back,
                      DepartureRoutes.from(context.request().getParam("vanaf")))
                  .map(Show.by(page -> pages.show(context, page)));
            })
        .onFailure(context::fail);
  }

  /** What moved goes back, where nobody took it further. */
  private void undo(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    own(context)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : distributing
                        .undo(found.get(), me)
                        .map(back -> back.isPresent() ? back : found))
        .map(
            Show.by(
                after ->
                    after.ifPresentOrElse(one -> to(context, one.id()), () -> context.fail(404))))
        .onFailure(context::fail);
  }
}
