package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Deputies;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.promise.OpeningHours;

/** Who works here, and who is away. */
final class OfficialCalls {
  /** Each weekday in odd and even weeks, and ranges of them. */
  private static final int MOST_DAYS = 30;

  private final Absences absences;
  private final Attendance attendance;

  OfficialCalls(Absences absences, Attendance attendance) {
    this.attendance = attendance;
    this.absences = absences;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/officials", Scope.DIRECTORY_READ, this::list),
        Operation.get("/officials/:id", Scope.DIRECTORY_READ, this::one),
        Operation.post("/officials/:id/absences", Scope.STAFF_WRITE, this::absent),
        Operation.get("/missing", Scope.STAFF_WRITE, this::missing),
        Operation.post("/officials/:id/attendance", Scope.STAFF_WRITE, this::attends),
        Operation.put("/officials/:id/hours", Scope.STAFF_WRITE, this::works),
        Operation.post("/officials/:id/return", Scope.STAFF_WRITE, this::back));
  }

  /** By id: there is no newest among people. */
  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    if (page.after() != null && call.directory().official(page.after()).isEmpty()) {
      throw call.wrong("cursor", "cursor");
    }
    TreeSet<String> ids = new TreeSet<>();
    call.directory().officials().forEach(official -> ids.add(official.id()));
    List<Official> found =
        (page.after() == null ? ids : ids.tailSet(page.after(), false))
            .stream()
                .limit(page.limit() + 1L)
                .map(id -> call.directory().official(id).orElseThrow())
                .toList();
    JsonArray items = Json.list(page.shown(found), one -> shape(one, call.directory(), call.now()));
    return Future.succeededFuture(Answer.ok(page.answer(items, page.next(found, Official::id))));
  }

  private Future<Answer> one(Call call) {
    Official official = asked(call);
    return Future.succeededFuture(Answer.ok(shape(official, call.directory(), call.now())));
  }

  static Official asked(Call call) {
    return call.directory().official(call.path("id")).orElseThrow(() -> Problem.noSuch("official"));
  }

  private static JsonObject shape(Official one, Directory directory, Instant now) {
    boolean employed = directory.employed(one.id(), now);
    boolean here = employed && !directory.absent(one.id(), now);
    return Json.of(
        "id",
        one.id(),
        "name",
        one.name(),
        "function",
        one.function(),
        "team",
        one.team(),
        "phone",
        one.phone(),
        "address",
        one.address(),
        "portrait",
        one.portrait() == null ? null : "/portraits/" + one.portrait(),
        "topics",
        new JsonArray(one.topics()),
        "neighbourhoods",
        new JsonArray(one.neighbourhoods()),
        "capacity",
        one.capacity(),
        "cap",
        one.sharing().cap(),
        "share",
        directory.share(one.id()),
        "languages",
        new JsonArray(one.sharing().languages()),
        "deputy",
        one.deputy(),
        "hours",
        one.hours() == null ? null : hours(one.hours()),
        "worksNext",
        employed ? directory.back(one.id(), now).orElse(null) : null,
        "employed",
        employed,
        "absent",
        employed && !here,
        "actingNow",
        here ? null : directory.actingFor(one.id(), now, now).id(),
        "absences",
        Json.list(
            directory.absences().stream()
                .filter(away -> away.official().equals(one.id()))
                .filter(away -> !away.over(now))
                .toList(),
            away -> shape(away, directory)),
        "back",
        here ? null : directory.back(one.id(), now).orElse(null),
        "deputies",
        employed ? shape(directory.deputies(one.id(), now)) : null);
  }

  private static JsonObject hours(OpeningHours hours) {
    return new JsonObject(new LinkedHashMap<>(hours.written()));
  }

  /** Not why: that is between them and their coordinator. */
  private static JsonObject shape(Absence away, Directory directory) {
    return Json.of(
        "from",
        away.from(),
        "until",
        away.until(),
        "deputy",
        away.deputy(),
        "gets",
        Json.kebab(away.gets()),
        "covered",
        directory.deputies(away.official(), away.from()).covered());
  }

  private static JsonObject shape(Deputies deputies) {
    return Json.of(
        "chain",
        Json.list(
            deputies.links(),
            link -> Json.of("official", link.official(), "state", Json.kebab(link.state()))),
        "circle",
        deputies.circle(),
        "covered",
        deputies.covered());
  }

  private Future<Answer> absent(Call call) {
    Official official = ofTheirs(call);
    Fields body = call.body();
    Instant from = body.moment("from");
    Instant until = body.moment("until");
    Instant since = from == null ? call.now() : from;
    boolean callsOff = since.equals(until) && since.isAfter(call.now());
    if (until != null && !until.isAfter(since) && !callsOff) {
      body.mistake("until", "after-from");
    }
    String deputy = deputy(call, body, official);
    String reason = body.line("reason", Fields.LINE);
    Absence.Gets gets = body.oneOf("gets", Absence.Gets.class);
    Said said = Said.by(body);
    body.check();
    Absence absence =
        new Absence(official.id(), since, until, deputy, reason, said.by(call, "hub"), gets);
    return absences
        .absent(absence, Changing.asked(call))
        .map(
            after ->
                Answer.created(
                    shape(official, after, call.now()), Call.BASE + "/officials/" + official.id()));
  }

  /** Everybody for themselves; for others their coordinator, manager or an administrator. */
  private static Official ofTheirs(Call call) {
    Official official = asked(call);
    if (!call.caller().is(official.id()) && !call.caller().leads(official)) {
      throw Problem.of(403, "not-your-colleague");
    }
    if (!call.directory().employed(official.id(), call.now())) {
      throw Problem.of(409, "departed");
    }
    return official;
  }

  private static String deputy(Call call, Fields body, Official official) {
    String deputy = body.line("deputy", Fields.LINE);
    if (deputy != null
        && (deputy.equals(official.id()) || !call.directory().employed(deputy, call.now()))) {
      body.mistake("deputy", "deputy");
    }
    return deputy;
  }

  /** Of the caller's own: about whom it is asked whether they are absent or gone. */
  private Future<Answer> missing(Call call) {
    List<String> theirs =
        call.directory().officials().stream()
            .filter(one -> call.caller().leads(one))
            .map(Official::id)
            .toList();
    return attendance
        .asked(theirs)
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all,
                            one ->
                                Json.of(
                                    "official",
                                    Json.person(one.id(), call.directory()),
                                    "why",
                                    Json.kebab(one.doubt()),
                                    "lastSeen",
                                    one.seenAt(),
                                    "askedAt",
                                    one.askedAt(),
                                    "until",
                                    one.until())))));
  }

  /** How it is with somebody of whom nobody knew. */
  enum Attends {
    HERE,
    AWAY,
    GONE
  }

  private Future<Answer> attends(Call call) {
    Official official = asked(call);
    if (!call.caller().leads(official)) {
      throw Problem.of(403, "not-your-colleague");
    }
    Fields body = call.body();
    Attends answer = body.needed("answer", body.oneOf("answer", Attends.class));
    Instant until = body.moment("until");
    if (until != null && !until.isAfter(call.now())) {
      body.mistake("until", "after-from");
    }
    Said said = Said.by(body);
    body.check();
    String by = said.by(call, "hub");
    Future<Void> done =
        switch (answer) {
          case HERE -> attendance.isHere(official.id(), by);
          case AWAY -> attendance.isAway(official.id(), until, by);
          case GONE -> attendance.isGone(official.id(), by);
        };
    return done.map(known -> Answer.ok(shape(official, absences.directory(), call.now())));
  }

  private Future<Answer> works(Call call) {
    Official official = ofTheirs(call);
    Fields body = call.body();
    Map<String, String> hours = body.needed("hours", body.map("hours", MOST_DAYS));
    Said said = Said.by(body);
    try {
      OpeningHours.parse(hours);
    } catch (IllegalArgumentException e) {
      body.mistake("hours", "hours");
    }
    body.check();
    WorkDays days = new WorkDays(official.id(), hours, said.by(call, "hub"), call.now());
    return absences
        .works(days, Changing.asked(call))
        .map(
            after ->
                Answer.ok(
                    shape(after.official(official.id()).orElse(official), after, call.now())));
  }

  private Future<Answer> back(Call call) {
    Official official = ofTheirs(call);
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    return absences
        .returned(official.id(), said.by(call, "hub"), Changing.asked(call))
        .map(after -> Answer.ok(shape(official, after, call.now())));
  }
}
