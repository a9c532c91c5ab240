package nl.aanspreekpunt.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request of somebody: in which language, from where, when, and who they are if logged in. */
public final class Visit {
  private static final String KEY = "visit";

  private final RoutingContext context;
  private final Visits visits;
  private final Instant now;
  private final Wording words;
  private Viewer viewer;
  private String holder;

  Visit(RoutingContext context, Visits visits, Instant now, Wording words) {
    this.context = context;
    this.visits = visits;
    this.now = now;
    this.words = words;
    context.put(KEY, this);
  }

  public static Visit of(RoutingContext context) {
    return context.get(KEY);
  }

  /** When it came in. */
  public Instant now() {
    return now;
  }

  public Wording words() {
    return words;
  }

  public String path() {
    return context.request().path();
  }

  /** What was asked of the page, but for its language; empty if nothing. */
  String query() {
    String query = context.request().query();
    return query == null
        ? ""
        : Stream.of(query.split("&"))
            .filter(one -> !one.isEmpty() && !one.startsWith(Visits.LANGUAGE + "="))
            .collect(Collectors.joining("&"));
  }

  /** Who is counted as one remote party. */
  public String remote() {
    return RemoteAddress.counted(visits.remote().of(context.request()));
  }

  /** Null for who is not logged in. */
  public Viewer viewer() {
    return viewer;
  }

  public void viewer(Viewer who) {
    viewer = who;
  }

  /** A token for the forms on the page that answers this. */
  String token() {
    return visits.tokens().make(viewer == null ? anonymous() : viewer.holder(), now);
  }

  /** The token that came with a form. */
  public FormTokens.Check check(String token) {
    Cookie cookie = context.request().getCookie(visits.formCookie());
    String from = viewer != null ? viewer.holder() : cookie == null ? null : cookie.getValue();
    return visits.tokens().check(from, token, now);
  }

  /** Whether a token, maybe an old one, is of a page that this session of an account was shown. */
  public boolean wasShown(String session, String account, String token) {
    return visits.tokens().check(Viewer.holder(session, account), token, now)
        != FormTokens.Check.WRONG;
  }

  private String anonymous() {
    if (holder != null) {
      return holder;
    }
    Cookie cookie = context.request().getCookie(visits.formCookie());
    boolean ours = cookie != null && cookie.getValue().matches("[\\w-]{22}");
    holder = ours ? cookie.getValue() : FormTokens.random();
    if (!ours) {
      cookie(visits.formCookie(), holder);
    }
    return holder;
  }

  /** Sets a cookie for as long as the browser is open. */
  public void cookie(String name, String value) {
    context.response().addCookie(made(name, value));
  }

  public void cookie(String name, String value, long seconds) {
    context.response().addCookie(made(name, value).setMaxAge(seconds));
  }

  private Cookie made(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(visits.https())
        .setSameSite(CookieSameSite.LAX);
  }

  /** What the last act came to, in words; null if nothing or unknown. */
  String flash() {
    if (Typed.of(context) != null) {
      return words.say("form.not-sent");
    }
    String code = context.request().getParam("gedaan");
    return code != null && words.has("done." + code) ? words.say("done." + code) : null;
  }
}
