package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.decision.SayingConsent;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;

/**
 * Whether what a citizen wrote may go to who does help: they say so on their page, with one key.
 * Opening the link says nothing yet.
 */
public final class CitizenConsentRoutes implements Routes {
  private static final int LARGEST = 16 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Tokens tokens;
  private final Pages pages;

  public CitizenConsentRoutes(Cases cases, Casework casework, Tokens tokens, Pages pages) {
    this.cases = cases;
    this.casework = casework;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/toestemming"));
  }

  private void mount(Router router, String path) {
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(
            c ->
                SignedLink.open(
                    c,
                    cases,
                    tokens,
                    link -> link.guarded(c, pages, forms, "", () -> say(c, link))));
  }

  /** Null when this participant is not asked. */
  static FollowPage.Consent asked(Frame frame, Case one, Participant who) {
    AskedConsent asked = one.care().asked();
    if (asked == null || !one.open() || !asked.link().equals(who.link())) {
      return null;
    }
    String days =
        one.messages().stream()
            .filter(in -> asked.grounds().messages().contains(in.receipt()))
            .map(in -> frame.moments().date(in.at()))
            .distinct()
            .collect(Collectors.joining(", "));
    boolean yes = Boolean.TRUE.equals(asked.agrees());
    return new FollowPage.Consent(
        frame.say("follow.consent.title", asked.helper()),
        frame.say("follow.consent.what", days),
        asked.agrees() == null ? null : frame.say("follow.consent.said." + (yes ? "yes" : "no")),
        yes);
  }

  private Future<Void> say(RoutingContext context, SignedLink link) {
    String said = context.request().getFormAttribute("agrees");
    if (!"YES".equals(said) && !"NO".equals(said)) {
      return link.done(context, "moved");
    }
    boolean yes = said.equals("YES");
    return casework
        .change(link.one().id(), new SayingConsent(link.participant().link(), yes))
        .compose(
            decision ->
                link.done(
                    context,
                    decision instanceof Decision.Refused
                        ? "moved"
                        : yes ? "doorsturen-ja" : "doorsturen-nee"));
  }
}
