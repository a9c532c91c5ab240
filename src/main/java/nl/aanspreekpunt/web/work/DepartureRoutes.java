package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Households;
import nl.aanspreekpunt.official.Administrators;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.moving.ToldCitizens;

/**
 * An official leaves: first they are marked; then somebody sees where each of their questions would
 * go, page by page, chooses otherwise where need be, and confirms.
 */
public final class DepartureRoutes implements Routes {
  private static final String PATH = "/werk/team/vertrek/:official";
  private static final String CHOSEN = "to-";
  private static final int MOST_HOUSEHOLDS = 200;

  private final Gate gate;
  private final Departing departing;
  private final Households households;
  private final ToldCitizens toldCitizens;
  private final Directories directories;
  private final ZoneId zone;
  private final Pages pages;

  /**
   * @param zone of the days that people name
   */
  public DepartureRoutes(
      Gate gate,
      Departing departing,
      Households households,
      ToldCitizens toldCitizens,
      Directories directories,
      ZoneId zone,
      Pages pages) {
    this.households = households;
    this.toldCitizens = toldCitizens;
    this.gate = gate;
    this.departing = departing;
    this.directories = directories;
    this.zone = zone;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(this::may)
        .handler(context -> show(context, 200, Form.of(Typed.of(context)), null));
    BodyHandler body = BodyHandler.create(false).setBodyLimit(1024 * 1024);
    act(router, body, "/melden", this::mark);
    act(router, body, "/aanpassen", this::adjust);
    act(router, body, "/bevestigen", this::confirm);
    act(router, body, "/terug", this::comeBack);
    router.get(PATH + "/gehoord").handler(gate::admit).handler(this::may).handler(this::told);
  }

  private void act(Router router, BodyHandler body, String what, Handler<RoutingContext> handler) {
    router.post(PATH + what).handler(body).handler(gate::admit).handler(this::may).handler(handler);
  }

