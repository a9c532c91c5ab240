package nl.aanspreekpunt.web.login;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Visits;

/**
 * Lets in who is logged in and still works here. A form must have come from a page of that session;
 * mount a body handler before.
 */
public final class Gate {
  private static final long KNOWN_SECONDS = 365L * 24 * 3600;
  private static final Set<String> WITH_FIRST_PASSWORD = Set.of("/wachtwoord", "/uitloggen");

  /** What an open page asks by itself says nothing of who sits there. */
  private static final String STREAM = "/stroom";

  private static final String KEPT = "session-token";

  private final Login login;
  private final Directories directories;
  private final Pages pages;
  private final Consumer<String> seen;
  private final String cookie;
  private final String device;

  /**
   * @param seen told of each official who was let in (official id)
   */
  public Gate(
      Login login, Directories directories, Visits visits, Pages pages, Consumer<String> seen) {
    this.seen = seen;
    this.login = login;
    this.directories = directories;
    this.pages = pages;
    this.cookie = visits.cookieName("sessie");
    this.device = visits.cookieName("apparaat");
  }

  /** Goes on with the {@link Visit#viewer()} set, else asks to log in. */
  public void admit(RoutingContext context) {
    admit(context, this::ask);
  }

  /**
   * @param otherwise answers who is not logged in
   */
  public void admit(RoutingContext context, Handler<RoutingContext> otherwise) {
    Visit visit = Visit.of(context);
    String token = token(context);
    if (token == null) {
      otherwise.handle(context);
      return;
    }
    login
        .session(token, visit.now())
        .map(
            Show.by(
                found -> {
                  Optional<Viewer> viewer = found.flatMap(session -> viewer(session, visit));
                  if (viewer.isEmpty()) {
                    otherwise.handle(context);
                  } else {
                    visit.viewer(viewer.get());
                    admitted(context, visit, found.get());
                  }
                }))
        .onFailure(context::fail);
  }

  /** Goes on for an administrator; mount {@link #admit(RoutingContext)} before. */
  public static void administrator(RoutingContext context) {
    if (Visit.of(context).viewer().is(Role.ADMINISTRATOR)) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  /** Of the session that just began, else of the one that this browser holds; null if none. */
  private String token(RoutingContext context) {
    String kept = context.get(KEPT);
    Cookie held = context.request().getCookie(cookie);
    boolean holds = held != null && !held.getValue().isEmpty();
    return kept != null ? kept : holds ? held.getValue() : null;
  }

  private Optional<Viewer> viewer(Session session, Visit visit) {
    Directory directory = directories.current();
    return directory
        .official(session.official())
        .filter(official -> directory.employed(official.id(), visit.now()))
        .map(
            official ->
                Viewer.of(
                    official, directory, session.account(), session.id(), session.mustChange()));
  }

  private void admitted(RoutingContext context, Visit visit, Session session) {
    if (!byItself(context) && !visit.path().endsWith(STREAM)) {
      seen.accept(session.official());
    }
    if (visit.viewer().mustChange() && !WITH_FIRST_PASSWORD.contains(visit.path())) {
      if (byItself(context)) {
        // The form for another password would be put in the place of a part of the page.
        context.response().setStatusCode(204).end();
        return;
      }
      context.response().setStatusCode(303).putHeader("Location", "/wachtwoord").end();
    } else if (HttpMethod.POST.equals(context.request().method())) {
      admitForm(context, visit, session);
    } else {
      context.next();
    }
  }

  /** One of an earlier session of theirs in this browser is shown again, to be sent from there. */
  private static void admitForm(RoutingContext context, Visit visit, Session session) {
    String token = context.request().getFormAttribute("token");
    String account = session.account();
    if (visit.check(token) == FormTokens.Check.GOOD) {
      context.next();
    } else if (byItself(context)) {
      context.response().setStatusCode(403).end();
    } else if (Typed.isWork(visit.path())
        && (visit.wasShown(session.id(), account, token)
            || visit.wasShown(session.before(), account, token))) {
      Typed.in(context).again(context);
    } else {
      context.fail(403);
    }
  }

  private void ask(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean reads = HttpMethod.GET.equals(request.method());
    if (byItself(context) && !reads) {
      // What is being typed must stay where it is: sending it asks to log in, and keeps it.
      context.response().setStatusCode(401).end();
    } else if (byItself(context)) {
      // A part of a page that is renewed: the whole page goes to log in.
      String login = login(onward(request.uri()));
      context.response().setStatusCode(401).putHeader("HX-Redirect", login).end();
    } else if (!reads && token(context) != null && Typed.isWork(request.path())) {
      askAndKeep(context);
    } else {
      String onward = reads ? onward(request.uri()) : null;
      context.response().setStatusCode(303).putHeader("Location", login(onward)).end();
    }
  }

  /** The open page asks it, not whoever sits there. */
  private static boolean byItself(RoutingContext context) {
    return context.request().getHeader("HX-Request") != null;
  }

  /** Whether it is theirs is seen once they are logged in. */
  private void askAndKeep(RoutingContext context) {
    Frame frame = pages.frame(Visit.of(context), "login.title").at("/inloggen");
    String problem = frame.say("login.ended");
    pages.show(context, 401, new LoginPage(frame, "", problem, null, Typed.in(context)));
  }

  /** Where to log in, and then go on. */
  static String login(String onward) {
    return onward == null
        ? "/inloggen"
        : "/inloggen?naar=" + URLEncoder.encode(onward, StandardCharsets.UTF_8);
  }

  /** Only to work pages of this hub; null for any other. */
  static String onward(String path) {
    boolean ours =
        path != null && path.length() < 500 && path.matches("/werk(/[\\w./-]*)?(\\?[\\w=&.-]*)?");
    return ours ? path : null;
  }

  /** What this browser kept of an earlier log-in; null if nothing. */
  String device(RoutingContext context) {
    Cookie kept = context.request().getCookie(device);
    return kept == null ? null : kept.getValue();
  }

  void known(Visit visit, String kept) {
    visit.cookie(device, kept, KNOWN_SECONDS);
  }

  /** Id of the session that this browser held; null if none. */
  String session(RoutingContext context) {
    Cookie held = context.request().getCookie(cookie);
    return held == null || held.getValue().isEmpty() ? null : Login.id(held.getValue());
  }

  /** Whether a token is of a page that this browser was shown in the session that it held. */
  boolean wasShown(RoutingContext context, String account, String token) {
    return Visit.of(context).wasShown(session(context), account, token);
  }

  void keep(RoutingContext context, String token) {
    Visit.of(context).cookie(cookie, token);
    context.put(KEPT, token);
  }

  void forget(Visit visit) {
    visit.cookie(cookie, "", 0);
  }
}
