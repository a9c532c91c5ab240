package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Worklist;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/**
 * Uncertain matches: an official's own, and those of the teams that a coordinator leads; with what
 * the matcher learned there.
 */
public final class WorklistRoutes implements Routes {
  private static final String PATH = "/werk/onzeker";
  private static final int LARGEST = 4 * 1024;
  private static final int LESSONS = 100;

  private final Gate gate;
  private final Worklist worklist;
  private final Vocabulary vocabulary;
  private final Teaching teaching;
  private final Doubting doubting;
  private final Directories directories;
  private final Pages pages;

  public WorklistRoutes(
      Gate gate,
      Worklist worklist,
      Vocabulary vocabulary,
      Teaching teaching,
      Doubting doubting,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.worklist = worklist;
    this.vocabulary = vocabulary;
    this.teaching = teaching;
    this.doubting = doubting;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::show);
    router
        .post(PATH + "/geleerd")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::revoke);
  }

  private List<String> led(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    return directories.current().ledBy(me).stream().map(Team::id).toList();
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "worklist.title").at(PATH);
    String me = visit.viewer().official().id();
    Future<List<Case>> uncertain = worklist.of(me, led(context));
    Future<List<Lesson>> lessons = vocabulary.lessons().latest(LESSONS);
    Future.all(uncertain, lessons)
        .map(
            Show.by(
                both ->
                    pages.show(
                        context,
                        new WorklistPage(
                            frame,
                            uncertain.result().stream()
                                .filter(one -> access(context, one) != Access.NONE)
                                .map(one -> item(context, frame, one))
                                .toList(),
                            lessons.result().stream()
                                .filter(one -> mayRevoke(context, one))
                                .map(one -> learned(frame, one))
                                .toList(),
                            doubting.reads(visit.viewer().official())))))
        .onFailure(context::fail);
  }

  private Access access(RoutingContext context, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private WorklistPage.Item item(RoutingContext context, Frame frame, Case one) {
    Names names = new Names(directories.current(), frame.words());
    Access access = access(context, one);
    boolean acts = access.mayAct();
    return new WorklistPage.Item(
        one.id(),
        access.showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id()),
        acts ? names.citizen(one) : "",
        names.of(one.official()),
        acts ? names.routes().why(one.route()) : names.routes().brief(one.route()),
        acts ? one.suggested() : null,
        acts);
  }

  private WorklistPage.Learned learned(Frame frame, Lesson one) {
    Names names = new Names(directories.current(), frame.words());
    String sender =
        one.sender() == null ? null : one.sender().substring(one.sender().indexOf(':') + 1);
    return new WorklistPage.Learned(
        one.holds() ? one.id() : null, names.routes().why(one), sender, one.about(), one.at());
  }

  /** Administrators, and who leads the team where it was taught. */
  private boolean mayRevoke(RoutingContext context, Lesson one) {
    return Visit.of(context).viewer().is(Role.ADMINISTRATOR) || led(context).contains(one.team());
  }

  private void revoke(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    Form form = Form.of(context.request().formAttributes());
    vocabulary
        .lessons()
        .find(form.get("lesson"))
        .compose(
            found -> {
              if (found.filter(one -> mayRevoke(context, one)).isEmpty()) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              return teaching
                  .revoke(found.get(), me)
                  .map(done -> OwnCase.done(context, PATH, "geleerd"));
            })
        .onFailure(context::fail);
  }
}
