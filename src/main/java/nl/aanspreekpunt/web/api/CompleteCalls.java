package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.casework.Completing;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.FedMistake;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;

/** Of whom another system says too little: seen, and completed by who leads their team. */
final class CompleteCalls {
  private static final String PATH = "/directory/incomplete";
  private static final int MOST = 50;
  private final Completing completing;

  CompleteCalls(Completing completing) {
    this.completing = completing;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(PATH, Scope.STAFF_WRITE, this::list),
        Operation.post(PATH + "/:id", Scope.STAFF_WRITE, this::complete));
  }

  /** Null: all. */
  private static List<String> teams(Call call) {
    if (call.caller().isSystem() || call.caller().has(Role.ADMINISTRATOR)) {
      return null;
    }
    List<String> led =
        call.directory().ledBy(call.caller().official().id()).stream().map(Team::id).toList();
    if (led.isEmpty()) {
      throw Problem.of(403, "not-your-team");
    }
    return led;
  }

  private Future<Answer> list(Call call) {
    return completing
        .incomplete(teams(call))
        .map(all -> Answer.ok(Json.of("items", Json.list(all, CompleteCalls::shape))));
  }

  private static JsonObject shape(Person one) {
    return Json.of(
        "id",
        one.id(),
        "name",
        one.fed().name(),
        "team",
        one.fed().team(),
        "email",
        one.fed().email(),
        "missing",
        Json.list(one.missing(), field -> field));
  }

  private Future<Answer> complete(Call call) {
    List<String> teams = teams(call);
    Fields body = call.body();
    String id = call.path("id");
    List<String> topics = body.texts("topics", MOST);
    List<String> places = body.texts("neighbourhoods", MOST);
    Fed said =
        new Fed(
            id,
            body.line("name", Fields.LINE),
            body.line("function", Fields.LINE),
            body.line("team", Fields.LINE),
            null,
            lower(body.line("email", Fields.LINE)),
            lower(body.line("address", Fields.LINE)),
            topics.isEmpty() ? null : topics,
            places.isEmpty() ? null : places,
            null,
            body.line("deputy", Fields.LINE),
            null,
            null,
            null);
    body.check();
    return completing
        .incomplete(teams)
        .map(
            all ->
                all.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Problem.noSuch("official")))
        .compose(
            one -> {
              String team = said.over(one.fed()).team();
              return teams == null || teams.contains(team)
                  ? completing.complete(one, said)
                  : Problem.of(403, "not-your-team").<List<FedMistake>>failed();
            })
        .compose(left -> left.isEmpty() ? done(id) : wrong(left));
  }

  private static Future<Answer> done(String id) {
    return Future.succeededFuture(Answer.ok(Json.of("id", id)));
  }

  private static Future<Answer> wrong(List<FedMistake> left) {
    return Problem.mistakes(
            422,
            left.stream().map(one -> new Problem.Mistake(one.field(), one.toString())).toList())
        .failed();
  }

  private static String lower(String address) {
    return address == null ? null : address.toLowerCase(Locale.ROOT);
  }
}
