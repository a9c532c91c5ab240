package nl.aanspreekpunt.web.work.sofar;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarFacts;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.official.Directories;
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

/** The story so far, for who may act in a question of whom it is about. */
public final class SoFarRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/tot-nu-toe";
  private static final int LARGEST = 256 * 1024;

  private final Gate gate;
  private final SoFarWork work;
  private final HouseholdWork households;
  private final OwnCase own;
  private final Directories directories;
  private final Pages pages;

  public SoFarRoutes(
      Gate gate,
      SoFarWork work,
      HouseholdWork households,
      Cases cases,
      Directories directories,
      Pages pages) {
    this.households = households;
    this.gate = gate;
    this.work = work;
    this.own = new OwnCase(cases, directories);
    this.directories = directories;
    this.pages = pages;
  }

  private interface Doing {
    Future<Done<SoFar>> with(SoFarWork.Subject of, Case one, Form form, String me);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> show(c, 200, one, Form.of(Typed.of(c)), null)));
    router
        .post(PATH + "/feiten")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> show(c, 200, one, form, null)));
    post(
        router,
        body,
        "schrijf",
        (of, one, form, me) -> work.write(of, parts(form), seen(form), me));
    post(router, body, "gelezen", (of, one, form, me) -> work.read(of, one, me));
    post(
        router,
        body,
        "correctie",
        (of, one, form, me) ->
            work.answer(
                of, form.get("correction"), form.get("taken").equals("yes"), form.get("why"), me));
  }

  private void post(Router router, BodyHandler body, String name, Doing doing) {
    router
        .post(PATH + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(
            c ->
                own.open(
                    c,
                    (one, form) ->
                        work.subject(one.citizen())
                            .compose(of -> doing.with(of, one, form, OwnCase.me(c)))
                            .compose(
                                done -> {
                                  if (done.refused()) {
                                    return show(c, 422, one, form, done.refusal());
                                  }
                                  OwnCase.done(c, page(one), "tot-nu-toe-" + name);
                                  return Future.succeededFuture();
                                })));
  }

  private static String page(Case one) {
    return OwnCase.page(one) + "/tot-nu-toe";
  }

  private static SoFar.Parts parts(Form form) {
    return new SoFar.Parts(
        form.get("wants"),
        form.get("kept"),
        form.get("decided"),
        form.get("people"),
        form.get("careful"));
  }

  private static int seen(Form form) {
    return form.get("seen").matches("\\d{1,6}") ? Integer.parseInt(form.get("seen")) : 0;
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Frame frame = pages.frame(Visit.of(context), "sofar.title").at(page(one));
    return work.subject(one.citizen())
        .compose(
            of -> {
              Future<Optional<SoFar>> latest = work.find(of);
              Future<List<Case>> all = work.questions(of);
              Future<List<SoFarPage.Before>> before = before(one, of, frame);
              return Future.all(latest, all, before)
                  .compose(read -> shown(context, latest.result()))
                  .map(
                      stories -> {
                        pages.show(
                            context,
                            status,
                            new SoFarView(frame, directories.current(), Visit.of(context).now())
                                .page(
                                    one,
                                    of,
                                    stories,
                                    before.result(),
                                    SoFarFacts.of(readable(context, all.result())),
                                    form,
                                    errors(frame, form, refusal),
                                    null));
                        return null;
                      });
            });
  }

  /**
   * What was written of them before they were linked, and where it stands from before they parted:
   * that is about another too, so it is not put among their own.
   */
  private Future<List<SoFarPage.Before>> before(Case one, SoFarWork.Subject of, Frame frame) {
    Names names = new Names(directories.current(), frame.words());
    Future<Optional<SoFar>> alone =
        of.household() == null
            ? Future.succeededFuture(Optional.empty())
            : work.find(SoFarWork.Subject.of(one.citizen(), List.of()));
    Future<List<Household>> former = households.former(one);
    return Future.all(alone, former)
        .map(
            read ->
                Stream.concat(
                        alone.result().stream()
                            .map(
                                it ->
                                    SoFarWords.before(
                                        frame.say("sofar.alone", names.citizen(one)),
                                        it,
                                        frame,
                                        names)),
                        former.result().stream()
                            .map(
                                it ->
                                    new SoFarPage.Before(
                                        frame.say("sofar.together", it.name()),
                                        "/werk/huishoudens/" + it.id() + "/verhaal",
                                        null,
                                        List.of(),
                                        List.of())))
                    .toList());
  }

  private Future<SoFarView.Stories> shown(RoutingContext context, Optional<SoFar> latest) {
    String asked = context.request().getParam("eerder");
    SoFar now = latest.orElse(null);
    boolean older = now != null && asked != null && asked.matches("\\d{1,6}");
    return older
        ? work.before(now, Integer.parseInt(asked))
            .map(found -> new SoFarView.Stories(found.orElse(now), now))
        : Future.succeededFuture(new SoFarView.Stories(now, now));
  }

  private List<Case> readable(RoutingContext context, List<Case> all) {
    Viewer viewer = Visit.of(context).viewer();
    return all.stream()
        .filter(
            one ->
                nl.aanspreekpunt.casework.Access.of(
                        one, viewer.official(), viewer.roles(), own.moment(context))
                    .reads())
        .toList();
  }

  private static List<FieldError> errors(Frame frame, Form form, Refusal refusal) {
    String correction = form.get("correction");
    return Stream.ofNullable(refusal)
        .map(
            it ->
                new FieldError(
                    it.field() == null
                        ? "wants"
                        : correction.isEmpty() ? it.field() : it.field() + "-" + correction,
                    frame.say("refusal." + it.code())))
        .toList();
  }
}
