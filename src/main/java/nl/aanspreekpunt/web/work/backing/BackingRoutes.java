package nl.aanspreekpunt.web.work.backing;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.backing.WithdrawingBacking;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** "I want to deviate from … because …", and what a manager says to it. */
public final class BackingRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/rugdekking";
  private static final int LARGEST = 32 * 1024;

  private final Gate gate;
  private final Casework casework;
  private final Directories directories;
  private final OwnCase own;
  private final Pages pages;

  public BackingRoutes(
      Gate gate, Cases cases, Casework casework, Directories directories, Pages pages) {
    this.gate = gate;
    this.casework = casework;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.pages = pages;
  }

  /** From a filled-in form to an act, by an official. */
  @FunctionalInterface
  private interface Making {
    Act act(Form form, String by);
  }

  @Override
  public void mount(Router router) {
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> open(c, (one, form) -> show(c, 200, one, Form.of(Typed.of(c)), null)));
    post(router, "", (f, by) -> new AskingBacking(f.get("from"), f.get("because"), by));
    post(router, "-ja", (f, by) -> new AnsweringBacking(f.get("backing"), by, true, null));
    post(
        router,
        "-nee",
        (f, by) -> new AnsweringBacking(f.get("backing"), by, false, f.get("explanation")));
    post(router, "-terug", (f, by) -> new WithdrawingBacking(f.get("backing"), by));
  }

  private void post(Router router, String name, Making making) {
    router
        .post(PATH + name)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> open(c, (one, form) -> act(c, one, form, name, making)));
  }

  /** For who reads the case, and for who is asked. */
  private void open(RoutingContext context, BiFunction<Case, Form, Future<Void>> then) {
    own.open(
        context,
        (one, access) -> access.mayAct() || BackingView.answers(one, OwnCase.me(context)),
        then);
  }

  private Future<Void> act(
      RoutingContext context, Case one, Form form, String name, Making making) {
    boolean answers = name.equals("-ja") || name.equals("-nee");
    if (!answers && !own.access(context, one).mayAct()) {
      context.fail(403);
      return Future.succeededFuture();
    }
    return casework
        .change(one.id(), making.act(form, OwnCase.me(context)))
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return show(context, 422, one, form, refused.refusal());
              }
              boolean reads = own.access(context, after(decision)).mayAct();
              OwnCase.done(context, reads ? OwnCase.page(one) : "/werk", "rugdekking" + name);
              return Future.succeededFuture();
            });
  }

  private static Case after(Decision decision) {
    return decision instanceof Decision.Changed changed
        ? changed.after()
        : ((Decision.Unchanged) decision).as();
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Frame frame =
        pages.frame(Visit.of(context), "backing.title").at(OwnCase.page(one) + "/rugdekking");
    boolean reads = own.access(context, one).mayAct();
    String said = refusal == null ? null : frame.say("refusal." + refusal.code());
    boolean field = refusal != null && refusal.field() != null;
    pages.show(
        context,
        status,
        new BackingPage(
            frame,
            one.id(),
            new Names(directories.current(), frame.words()).subject(one),
            new BackingView(frame, directories.current()).of(one, reads),
            reads && one.open() && one.care().backed().open().isEmpty(),
            reads,
            form,
            field ? List.of(new FieldError(refusal.field(), said)) : List.of(),
            field ? null : said));
    return Future.succeededFuture();
  }
}
