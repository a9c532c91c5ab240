package nl.aanspreekpunt.web.work.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Requesting;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.desk.PuttingThrough;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Waiting;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * What follows while the citizen is still there: who has the question and whether they can be
 * reached, putting through, a call that is promised, and a receipt on paper. Only for the clerk who
 * took it, who reads no more of the question than they wrote themselves.
 */
public final class TakenRoutes implements Routes {
  /** With which the id of a receipt of a clerk begins. */
  public static final String PREFIX = "desk-";

  private static final String PATH = "/werk/nieuw/:receipt";
  private final Vertx vertx;
  private final Gate gate;
  private final Receipts receipts;
  private final Cases cases;
  private final Casework casework;
  private final Agreements agreements;
  private final TakenLine line;
  private final Directories directories;
  private final Pages pages;

  public TakenRoutes(
      Vertx vertx,
      Gate gate,
      Receipts receipts,
      Cases cases,
      Casework casework,
      Agreements agreements,
      TakenLine line,
      Directories directories,
      Pages pages) {
    this.vertx = vertx;
    this.gate = gate;
    this.receipts = receipts;
    this.cases = cases;
    this.casework = casework;
    this.agreements = agreements;
    this.line = line;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> own(c, taken -> show(c, 200, taken, "", List.of())));
    router.get(PATH + "/bewijs").handler(gate::admit).handler(c -> own(c, one -> paper(c, one)));
    router
        .post(PATH + "/doorverbonden")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own(c, taken -> putThrough(c, taken)));
    router
        .post(PATH + "/terugbellen")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own(c, taken -> callBack(c, taken)));
  }

  /**
   * What became of a receipt; no case while it is being placed.
   *
   * @param line the call in which it was taken, while that can be put through
   */
  private record Taken(
      Receipt receipt,
      Optional<Case> placed,
      Optional<Identity.AgreedContact> agreed,
      Optional<DeskCall> line) {}

  private interface Answer {
    Future<Void> with(Taken taken);
  }

  /** Only for who took it. */
  private void own(RoutingContext context, Answer answer) {
    String id = context.pathParam("receipt");
    if (!id.startsWith(PREFIX + OwnCase.me(context) + "-")) {
      context.fail(404);
      return;
    }
    Waiting.until(vertx, () -> receipts.findAll(List.of(id)), TakenRoutes::placed)
        .compose(
            found -> {
              if (found.isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return taken(found.get(0), context).compose(answer::with);
            })
        .onFailure(context::fail);
  }

  private static boolean placed(List<Receipt> found) {
    return found.isEmpty() || found.get(0).state() != Receipt.State.RECEIVED;
  }

  private Future<Taken> taken(Receipt receipt, RoutingContext context) {
    Future<Optional<Case>> placed =
        receipt.caseNumber() == null
            ? Future.succeededFuture(Optional.empty())
            : cases.find(receipt.caseNumber());
    return placed.compose(
        one ->
            one.map(it -> agreements.of(it, Visit.of(context).now()))
                .orElse(Future.succeededFuture(Optional.empty()))
                .compose(
                    agreed ->
                        line.of(receipt.id()).map(call -> new Taken(receipt, one, agreed, call))));
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), directories.current());
  }

  private Future<Void> show(
      RoutingContext context, int status, Taken taken, String typed, List<FieldError> errors) {
    Frame frame =
        pages.frame(Visit.of(context), "desk.taken").at("/werk/nieuw/" + taken.receipt().id());
    TakenView view = TakenView.of(frame, moment(context));
    TakenPage page =
        taken
            .placed()
            .map(
                one ->
                    view.page(
                        taken.receipt(),
                        one,
                        taken.agreed(),
                        taken.line().isPresent(),
                        typed,
                        errors))
            .orElseGet(() -> TakenPage.finding(frame, taken.receipt().id()));
    pages.show(context, status, page);
    return Future.succeededFuture();
  }

  /** In the language that the citizen is written to. */
  private Future<Void> paper(RoutingContext context, Taken taken) {
    if (taken.placed().isEmpty()) {
      return look(context, "/werk/nieuw/" + taken.receipt().id());
    }
    Case one = taken.placed().get();
    Frame frame = pages.frame(Visit.of(context), "desk.paper");
    Frame theirs = frame.in(Wording.in(one.language()));
    TakenView view = TakenView.of(theirs, moment(context));
    pages.show(
        context,
        new PaperPage(
            frame,
            theirs,
            one.id(),
            view.official(one).person(),
            one.dueAt(),
            view.does(one),
            taken.receipt().id()));
    return Future.succeededFuture();
  }

  private Future<Void> putThrough(RoutingContext context, Taken taken) {
    Form form = Form.of(context.request().formAttributes());
    PuttingThrough act = new PuttingThrough(form.get("to"), form.get("told"), OwnCase.me(context));
    if (taken.line().isEmpty() || taken.placed().isEmpty()) {
      return act(context, taken, form.get("told"), act, "doorverbonden");
    }
    Case one = taken.placed().get();
    if (act.on(one, moment(context)) instanceof Decision.Refused) {
      return act(context, taken, form.get("told"), act, "doorverbonden");
    }
    String page = "/werk/nieuw/" + taken.receipt().id();
    return line.through(taken.line().get(), one, act, moment(context))
        .map(begun -> begun ? "doorverbinden" : "doorverbinden-niet")
        .otherwise("doorverbinden-niet")
        .map(done -> OwnCase.done(context, page, done));
  }

  private Future<Void> callBack(RoutingContext context, Taken taken) {
    Form form = Form.of(context.request().formAttributes());
    Optional<Address> phone = Addresses.phone(form.get("phone"));
    boolean against =
        taken.agreed().filter(it -> !DespiteContact.allows(it, CaseEvent.Talk.PHONE)).isPresent();
    if (phone.isEmpty() || against) {
      String said = against ? "desk.against-call" : "ask.error.callback-phone";
      return refuse(context, taken, form.get("told"), "phone", said);
    }
    return act(
        context,
        taken,
        "",
        new Requesting(phone.get().value(), "", "", OwnCase.me(context)),
        "wordt-gebeld");
  }

  private Future<Void> act(
      RoutingContext context, Taken taken, String typed, Act act, String done) {
    String page = "/werk/nieuw/" + taken.receipt().id();
    if (taken.placed().isEmpty()) {
      return look(context, page);
    }
    return casework
        .change(taken.placed().get().id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                String field = refused.refusal().field();
                String said = "refusal." + refused.refusal().code();
                return refuse(context, taken, typed, field == null ? "told" : field, said);
              }
              OwnCase.done(context, page, done);
              return Future.succeededFuture();
            });
  }

  private static Future<Void> look(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
    return Future.succeededFuture();
  }

  private Future<Void> refuse(
      RoutingContext context, Taken taken, String typed, String field, String said) {
    String text = Visit.of(context).words().say(said);
    return show(context, 422, taken, typed, List.of(new FieldError(field, text)));
  }
}
