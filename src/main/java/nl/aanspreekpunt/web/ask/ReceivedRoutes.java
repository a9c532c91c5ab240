package nl.aanspreekpunt.web.ask;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Waiting;

/**
 * The page after a form was sent. It waits a moment for the person to be found, so that it nearly
 * always names one, also without JavaScript.
 */
public final class ReceivedRoutes implements Routes {
  private final Vertx vertx;
  private final Answerers answerers;
  private final Pages pages;

  public ReceivedRoutes(Vertx vertx, Answerers answerers, Pages pages) {
    this.vertx = vertx;
    this.answerers = answerers;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/ontvangen/:receipt").handler(this::show);
  }

  private void show(RoutingContext context) {
    String receipt = context.pathParam("receipt");
    if (!receipt.matches("[0-9a-f]{64}")) {
      context.fail(404);
      return;
    }
    Waiting.until(vertx, () -> answerers.of(receipt), Optional::isPresent)
        .onSuccess(answerer -> show(context, receipt, answerer.orElse(null)))
        .onFailure(
            problem -> {
              if (problem instanceof Answerers.Unknown) {
                context.fail(404);
              } else {
                context.fail(problem);
              }
            });
  }

  private void show(RoutingContext context, String receipt, Answerer answerer) {
    boolean named = answerer != null && answerer.person() != null;
    String title = named ? "received.title.who" : "received.title";
    pages.show(context, new ReceivedPage(pages.frame(Visit.of(context), title), receipt, answerer));
  }
}
