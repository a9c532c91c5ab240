package nl.aanspreekpunt.web.figures;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Downloads;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;

/** The figures over time: for coordinators of their own teams, for managers and auditors of all. */
public final class FiguresRoutes implements Routes {
  private final Gate gate;
  private final FiguresOverTime figures;
  private final Directories directories;
  private final ZoneId zone;
  private final Pages pages;

  public FiguresRoutes(
      Gate gate, FiguresOverTime figures, Directories directories, ZoneId zone, Pages pages) {
    this.gate = gate;
    this.figures = figures;
    this.directories = directories;
    this.zone = zone;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(FiguresPage.PATH).handler(gate::admit).handler(this::show);
    router.get(FiguresPage.PATH + ".csv").handler(gate::admit).handler(this::file);
  }

  private LocalDate today(RoutingContext context) {
    return LocalDate.ofInstant(Visit.of(context).now(), zone);
  }

  /** Empty: the request is refused. */
  private Optional<FiguresAsked> asked(RoutingContext context) {
    Optional<FiguresAsked> asked =
        FiguresAsked.of(
            Form.of(context.queryParams()),
            Visit.of(context).viewer(),
            directories.current(),
            today(context));
    if (asked.isEmpty()) {
      context.fail(403);
    }
    return asked;
  }

  private void show(RoutingContext context) {
    asked(context).ifPresent(asked -> show(context, asked));
  }

  private void show(RoutingContext context, FiguresAsked asked) {
    Visit visit = Visit.of(context);
    Form form = Form.of(context.queryParams());
    Frame frame = pages.frame(visit, "figures.title");
    FiguresView view = new FiguresView(frame, directories.current(), asked);
    FiguresPage.Choose choose = view.choose(form.get("periode"), form.get("van"), form.get("tot"));
    if (asked.span() == null) {
      pages.show(context, 422, new FiguresPage(frame, choose, frame.say("figures.error"), null));
      return;
    }
    figures
        .read(asked.span(), asked.which())
        .map(
            Show.by(
                counted ->
                    pages.show(
                        context,
                        new FiguresPage(
                            frame,
                            choose,
                            null,
                            view.figures(counted, figures.fewest(), today(context))))))
        .onFailure(context::fail);
  }

  private void file(RoutingContext context) {
    asked(context)
        .ifPresent(
            asked -> {
              if (asked.span() == null) {
                context.fail(400);
              } else {
                file(context, asked);
              }
            });
  }

  private void file(RoutingContext context, FiguresAsked asked) {
    Visit visit = Visit.of(context);
    FiguresWords words =
        new FiguresWords(pages.frame(visit, "figures.title"), directories.current());
    figures
        .read(asked.span(), asked.which())
        .map(
            Show.by(
                counted ->
                    Downloads.csv(
                        context,
                        "cijfers-" + asked.span().first() + ".csv",
                        FiguresFile.of(counted, words))))
        .onFailure(context::fail);
  }
}
