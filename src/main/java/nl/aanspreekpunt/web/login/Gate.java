package nl.aanspreekpunt.web.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.FormTokens;
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

  private final Login login;
  private final Directories directories;
  private final String cookie;
  private final String device;

  public Gate(Login login, Directories directories, Visits visits) {
    this.login = login;
    this.directories = directories;
    this.cookie = visits.cookieName("sessie");
    this.device = visits.cookieName("apparaat");
  }

  /** Goes on with the {@link Visit#viewer()} set, else asks to log in. */
  public void admit(RoutingContext context) {
    Visit visit = Visit.of(context);
    Cookie held = context.request().getCookie(cookie);
    if (held == null || held.getValue().isEmpty()) {
      ask(context);
      return;
    }
    login
        .session(held.getValue(), visit.now())
        .map(found -> found.flatMap(session -> viewer(session, visit)))
        .onFailure(context::fail)
        .onSuccess(viewer -> admit(context, visit, viewer));
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

  private void admit(RoutingContext context, Visit visit, Optional<Viewer> viewer) {
    if (viewer.isEmpty()) {
      ask(context);
      return;
    }
    visit.viewer(viewer.get());
    if (viewer.get().mustChange() && !WITH_FIRST_PASSWORD.contains(visit.path())) {
      context.response().setStatusCode(303).putHeader("Location", "/wachtwoord").end();
    } else if (HttpMethod.POST.equals(context.request().method())
        && visit.check(context.request().getFormAttribute("token")) != FormTokens.Check.GOOD) {
      context.fail(403);
    } else {
      context.next();
    }
  }

  private static void ask(RoutingContext context) {
    boolean reads = HttpMethod.GET.equals(context.request().method());
    String onward = reads ? onward(context.request().uri()) : null;
    String query =
        onward == null ? "" : "?naar=" + URLEncoder.encode(onward, StandardCharsets.UTF_8);
    context.response().setStatusCode(303).putHeader("Location", "/inloggen" + query).end();
  }

  /** Only to work pages of this hub; null for any other. */
  static String onward(String path) {
    boolean ours = path != null && path.length() < 500 && path.matches("/werk(/[\\w/-]*)?");
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

  void keep(Visit visit, String token) {
    visit.cookie(cookie, token);
  }

  void forget(Visit visit) {
    visit.cookie(cookie, "", 0);
  }
}
