package nl.aanspreekpunt.web.work.chafe;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.AskedCase;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** What chafes: reported in seconds, gathered, answered. All who work here read it. */
public final class FrictionRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;
  private static final int A_PAGE = 25;
  private static final int OTHERS = 100;
  private static final String ONE = FrictionsPage.PATH + "/:friction";

  private final Gate gate;
  private final FrictionWork work;
  private final Cases cases;
  private final AskedCase asked;
  private final boolean open;
  private final Pages pages;

  /**
   * @param open what changed is everybody's to read
   */
  public FrictionRoutes(
      Gate gate,
      FrictionWork work,
      Cases cases,
      Directories directories,
      boolean open,
      Pages pages) {
    this.gate = gate;
    this.work = work;
    this.cases = cases;
    this.asked = new AskedCase(cases, directories);
    this.open = open;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(FrictionsPage.PATH).handler(gate::admit).handler(this::list);
    router
        .get(ReportPage.PATH)
        .handler(gate::admit)
        .handler(c -> form(c, 200, Form.of(Typed.of(c)), List.of()));
    router.get(ONE).handler(gate::admit).handler(c -> show(c, 200, Form.of(Typed.of(c)), null));
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.post(ReportPage.PATH).handler(body).handler(gate::admit).handler(this::report);
    router.post(ONE + "/stap").handler(body).handler(gate::admit).handler(this::step);
    router.post(ONE + "/eigenaar").handler(body).handler(gate::admit).handler(this::owner);
    router.post(ONE + "/samen").handler(body).handler(gate::admit).handler(this::gather);
    router.post(ONE + "/apart").handler(body).handler(gate::admit).handler(this::split);
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), work.moment().directory());
  }

  private FrictionView view(Frame frame, RoutingContext context) {
    return new FrictionView(frame, moment(context));
  }

  private void list(RoutingContext context) {
    String asked = context.request().getParam("staat");
    Step.State state =
        Stream.of(Step.State.values())
            .filter(one -> one.name().equals(asked) && one.says())
            .findFirst()
            .orElse(null);
    Frame frame = pages.frame(Visit.of(context), "frictions.title");
    work.frictions()
        .list(state, after(context.request().getParam("na")), A_PAGE + 1)
        .compose(
            found ->
                policies(found.stream().limit(A_PAGE).toList())
                    .map(policies -> page(frame, context, state, found, policies)))
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  private Future<List<Case>> policies(List<Friction> found) {
    return cases.findAll(found.stream().map(Friction::number).toList());
  }

  private FrictionsPage page(
      Frame frame,
      RoutingContext context,
      Step.State state,
      List<Friction> found,
      List<Case> policies) {
    FrictionView view = view(frame, context);
    List<FrictionsPage.Row> rows =
        found.stream()
            .limit(A_PAGE)
            .map(
                one ->
                    view.row(
                        one,
                        policies.stream().filter(c -> c.id().equals(one.number())).findFirst()))
            .toList();
    List<Choice> states =
        Stream.of(Step.State.values())
            .filter(Step.State::says)
            .map(one -> new Choice(one.name(), frame.say("frictions.state." + one), one == state))
            .toList();
    return new FrictionsPage(frame, states, rows, next(state, found));
  }

  private static String next(Step.State state, List<Friction> found) {
    if (found.size() <= A_PAGE) {
      return null;
    }
    Friction last = found.get(A_PAGE - 1);
    String which = state == null ? "" : "staat=" + state + "&";
    return FrictionsPage.PATH + "?" + which + "na=" + last.at().toEpochMilli() + "." + last.id();
  }

  /** What the page before ended with; null for the first, and for what is none. */
  private static Frictions.Cursor after(String asked) {
    return asked == null || !asked.matches("\\d{1,15}\\.[\\w-]{1,64}")
        ? null
        : new Frictions.Cursor(
            Instant.ofEpochMilli(Long.parseLong(asked.substring(0, asked.indexOf('.')))),
            asked.substring(asked.indexOf('.') + 1));
  }

  private void form(RoutingContext context, int status, Form form, List<FieldError> errors) {
    String from = context.request().getParam("vraag");
    String number = form.get("about").isEmpty() ? from : form.get("about");
    Frame frame = pages.frame(Visit.of(context), "frictions.report.title").at(ReportPage.PATH);
    asked
        .about(context, number)
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            one ->
                pages.show(
                    context,
                    status,
                    new ReportPage(
                        one.map(c -> frame.at(ReportPage.PATH + "?vraag=" + c.id())).orElse(frame),
                        one.map(Case::id).orElse(null),
                        one.map(new Names(moment(context).directory(), frame.words())::subject)
                            .orElse(null),
                        form.get("once").isEmpty()
                            ? UUID.randomUUID().toString()
                            : form.get("once"),
                        ReportPage.filled(context.request().getParam("na"), one, form),
                        errors)));
  }

  private void report(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    asked
        .about(context, form.get("about"))
        .compose(
            one ->
                work.report(
                    new Report(
                        OwnCase.me(context),
                        Visit.of(context).now(),
                        Visit.of(context).viewer().official().team(),
                        form.get("rule"),
                        form.get("what"),
                        form.get("helps"),
                        one.map(Case::id).orElse(null),
                        one.isPresent() && form.get("tells").equals("yes")),
                    form.orNull("once"),
                    null))
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            done -> {
              if (done.refused()) {
                form(context, 422, form, List.of(error(context, done.refusal())));
              } else {
                done(context, done.now().id(), "knelpunt");
              }
            });
  }

  private static FieldError error(RoutingContext context, Refusal refusal) {
    return new FieldError(refusal.field(), said(context, refusal));
  }

  private static String said(RoutingContext context, Refusal refusal) {
    return Visit.of(context).words().say("refusal." + refusal.code());
  }

  private static void done(RoutingContext context, String id, String what) {
    String page = FrictionsPage.PATH + "/" + id + "?gedaan=" + what;
    context.response().setStatusCode(303).putHeader("Location", page).end();
  }

  private Future<FrictionView.Read> read(String id) {
    return work.frictions()
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(null)
                    : Future.all(
                            cases.find(found.get().number()),
                            found.get().gathered()
                                ? work.frictions().find(found.get().into())
                                : Future.succeededFuture(Optional.<Friction>empty()),
                            work.frictions().gathered(id, OTHERS),
                            found.get().gathered() || found.get().ended()
                                ? Future.succeededFuture(List.<FrictionWork.Alike>of())
                                : alike(found.get()))
                        .compose(
                            all ->
                                met(found.get(), all.resultAt(2))
                                    .map(
                                        met ->
                                            new FrictionView.Read(
                                                found.get(),
                                                all.resultAt(0),
                                                all.resultAt(1),
                                                all.resultAt(2),
                                                met.stream()
                                                    .collect(Collectors.toMap(Case::id, c -> c)),
                                                all.resultAt(3)))));
  }

  private Future<List<FrictionWork.Alike>> alike(Friction one) {
    return work.alike(one.id(), one.text());
  }

  /** The cases in which it was met. */
  private Future<List<Case>> met(Friction one, List<Friction> others) {
    return cases.findAll(
        Stream.concat(Stream.of(one), others.stream())
            .map(each -> each.report().about())
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  private void show(RoutingContext context, int status, Form form, Refusal refusal) {
    String id = context.pathParam("friction");
    read(id)
        .map(
            Show.by(
                read -> {
                  if (read == null) {
                    context.fail(404);
                    return;
                  }
                  Frame frame =
                      pages
                          .frame(Visit.of(context), "frictions.one.title")
                          .at(FrictionsPage.PATH + "/" + id);
                  boolean field = refusal != null && refusal.field() != null;
                  pages.show(
                      context,
                      status,
                      view(frame, context)
                          .page(
                              read,
                              open,
                              form,
                              field ? List.of(error(context, refusal)) : List.of(),
                              refusal == null || field ? null : said(context, refusal)));
                }))
        .onFailure(context::fail);
  }

  private interface Deed {
    Future<Refusal> by(FrictionView.Read read, FrictionView view, Form form);
  }

  /** Completes with why not; null when it was done. */
  private void act(RoutingContext context, String what, Deed deed) {
    Form form = Form.of(context.request().formAttributes());
    Frame frame = pages.frame(Visit.of(context), "frictions.one.title");
    read(context.pathParam("friction"))
        .compose(
            read -> {
              if (read == null) {
                return AskedCase.given(context, 404);
              }
              return deed.by(read, view(frame, context), form);
            })
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            refusal -> {
              if (refusal == null) {
                done(context, context.pathParam("friction"), what);
              } else {
                show(context, 422, form, refusal);
              }
            });
  }

  private void step(RoutingContext context) {
    Instant now = Visit.of(context).now();
    act(
        context,
        "knelpunt-stap",
        (read, view, form) -> {
          if (!view.answers(read)) {
            return AskedCase.given(context, 403);
          }
          Step.State state = form.one("state", Step.State.values());
          if (state == null) {
            return Future.succeededFuture(new Refusal("friction-state", "state"));
          }
          Instant until =
              form.day("until", moment(context).directory().zone())
                  .map(day -> day.plus(Duration.ofHours(17)))
                  .orElse(null);
          Step step = new Step(now, OwnCase.me(context), state, form.get("words"), until);
          String plain = open ? form.orNull("plain") : null;
          return work.step(read.one().id(), step, plain).map(Done<Friction>::refusal);
        });
  }

  private void owner(RoutingContext context) {
    act(
        context,
        "knelpunt-eigenaar",
        (read, view, form) ->
            !Visit.of(context).viewer().leads()
                ? AskedCase.given(context, 403)
                : work.owner(read.one(), form.get("owner"), OwnCase.me(context), "")
                    .map(
                        decision ->
                            decision instanceof Decision.Refused refused
                                ? new Refusal(refused.refusal().code(), "owner")
                                : null));
  }

  private void gather(RoutingContext context) {
    Instant now = Visit.of(context).now();
    act(
        context,
        "knelpunt-samen",
        (read, view, form) ->
            !view.gathers(read.one(), read.policy())
                ? AskedCase.given(context, 403)
                : work.gather(read.one().id(), form.get("into"), OwnCase.me(context), now)
                    .map(done -> done.refused() ? new Refusal(done.refusal().code(), null) : null));
  }

  private void split(RoutingContext context) {
    Instant now = Visit.of(context).now();
    act(
        context,
        "knelpunt-apart",
        (read, view, form) ->
            (read.into().isEmpty()
                    ? Future.succeededFuture(Optional.<Case>empty())
                    : cases.find(read.into().get().number()))
                .compose(
                    policy ->
                        !view.gathers(read.one(), policy)
                            ? AskedCase.given(context, 403)
                            : work.split(read.one().id(), OwnCase.me(context), now)
                                .map(Done<Friction>::refusal)));
  }
}
