package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Sign;
import nl.aanspreekpunt.inbox.TryingAgain;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Pulses;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.team.TeamSigns;

/** A team's work for who leads it, and who of it is away. */
public final class TeamRoutes implements Routes {
  private static final int MOST = 100;
  private static final int SET_ASIDE = 50;
  private static final int COUNTED = 500;
  private static final Future<Optional<SetAside>> NOTHING =
      Future.succeededFuture(Optional.empty());
  private final Gate gate;
  private final Cases cases;
  private final NotArrived notArrived;
  private final TryingAgain tryingAgain;
  private final Directories directories;
  private final Absences absences;
  private final Attendance attendance;
  private final Departing departing;
  private final TeamSigns signs;
  private final Streams streams;
  private final Pages pages;

  public TeamRoutes(
      Vertx vertx,
      Gate gate,
      Cases cases,
      Outbox outbox,
      TryingAgain tryingAgain,
      Directories directories,
      Absences absences,
      Attendance attendance,
      Departing departing,
      TeamSigns signs,
      Pulses pulses,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.notArrived = new NotArrived(outbox, cases);
    this.tryingAgain = tryingAgain;
    this.directories = directories;
    this.absences = absences;
    this.attendance = attendance;
    this.departing = departing;
    this.signs = signs;
    this.streams = new Streams(vertx, pulses);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get("/werk/team/stroom")
        .handler(c -> gate.admit(c, EventStreams::over))
        .handler(this::stream);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router
        .get("/werk/team")
        .handler(gate::admit)
        .handler(c -> show(c, 200, Form.of(Typed.of(c)), List.of()));
    router.post("/werk/team/afwezig").handler(body).handler(gate::admit).handler(this::absent);
    router.post("/werk/team/gemist").handler(body).handler(gate::admit).handler(this::missing);
    router.post("/werk/team/proberen").handler(body).handler(gate::admit).handler(this::tried);
    router.post("/werk/team/terug").handler(body).handler(gate::admit).handler(this::returned);
  }

  private TeamView view(RoutingContext context) {
    Visit visit = Visit.of(context);
    return new TeamView(
        pages.frame(visit, "team.title").at("/werk/team"),
        new Moment(visit.now(), directories.current()));
  }

  private void show(RoutingContext context, int status, Form form, List<FieldError> errors) {
    TeamView view = view(context);
    if (view.staff().isEmpty()) {
      context.fail(403);
      return;
    }
    List<String> teams = view.led().stream().map(Team::id).toList();
    signs
        .read(teams, view.staff().stream().map(Official::id).toList(), view.now())
        .compose(read -> show(context, status, view, teams, read, form, errors))
        .onFailure(context::fail);
  }

