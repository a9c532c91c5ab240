package nl.aanspreekpunt.web.work.writing;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.SeeingMention;
import nl.aanspreekpunt.casework.planned.DroppingReply;
import nl.aanspreekpunt.casework.planned.KnowingReply;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.casework.planned.TakingBackReply;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** Answers that have not gone: taken back, sent now, thrown away; and who saw a note to them. */
public final class PlannedRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/straks";
  private static final int LARGEST = 16 * 1024;
  private final Gate gate;
  private final OwnCase own;
  private final Casework casework;
  private final SendingPlans plans;
  private final Pages pages;

  public PlannedRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Identities identities,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.casework = casework;
    this.plans = new SendingPlans(casework, identities);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> counting(c, one)));
    BiPredicate<Case, Access> acts = (one, access) -> access.mayAct();
    router
        .post("/werk/vragen/:number/genoemd/:id")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(
            c -> own.open(c, (one, access) -> access.reads(), (one, form) -> see(c, one, form)));
    post(router, "terug", acts, this::takeBack);
    post(router, "nu", acts, this::send);
    post(router, "weg", acts, this::drop);
    // Who wrote it may know of it, also when the case is another's now.
    post(router, "gezien", (one, access) -> true, this::know);
  }

  private void post(
      Router router,
      String name,
      BiPredicate<Case, Access> theirs,
      BiFunction<RoutingContext, Case, Future<Void>> act) {
    router
        .post(PATH + "/:id/" + name)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, theirs, (one, form) -> act.apply(c, one)));
  }

  private Future<Void> counting(RoutingContext context, Case one) {
    Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
    Names names = new Names(own.moment(context).directory(), frame.words());
    WritingView view = new WritingView(frame, names, one, own.moment(context));
    pages.show(context, new HeldPage(frame, view.part(Form.EMPTY, List.of(), null), true));
    return Future.succeededFuture();
  }

  private Future<Void> takeBack(RoutingContext context, Case one) {
    String id = context.pathParam("id");
    return casework
        .change(one.id(), new TakingBackReply(id, OwnCase.me(context)))
        .map(
            decision ->
                decision instanceof Decision.Refused
                    ? OwnCase.done(context, OwnCase.page(one), "straks-weg")
                    : box(context, one, id));
  }

  /** With the answer in the box again. */
  private static Void box(RoutingContext context, Case one, String id) {
    context
        .response()
        .setStatusCode(303)
        .putHeader(
            "Location", OwnCase.page(one) + "?gedaan=straks-terug&concept=" + id + "#antwoord")
        .end();
    return null;
  }

  private Future<Void> send(RoutingContext context, Case one) {
    return one.care()
        .plans()
        .find(context.pathParam("id"))
        .filter(Planned::waits)
        .map(it -> plans.now(one, it, Visit.of(context).now()))
        .orElseGet(() -> Future.succeededFuture(Decision.refused("planned-gone")))
        .map(decision -> OwnCase.done(context, OwnCase.page(one), sent(context, decision)));
  }

  private static String sent(RoutingContext context, Decision decision) {
    if (decision instanceof Decision.Changed changed) {
      boolean went = changed.after().care().plans().find(context.pathParam("id")).isEmpty();
      return went ? "antwoord" : "straks-niet";
    }
    return "straks-weg";
  }

  private Future<Void> drop(RoutingContext context, Case one) {
    return casework
        .change(one.id(), new DroppingReply(context.pathParam("id"), OwnCase.me(context)))
        .map(
            decision ->
                OwnCase.done(
                    context,
                    OwnCase.page(one),
                    decision instanceof Decision.Refused ? "straks-blijft" : "straks-weggegooid"));
  }

  private Future<Void> see(RoutingContext context, Case one, Form form) {
    String page = form.get("page").equals("today") ? "/werk" : OwnCase.page(one);
    return casework
        .change(one.id(), new SeeingMention(context.pathParam("id"), OwnCase.me(context)))
        .map(decision -> OwnCase.done(context, page, "genoemd"));
  }

  private Future<Void> know(RoutingContext context, Case one) {
    return casework
        .change(one.id(), new KnowingReply(context.pathParam("id"), OwnCase.me(context)))
        .map(decision -> OwnCase.done(context, "/werk", "straks-gezien"));
  }
}
