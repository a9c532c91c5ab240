package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Vouching;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;

/**
 * Who owns an address says that a doubtful message is theirs, with one key. Opening the link says
 * nothing yet: mail programs open links by themselves.
 */
public final class VouchRoutes implements Routes {
  private static final int LARGEST = 16 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Tokens tokens;
  private final Pages pages;

  public VouchRoutes(Cases cases, Casework casework, Tokens tokens, Pages pages) {
    this.cases = cases;
    this.casework = casework;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/van-mij"));
  }

  private void mount(Router router, String path) {
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(c -> SignedLink.open(c, cases, tokens, link -> say(c, link)));
  }

  private Future<Void> say(RoutingContext context, SignedLink link) {
    return link.guarded(
        context,
        pages,
        forms,
        "",
        () ->
            casework
                .change(link.one().id(), new Vouching(link.participant().link()))
                .compose(done -> link.done(context, "van-mij")));
  }
}
