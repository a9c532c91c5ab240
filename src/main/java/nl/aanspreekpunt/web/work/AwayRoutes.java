package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Spell;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Officials say themselves when they are away, and read on their return what happened. */
public final class AwayRoutes implements Routes {
  private static final String PATH = "/werk/afwezig";
  private static final Duration LATELY = Duration.ofDays(60);
  private static final int MOST_LINES = 20;
  private final Gate gate;
  private final Absences absences;
  private final Directories directories;
  private final Pages pages;

  public AwayRoutes(Gate gate, Absences absences, Directories directories, Pages pages) {
    this.gate = gate;
    this.absences = absences;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(64 * 1024);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> show(c, 200, Form.of(Typed.of(c)), List.of()));
    router.post(PATH).handler(body).handler(gate::admit).handler(this::plan);
    router.post(PATH + "/niet").handler(body).handler(gate::admit).handler(this::callOff);
    router.get(PATH + "/:spell").handler(gate::admit).handler(this::back);
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), directories.current());
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  private void show(RoutingContext context, int status, Form form, List<FieldError> errors) {
    Moment moment = moment(context);
    Frame frame = pages.frame(Visit.of(context), "away.title").at(PATH);
    AwayWords words = new AwayWords(frame, moment);
    String me = me(context);
    pages.show(
        context,
        status,
        new AwayPage(
            frame,
            words.now(me),
            words.chain(me),
            words.of(me),
            over(moment, me, frame),
            words.colleagues(me, form.get("deputy")),
            words.gets(form.get("gets")),
            form,
            errors));
  }

  private static List<AwayPage.Over> over(Moment moment, String me, Frame frame) {
    return moment.directory().absences().stream()
        .filter(one -> one.official().equals(me) && one.over(moment.now()))
        .filter(one -> one.until().isAfter(one.from()))
        .filter(one -> one.until().isAfter(moment.now().minus(LATELY)))
        .sorted(Comparator.comparing(Absence::from).reversed())
        .map(
            one ->
                new AwayPage.Over(
                    Spell.id(one),
                    frame.say(
                        "away.from.until",
                        frame.moments().date(one.from()),
                        frame.moments().date(one.until()))))
        .toList();
  }

  private void plan(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    AbsenceForm filled =
        AbsenceForm.read(
            form,
            me(context),
            "",
            Visit.of(context),
            pages.frame(Visit.of(context), "away.title").moments(),
            directories.current());
    if (filled.absence() == null) {
      show(context, 422, form, filled.errors());
      return;
    }
    absences
        .absent(filled.absence())
        .onFailure(e -> refused(context, form, e))
        .onSuccess(known -> OwnCase.done(context, PATH, "afwezig"));
  }

  private void refused(RoutingContext context, Form form, Throwable failure) {
    if (failure instanceof DirectoryRefused) {
      String said = Visit.of(context).words().say("refusal.not-employed");
      show(context, 422, form, List.of(new FieldError("deputy", said)));
    } else {
      context.fail(failure);
    }
  }

  /** One that runs ends; one that is to come never begins. */
  private void callOff(RoutingContext context) {
    String me = me(context);
    String from = Form.of(context.request().formAttributes()).get("from");
    Moment moment = moment(context);
    Optional<Absence> meant =
        moment.directory().absences().stream()
            .filter(one -> one.official().equals(me) && !one.over(moment.now()))
            .filter(one -> one.from().toString().equals(from))
            .findFirst();
    Future<?> done =
        meant.isEmpty()
            ? Future.succeededFuture()
            : meant.get().covers(moment.now())
                ? absences.returned(me, me)
                : absences.absent(meant.get().calledOff(me));
    done.map(Show.by(known -> OwnCase.done(context, PATH, "terug"))).onFailure(context::fail);
  }

  /** For the official themself. */
  private void back(RoutingContext context) {
    absences
        .find(context.pathParam("spell"))
        .compose(
            found -> {
              if (found.filter(spell -> spell.official().equals(me(context))).isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return absences
                  .meanwhile(found.get())
                  .onSuccess(all -> show(context, found.get(), all));
            })
        .onFailure(context::fail);
  }

  private void show(RoutingContext context, Spell spell, List<Case> all) {
    Frame frame = pages.frame(Visit.of(context), "back.title").at(PATH + "/" + spell.id());
    List<BackPage.Happened> changed =
        all.stream()
            .map(one -> happened(context, frame, spell, one))
            .filter(Objects::nonNull)
            .toList();
    String since = frame.moments().date(spell.from());
    String lead =
        spell.until() == null
            ? frame.say("away.from", since)
            : frame.say("away.from.until", since, frame.moments().date(spell.until()));
    pages.show(context, new BackPage(frame, lead, changed, all.size() - changed.size()));
  }

  /** Null when nothing happened, or it is not for this reader. */
  private BackPage.Happened happened(RoutingContext context, Frame frame, Spell spell, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    Access access = Access.of(one, viewer.official(), viewer.roles(), moment(context));
    if (access == Access.NONE) {
      return null;
    }
    Names names = new Names(directories.current(), frame.words());
    Sentences sentences = new Sentences(frame, names, one);
    List<String> lines =
        one.events().stream()
            .filter(event -> !event.at().isBefore(spell.from()))
            .filter(event -> spell.until() == null || !event.at().isAfter(spell.until()))
            .map(event -> line(frame, names, sentences, event))
            .filter(Objects::nonNull)
            .limit(MOST_LINES)
            .toList();
    if (lines.isEmpty()) {
      return null;
    }
    String state =
        one.open() ? frame.say("back.with", names.of(one.official())) : frame.say("back.closed");
    return new BackPage.Happened(
        one.id(),
        access.showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id()),
        state,
        access.mayAct() ? lines : List.of());
  }

  private static String line(Frame frame, Names names, Sentences sentences, CaseEvent event) {
    String when = frame.moments().say(event.at()) + ": ";
    if (event instanceof CaseEvent.Received) {
      return when + frame.say("back.received");
    }
    if (event instanceof CaseEvent.Replied replied) {
      return when + frame.say("back.replied", names.of(replied.by()));
    }
    if (event instanceof CaseEvent.Held held) {
      return when + frame.say("back.talked", names.of(held.by()));
    }
    if (event instanceof CaseEvent.Talked talked) {
      return when + frame.say("back.talked", names.of(talked.by()));
    }
    boolean post = event instanceof CaseEvent.Told || event instanceof CaseEvent.Routed;
    String said = post ? null : sentences.of(event);
    return said == null ? null : when + said;
  }
}
