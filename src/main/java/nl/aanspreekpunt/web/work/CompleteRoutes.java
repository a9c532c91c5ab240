package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedMistake;
import nl.aanspreekpunt.official.Person;
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

/** Who leads a team, or an administrator, says of new people what another system does not. */
public final class CompleteRoutes implements Routes {
  private final Gate gate;
  private final Completing completing;
  private final Directories directories;
  private final Pages pages;

  public CompleteRoutes(Gate gate, Completing completing, Directories directories, Pages pages) {
    this.gate = gate;
    this.completing = completing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    String path = CompletePage.PATH;
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router.get(path).handler(gate::admit).handler(this::leads).handler(c -> show(c, 200, null));
    router
        .post(path + "/:id")
        .handler(body)
        .handler(gate::admit)
        .handler(this::leads)
        .handler(this::complete);
  }

  private void leads(RoutingContext context) {
    if (Visit.of(context).viewer().leads()) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  /** Of who leads; null for an administrator: all. */
  private List<String> teams(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    return viewer.is(Role.ADMINISTRATOR)
        ? null
        : directories.current().ledBy(viewer.official().id()).stream().map(Team::id).toList();
  }

  private void complete(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    List<String> teams = teams(context);
    String id = context.pathParam("id");
    if (teams != null && !teams.contains(form.get("team"))) {
      show(context, 422, Visit.of(context).words().say("complete.team"));
      return;
    }
    completing
        .incomplete(teams)
        .map(all -> all.stream().filter(one -> one.id().equals(id)).findFirst())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<List<FedMistake>>empty())
                    : completing.complete(found.get(), said(id, form)).map(Optional::of))
        .map(
            Show.by(
                done -> done.ifPresentOrElse(left -> done(context, left), () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private Fed said(String id, Form form) {
    Directory directory = directories.current();
    return new Fed(
        id,
        form.orNull("name"),
        form.orNull("function"),
        form.orNull("team"),
        null,
        lower(form.orNull("email")),
        lower(form.orNull("address")),
        directory.topics().stream()
            .map(one -> one.id())
            .filter(topic -> !form.get("topic." + topic).isEmpty())
            .toList(),
        directory.neighbourhoods().keySet().stream()
            .filter(place -> !form.get("place." + place).isEmpty())
            .toList(),
        null,
        form.get("deputy"),
        null,
        null,
        null);
  }

  private static String lower(String address) {
    return address == null ? null : address.toLowerCase(Locale.ROOT);
  }

  private void done(RoutingContext context, List<FedMistake> left) {
    if (left.isEmpty()) {
      context.response().setStatusCode(303).putHeader("Location", CompletePage.PATH).end();
      return;
    }
    Frame frame = frame(context);
    String what =
        left.stream()
            .map(
                one ->
                    frame.say("complete.field." + one.field())
                        + ": "
                        + frame.say("officials.mistake." + one.what()))
            .distinct()
            .collect(Collectors.joining("; "));
    show(context, 422, frame.say("complete.wrong", what));
  }

  private void show(RoutingContext context, int status, String problem) {
    List<String> teams = teams(context);
    completing
        .incomplete(teams)
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        status,
                        new CompletePage(
                            frame(context),
                            all.stream().map(one -> form(context, one, teams)).toList(),
                            problem))))
        .onFailure(context::fail);
  }

  private Frame frame(RoutingContext context) {
    return pages.frame(Visit.of(context), "complete.title").at(CompletePage.PATH);
  }

  private CompletePage.One form(RoutingContext context, Person one, List<String> teams) {
    Frame frame = frame(context);
    Directory directory = directories.current();
    Names names = new Names(directory, frame.words());
    Fed fed = one.fed();
    List<String> topics = Objects.requireNonNullElse(fed.topics(), List.of());
    List<String> places = Objects.requireNonNullElse(fed.neighbourhoods(), List.of());
    return new CompletePage.One(
        one.id(),
        one.missing().stream()
            .map(field -> frame.say("complete.field." + field))
            .collect(Collectors.joining(", ")),
        Objects.toString(fed.name(), ""),
        Objects.toString(fed.function(), ""),
        Objects.toString(fed.email(), ""),
        Objects.toString(fed.address(), ""),
        directory.teams().stream()
            .filter(team -> teams == null || teams.contains(team.id()))
            .map(team -> new Choice(team.id(), team.name(), team.id().equals(fed.team())))
            .toList(),
        directory.topics().stream()
            .map(t -> new Choice(t.id(), names.topic(t.id()), topics.contains(t.id())))
            .toList(),
        directory.neighbourhoods().entrySet().stream()
            .map(p -> new Choice(p.getKey(), p.getValue(), places.contains(p.getKey())))
            .toList(),
        directory.officials().stream()
            .filter(colleague -> directory.employed(colleague.id(), Visit.of(context).now()))
            .map(c -> new Choice(c.id(), c.name(), c.id().equals(fed.deputy())))
            .toList());
  }
}