  /** For who leads the team, and administrators; nobody does this to themselves. */
  private void may(RoutingContext context) {
    Viewer viewer = Visit.of(context).viewer();
    boolean may =
        directories
            .current()
            .official(context.pathParam("official"))
            .filter(one -> !one.id().equals(viewer.official().id()))
            .filter(one -> viewer.is(Role.ADMINISTRATOR) || leads(viewer, one))
            .isPresent();
    if (may) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private boolean leads(Viewer viewer, Official one) {
    return directories.current().ledBy(viewer.official().id()).stream()
        .anyMatch(team -> team.id().equals(one.team()));
  }

  private void show(RoutingContext context, int status, Form typed, String problem) {
    Visit visit = Visit.of(context);
    Moment moment = new Moment(visit.now(), directories.current());
    Official official = moment.directory().official(context.pathParam("official")).orElseThrow();
    int from = from(context.request().getParam("vanaf"));
    String asked = from == 0 ? "" : "?vanaf=" + from;
    boolean gone = !moment.directory().employed(official.id(), moment.now());
    Frame frame =
        pages
            .frame(visit, gone ? "departure.title.gone" : "departure.title", official.name())
            .at("/werk/team/vertrek/" + official.id() + asked);
    DepartureView view = new DepartureView(frame, official, moment);
    Future<List<Departing.Item>> moves = departing.preview(official.id());
    Future<Optional<Handover>> handover = departing.handover(official.id());
    Future<Integer> standing = departing.standing(official.id());
    Future<List<Household>> households =
        this.households
            .stoodForBy(official.id(), MOST_HOUSEHOLDS)
            .map(
                all ->
                    all.stream()
                        .filter(it -> !it.citizens().isEmpty())
                        .filter(it -> it.official().filter(official.id()::equals).isPresent())
                        .toList());
    Future.all(moves, handover, standing, households)
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        status,
                        view.page(
                            moves.result(),
                            handover.result(),
                            standing.result(),
                            households.result(),
                            leads(visit.viewer(), official),
                            typed.get("address").isEmpty()
                                ? departing.reader(official.id(), moves.result())
                                : typed.get("address"),
                            from,
                            typed,
                            problem))))
        .onFailure(context::fail);
  }

  static int from(String asked) {
    return asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
  }

  /** What citizens were told of it. */
  private void told(RoutingContext context) {
    String official = context.pathParam("official");
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "told.title");
    Moment moment = new Moment(visit.now(), directories.current());
    String back = "/werk/team/vertrek/" + official;
    departing
        .handover(official)
        .compose(
            found -> {
              if (found.isEmpty()) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              return toldCitizens
                  .page(
                      found.get().moved(),
                      found.get().markedAt(),
                      frame,
                      moment,
                      DepartureView.steps(frame, 4),
                      back + "/gehoord",
                      back,
                      from(context.request().getParam("vanaf")))
                  .map(Show.by(page -> pages.show(context, page)));
            })
        .onFailure(context::fail);
  }

  private void mark(RoutingContext context) {
    String official = context.pathParam("official");
    Form form = Form.of(context.request().formAttributes());
    Instant now = Visit.of(context).now();
    Optional<Instant> at = form.day("day", zone);
    if (!form.get("day").isEmpty() && at.filter(now::isBefore).isEmpty()) {
      show(context, 422, form, Visit.of(context).words().say("departure.error.day"));
      return;
    }
    departing
        .mark(official, at.orElse(now), me(context))
        .compose(
            marked ->
                form.get("farewell").isEmpty() || at.isEmpty()
                    ? Future.succeededFuture(marked)
                    : departing.offerFarewell(official))
        .map(
            Show.by(
                marked ->
                    done(
                        context,
                        official,
                        at.isEmpty() ? "?gedaan=vertrek" : "?gedaan=vertrekdag")))
        .onFailure(
            e -> {
              if (Administrators.isLast(directories.current(), official, now)
                  && e instanceof DirectoryRefused) {
                Wording words = Visit.of(context).words();
                String name = new Names(directories.current(), words).of(official);
                show(context, 422, form, words.say("departure.error.administrator", name));
              } else {
                context.fail(e);
              }
            });
  }

  private void comeBack(RoutingContext context) {
    String official = context.pathParam("official");
    departing
        .comeBack(official, me(context))
        .onFailure(e -> failed(context, Form.EMPTY, e))
        .onSuccess(
            how ->
                done(context, official, "?gedaan=vertrek-" + how.name().toLowerCase(Locale.ROOT)));
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  /** What was chosen on this page is kept; the next page is shown. */
  private void adjust(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    String official = context.pathParam("official");
    if (refused(context, form)) {
      return;
    }
    note(context, form)
        .compose(noted -> departing.adjust(official, chosen(form)))
        .onFailure(e -> failed(context, form, e))
        .onSuccess(kept -> done(context, official, "?vanaf=" + from(form.get("verder"))));
  }

  private void confirm(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    String official = context.pathParam("official");
    if (refused(context, form)) {
      return;
    }
    note(context, form)
        .compose(
            noted ->
                departing.confirm(
                    official, form.orNull("address"), chosen(form), form.get("note"), me(context)))
        .onFailure(e -> failed(context, form, e))
        .onSuccess(moved -> done(context, official, "?gedaan=verhuisd"));
  }

  /** What was written on this page about each case, by who may read it. */
  private Future<Void> note(RoutingContext context, Form form) {
    if (NoteField.changed(form, number -> true).isEmpty()) {
      return Future.succeededFuture();
    }
    String official = context.pathParam("official");
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return departing
        .preview(official)
        .map(
            items ->
                items.stream()
                    .map(Departing.Item::moves)
                    .filter(
                        one -> Access.of(one, viewer.official(), viewer.roles(), moment).mayAct())
                    .map(Case::id)
                    .collect(Collectors.toSet()))
        .compose(theirs -> departing.note(official, NoteField.changed(form, theirs::contains)))
        .mapEmpty();
  }

  /** By case number. */
  private static Map<String, String> chosen(Form form) {
    Map<String, String> chosen = new HashMap<>();
    form.fields()
        .forEach(
            (field, to) -> {
              if (field.startsWith(CHOSEN) && !to.isEmpty()) {
                chosen.put(field.substring(CHOSEN.length()), to);
              }
            });
    return chosen;
  }

  /**
   * Whether somebody was chosen who no longer works here, or a note is too long; then the page says
   * so.
   */
  private boolean refused(RoutingContext context, Form form) {
    Visit visit = Visit.of(context);
    String leaving = context.pathParam("official");
    boolean works =
        Stream.concat(chosen(form).values().stream(), Stream.ofNullable(form.orNull("address")))
            .allMatch(to -> !to.equals(leaving) && directories.current().employed(to, visit.now()));
    boolean fits = !NoteField.tooLong(NoteField.changed(form, number -> true));
    if (!works || !fits) {
      String why = works ? "departure.note.too-long" : "refusal.not-employed";
      show(context, 422, form, visit.words().say(why));
    }
    return !works || !fits;
  }

  private void failed(RoutingContext context, Form form, Throwable failure) {
    if (failure instanceof Handovers.NotMarked) {
      show(context, 422, form, Visit.of(context).words().say("departure.not-marked"));
    } else {
      context.fail(failure);
    }
  }

  private static void done(RoutingContext context, String official, String query) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", "/werk/team/vertrek/" + official + query)
        .end();
  }
}
