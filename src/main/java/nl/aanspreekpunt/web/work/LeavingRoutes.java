package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Who leaves writes, before their last day, what each successor must know; only their own. */
public final class LeavingRoutes implements Routes {
  private final Gate gate;
  private final Departing departing;
  private final Directories directories;
  private final Pages pages;

  public LeavingRoutes(Gate gate, Departing departing, Directories directories, Pages pages) {
    this.gate = gate;
    this.departing = departing;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get(LeavingPage.PATH)
        .handler(gate::admit)
        .handler(c -> show(c, 200, Form.of(Typed.of(c)), null));
    router
        .post(LeavingPage.PATH)
        .handler(BodyHandler.create(false).setBodyLimit(1024 * 1024))
        .handler(gate::admit)
        .handler(this::keep);
  }

  private Future<Optional<Leaving>> leaving(RoutingContext context) {
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return Leaving.of(me(context), departing, moment);
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  private void show(RoutingContext context, int status, Form typed, String problem) {
    Frame frame = pages.frame(Visit.of(context), "leaving.title").at(LeavingPage.PATH);
    leaving(context)
        .map(
            Show.by(
                found -> pages.show(context, status, page(context, frame, found, typed, problem))))
        .onFailure(context::fail);
  }

  private LeavingPage page(
      RoutingContext context, Frame frame, Optional<Leaving> found, Form typed, String problem) {
    if (found.isEmpty()) {
      return new LeavingPage(frame, frame.say("leaving.not"), List.of(), 0, 0, problem);
    }
    Leaving leaving = found.get();
    Names names = new Names(directories.current(), frame.words());
    List<Departing.Item> all = leaving.moves();
    int wanted =
        from(
            typed.get("vanaf").isEmpty()
                ? context.request().getParam("vanaf")
                : typed.get("vanaf"));
    int from = wanted < all.size() ? wanted : 0;
    Map<String, String> notes = leaving.handover().map(Handover::notes).orElse(Map.of());
    List<LeavingPage.Item> items =
        all.subList(from, Math.min(all.size(), from + DeparturePage.SHOWN)).stream()
            .map(item -> item(frame, names, item, notes, typed))
            .toList();
    return new LeavingPage(frame, leaving.said(frame, names), items, from, all.size(), problem);
  }

  private static LeavingPage.Item item(
      Frame frame, Names names, Departing.Item item, Map<String, String> notes, Form typed) {
    String number = item.moves().id();
    return new LeavingPage.Item(
        number,
        names.subject(item.moves()),
        frame.say("departure.goes", names.of(item.to())),
        NoteField.of(item.moves(), frame, notes.getOrDefault(number, ""), typed));
  }

  private static int from(String asked) {
    return asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 0;
  }

  private void keep(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    if (NoteField.tooLong(NoteField.changed(form, number -> true))) {
      show(context, 422, form, Visit.of(context).words().say("departure.note.too-long"));
      return;
    }
    leaving(context)
        .compose(found -> keep(context, form, found))
        .onFailure(
            failure -> {
              if (failure instanceof Handovers.NotMarked) {
                show(context, 422, form, null);
              } else {
                context.fail(failure);
              }
            });
  }

  /** The page says it when they do not leave, or left. */
  private Future<Void> keep(RoutingContext context, Form form, Optional<Leaving> found) {
    if (found.isEmpty()) {
      show(context, 422, form, null);
      return Future.succeededFuture();
    }
    Set<String> theirs =
        found.get().moves().stream().map(item -> item.moves().id()).collect(Collectors.toSet());
    return departing
        .note(me(context), NoteField.changed(form, theirs::contains))
        .map(kept -> OwnCase.done(context, LeavingPage.PATH, "overdrachtsnotities"));
  }
}
