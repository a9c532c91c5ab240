package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.phone.back.MadeCalls;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Today: what this official promised, or must do for who is away; new without a reload. */
public final class TodayRoutes implements Routes {
  private static final int IDLE_SHOWN = 20;
  private final Gate gate;
  private final Cases cases;
  private final Departing departing;
  private final StoryWork stories;
  private final Agreements agreements;
  private final MadeCalls madeCalls;
  private final Directories directories;
  private final Pulses pulses;
  private final Streams streams;
  private final Pages pages;

  public TodayRoutes(
      Vertx vertx,
      Gate gate,
      Cases cases,
      Departing departing,
      StoryWork stories,
      Agreements agreements,
      MadeCalls madeCalls,
      Directories directories,
      Pulses pulses,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.departing = departing;
    this.stories = stories;
    this.agreements = agreements;
    this.madeCalls = madeCalls;
    this.directories = directories;
    this.pulses = pulses;
    this.streams = new Streams(vertx, pulses);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/werk").handler(gate::admit).handler(this::show);
    router
        .get("/werk/stroom")
        .handler(c -> gate.admit(c, EventStreams::over))
        .handler(this::stream);
  }

  /** The pulses first: what changes after them is seen again rather than missed. */
  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Directory directory = directories.current();
    List<String> watched = watched(visit, directory);
    Moment moment = new Moment(visit.now(), directory);
    TodayView view = new TodayView(pages.frame(visit, "today.title"), watched, moment);
    pulses
        .of(watched)
        .compose(
            felt -> {
              Future<List<Case>> promised =
                  of(watched, official -> cases.promised(official, TodayView.MOST + 1));
              Future<List<Case>> idle = of(watched, official -> cases.idle(official, IDLE_SHOWN));
              Future<List<Case>> offered =
                  cases.offeredTo(visit.viewer().official().id(), IDLE_SHOWN);
              Future<List<Case>> owing = of(watched, official -> cases.owing(official, IDLE_SHOWN));
              Future<List<Case>> asked = cases.asked(visit.viewer().official().id(), IDLE_SHOWN);
              Future<List<Case>> unsent =
                  cases.unsentOf(visit.viewer().official().id(), IDLE_SHOWN);
              Future<List<Case>> mentioning =
                  cases.mentioning(visit.viewer().official().id(), IDLE_SHOWN);
              Future<Optional<Leaving>> leaves =
                  Leaving.of(visit.viewer().official().id(), departing, moment);
              Future<List<Story>> stories =
                  this.stories.toCheck(visit.viewer().official().id(), visit.viewer().leads());
              Future<List<MadeCall>> standing =
                  madeCalls.standing(visit.viewer().official().id(), IDLE_SHOWN);
              Future<Map<String, Identity.AgreedContact>> agreed =
                  Future.all(promised, idle)
                      .map(all -> view.talks(promised.result(), idle.result()))
                      .compose(talks -> agreements.of(talks, visit.now()));
              return Future.all(
                      List.of(
                          promised,
                          idle,
                          offered,
                          owing,
                          asked,
                          unsent,
                          mentioning,
                          leaves,
                          stories,
                          agreed,
                          standing))
                  .map(
                      all ->
                          view.page(
                              promised.result(),
                              idle.result(),
                              offered.result(),
                              owing.result(),
                              asked.result(),
                              unsent.result(),
                              mentioning.result(),
                              leaves.result(),
                              stories.result().size(),
                              agreed.result(),
                              standing.result(),
                              Streams.sum(felt)));
            })
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  private static List<String> watched(Visit visit, Directory directory) {
    return Watched.by(visit.viewer().official().id(), directory, visit.now());
  }

  private static Future<List<Case>> of(
      List<String> officials, Function<String, Future<List<Case>>> query) {
    List<Future<List<Case>>> each = officials.stream().map(query).toList();
    return Future.all(each)
        .map(all -> each.stream().flatMap(one -> one.result().stream()).toList());
  }

  private void stream(RoutingContext context) {
    String seen = context.request().getParam("gezien");
    boolean known = seen != null && seen.matches("\\d{1,18}");
    List<String> watched = watched(Visit.of(context), directories.current());
    streams.open(context, watched, known ? Long.parseLong(seen) : 0);
  }
}
