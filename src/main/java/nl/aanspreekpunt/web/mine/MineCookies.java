package nl.aanspreekpunt.web.mine;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Visits;

/**
 * What a browser holds of a code that was asked for, and of an address that was shown: until it is
 * closed, and never read by a script.
 */
public final class MineCookies {
  private final String challenge;
  private final String session;

  public MineCookies(Visits visits) {
    this.challenge = visits.cookieName("code");
    this.session = visits.cookieName("mijn");
  }

  /** Null: none. */
  public String challenge(RoutingContext context) {
    return held(context, challenge);
  }

  public void challenge(RoutingContext context, String token) {
    Visit.of(context).cookie(challenge, token);
  }

  /** Null: none. */
  public String session(RoutingContext context) {
    return held(context, session);
  }

  void begin(RoutingContext context, String token) {
    Visit.of(context).cookie(session, token);
    Visit.of(context).cookie(challenge, "", 0);
  }

  void end(RoutingContext context) {
    Visit.of(context).cookie(session, "", 0);
  }

  private static String held(RoutingContext context, String name) {
    Cookie cookie = context.request().getCookie(name);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }
}
