package nl.aanspreekpunt.web.work.household;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.household.HouseholdAccess;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** Households and organisations: who belongs together, for who works for one of them. */
public final class HouseholdRoutes implements Routes {
  private static final String OF_CASE = "/werk/vragen/:number/samen";
  private static final String ONE = HouseholdPage.PATH + ":id";
  private static final int LARGEST = 64 * 1024;

  private final Gate gate;
  private final HouseholdWork work;
  private final OwnCase own;
  private final HouseholdAccess access;
  private final Directories directories;
  private final Pages pages;

  public HouseholdRoutes(
      Gate gate, HouseholdWork work, Cases cases, Directories directories, Pages pages) {
    this.gate = gate;
    this.work = work;
    this.own = new OwnCase(cases, directories);
    this.access = new HouseholdAccess(cases);
    this.directories = directories;
    this.pages = pages;
  }

  /** A household that this reader works for. */
  private record Theirs(Household one, List<HouseholdAccess.Seen> cases) {}

  private interface Doing {
    Future<HouseholdWork.Done> with(Household one, Form form, String me);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router
        .get(OF_CASE)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> start(c, 200, one, typed(c), null)));
    router
        .post(OF_CASE + "/begin")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> begin(c, one, form)));
    router
        .get(ONE)
        .handler(gate::admit)
        .handler(c -> open(c, theirs -> show(c, 200, theirs, typed(c), null)));
    post(router, body, "erbij", (one, form, me) -> work.link(one.id(), asked(form), me));
    post(
        router,
        body,
        "einde",
        (one, form, me) -> work.end(one.id(), form.get("one"), form.get("other"), me));
    post(router, body, "vast", (one, form, me) -> work.stands(one.id(), form.get("standing"), me));
  }

  private static Form typed(RoutingContext context) {
    return Form.of(Typed.of(context));
  }

  private void post(Router router, BodyHandler body, String name, Doing doing) {
    router
        .post(ONE + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(
            c ->
                open(
                    c,
                    theirs -> {
                      Form form = Form.of(c.request().formAttributes());
                      return doing
                          .with(theirs.one(), form, OwnCase.me(c))
                          .compose(done -> done(c, theirs, form, done, name));
                    }));
  }

  private Future<Void> done(
      RoutingContext context, Theirs theirs, Form form, HouseholdWork.Done done, String name) {
    if (done.refused()) {
      return show(context, 422, theirs, form, done.refusal());
    }
    OwnCase.done(context, HouseholdPage.PATH + theirs.one().id(), "huishouden-" + name);
    return Future.succeededFuture();
  }

  private static HouseholdWork.Asked asked(Form form) {
    String typed = form.get("address");
    Address address = Addresses.email(typed).or(() -> Addresses.phone(typed)).orElse(null);
    return new HouseholdWork.Asked(
        address,
        form.get("name"),
        form.one("role", Household.Role.values()),
        form.starting("of."),
        new Household.Rights(
            form.get("see").equals("yes"),
            form.get("ask").equals("yes"),
            form.get("decide").equals("yes")),
        form.get("mutual").equals("yes"),
        form.get("how"),
        day(form.get("on")));
  }

  /** Null when it is none. */
  private static LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }

  private Future<Void> start(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Frame frame =
        pages.frame(Visit.of(context), "household.start").at(OwnCase.page(one) + "/samen");
    Names names = new Names(directories.current(), frame.words());
    return work.of(one)
        .map(
            found -> {
              List<Choice> theirs =
                  found.stream()
                      .map(
                          it ->
                              new Choice(
                                  HouseholdPage.PATH + it.id() + "?vraag=" + one.id(),
                                  it.name(),
                                  false))
                      .toList();
              pages.show(
                  context,
                  status,
                  new StartPage(
                      frame,
                      OwnCase.page(one),
                      names.citizen(one),
                      theirs,
                      HouseholdView.choices(
                          frame, "household.kind.", Household.Kind.values(), form.get("kind")),
                      form.get("once").isEmpty() ? UUID.randomUUID().toString() : form.get("once"),
                      form,
                      errors(frame, refusal),
                      null));
              return null;
            });
  }

  private Future<Void> begin(RoutingContext context, Case one, Form form) {
    String once = form.get("once");
    String id = once.matches("[\\w-]{8,64}") ? once : UUID.randomUUID().toString();
    Names names = new Names(directories.current(), Visit.of(context).words());
    return work.start(
            id + "-" + one.id(),
            form.one("kind", Household.Kind.values()),
            form.get("name"),
            one,
            names.citizen(one),
            OwnCase.me(context))
        .compose(
            done -> {
              if (done.refused()) {
                return start(context, 422, one, form, done.refusal());
              }
              OwnCase.done(context, HouseholdPage.PATH + done.household().id(), "huishouden-begin");
              return Future.succeededFuture();
            });
  }

  /** For who may act in a question of one of them; for anybody else it says nothing. */
  private void open(
      RoutingContext context, java.util.function.Function<Theirs, Future<Void>> then) {
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = own.moment(context);
    work.households()
        .find(context.pathParam("id"))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.<Void>failedFuture(new Missing(404))
                    : access
                        .questions(found.get())
                        .map(
                            all ->
                                HouseholdAccess.seen(
                                    all, viewer.official(), viewer.roles(), moment))
                        .compose(
                            seen ->
                                HouseholdAccess.theirs(found.get(), seen, viewer.official(), moment)
                                    ? then.apply(new Theirs(found.get(), seen))
                                    : Future.failedFuture(new Missing(403))))
        .onFailure(
            e -> {
              if (e instanceof Missing missing) {
                context.fail(missing.status);
              } else {
                context.fail(e);
              }
            });
  }

  /** There is none, or it is none of theirs. */
  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Missing(int status) {
      super(null, null, false, false);
      this.status = status;
    }
  }

  private Future<Void> show(
      RoutingContext context, int status, Theirs theirs, Form form, Refusal refusal) {
    Frame frame =
        pages
            .frame(Visit.of(context), "household.title", theirs.one().name())
            .at(HouseholdPage.PATH + theirs.one().id());
    String asked = context.request().getParam("vraag");
    String back =
        theirs.cases().stream()
            .map(it -> it.one().id())
            .filter(it -> it.equals(asked))
            .findFirst()
            .orElse(null);
    pages.show(
        context,
        status,
        new HouseholdView(frame, own.moment(context))
            .page(theirs.one(), theirs.cases(), back, form, errors(frame, refusal), null));
    return Future.succeededFuture();
  }

  private static List<FieldError> errors(Frame frame, Refusal refusal) {
    return Stream.ofNullable(refusal)
        .map(
            it ->
                new FieldError(
                    it.field() == null ? "address" : it.field(), frame.say("refusal." + it.code())))
        .toList();
  }
}
