package nl.aanspreekpunt.web.work.trail;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.trail.Checked;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.trail.TrailWork;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** The audit trail: read, checked, and taken out as a table, which is on it. */
public final class TrailRoutes implements Routes {
  private static final int A_PAGE = 50;

  /** Back from the end of a day, in whatever zone, is that day. */
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final int OF_FILE = 500;
  private static final int MOST_IN_FILE = 5_000;

  private final Gate gate;
  private final TrailWork trail;
  private final Directories directories;
  private final ZoneId zone;
  private final Pages pages;

  public TrailRoutes(
      Gate gate, TrailWork trail, Directories directories, ZoneId zone, Pages pages) {
    this.gate = gate;
    this.trail = trail;
    this.directories = directories;
    this.zone = zone;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(TrailPage.PATH).handler(gate::admit).handler(this::theirs).handler(this::show);
    router
        .get(TrailPage.PATH + ".csv")
        .handler(gate::admit)
        .handler(this::theirs)
        .handler(this::file);
    router
        .post(TrailPage.UNTELLING)
        .handler(BodyHandler.create(false).setBodyLimit(16 * 1024))
        .handler(gate::admit)
        .handler(this::auditor)
        .handler(this::untell);
  }

  private void auditor(RoutingContext context) {
    if (subjects(context).contains(Subject.READING)) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private void untell(RoutingContext context) {
    String key = Form.of(context.request().formAttributes()).get("welke");
    if (!TrailAsked.isKey(key)) {
      context.fail(400);
      return;
    }
    trail
        .untelling()
        .untell(key, me(context))
        .map(Show.by(done -> OwnCase.done(context, TrailPage.PATH, done ? "reden" : "reden-weg")))
        .onFailure(context::fail);
  }

  private void theirs(RoutingContext context) {
    if (asked(context).allowed() && !subjects(context).isEmpty()) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private static Set<Subject> subjects(RoutingContext context) {
    return TrailReaders.subjects(Visit.of(context).viewer());
  }

  private TrailAsked asked(RoutingContext context) {
    LocalDate today = LocalDate.ofInstant(Visit.of(context).now(), zone);
    return TrailAsked.of(Form.of(context.queryParams()), subjects(context), today);
  }

  private Query query(RoutingContext context, TrailAsked asked) {
    return asked.query(zone).loginsOf(TrailReaders.logins(Visit.of(context).viewer()));
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  private void show(RoutingContext context) {
    TrailAsked asked = asked(context);
    Frame frame = pages.frame(Visit.of(context), "trail.title");
    if (!asked.period()) {
      show(context, 422, page(frame, context, asked, List.of(), null));
      return;
    }
    Query query = query(context, asked);
    Future<List<Trace>> found = trail.shown().find(query, A_PAGE + 1, me(context));
    Future<Checked> checked =
        asked.check()
            ? trail.checking().check(asked.from(zone), asked.until(zone))
            : Future.succeededFuture();
    Future.all(found, checked)
        .map(
            Show.by(
                all ->
                    show(
                        context,
                        200,
                        page(frame, context, asked, found.result(), checked.result()))))
        .onFailure(context::fail);
  }

  private void show(RoutingContext context, int status, TrailPage page) {
    pages.show(context, status, page);
  }

  private TrailPage page(
      Frame frame, RoutingContext context, TrailAsked asked, List<Trace> found, Checked checked) {
    Form form = Form.of(context.queryParams());
    TrailWords words = words(frame);
    List<FieldError> errors =
        asked.period()
            ? List.of()
            : List.of(new FieldError("van", frame.say("trail.period", TrailAsked.MOST_DAYS)));
    List<Trace> shown = found.subList(0, Math.min(A_PAGE, found.size()));
    String path = TrailPage.PATH;
    String older = found.size() > A_PAGE ? asked.address(path, shown.get(A_PAGE - 1).key()) : null;
    return new TrailPage(
        frame,
        frame.say(asked.theirs().contains(Subject.READING) ? "trail.lead.all" : "trail.lead"),
        choose(frame, asked, form),
        errors,
        shown.stream().map(words::line).toList(),
        asked.before() == null || !asked.period() ? null : asked.address(path, null),
        older,
        asked.period() ? asked.address(path + ".csv", null) : null,
        checked == null ? null : checked(frame, words, asked, checked));
  }

  private TrailPage.Check checked(
      Frame frame, TrailWords words, TrailAsked asked, Checked checked) {
    String first = frame.moments().date(asked.from(zone));
    Instant end = checked.all() ? asked.until(zone) : checked.until();
    String last = frame.moments().date(end.minus(HALF_A_DAY));
    return words.check(checked, first, last);
  }

  private TrailWords words(Frame frame) {
    return new TrailWords(frame, new Names(directories.current(), frame.words()));
  }

  private TrailPage.Choose choose(Frame frame, TrailAsked asked, Form form) {
    List<Choice> who =
        directories.current().officials().stream()
            .map(one -> new Choice(one.id(), one.name(), one.id().equals(asked.by())))
            .toList();
    List<Choice> subjects =
        Stream.of(Subject.values())
            .filter(asked.theirs()::contains)
            .map(
                one ->
                    new Choice(
                        TrailAsked.code(one),
                        frame.say("trail.subject." + one),
                        one == asked.subject()))
            .toList();
    return new TrailPage.Choose(
        who,
        subjects,
        asked.period() ? asked.first().toString() : form.get("van"),
        asked.period() ? asked.last().toString() : form.get("tot"));
  }

  /** On the trail before it is handed over. */
  private void file(RoutingContext context) {
    TrailAsked asked = asked(context);
    if (!asked.period()) {
      context.fail(400);
      return;
    }
    Visit visit = Visit.of(context);
    Instant now = visit.now();
    String period = asked.first() + "/" + asked.last();
    String id = String.join("/", "file", me(context), UUID.randomUUID().toString());
    Deed deed =
        Deed.of(id, now, me(context), Kind.TRAIL_EXPORTED).about(period).detail(asked.part());
    TrailWords words = words(pages.frame(visit, "trail.title"));
    List<Trace> all = new ArrayList<>();
    trail
        .trail()
        .record(deed)
        .compose(said -> read(query(context, asked), me(context), all))
        .compose(done -> trail.checking().check(asked.from(zone), asked.until(zone)))
        .map(
            Show.by(
                checked ->
                    context
                        .response()
                        .putHeader("Content-Type", "text/csv; charset=utf-8")
                        .putHeader("Content-Language", visit.words().language())
                        .putHeader(
                            "Content-Disposition",
                            "attachment; filename=\"spoor-" + asked.first() + ".csv\"")
                        .end(TrailFile.of(all, words, period, checked.mark()))))
        .onFailure(context::fail);
  }

  private Future<Void> read(Query query, String reader, List<Trace> all) {
    return trail
        .shown()
        .find(query, OF_FILE, reader)
        .compose(
            found -> {
              all.addAll(found);
              return found.size() < OF_FILE || all.size() >= MOST_IN_FILE
                  ? Future.succeededFuture()
                  : read(query.after(found.get(OF_FILE - 1).key()), reader, all);
            });
  }
}
