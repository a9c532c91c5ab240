package nl.aanspreekpunt.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;

/** Begins each visit: headers that keep a page safe, and the language. */
public final class Visits {
  static final String LANGUAGE = "taal";
  private static final long YEAR = 365L * 24 * 3600;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self';"
          + " connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final Clock clock;
  private final FormTokens tokens;
  private final RemoteAddress remote;
  private final boolean https;

  /**
   * @param https whether citizens reach the hub so: cookies are then never sent otherwise
   */
  public Visits(Clock clock, FormTokens tokens, RemoteAddress remote, boolean https) {
    this.clock = clock;
    this.tokens = tokens;
    this.remote = remote;
    this.https = https;
  }

  void begin(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
    if (https) {
      response.putHeader("Strict-Transport-Security", "max-age=" + YEAR);
    }
    Visit visit = new Visit(context, this, clock.instant(), Wording.in(language(context)));
    if (chosen(context) != null) {
      visit.cookie(LANGUAGE, visit.words().language(), YEAR);
    }
    context.next();
  }

  private static String language(RoutingContext context) {
    String chosen = chosen(context);
    if (chosen != null) {
      return chosen;
    }
    Cookie kept = context.request().getCookie(LANGUAGE);
    return kept != null && known(kept.getValue())
        ? kept.getValue()
        : Wording.asked(context, "nl").language();
  }

  private static String chosen(RoutingContext context) {
    boolean reads = HttpMethod.GET.equals(context.request().method());
    String asked = reads ? context.request().getParam(LANGUAGE) : null;
    return known(asked) ? asked : null;
  }

  private static boolean known(String language) {
    return "nl".equals(language) || "en".equals(language);
  }

  FormTokens tokens() {
    return tokens;
  }

  RemoteAddress remote() {
    return remote;
  }

  boolean https() {
    return https;
  }

  /**
   * With https the browser itself holds a cookie of this name to this host (RFC 6265bis, 4.1.3).
   */
  public String cookieName(String name) {
    return https ? "__Host-" + name : name;
  }

  String formCookie() {
    return cookieName("formulier");
  }
}
