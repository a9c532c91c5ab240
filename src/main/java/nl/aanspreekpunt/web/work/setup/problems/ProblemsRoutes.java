package nl.aanspreekpunt.web.work.setup.problems;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** What is wrong with the configuration, for administrators. */
public record ProblemsRoutes(Gate gate, Looking looking, Pages pages) implements Routes {
  @Override
  public void mount(Router router) {
    router
        .get(ProblemsPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::show);
    router
        .post(ProblemsPage.PATH)
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(this::again);
  }

  private void show(RoutingContext context) {
    looking.look(false).map(Show.by(looked -> show(context, looked))).onFailure(context::fail);
  }

  private void show(RoutingContext context, Looking.Looked looked) {
    Frame frame = pages.frame(Visit.of(context), "problems.title").at(ProblemsPage.PATH);
    ProblemWords words = new ProblemWords(frame.words(), frame.moments());
    pages.show(context, new ProblemsPage(frame, words.groups(looked.problems()), looked.asked()));
  }

  private void again(RoutingContext context) {
    looking
        .look(true)
        .map(
            Show.by(
                looked ->
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader("Location", ProblemsPage.PATH + "?gedaan=gekeken")
                        .end()))
        .onFailure(context::fail);
  }
}
