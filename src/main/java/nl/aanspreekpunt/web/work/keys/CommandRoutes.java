package nl.aanspreekpunt.web.work.keys;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** The list of the command palette, as it is typed. */
public final class CommandRoutes implements Routes {
  private static final String CASE = "/werk/vragen/";
  private static final int LONGEST = 100;
  private static final int OWN = 50;
  private final Gate gate;
  private final Cases cases;
  private final Directories directories;
  private final Pages pages;

  public CommandRoutes(Gate gate, Cases cases, Directories directories, Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/opdrachten").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    String typed = asked(context, "zoek");
    String from = asked(context, "waar");
    Frame frame = pages.frame(visit, "keys.palette");
    Commands commands = new Commands(frame, new Moment(visit.now(), directories.current()));
    Future<Optional<Case>> here =
        from.startsWith(CASE)
            ? numbered(from.substring(CASE.length()).replaceFirst("/.*", ""))
            : Future.succeededFuture(Optional.empty());
    Future<Optional<Case>> named = numbered(typed);
    Future<List<Case>> own =
        typed.isBlank()
            ? Future.succeededFuture(List.of())
            : cases.promised(visit.viewer().official().id(), OWN);
    Future.all(here, named, own)
        .map(read -> commands.of(typed, here.result(), named.result(), own.result()))
        .map(Show.by(found -> pages.show(context, new CommandsPage(frame, found))))
        .onFailure(context::fail);
  }

  private Future<Optional<Case>> numbered(String typed) {
    return CaseNumbers.parse(typed)
        .map(cases::find)
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  /** Empty when it is not there, or longer than anybody types. */
  private static String asked(RoutingContext context, String name) {
    String value = context.request().getParam(name);
    return value == null || value.length() > LONGEST ? "" : value;
  }
}
