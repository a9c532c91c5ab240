package nl.aanspreekpunt.web.login;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;

/** Pages to log in and out, and to change a password. */
public final class LoginRoutes implements Routes {
  private static final int LARGEST = 16 * 1024;

  /** It may carry a form that was filled in at work. */
  private static final int LARGEST_LOGIN = 512 * 1024;

  private final Login login;
  private final Gate gate;
  private final Pages pages;

  public LoginRoutes(Login login, Gate gate, Pages pages) {
    this.login = login;
    this.gate = gate;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get("/inloggen").handler(c -> show(c, 200, "", null));
    router
        .post("/inloggen")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_LOGIN))
        .handler(this::in);
    router.post("/uitloggen").handler(body).handler(gate::admit).handler(this::out);
    router.get("/wachtwoord").handler(gate::admit).handler(c -> password(c, 200, null, null));
    router.post("/wachtwoord").handler(body).handler(gate::admit).handler(this::change);
  }

  private void show(RoutingContext context, int status, String email, String problem) {
    Frame frame = pages.frame(Visit.of(context), "login.title");
    String onward = Gate.onward(context.request().getParam("naar"));
    Typed typed = Typed.carried(context.request().formAttributes());
    String here = onward == null ? "/inloggen" : Gate.login(onward);
    pages.show(context, status, new LoginPage(frame.at(here), email, problem, onward, typed));
  }

  private void in(RoutingContext context) {
    HttpServerRequest form = context.request();
    Visit visit = Visit.of(context);
    String email = field(form, "email", 254);
    if (visit.check(form.getFormAttribute("token")) != FormTokens.Check.GOOD) {
      show(context, 403, email, visit.words().say("form.again"));
      return;
    }
    login
        .in(
            email,
            field(form, "password", Passwords.LONGEST),
            new Login.From(visit.remote(), gate.device(context), gate.session(context)),
            visit.now())
        .map(Show.by(result -> answer(context, email, result)))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, String email, Login.Result result) {
    Visit visit = Visit.of(context);
    if (result instanceof Login.Result.In in) {
      in(context, in);
    } else if (result instanceof Login.Result.TooOften often) {
      Instant again = often.again();
      Frame frame = pages.frame(visit, "login.title");
      String problem = visit.words().say("login.often", frame.moments().say(again.plusSeconds(59)));
      show(context, 429, email, problem);
    } else {
      show(context, 401, email, visit.words().say("login.wrong"));
    }
  }

  private void in(RoutingContext context, Login.Result.In in) {
    Visit visit = Visit.of(context);
    Typed typed = Typed.carried(context.request().formAttributes());
    boolean theirs = typed != null && gate.wasShown(context, in.account(), typed.token());
    gate.keep(context, in.token());
    gate.known(visit, in.device());
    if (theirs && !in.mustChange()) {
      typed.again(context);
      return;
    }
    String asked = typed == null ? context.request().getFormAttribute("naar") : typed.page();
    String onward = Gate.onward(asked);
    redirect(context, in.mustChange() ? "/wachtwoord" : onward == null ? "/werk" : onward);
  }

  private void out(RoutingContext context) {
    Visit visit = Visit.of(context);
    login
        .out(visit.viewer().session(), visit.viewer().official().id(), visit.now())
        .map(
            Show.by(
                done -> {
                  gate.forget(visit);
                  redirect(context, "/inloggen");
                }))
        .onFailure(context::fail);
  }

  private void password(RoutingContext context, int status, String problem, String field) {
    Visit visit = Visit.of(context);
    Viewer viewer = visit.viewer();
    String said = problem == null ? null : visit.words().say(problem, Passwords.SHORTEST);
    Frame frame = pages.frame(visit, "password.title");
    pages.show(context, status, new PasswordPage(frame, viewer.mustChange(), said, field));
  }

  private void change(RoutingContext context) {
    HttpServerRequest form = context.request();
    Visit visit = Visit.of(context);
    String chosen = field(form, "chosen", Passwords.LONGEST);
    if (chosen.length() < Passwords.SHORTEST) {
      password(context, 422, "password.short", "chosen");
    } else if (chosen.equals(form.getFormAttribute("old"))) {
      password(context, 422, "password.same", "chosen");
    } else if (!chosen.equals(form.getFormAttribute("repeated"))) {
      password(context, 422, "password.differs", "repeated");
    } else {
      String email = visit.viewer().account();
      login
          .change(
              email,
              field(form, "old", Passwords.LONGEST),
              chosen,
              visit.viewer().session(),
              visit.now())
          .map(Show.by(token -> changed(context, token)))
          .onFailure(context::fail);
    }
  }

  private void changed(RoutingContext context, Optional<String> token) {
    if (token.isEmpty()) {
      password(context, 422, "password.wrong", "old");
      return;
    }
    gate.keep(context, token.get());
    redirect(context, "/werk?gedaan=password");
  }

  private static String field(HttpServerRequest form, String name, int longest) {
    String value = form.getFormAttribute(name);
    return value == null ? "" : value.length() > longest ? value.substring(0, longest) : value;
  }

  private static void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }
}
