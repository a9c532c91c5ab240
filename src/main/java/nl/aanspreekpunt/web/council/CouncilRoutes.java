package nl.aanspreekpunt.web.council;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.Period;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Downloads;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * The council's report: for who answers for the whole (coordinators, managers, administrators,
 * auditors), and for everybody if so configured. All read the same figures.
 */
public final class CouncilRoutes implements Routes {
  private static final String FILE = "/cijfers.csv";

  private final Gate gate;
  private final Council council;
  private final boolean forEverybody;
  private final Pages pages;

  public CouncilRoutes(Gate gate, Council council, boolean forEverybody, Pages pages) {
    this.gate = gate;
    this.council = council;
    this.forEverybody = forEverybody;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    String work = CouncilPage.WORK;
    router.get(work).handler(gate::admit).handler(this::mayRead).handler(this::now);
    router.get(work + "/:period").handler(gate::admit).handler(this::mayRead).handler(show(work));
    router
        .get(work + "/:period" + FILE)
        .handler(gate::admit)
        .handler(this::mayRead)
        .handler(this::file);
    if (forEverybody) {
      String open = CouncilPage.PUBLIC;
      router.get(open).handler(this::now);
      router.get(open + "/:period").handler(show(open));
      router.get(open + "/:period" + FILE).handler(this::file);
    }
  }

  /** Whether this official reads it at work. */
  static boolean reads(Viewer viewer) {
    return viewer.leads() || viewer.is(Role.AUDITOR);
  }

  private void mayRead(RoutingContext context) {
    if (reads(Visit.of(context).viewer())) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  /** The quarter that runs. */
  private void now(RoutingContext context) {
    Period period = council.now(Visit.of(context).now());
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", context.request().path() + "/" + period.name())
        .end();
  }

  private Optional<Period> asked(RoutingContext context) {
    return Period.named(context.pathParam("period"))
        .filter(one -> council.begun(one, Visit.of(context).now()));
  }

  private Handler<RoutingContext> show(String path) {
    return context ->
        asked(context)
            .ifPresentOrElse(period -> show(context, period, path), () -> context.fail(404));
  }

  private void show(RoutingContext context, Period period, String path) {
    Visit visit = Visit.of(context);
    Frame untitled = pages.frame(visit, "council.title", "");
    Frame frame = pages.frame(visit, "council.title", CouncilWords.name(untitled, period));
    CouncilWords words = new CouncilWords(frame);
    council
        .read(period)
        .map(
            Show.by(
                columns ->
                    pages.show(
                        context,
                        new CouncilPage(
                            frame,
                            words.until(columns.get(columns.size() - 1)),
                            words.few(council.fewest()),
                            columns.stream().map(words::head).toList(),
                            words.parts(columns),
                            ways(visit, period, path, frame),
                            path + "/" + period.name() + FILE))))
        .onFailure(context::fail);
  }

  private List<CouncilPage.Way> ways(Visit visit, Period period, String path, Frame frame) {
    List<Period> all = new ArrayList<>();
    all.add(period.before());
    period.after().filter(one -> council.begun(one, visit.now())).ifPresent(all::add);
    if (period.ofYear()) {
      period.quarters().stream().filter(one -> council.begun(one, visit.now())).forEach(all::add);
    } else {
      all.add(period.wholeYear());
    }
    return all.stream()
        .map(one -> new CouncilPage.Way(CouncilWords.name(frame, one), path + "/" + one.name()))
        .toList();
  }

  private void file(RoutingContext context) {
    Optional<Period> period = asked(context);
    if (period.isEmpty()) {
      context.fail(404);
      return;
    }
    Visit visit = Visit.of(context);
    CouncilWords words = new CouncilWords(pages.frame(visit, "council.title", ""));
    Future<List<Council.Column>> read = council.read(period.get());
    read.map(
            Show.by(
                columns ->
                    Downloads.csv(
                        context,
                        "raad-" + period.get().name() + ".csv",
                        CouncilFile.of(columns, words))))
        .onFailure(context::fail);
  }
}
