package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.phone.desk.DeskCalls;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** Who calls the desk now: for clerks, on the pages they have before them. */
public final class LineRoutes implements Routes {
  private static final int OPEN = 200;
  private static final int MISSED = 5;
  private final Gate gate;
  private final DeskCalls calls;
  private final Directories directories;
  private final Pages pages;

  public LineRoutes(Gate gate, DeskCalls calls, Directories directories, Pages pages) {
    this.gate = gate;
    this.calls = calls;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk/nieuw/telefoon").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "desk.line").at("/werk/nieuw");
    if (!frame.desk()) {
      pages.show(context, new LinePage(frame, List.of(), List.of()));
      return;
    }
    Directory directory = directories.current();
    ZoneId zone = directory.zone();
    Instant today = LocalDate.ofInstant(visit.now(), zone).atStartOfDay(zone).toInstant();
    Future<List<DeskCall>> open = calls.open(OPEN);
    Future<List<DeskCall>> missed = calls.missed(today, MISSED);
    LineView view =
        new LineView(
            frame,
            new Names(directory, frame.words()),
            OwnCase.me(context),
            context.request().getHeader("HX-Current-URL"));
    Future.all(open, missed)
        .onSuccess(both -> pages.show(context, view.page(open.result(), missed.result())))
        .onFailure(context::fail);
  }
}