  /** A stream for who leads: of all who work there. */
  private void stream(RoutingContext context) {
    List<String> staff = view(context).staff().stream().map(Official::id).toList();
    if (staff.isEmpty()) {
      context.fail(403);
      return;
    }
    String seen = context.request().getParam("gezien");
    boolean known = seen != null && seen.matches("\\d{1,18}");
    streams.open(context, staff, known ? Long.parseLong(seen) : 0);
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      TeamView view,
      List<String> teams,
      TeamSigns.Signs read,
      Form form,
      List<FieldError> errors) {
    Future<List<Case>> promised = of(teams, team -> cases.ofTeam(team, MOST));
    Future<List<Case>> unsteady = of(teams, team -> cases.unsteady(team, MOST));
    Future<List<Case>> uncertain = of(teams, team -> cases.uncertain(team, MOST));
    Future<Map<Outgoing, Case>> undelivered = notArrived.of(teams);
    Future<Map<String, Long>> open = open(view.staff());
    Future<Map<Handover, Integer>> leavers =
        departing.underWay().compose(all -> left(view.leavers(all)));
    Future<Map<SetAside, Optional<Case>>> setAside = setAside(view.now());
    Future<List<Sign>> missing = attendance.asked(view.staff().stream().map(Official::id).toList());
    return Future.all(
            List.of(promised, unsteady, uncertain, undelivered, open, leavers, missing, setAside))
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        status,
                        view.page(
                            promised.result(),
                            unsteady.result(),
                            uncertain.result(),
                            undelivered.result(),
                            open.result(),
                            leavers.result(),
                            missing.result(),
                            setAside.result(),
                            read,
                            form,
                            errors))));
  }

  /** What keeps failing, and the case it is when that can be read. */
  private Future<Map<SetAside, Optional<Case>>> setAside(Instant now) {
    return tryingAgain
        .list(now, SET_ASIDE)
        .compose(
            failing ->
                cases
                    .findAll(failing.stream().map(SetAside::reference).toList())
                    .map(
                        found -> {
                          Map<SetAside, Optional<Case>> all = new LinkedHashMap<>();
                          failing.forEach(one -> all.put(one, theCase(found, one.reference())));
                          return all;
                        }));
  }

  private static Optional<Case> theCase(List<Case> found, String number) {
    return found.stream().filter(one -> one.id().equals(number)).findFirst();
  }

  /** How many questions each of these still has. */
  private Future<Map<Handover, Integer>> left(List<Handover> leavers) {
    Map<Handover, Future<Integer>> each = new LinkedHashMap<>();
    leavers.forEach(one -> each.put(one, departing.left(one.id())));
    return Future.all(List.copyOf(each.values()))
        .map(
            all -> {
              Map<Handover, Integer> left = new LinkedHashMap<>();
              each.forEach((one, count) -> left.put(one, count.result()));
              return left;
            });
  }

  private static <T> Future<List<T>> of(
      List<String> teams, Function<String, Future<List<T>>> query) {
    List<Future<List<T>>> each = teams.stream().map(query).toList();
    return Future.all(each)
        .map(all -> each.stream().flatMap(one -> one.result().stream()).toList());
  }

  private Future<Map<String, Long>> open(List<Official> staff) {
    Map<String, Future<Long>> counts = new HashMap<>();
    staff.forEach(one -> counts.put(one.id(), cases.countOpen(one.id(), COUNTED)));
    return Future.all(List.copyOf(counts.values()))
        .map(
            all -> {
              Map<String, Long> open = new HashMap<>();
              counts.forEach((official, count) -> open.put(official, count.result()));
              return open;
            });
  }

  /** The official that a form names, when they are this viewer's to speak for. */
  private Optional<Official> theirs(RoutingContext context, Form form) {
    return view(context).staff().stream()
        .filter(one -> one.id().equals(form.get("official")))
        .findFirst();
  }

  private void absent(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Optional<Official> official = theirs(context, form);
    if (official.isEmpty()) {
      context.fail(403);
      return;
    }
    String mark = "-" + official.get().id();
    AbsenceForm filled =
        AbsenceForm.read(
            form,
            official.get().id(),
            mark,
            Visit.of(context),
            pages.frame(Visit.of(context), "team.title").moments(),
            directories.current());
    if (filled.absence() == null) {
      show(context, 422, form, filled.errors());
      return;
    }
    absences
        .absent(filled.absence())
        .onFailure(
            refused -> {
              if (refused instanceof DirectoryRefused) {
                String said = Visit.of(context).words().say("refusal.not-employed");
                show(context, 422, form, List.of(new FieldError("deputy" + mark, said)));
              } else {
                context.fail(refused);
              }
            })
        .onSuccess(known -> done(context, "afwezig"));
  }

  /**
   * The coordinator's answer to "absent or gone?". Who is gone is marked so on the page of their
   * departure, which says what that means.
   */
  private void missing(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Optional<Official> official = theirs(context, form);
    if (official.isEmpty()) {
      context.fail(403);
      return;
    }
    Visit visit = Visit.of(context);
    String id = official.get().id();
    String me = visit.viewer().official().id();
    if (form.get("answer").equals("gone")) {
      context.response().setStatusCode(303).putHeader("Location", "/werk/team/vertrek/" + id).end();
      return;
    }
    if (form.get("answer").equals("here")) {
      answered(context, attendance.isHere(id, me));
      return;
    }
    AbsenceForm filled =
        AbsenceForm.read(
            form,
            id,
            "-missing-" + id,
            visit,
            pages.frame(visit, "team.title").moments(),
            directories.current());
    if (filled.absence() == null) {
      show(context, 422, form, filled.errors());
    } else {
      answered(context, attendance.isAway(id, filled.absence().until(), me));
    }
  }

  private static void answered(RoutingContext context, Future<Void> done) {
    done.map(Show.by(known -> done(context, "gemist"))).onFailure(context::fail);
  }

  private void returned(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Optional<Official> official = theirs(context, form);
    if (official.isEmpty()) {
      context.fail(403);
      return;
    }
    Visit visit = Visit.of(context);
    absences
        .returned(official.get().id(), visit.viewer().official().id())
        .map(Show.by(known -> done(context, "terug")))
        .onFailure(context::fail);
  }

  /** What waits is tried at the next tick; what was tried meanwhile has been. */
  private void tried(RoutingContext context) {
    TeamView view = view(context);
    if (view.staff().isEmpty()) {
      context.fail(403);
      return;
    }
    String id = Form.of(context.request().formAttributes()).get("what");
    tryingAgain
        .find(id)
        .compose(found -> found.map(one -> theirs(view, one)).orElse(NOTHING))
        .compose(
            found ->
                found
                    .map(one -> tryingAgain.now(one, view.now()).map(true))
                    .orElse(Future.succeededFuture(false)))
        .map(
            Show.by(
                may -> {
                  if (may) {
                    done(context, "proberen");
                  } else {
                    context.fail(404);
                  }
                }))
        .onFailure(context::fail);
  }

  private Future<Optional<SetAside>> theirs(TeamView view, SetAside one) {
    return cases
        .findAll(List.of(one.reference()))
        .map(
            found ->
                Optional.of(one)
                    .filter(waits -> view.theirs(waits, theCase(found, waits.reference()))));
  }

  private static void done(RoutingContext context, String what) {
    context.response().setStatusCode(303).putHeader("Location", "/werk/team?gedaan=" + what).end();
  }
}
