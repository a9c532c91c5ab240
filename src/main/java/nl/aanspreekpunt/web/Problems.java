package nl.aanspreekpunt.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what went wrong: in plain words, never with what stands in the log. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 410, 413, 429, 503);

  private static final String TRY_AGAIN_AFTER = "5";

  private final Pages pages;

  Problems(Pages pages) {
    this.pages = pages;
  }

  void mount(Router router) {
    EXPLAINED.forEach(status -> router.errorHandler(status, c -> answer(c, status, null)));
    router.errorHandler(401, context -> answer(context, 403, null));
    router.errorHandler(500, this::broken);
  }

  private void broken(RoutingContext context) {
    if (context.failure() instanceof StoreAway away) {
      LOG.warn("a page waits for the database: {}", away.getMessage());
      context.response().putHeader("Retry-After", TRY_AGAIN_AFTER);
      answer(context, 503, null);
      return;
    }
    String reference = FormTokens.random().substring(0, 8);
    LOG.error(
        "{} {} went wrong ({})",
        context.request().method(),
        context.currentRoute() == null ? "?" : context.currentRoute().getPath(),
        reference,
        context.failure());
    answer(context, 500, reference);
  }

  private void answer(RoutingContext context, int status, String reference) {
    if (context.response().headWritten()) {
      context.response().reset();
      return;
    }
    Visit visit = Visit.of(context);
    if (visit == null || isForPrograms(context.request().path())) {
      json(context, status);
      return;
    }
    int known = EXPLAINED.contains(status) ? status : 500;
    Frame frame = pages.frame(visit, "problem." + known + ".title");
    String text = frame.say("problem." + known + ".text");
    pages.show(context, status, new ProblemPage(frame, text, reference, typed(context, status)));
  }

  /**
   * So that it can be copied: nobody knows whether it was kept, so sending it again by itself could
   * say it twice.
   */
  private static List<String> typed(RoutingContext context, int status) {
    boolean sent = HttpMethod.POST.equals(context.request().method());
    String path = context.request().path();
    boolean work = path != null && (path.startsWith("/v/") || Typed.isWork(path));
    return status == 503 && sent && work ? Typed.in(context).words() : List.of();
  }

  private static boolean isForPrograms(String path) {
    return path != null && (path.startsWith("/api/") || path.startsWith("/webhooks/"));
  }

  private static void json(RoutingContext context, int status) {
    String code =
        switch (status) {
          case 404 -> "no-such-path";
          case 405 -> "method";
          case 413 -> "too-large";
          case 503 -> "store-away";
          default -> status < 500 ? "request-wrong" : "broken";
        };
    ProblemDocument.of(status, code).send(context.response());
  }
}
