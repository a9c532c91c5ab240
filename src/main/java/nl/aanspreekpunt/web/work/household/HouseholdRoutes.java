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
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.household.HouseholdAccess;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Course;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.sofar.SoFarWords;

/** Households and organisations: who belongs together, for who works for one of them. */
public final class HouseholdRoutes implements Routes {
  private static final String OF_CASE = "/werk/vragen/:number/samen";
  private static final String ONE = HouseholdPage.PATH + ":id";
  private static final int LARGEST = 64 * 1024;
  private static final int MOST_CASES = 40;
  private static final int MOST_STEPS = 200;

  private final Gate gate;
  private final HouseholdWork work;
  private final OwnCase own;
  private final HouseholdAccess access;
  private final Course course;
  private final SoFarWork soFar;
  private final Directories directories;
  private final Pages pages;

  public HouseholdRoutes(
      Gate gate,
      HouseholdWork work,
      SoFarWork soFar,
      Cases cases,
      Course course,
      Directories directories,
      Pages pages) {
    this.course = course;
    this.soFar = soFar;
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
    Future<Done<Household>> with(Household one, Form form, String me);
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
    router
        .get(ONE + "/verloop")
        .handler(gate::admit)
        .handler(c -> open(c, theirs -> course(c, theirs)));
    router
        .get(ONE + "/verhaal")
        .handler(gate::admit)
        .handler(c -> open(c, theirs -> story(c, theirs)));
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
      RoutingContext context, Theirs theirs, Form form, Done<Household> done, String name) {
    if (done.refused()) {
      return show(context, 422, theirs, form, done.refusal());
    }
    return done(context, theirs.one().id(), from(context, theirs), name);
  }

  /**
   * @param from the question it was opened from (number); null: none
   */
  private static Future<Void> done(
      RoutingContext context, String household, String from, String name) {
    String back = from == null ? "" : "vraag=" + from + "&";
    context
        .response()
        .setStatusCode(303)
        .putHeader(
            "Location", HouseholdPage.PATH + household + "?" + back + "gedaan=huishouden-" + name)
        .end();
    return Future.succeededFuture();
  }

  /** The question it was opened from (number), when it is one of theirs; null otherwise. */
  private static String from(RoutingContext context, Theirs theirs) {
    String asked = context.request().getParam("vraag");
    return theirs.cases().stream()
        .map(it -> it.one().id())
        .filter(it -> it.equals(asked))
        .findFirst()
        .orElse(null);
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
        day(form.get("on")),
        form.get("without").equals("yes"));
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
    Future<List<Household>> now = work.of(one);
    Future<List<Household>> former = work.former(one);
    return Future.all(now, former)
        .map(
            found -> {
              pages.show(
                  context,
                  status,
                  new StartPage(
                      frame,
                      OwnCase.page(one),
                      names.citizen(one),
                      choices(now.result(), one),
                      choices(former.result(), one),
                      HouseholdView.choices(
                          frame, "household.kind.", Household.Kind.values(), form.get("kind")),
                      form.get("once").isEmpty() ? UUID.randomUUID().toString() : form.get("once"),
                      form,
                      errors(frame, refusal),
                      null));
              return null;
            });
  }

  private static List<Choice> choices(List<Household> all, Case from) {
    return all.stream()
        .map(
            it ->
                new Choice(HouseholdPage.PATH + it.id() + "?vraag=" + from.id(), it.name(), false))
        .toList();
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
              return done(context, done.now().id(), one.id(), "begin");
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
    pages.show(
        context,
        status,
        new HouseholdView(frame, own.moment(context))
            .page(
                theirs.one(),
                theirs.cases(),
                from(context, theirs),
                form,
                errors(frame, refusal),
                null));
    return Future.succeededFuture();
  }

  private Future<Void> story(RoutingContext context, Theirs theirs) {
    Household of = theirs.one();
    String path = HouseholdPage.PATH + of.id();
    Frame frame = pages.frame(Visit.of(context), "sofar.title").at(path + "/verhaal");
    Names names = new Names(directories.current(), frame.words());
    return soFar
        .find(new SoFarWork.Subject(of.id(), of, of.citizens()))
        .map(
            Show.by(
                found ->
                    pages.show(
                        context,
                        new StoryPage(
                            frame,
                            path,
                            of.name(),
                            found
                                .map(
                                    it ->
                                        SoFarWords.before(
                                            frame.say("household.story"), it, frame, names))
                                .orElse(null)))));
  }

  /** One course over all their questions, as far as this reader reads them. */
  private Future<Void> course(RoutingContext context, Theirs theirs) {
    String path = HouseholdPage.PATH + theirs.one().id();
    String name = theirs.one().name();
    Frame frame = pages.frame(Visit.of(context), "household.course", name).at(path + "/verloop");
    Names names = new Names(directories.current(), frame.words());
    boolean lasts = !theirs.one().citizens().isEmpty();
    List<Case> read =
        theirs.cases().stream()
            .filter(it -> lasts && it.access().reads())
            .map(HouseholdAccess.Seen::one)
            .limit(MOST_CASES)
            .toList();
    return course
        .of(read, MOST_STEPS, frame, own.moment(context))
        .map(
            Show.by(
                steps ->
                    pages.show(
                        context,
                        new CoursePage(
                            frame,
                            path,
                            name,
                            lasts ? theirs.cases().size() - read.size() : 0,
                            steps.size() == MOST_STEPS
                                || read.stream().anyMatch(it -> Interleaving.pages(it) > 0),
                            steps.stream()
                                .map(it -> HouseholdView.step(theirs.one(), it, names))
                                .toList()))));
  }

  private static List<FieldError> errors(Frame frame, Refusal refusal) {
    return Stream.ofNullable(refusal)
        .flatMap(it -> it.all().stream())
        .map(
            it ->
                new FieldError(
                    it.field() == null ? "address" : it.field(), frame.say("refusal." + it.code())))
        .toList();
  }
}
