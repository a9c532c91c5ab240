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
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** An official leaves: first they are marked, then each of their questions goes to somebody. */
public final class DepartureRoutes implements Routes {
  private static final String PATH = "/werk/team/vertrek/:official";

  /** A form holds a hundred fields; the rest goes as proposed. */
  private static final int SHOWN = 80;

  private final Gate gate;
  private final Departing departing;
  private final Directories directories;
  private final Pages pages;

  public DepartureRoutes(Gate gate, Departing departing, Directories directories, Pages pages) {
    this.gate = gate;
    this.departing = departing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(128 * 1024);
    router.get(PATH).handler(gate::admit).handler(this::may).handler(this::show);
    router
        .post(PATH + "/melden")
        .handler(body)
        .handler(gate::admit)
        .handler(this::may)
        .handler(this::mark);
    router
        .post(PATH + "/bevestigen")
        .handler(body)
        .handler(gate::admit)
        .handler(this::may)
        .handler(this::confirm);
  }

  /** For who leads the team, and administrators; nobody does this to themselves. */
  private void may(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    Optional<Official> official = directories.current().official(context.pathParam("official"));
    boolean may =
        official
            .filter(one -> !one.id().equals(viewer.official().id()))
            .filter(one -> viewer.is(Role.ADMINISTRATOR) || leads(viewer, one))
            .isPresent();
    if (may) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private boolean leads(Viewer viewer, Official one) {
    return directories.current().ledBy(viewer.official().id()).stream()
        .anyMatch(team -> team.id().equals(one.team()));
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Directory directory = directories.current();
    Official official = directory.official(context.pathParam("official")).orElseThrow();
    Frame frame = pages.frame(visit, "departure.title", official.name());
    boolean marked = !directory.employed(official.id(), visit.now());
    departing
        .preview(official.id())
        .onFailure(context::fail)
        .onSuccess(
            items ->
                pages.show(
                    context,
                    new DeparturePage(
                        frame,
                        official.id(),
                        official.name(),
                        marked,
                        items.stream()
                            .limit(SHOWN)
                            .map(item -> item(item, frame, visit, directory))
                            .toList(),
                        items.size() > SHOWN)));
  }

  private static DeparturePage.Item item(
      Departing.Item item, Frame frame, Visit visit, Directory directory) {
    Case one = item.moves();
    Viewer viewer = visit.viewer();
    Access access =
        Access.of(one, viewer.official(), viewer.roles(), new Moment(visit.now(), directory));
    boolean subject = access.mayAct() || access == Access.SUBJECT;
    String proposed = item.proposal().official();
    List<Choice> colleagues =
        directory.officials().stream()
            .filter(o -> directory.employed(o.id(), visit.now()))
            .filter(o -> !o.id().equals(one.official()) && !one.barred().contains(o.id()))
            .map(o -> new Choice(o.id(), o.name(), o.id().equals(proposed)))
            .toList();
    String shown =
        subject
            ? new Names(directory, frame.words()).subject(one)
            : frame.say("case.title", one.id());
    return new DeparturePage.Item(
        one.id(), shown, new RouteWords(directory, frame.words()).why(item.proposal()), colleagues);
  }

  private void mark(RoutingContext context) {
    String official = context.pathParam("official");
    departing
        .mark(official, Visit.of(context).viewer().official().id())
        .onFailure(context::fail)
        .onSuccess(marked -> done(context, official, "vertrek"));
  }

  private void confirm(RoutingContext context) {
    String official = context.pathParam("official");
    Form form = Form.of(context.request().formAttributes());
    Map<String, String> chosen = new HashMap<>();
    form.fields()
        .forEach(
            (field, to) -> {
              if (field.startsWith("to-") && !to.isEmpty()) {
                chosen.put(field.substring("to-".length()), to);
              }
            });
    Directory directory = directories.current();
    boolean known =
        chosen.values().stream().allMatch(to -> directory.employed(to, Visit.of(context).now()));
    if (!known) {
      context.fail(400);
      return;
    }
    Future<?> confirmed =
        departing.confirm(
            official,
            form.orNull("address"),
            chosen,
            form.get("note"),
            Visit.of(context).viewer().official().id());
    confirmed.onFailure(context::fail).onSuccess(moved -> done(context, official, "verhuisd"));
  }

  private static void done(RoutingContext context, String official, String what) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", "/werk/team/vertrek/" + official + "?gedaan=" + what)
        .end();
  }
}
