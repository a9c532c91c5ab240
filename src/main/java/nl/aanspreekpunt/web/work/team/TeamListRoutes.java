package nl.aanspreekpunt.web.work.team;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.figures.Day;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.NotArrived;

/** The cases behind each figure of a team, page by page, for who leads it. */
public final class TeamListRoutes implements Routes {
  /** As far as somebody pages: who has more narrows it down first. */
  private static final int MOST = 1_000;

  private final Gate gate;
  private final Cases cases;
  private final NotArrived notArrived;
  private final TeamSigns signs;
  private final Directories directories;
  private final Pages pages;
  private final Map<String, Function<Asked, Future<List<TeamListView.Found>>>> lists;

  public TeamListRoutes(
      Gate gate,
      Cases cases,
      Outbox outbox,
      TeamSigns signs,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.notArrived = new NotArrived(outbox, cases);
    this.signs = signs;
    this.directories = directories;
    this.pages = pages;
    this.lists =
        Map.of(
            "open", this::open,
            "te-laat", this::late,
            "afwezig", this::away,
            "zonder-vervanger", this::uncovered,
            "onzeker", asked -> each(asked, team -> cases.uncertain(team, asked.reach())),
            "wisselingen", asked -> each(asked, team -> cases.unsteady(team, asked.reach())),
            "niet-aangekomen", this::undelivered,
            "escaleert", this::soon,
            "beloften", this::promises);
  }

  /**
   * @param staff of these teams, employed
   * @param who of them only this one; null: all
   * @param from which is the first that is shown, counted from 0
   */
  private record Asked(
      List<String> teams, List<Official> staff, String who, int from, Moment moment) {
    /** One more than is shown, to know whether there are any. */
    int reach() {
      return from + TeamListPage.SHOWN + 1;
    }
  }

  @Override
  public void mount(Router router) {
    router.get(TeamNow.LIST + ":list").handler(gate::admit).handler(this::show);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Moment moment = new Moment(visit.now(), directories.current());
    List<Team> led = moment.directory().ledBy(visit.viewer().official().id());
    Function<Asked, Future<List<TeamListView.Found>>> list = lists.get(context.pathParam("list"));
    if (led.isEmpty() || list == null) {
      context.fail(led.isEmpty() ? 403 : 404);
      return;
    }
    List<String> teams = led.stream().map(Team::id).toList();
    List<Official> staff =
        moment.directory().officials().stream()
            .filter(one -> teams.contains(one.team()))
            .filter(one -> moment.directory().employed(one.id(), moment.now()))
            .toList();
    String who = context.request().getParam("wie");
    if (who != null && staff.stream().noneMatch(one -> one.id().equals(who))) {
      context.fail(404);
      return;
    }
    Asked asked = new Asked(teams, staff, who, from(context.request().getParam("vanaf")), moment);
    String path = TeamNow.LIST + context.pathParam("list");
    Frame frame = frame(visit, context.pathParam("list"), asked, path);
    TeamListView view = new TeamListView(frame, moment, path, who, asked.from());
    list.apply(asked)
        .map(Show.by(found -> pages.show(context, view.page(found, lead(frame, led)))))
        .onFailure(context::fail);
  }

  private static String lead(Frame frame, List<Team> led) {
    String names = led.stream().map(Team::name).collect(Collectors.joining(", "));
    return frame.say("team.list.lead", names);
  }

  private Frame frame(Visit visit, String list, Asked asked, String path) {
    String query =
        (asked.who() == null ? "" : "wie=" + asked.who() + "&") + "vanaf=" + asked.from();
    Frame frame =
        asked.who() == null
            ? pages.frame(visit, "team.list." + list)
            : pages.frame(
                visit,
                "team.list.of",
                asked.moment().directory().official(asked.who()).map(Official::name).orElse(""));
    return frame.at(path + "?" + query);
  }

  private static int from(String asked) {
    boolean number = asked != null && asked.matches("\\d{1,4}");
    return number ? Math.min(Integer.parseInt(asked), MOST) : 0;
  }

  private Future<List<TeamListView.Found>> open(Asked asked) {
    return asked.who() == null
        ? each(asked, team -> cases.openInTeam(team, asked.reach()))
        : cases.openOf(asked.who(), asked.reach()).map(TeamListView.Found::all);
  }

  private Future<List<TeamListView.Found>> late(Asked asked) {
    return each(asked, team -> cases.ofTeam(team, asked.reach()))
        .map(
            all ->
                all.stream()
                    .filter(
                        one ->
                            one.in().dueAt() != null
                                && !one.in().dueAt().isAfter(asked.moment().now()))
                    .toList());
  }

  private Future<List<TeamListView.Found>> away(Asked asked) {
    Instant now = asked.moment().now();
    return of(
        asked,
        asked.staff().stream()
            .filter(one -> !asked.moment().directory().here(one.id(), now))
            .toList());
  }

  private Future<List<TeamListView.Found>> uncovered(Asked asked) {
    return of(asked, Uncovered.of(asked.staff(), asked.moment()));
  }

  private Future<List<TeamListView.Found>> of(Asked asked, List<Official> some) {
    return together(some.stream().map(one -> cases.openOf(one.id(), asked.reach())).toList());
  }

  private Future<List<TeamListView.Found>> each(
      Asked asked, Function<String, Future<List<Case>>> query) {
    return together(asked.teams().stream().map(query).toList());
  }

  private static Future<List<TeamListView.Found>> together(List<Future<List<Case>>> each) {
    return Future.all(each)
        .map(
            all ->
                TeamListView.Found.all(
                    each.stream().flatMap(one -> one.result().stream()).toList()));
  }

  private Future<List<TeamListView.Found>> undelivered(Asked asked) {
    return notArrived
        .of(asked.teams())
        .map(
            all -> {
              List<TeamListView.Found> found = new ArrayList<>();
              for (Map.Entry<Outgoing, Case> one : all.entrySet()) {
                found.add(TeamListView.Found.of(one.getValue(), one.getKey()));
              }
              return found;
            });
  }

  private Future<List<TeamListView.Found>> soon(Asked asked) {
    return signs
        .foreseeing()
        .today(asked.teams(), asked.moment().now(), Math.max(TeamSigns.MOST, asked.reach()))
        .map(all -> all.stream().map(TeamListView.Found::of).toList());
  }

  /** Those that were not kept first: each as often as it has promises. */
  private Future<List<TeamListView.Found>> promises(Asked asked) {
    return signs
        .overTime()
        .promises(signs.week(asked.moment().now()), asked.teams())
        .compose(
            all -> {
              List<Day.Behind> sorted = new ArrayList<>();
              all.stream().filter(one -> !one.kept()).forEach(sorted::add);
              all.stream().filter(Day.Behind::kept).forEach(sorted::add);
              List<Day.Behind> some = sorted.subList(0, Math.min(sorted.size(), asked.reach()));
              return cases
                  .findAll(some.stream().map(Day.Behind::number).distinct().toList())
                  .map(found -> TeamListView.Found.of(some, found));
            });
  }
}
