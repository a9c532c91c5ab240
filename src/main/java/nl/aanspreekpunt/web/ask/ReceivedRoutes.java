package nl.aanspreekpunt.web.ask;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;

/**
 * The page after a form was sent. It waits a moment for the person to be found, so that it nearly
 * always names one, also without JavaScript.
 */
public final class ReceivedRoutes implements Routes {
  private static final int LOOKS = 15;
  private static final long BETWEEN_MS = 100;

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
    found(receipt, LOOKS)
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

  private Future<Optional<Answerer>> found(String receipt, int left) {
    return answerers
        .of(receipt)
        .compose(
            answerer ->
                answerer.isPresent() || left == 0
                    ? Future.succeededFuture(answerer)
                    : pause().compose(waited -> found(receipt, left - 1)));
  }

  private Future<Void> pause() {
    Promise<Void> waited = Promise.promise();
    vertx.setTimer(BETWEEN_MS, id -> waited.complete());
    return waited.future();
  }

  private void show(RoutingContext context, String receipt, Answerer answerer) {
    String title = answerer == null ? "received.title" : "received.title.who";
    pages.show(context, new ReceivedPage(pages.frame(Visit.of(context), title), receipt, answerer));
  }
}
