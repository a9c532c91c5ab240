package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.trail.Checked;
import nl.aanspreekpunt.trail.Entry;
import nl.aanspreekpunt.trail.Finding;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.trail.TrailWork;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.trail.TrailReaders;

/** The audit trail, as its page shows it, and whether it is whole. */
final class TrailCalls {
  private static final int LINES = 20;
  private static final int MOST_DAYS = 366;
  private static final String CURSOR = "\\d{15}-[\\w-]{1,80}";

  private final TrailWork trail;
  private final ZoneId zone;

  TrailCalls(TrailWork trail, ZoneId zone) {
    this.trail = trail;
    this.zone = zone;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/trail", Scope.CASES_READ, this::list),
        Operation.get("/trail/check", Scope.CASES_READ, this::check));
  }

  private record Span(Instant from, Instant until) {}

  private Future<Answer> list(Call call) {
    Set<Subject> theirs = theirs(call);
    Page page = Page.of(call);
    if (page.after() != null && !page.after().matches(CURSOR)) {
      throw call.wrong("cursor", "cursor");
    }
    Subject subject = call.queryOneOf("subject", Subject.class);
    if (subject != null && !theirs.contains(subject)) {
      throw Problem.of(403, "not-your-trail");
    }
    Span span = span(call);
    Set<Subject> asked = subject == null ? theirs : EnumSet.of(subject);
    Query query = new Query(call.query("by"), asked, span.from(), span.until(), page.after());
    String reader = call.caller().isSystem() ? null : call.caller().official().id();
    return trail
        .shown()
        .find(query.loginsOf(logins(call)), page.limit() + 1, reader)
        .map(
            found ->
                Answer.ok(
                    page.answer(
                        Json.list(page.shown(found), TrailCalls::shape),
                        page.next(found, Trace::key))));
  }

  private Future<Answer> check(Call call) {
    theirs(call);
    Span span = span(call);
    return trail.checking().check(span.from(), span.until()).map(TrailCalls::said).map(Answer::ok);
  }

  private static Viewer viewer(Call call) {
    return Viewer.of(call.caller().official(), call.directory(), null, null, false);
  }

  private static String logins(Call call) {
    return call.caller().isSystem() ? null : TrailReaders.logins(viewer(call));
  }

  private static Set<Subject> theirs(Call call) {
    Caller caller = call.caller();
    Set<Subject> theirs =
        !caller.isSystem()
            ? TrailReaders.subjects(viewer(call))
            : caller.token().may(Scope.ADMIN)
                ? EnumSet.allOf(Subject.class)
                : EnumSet.noneOf(Subject.class);
    if (theirs.isEmpty()) {
      throw Problem.of(403, "not-your-trail");
    }
    return theirs;
  }

  /** Without days: the last thirty. */
  private Span span(Call call) {
    LocalDate today = LocalDate.ofInstant(call.now(), zone);
    LocalDate last = day(call, "until", today);
    LocalDate first = day(call, "from", last.minusDays(29));
    Instant from = first.atStartOfDay(zone).toInstant();
    Instant until = last.plusDays(1).atStartOfDay(zone).toInstant();
    long days = Duration.between(from, until).toDays();
    if (first.isAfter(last) || days > MOST_DAYS) {
      throw call.wrong("from", "day");
    }
    return new Span(from, until);
  }

  private static LocalDate day(Call call, String parameter, LocalDate otherwise) {
    String given = call.query(parameter);
    try {
      if (given == null || given.matches("2\\d{3}-\\d\\d-\\d\\d")) {
        return given == null ? otherwise : LocalDate.parse(given);
      }
    } catch (DateTimeException e) {
      throw call.wrong(parameter, "day");
    }
    throw call.wrong(parameter, "day");
  }

  private static JsonObject shape(Trace trace) {
    JsonObject shape =
        Json.of("at", trace.at(), "by", trace.by(), "subject", Json.kebab(trace.subject()));
    if (trace instanceof Trace.OfDirectory directory) {
      JsonArray lines = new JsonArray();
      directory.change().lines().stream()
          .limit(LINES)
          .map(DirectoryLine::toString)
          .forEach(lines::add);
      return shape
          .put("kind", "directory-" + Json.kebab(directory.change().what()))
          .put("version", directory.change().version())
          .put("lines", lines);
    }
    if (trace instanceof Trace.OfText text) {
      return shape
          .put("kind", "text-changed")
          .put("about", text.change().key())
          .put("version", text.change().version());
    }
    if (trace instanceof Trace.OfWork work) {
      return shape.put("kind", "work-" + work.one().reason());
    }
    Entry entry = ((Trace.Own) trace).entry();
    return shape
        .put("kind", Json.kebab(entry.kind()))
        .mergeIn(
            Json.of("about", entry.about(), "detail", entry.detail(), "origin", entry.origin()));
  }

  private static JsonObject said(Checked checked) {
    return Json.of(
        "from",
        checked.from(),
        "until",
        checked.until(),
        "all",
        checked.all(),
        "whole",
        checked.whole(),
        "chains",
        checked.chains(),
        "entries",
        checked.entries(),
        "mark",
        checked.mark(),
        "findings",
        Json.list(checked.findings(), TrailCalls::finding));
  }

  private static JsonObject finding(Finding one) {
    return Json.of(
        "what",
        Json.kebab(one.what()),
        "chain",
        one.chain(),
        "first",
        one.first(),
        "last",
        one.last(),
        "at",
        one.at());
  }
}
