package nl.aanspreekpunt.web.work.calling;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.phone.LineUp;
import nl.aanspreekpunt.phone.back.CallingBack;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.phone.back.Reach;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.Watched;

/**
 * Calling a citizen back by one press: the official's telephone rings, then the citizen's. The page
 * shows how far it is; what became of it is filled in, and put down by the official.
 */
public final class CallingRoutes implements Routes {
  /** What was promised has ended, or goes on elsewhere: there is nothing left to put down. */
  private static final Set<String> ENDED = Set.of("callback-ended", "no-such-callback");

  private final Gate gate;
  private final OwnCase own;
  private final CallingBack calling;
  private final Answering answering;
  private final Numbers numbers;
  private final Reach reach;
  private final Pulses pulses;
  private final Pages pages;

  public CallingRoutes(
      Gate gate,
      Cases cases,
      Directories directories,
      CallingBack calling,
      Answering answering,
      Numbers numbers,
      Reach reach,
      Pulses pulses,
      Pages pages) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.calling = calling;
    this.answering = answering;
    this.numbers = numbers;
    this.reach = reach;
    this.pulses = pulses;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router
        .post("/werk/vragen/:number/bel")
        .handler(body)
        .handler(gate::admit)
        .handler(context -> own.open(context, (one, form) -> call(context, one, form)));
    String path = CallingPage.path(":call");
    router
        .get(path)
        .handler(gate::admit)
        .handler(c -> open(c, (call, one) -> show(c, 200, call, one, null, List.of())));
    router
        .post(path + "/stop")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> open(c, (call, one) -> stop(c, call)));
    router
        .post(path + "/bevestig")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> open(c, (call, one) -> confirm(c, call, one)));
  }

  private Future<Void> call(RoutingContext context, Case one, Form form) {
    Visit visit = Visit.of(context);
    Optional<Promise> asked =
        one.promise(form.get("call")).filter(it -> it.open() && it.callback() != null);
    Optional<String> from =
        new LineUp(own.directories().current(), numbers).number(OwnCase.me(context));
    Optional<String> shown = numbers.general(Ability.CALLS).map(it -> it.number());
    if (asked.isEmpty() || from.isEmpty() || shown.isEmpty()) {
      OwnCase.done(context, OwnCase.page(one), asked.isEmpty() ? "bel-voorbij" : "bel-zelf");
      return Future.succeededFuture();
    }
    boolean reached = reach.calls(asked.get().callback().phone());
    if (one.demo() || !reached) {
      OwnCase.done(context, OwnCase.page(one), one.demo() ? "bel-demo" : "bel-niet-hier");
      return Future.succeededFuture();
    }
    Moment moment = own.moment(context);
    if (form.get("toch").isEmpty() && !suits(one, asked.get(), moment)) {
      unsuited(context, one, asked.get());
      return Future.succeededFuture();
    }
    Names names = new Names(moment.directory(), visit.words());
    return calling
        .call(
            new MadeCall.Wish(
                one.id(),
                asked.get().id(),
                OwnCase.me(context),
                from.get(),
                asked.get().callback().phone(),
                shown.get(),
                names.citizen(one),
                visit.words().language()))
        .compose(made -> to(context, CallingPage.path(made.id())));
  }

  /** By the citizen's own words, as far as they were read. */
  private static boolean suits(Case one, Promise promise, Moment moment) {
    return Calling.times(one, promise, moment)
        .preferred(promise)
        .suit(moment.now().atZone(moment.directory().zone()).toLocalDateTime());
  }

  private void unsuited(RoutingContext context, Case one, Promise promise) {
    Frame frame = pages.frame(Visit.of(context), "calling.unsuited").at(OwnCase.page(one));
    Names names = new Names(own.directories().current(), frame.words());
    pages.show(
        context,
        422,
        new UnsuitedPage(
            frame,
            one.id(),
            promise.id(),
            names.citizen(one),
            promise.callback().preferred(),
            frame.moments().say(own.moment(context).now())));
  }

  private static Future<Void> to(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
    return Future.succeededFuture();
  }

  private interface Answer {
    Future<Void> with(MadeCall call, Case one);
  }

  /** For who may act in its question; to others it is not there. */
  private void open(RoutingContext context, Answer answer) {
    calling
        .calls()
        .find(context.pathParam("call"))
        .compose(
            call ->
                call.map(it -> own.cases().find(it.caseNumber()))
                    .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                    .compose(
                        one -> {
                          Access access =
                              one.map(it -> own.access(context, it)).orElse(Access.NONE);
                          if (!access.mayAct()) {
                            context.fail(404);
                            return Future.<Void>succeededFuture();
                          }
                          return answer.with(call.orElseThrow(), one.orElseThrow());
                        }))
        .onFailure(context::fail);
  }

  /** The pulses first: what changes after them is seen again rather than missed. */
  private Future<Void> show(
      RoutingContext context,
      int status,
      MadeCall found,
      Case one,
      Form form,
      List<FieldError> errors) {
    Visit visit = Visit.of(context);
    Moment moment = own.moment(context);
    String me = OwnCase.me(context);
    Frame frame = pages.frame(visit, "calling.title").at(CallingPage.path(found.id()));
    return pulses
        .of(Watched.by(me, moment.directory(), moment.now()))
        .compose(
            felt ->
                calling
                    .calls()
                    .find(found.id())
                    .map(
                        call -> {
                          long seen = felt.values().stream().mapToLong(Long::longValue).sum();
                          Names names = new Names(moment.directory(), frame.words());
                          pages.show(
                              context,
                              status,
                              new CallingView(frame, names, me)
                                  .page(call.orElse(found), one, seen, form, errors));
                          return null;
                        }));
  }

  private Future<Void> stop(RoutingContext context, MadeCall call) {
    if (!call.official().equals(OwnCase.me(context))) {
      context.fail(403);
      return Future.succeededFuture();
    }
    return calling
        .stop(call.id())
        .map("")
        .otherwise("?gedaan=bel-niet-gestopt")
        .compose(said -> to(context, CallingPage.path(call.id()) + said));
  }

  private Future<Void> confirm(RoutingContext context, MadeCall call, Case one) {
    String me = OwnCase.me(context);
    if (!call.official().equals(me)) {
      context.fail(403);
      return Future.succeededFuture();
    }
    Form form = Form.of(context.request().formAttributes());
    Attempt.Outcome outcome = form.one("attempt", Attempt.Outcome.values());
    if (outcome == null && call.unconfirmed()) {
      return refuse(context, call, one, form, "attempt-needed");
    }
    if (!call.unconfirmed()) {
      return to(context, CallingPage.path(call.id()));
    }
    Attempting act =
        new Attempting(
            call.promise(),
            me,
            outcome,
            form.get("attemptNote"),
            form.orNull("seen"),
            call.id(),
            call.at());
    return answering
        .change(one.id(), act, me)
        .compose(
            decision -> {
              Optional<String> refused =
                  decision instanceof Decision.Refused no
                      ? Optional.of(no.refusal().code())
                      : Optional.empty();
              if (refused.isPresent() && !ENDED.contains(refused.get())) {
                return refuse(context, call, one, form, refused.get());
              }
              return calling
                  .confirmed(call.id())
                  .compose(
                      done -> {
                        OwnCase.done(
                            context,
                            OwnCase.page(one),
                            refused.isPresent() ? "bel-voorbij" : "poging");
                        return Future.succeededFuture();
                      });
            });
  }

  private Future<Void> refuse(
      RoutingContext context, MadeCall call, Case one, Form form, String code) {
    String said = Visit.of(context).words().say("refusal." + code);
    return show(context, 422, call, one, form, List.of(new FieldError("attempt", said)));
  }
}
