package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.routing.learned.LearnedModel;
import nl.aanspreekpunt.routing.learned.Learning;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Trail;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** What was learned, for administrators: measured, turned on and off. */
public final class LearnedRoutes implements Routes {
  private static final int SHOWN_OF_HASH = 12;
  private static final int PERCENT = 100;
  private final Gate gate;
  private final Learning learning;
  private final Trail trail;
  private final Directories directories;
  private final Pages pages;

  public LearnedRoutes(
      Gate gate, Learning learning, Trail trail, Directories directories, Pages pages) {
    this.gate = gate;
    this.learning = learning;
    this.trail = trail;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(16 * 1024);
    router
        .get(LearnedPage.PATH)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> show(c, 200, null));
    router
        .post(LearnedPage.PATH)
        .handler(body)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(
            c -> done(c, turn("yes".equals(c.request().getFormAttribute("on")), c), "geleerd"));
    router
        .post(LearnedPage.PATH + "/meten")
        .handler(body)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(c -> done(c, learning.measure(me(c)), "gemeten"));
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  private Future<Learning.Done> turn(boolean on, RoutingContext context) {
    return learning
        .turn(on, me(context))
        .compose(
            done ->
                done.refused() != null
                    ? Future.succeededFuture(done)
                    : learning
                        .state()
                        .compose(
                            state ->
                                trail.note(Deeds.learned(state.now(), Visit.of(context).now())))
                        .map(done));
  }

  private void done(RoutingContext context, Future<Learning.Done> act, String what) {
    act.map(
            Show.by(
                done -> {
                  if (done.refused() == null) {
                    OwnCase.done(context, LearnedPage.PATH, what);
                  } else {
                    show(context, 422, "learned.refused." + done.refused());
                  }
                }))
        .onFailure(context::fail);
  }

  private void show(RoutingContext context, int status, String problem) {
    Frame frame = pages.frame(Visit.of(context), "learned.title").at(LearnedPage.PATH);
    Names names = new Names(directories.current(), frame.words());
    learning
        .state()
        .map(
            Show.by(
                state ->
                    pages.show(
                        context,
                        status,
                        new LearnedPage(
                            frame,
                            state(state, frame, names),
                            state.now().on(),
                            state.models().isEmpty() ? null : measured(state, frame),
                            state.better(),
                            state.models().stream().map(one -> row(one, frame)).toList(),
                            problem == null ? null : frame.say(problem)))))
        .onFailure(context::fail);
  }

  private static String state(Learning.State state, Frame frame, Names names) {
    if (state.now().on()) {
      return frame.say("learned.on", state.now().model(), names.of(state.now().by()));
    }
    if (!state.now().turnedItselfOff()) {
      return frame.say("learned.off");
    }
    Learning.Refused why = state.now().why();
    return frame.say(why == null ? "learned.off.hub" : "learned.off.hub." + why);
  }

  private static String measured(Learning.State state, Frame frame) {
    LearnedModel one = state.models().get(0);
    return frame.say(
        one.better() ? "learned.better" : "learned.worse",
        one.heldOut(),
        one.learnedRight(),
        percent(one.learnedRight(), one),
        one.keywordsRight(),
        percent(one.keywordsRight(), one));
  }

  private static long percent(int right, LearnedModel of) {
    return Math.round((double) right * PERCENT / of.heldOut());
  }

  private static LearnedPage.Row row(LearnedModel one, Frame frame) {
    return new LearnedPage.Row(
        one.id(),
        frame.moments().say(one.trainedAt()),
        one.examples(),
        one.topics(),
        one.heldOut(),
        one.learnedRight(),
        one.keywordsRight(),
        one.hash().substring(0, SHOWN_OF_HASH));
  }
}
