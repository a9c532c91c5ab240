package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.CallList;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Withdrawing;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** The call list: whom to call next, and how the requests stand that one took for others. */
public final class CallListRoutes implements Routes {
  private static final String PATH = "/werk/bellen";
  private final Gate gate;
  private final Cases cases;
  private final Casework casework;
  private final Directories directories;
  private final Pages pages;

  public CallListRoutes(
      Gate gate, Cases cases, Casework casework, Directories directories, Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::show);
    router
        .post(PATH + "/afgezegd")
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(this::withdraw);
  }

  private void show(RoutingContext context) {
    Visit visit = Visit.of(context);
    Moment moment = new Moment(visit.now(), directories.current());
    String me = visit.viewer().official().id();
    List<String> watched = Watched.by(me, moment.directory(), visit.now());
    Frame frame = pages.frame(visit, "calls.title");
    Cases.Cursor after =
        Optional.ofNullable(context.request().getParam("na")).flatMap(CallList::after).orElse(null);
    Future<List<Case>> calls = new CallList(cases).of(watched, after, TodayView.MOST);
    Future<List<Case>> taken = cases.taken(me, TodayView.MOST);
    Future.all(calls, taken)
        .map(
            both ->
                new CallListPage(
                    frame,
                    new TodayView(frame, watched, moment).calls(shown(calls.result())),
                    next(calls.result()),
                    taken.result().stream()
                        .flatMap(one -> taken(visit, frame, moment, one))
                        .toList()))
        .map(Show.by(page -> pages.show(context, page)))
        .onFailure(context::fail);
  }

  private static List<Case> shown(List<Case> found) {
    return found.subList(0, Math.min(TodayView.MOST, found.size()));
  }

  /** Null on the last page. */
  private static String next(List<Case> found) {
    return found.size() > TodayView.MOST
        ? PATH + "?na=" + CallList.key(found.get(TodayView.MOST - 1))
        : null;
  }

  /** Nothing of a case that is not there for this reader. */
  private static Stream<CallListPage.Taken> taken(
      Visit visit, Frame frame, Moment moment, Case one) {
    if (Access.of(one, visit.viewer().official(), visit.viewer().roles(), moment) == Access.NONE) {
      return Stream.empty();
    }
    Names names = new Names(moment.directory(), frame.words());
    return one.promises().stream()
        .filter(promise -> promise.callback() != null)
        .map(
            promise ->
                new CallListPage.Taken(
                    promise.id(), one.id(), state(frame, names, one, promise), promise.open()));
  }

  private static String state(Frame frame, Names names, Case one, Promise promise) {
    boolean late = promise.open() && frame.moments().past(promise.due());
    String by = promise.open() ? one.ownerOf(promise) : promise.endedBy();
    return frame.say(
        "calls.state." + (late ? "late" : promise.state()),
        frame.moments().say(promise.open() ? promise.due() : promise.endedAt()),
        names.of(by));
  }

  /** Only of a request that this official or clerk took. */
  private void withdraw(RoutingContext context) {
    String me = Visit.of(context).viewer().official().id();
    Form form = Form.of(context.request().formAttributes());
    String promise = form.get("call");
    String number = promise.split("-", 2)[0];
    cases
        .find(number)
        .map(found -> found.filter(one -> one.takers().contains(me)))
        .compose(theirs -> withdraw(theirs, new Withdrawing(promise, me, form.get("heard"))))
        .map(
            Show.by(
                done -> {
                  if (done.isEmpty()) {
                    context.fail(404);
                    return;
                  }
                  boolean refused = done.get() instanceof Decision.Refused;
                  String query = refused ? "?gedaan=afgezegd-niet" : "?gedaan=afgezegd";
                  context.response().setStatusCode(303).putHeader("Location", PATH + query).end();
                }))
        .onFailure(context::fail);
  }

  private Future<Optional<Decision>> withdraw(Optional<Case> theirs, Withdrawing act) {
    return theirs
        .map(one -> casework.change(one.id(), act).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }
}
