package nl.aanspreekpunt.web.partner;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.consult.Asked;
import nl.aanspreekpunt.casework.consult.PartnerAnswering;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;

/**
 * The page behind a partner's link. Looking changes nothing; a link that was switched off or has
 * expired opens nothing, nor does one of a case that is closed.
 */
public final class PartnerRoutes implements Routes {
  private static final String PATH = "/p/:case/:consult/:signature";
  private static final int LARGEST = 64 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Receipts receipts;
  private final Directories directories;
  private final Tokens tokens;
  private final Pages pages;

  private record Link(String path, Case one, Consult consult) {}

  public PartnerRoutes(
      Cases cases,
      Casework casework,
      Receipts receipts,
      Directories directories,
      Tokens tokens,
      Pages pages) {
    this.cases = cases;
    this.casework = casework;
    this.receipts = receipts;
    this.directories = directories;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(c -> open(c, link -> show(c, 200, link, null, null)));
    router
        .post(PATH + "/antwoord")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(c -> open(c, link -> guarded(c, link)));
  }

  /** Goes on when the link is signed and still opens. */
  private void open(RoutingContext context, Function<Link, Future<Void>> then) {
    String number = context.pathParam("case");
    String id = context.pathParam("consult");
    String signature = context.pathParam("signature");
    if (!tokens.isPartner(number, id, signature)) {
      context.fail(404);
      return;
    }
    Asked.followed(cases, number, id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              Case one = found.get().one();
              Consult consult = found.get().consult();
              if (!consult.opens(one, Visit.of(context).now())) {
                context.fail(410);
                return Future.<Void>succeededFuture();
              }
              String path = "/p/" + number + "/" + id + "/" + signature;
              return then.apply(new Link(path, one, consult));
            })
        .onFailure(context::fail);
  }

  private Future<Void> guarded(RoutingContext context, Link link) {
    return forms
        .refused(context, link.path())
        .map(again -> show(context, again.status(), link, null, again.words()))
        .orElseGet(() -> answer(context, link));
  }

  private Future<Void> answer(RoutingContext context, Link link) {
    return casework
        .change(
            link.one().id(), new PartnerAnswering(link.consult().id(), text(context), null, false))
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                String code = "refusal." + refused.refusal().code();
                boolean field = refused.refusal().field() != null;
                return show(context, 422, link, field ? code : null, field ? null : code);
              }
              context
                  .response()
                  .setStatusCode(303)
                  .putHeader("Location", link.path() + "?gedaan=partner")
                  .end();
              return Future.succeededFuture();
            });
  }

  private static String text(RoutingContext context) {
    String value = context.request().getFormAttribute("text");
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }

  /**
   * @param wrong key of what is wrong with the answer; null: nothing
   * @param problem key of why nothing could be done; null: nothing is wrong
   */
  private Future<Void> show(
      RoutingContext context, int status, Link link, String wrong, String problem) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "partner.title").at(link.path());
    return receipts
        .findAll(
            link.consult().messages().stream()
                .filter(it -> link.one().wentTo(it).isEmpty())
                .toList())
        .map(all -> all.stream().collect(Collectors.toMap(Receipt::id, it -> it)))
        .map(
            received -> {
              pages.show(
                  context,
                  status,
                  new PartnerPage(
                      frame,
                      link.path(),
                      asker(link.consult()),
                      link.consult().partner().organisation(),
                      link.consult().question(),
                      link.consult().partner().until(),
                      messages(link.consult(), received),
                      link.consult().answers().stream()
                          .filter(it -> !it.automatic())
                          .map(it -> new PartnerPage.Said(it.at(), it.text()))
                          .toList(),
                      wrong == null && problem == null ? "" : text(context),
                      wrong == null ? List.of() : List.of(new FieldError("text", frame.say(wrong))),
                      problem == null ? null : frame.say(problem)));
              return null;
            });
  }

  private String asker(Consult consult) {
    return directories.current().official(consult.by()).map(Official::name).orElse(consult.by());
  }

  private static List<PartnerPage.Said> messages(Consult consult, Map<String, Receipt> received) {
    return consult.messages().stream()
        .map(received::get)
        .filter(it -> it != null && it.read() != null)
        .map(it -> new PartnerPage.Said(it.receivedAt(), it.read().text()))
        .toList();
  }
}
