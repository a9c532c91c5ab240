package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;

/** Many cases to others at once: seen first, begun, followed, stopped. */
final class ReassignmentCalls {
  private final Distributing distributing;

  ReassignmentCalls(Distributing distributing) {
    this.distributing = distributing;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/reassignments", Scope.STAFF_WRITE, this::begin),
        Operation.get("/reassignments/:id", Scope.STAFF_WRITE, this::look),
        Operation.post("/reassignments/:id/stop", Scope.STAFF_WRITE, call -> run(call, false)),
        Operation.post("/reassignments/:id/resume", Scope.STAFF_WRITE, call -> run(call, true)),
        Operation.post("/reassignments/:id/undo", Scope.STAFF_WRITE, this::undo));
  }

  private Future<Answer> begin(Call call) {
    Fields body = call.body();
    String official = body.line("official", Fields.LINE);
    String team = body.line("team", Fields.LINE);
    if ((official == null) == (team == null)) {
      body.mistake("official", "official-or-team");
    }
    Distributing.Filter filter =
        new Distributing.Filter(
            official,
            team,
            body.line("topic", Fields.LINE),
            body.line("neighbourhood", Fields.LINE));
    String to = body.line("to", Fields.LINE);
    if (to != null && !call.directory().employed(to, call.now())) {
      body.mistake("to", "colleague");
    }
    boolean confirm = body.flag("confirm");
    String note = body.text("note", Fields.WORDS);
    Said said = Said.by(body);
    body.check();
    leads(call, official, team);
    String by = said.by(call, "hub");
    return distributing
        .preview(filter, to, one -> mayKnow(call, one))
        .compose(
            items ->
                confirm
                    ? distributing
                        .begin(items, note, by)
                        .map(
                            begun ->
                                Answer.created(
                                    shape(begun), Call.BASE + "/reassignments/" + begun.id()))
                    : Future.succeededFuture(
                        Answer.ok(
                            Json.of("moves", Json.list(items, item -> proposed(call, item))))));
  }

  private static boolean mayKnow(Call call, Case one) {
    return call.caller().access(one, call.now()) != Access.NONE;
  }

  private static void leads(Call call, String official, String team) {
    Optional<String> of =
        official == null
            ? Optional.of(team)
            : call.directory().official(official).map(Official::team);
    boolean leads =
        call.caller().isSystem()
            || call.caller().has(nl.aanspreekpunt.official.Role.ADMINISTRATOR)
            || call.directory().ledBy(call.caller().official().id()).stream()
                .map(Team::id)
                .anyMatch(id -> of.filter(id::equals).isPresent());
    if (!leads) {
      throw Problem.of(403, "not-your-team");
    }
  }

  private static JsonObject proposed(Call call, Departing.Item item) {
    return Json.of(
        "case",
        item.moves().id(),
        "from",
        Json.person(item.moves().official(), call.directory()),
        "to",
        Json.person(item.to(), call.directory()));
  }

  private Future<Answer> look(Call call) {
    return own(call).map(one -> Answer.ok(shape(one)));
  }

  /** Whose it is, or a system's. */
  private Future<Reassignment> own(Call call) {
    return distributing
        .find(call.path("id"))
        .compose(
            found ->
                found
                    .filter(one -> call.caller().isSystem() || call.caller().is(one.by()))
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Problem.noSuch("reassignment").failed()));
  }

  private Future<Answer> run(Call call, boolean on) {
    call.body().check();
    return own(call)
        .compose(one -> distributing.running(one.id(), on))
        .map(after -> Answer.ok(shape(after.orElseThrow())));
  }

  /** What takes it back; once. */
  private Future<Answer> undo(Call call) {
    call.body().check();
    return own(call)
        .compose(one -> distributing.undo(one, one.by()))
        .map(
            back ->
                back.map(one -> Answer.ok(shape(one)))
                    .orElseThrow(() -> Problem.of(409, "not-to-undo")));
  }

  static JsonObject shape(Reassignment one) {
    return Json.of(
        "id",
        one.id(),
        "state",
        one.ended() ? "done" : one.goesOn() ? "running" : "stopped",
        "cases",
        one.cases(),
        "seenTo",
        one.seenTo(),
        "by",
        one.by(),
        "at",
        one.at());
  }
}
