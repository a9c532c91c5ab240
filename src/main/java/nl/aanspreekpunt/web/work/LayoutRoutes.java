package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.email.Layouts;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.trail.Reading;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * A mail with its markup, as a page of its own that a frame shows: its policy lets it run nothing,
 * fetch nothing, send nothing and be no part of this site, whatever is left in it.
 */
public final class LayoutRoutes implements Routes {
  /** Where what was cut off by the sanitizer stands again is cut off by the browser. */
  public static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private static final String PATH = "/werk/vragen/:number/berichten/:receipt/opmaak";
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final CaseMessages messages;
  private final Layouts layouts;
  private final Filing filing;
  private final Pages pages;

  public LayoutRoutes(
      Vertx vertx,
      Gate gate,
      Cases cases,
      Receipts receipts,
      Directories directories,
      Filing filing,
      Reading reading,
      Pages pages) {
    this.gate = gate;
    this.messages = new CaseMessages(cases, reading, receipts, directories);
    this.layouts = new Layouts(vertx, receipts);
    this.filing = filing;
    this.pages = pages;
  }

  /** Its path below the case's page. */
  static String path(String number, String receipt) {
    return "/werk/vragen/" + number + "/berichten/" + receipt + "/opmaak";
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::open);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::open);
  }

  private void open(RoutingContext context) {
    messages
        .asked(context)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.<Layouts.Layout>empty())
                    : filing.soon(found.get()).compose(layouts::of))
        .map(
            Show.by(
                layout -> layout.ifPresentOrElse(it -> give(context, it), () -> context.fail(404))))
        .onFailure(context::fail);
  }

  private void give(RoutingContext context, Layouts.Layout layout) {
    context.response().putHeader("Content-Security-Policy", POLICY);
    pages.show(context, new LayoutPage(pages.frame(Visit.of(context), "case.layout"), layout));
  }
}
