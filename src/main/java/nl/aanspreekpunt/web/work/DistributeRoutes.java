package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Who leads a team gives many of its cases to others at once, sees how far it is, and stops it. */
public final class DistributeRoutes implements Routes {
  private static final String TEAM = "team:";
  private final Gate gate;
  private final Distributing distributing;
  private final Directories directories;
  private final Pages pages;

  public DistributeRoutes(
      Gate gate, Distributing distributing, Directories directories, Pages pages) {
    this.gate = gate;
    this.distributing = distributing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    String path = DistributePage.PATH;
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router.get(path).handler(gate::admit).handler(this::leads).handler(this::show);
    router.post(path).handler(body).handler(gate::admit).handler(this::leads).handler(this::begin);
    router.get(path + "/:id").handler(gate::admit).handler(this::follow);
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
        .preview(filter, to, one -> access(one, viewer, moment) != Access.NONE)
        .map(Optional::of);
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
                        one -> pages.show(context, page(context, one)), () -> context.fail(404))))
        .onFailure(context::fail);
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

  private DistributePage page(RoutingContext context, Reassignment one) {
    Frame frame = pages.frame(Visit.of(context), "distribute.title");
    return new DistributePage(
        frame,
        null,
        Form.EMPTY,
        null,
        0,
        new DistributePage.Going(one.id(), one.seenTo(), one.cases(), one.goesOn(), one.ended()),
        null);
  }

  private void show(
      RoutingContext context, int status, Form asked, List<Departing.Item> items, String problem) {
    Frame frame = pages.frame(Visit.of(context), "distribute.title").at(DistributePage.PATH);
    Moment moment = moment(context);
    Names names = new Names(moment.directory(), frame.words());
    Viewer viewer = Visit.of(context).viewer();
    List<DistributePage.Item> shown =
        items == null
            ? null
            : items.stream()
                .limit(DistributePage.SHOWN)
                .map(
                    item ->
                        new DistributePage.Item(
                            item.moves().id(),
                            access(item.moves(), viewer, moment).showsSubject(item.moves())
                                ? names.subject(item.moves())
                                : frame.say("case.title", item.moves().id()),
                            names.of(item.moves().official()),
                            names.of(item.to())))
                .toList();
    pages.show(
        context,
        status,
        new DistributePage(
            frame,
            choices(frame, asked, viewer, moment),
            asked,
            shown,
            items == null ? 0 : items.size(),
            null,
            problem));
  }

  private DistributePage.Choices choices(Frame frame, Form asked, Viewer viewer, Moment moment) {
    List<Team> teams = led(viewer);
    Map<String, String> topics =
        moment.directory().topics().stream()
            .collect(
                Collectors.toMap(one -> one.id(), one -> one.name().in(frame.words().language())));
    List<Official> all = moment.directory().officials();
    return new DistributePage.Choices(
        Stream.concat(
                teams.stream().map(one -> chosen(TEAM + one.id(), one.name(), asked, "whose")),
                all.stream()
                    .filter(one -> teams.stream().anyMatch(team -> team.id().equals(one.team())))
                    .map(one -> chosen(one.id(), one.name(), asked, "whose")))
            .toList(),
        moment.directory().topics().stream()
            .map(one -> chosen(one.id(), topics.get(one.id()), asked, "topic"))
            .toList(),
        moment.directory().neighbourhoods().entrySet().stream()
            .map(one -> chosen(one.getKey(), one.getValue(), asked, "neighbourhood"))
            .toList(),
        all.stream()
            .filter(one -> moment.directory().employed(one.id(), moment.now()))
            .map(one -> chosen(one.id(), one.name(), asked, "to"))
            .toList());
  }

  private static Choice chosen(String value, String label, Form asked, String field) {
    return new Choice(value, label, value.equals(asked.get(field)));
  }
}
