package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Foreseeing;
import nl.aanspreekpunt.casework.Foreseen;
import nl.aanspreekpunt.official.Team;

/** What escalates today, before it does. */
final class EscalationCalls {
  /** Cases of each team: more than somebody can be ahead of in a day. */
  private static final int LOOKED_AT = 200;

  private final Foreseeing foreseeing;

  EscalationCalls(Foreseeing foreseeing) {
    this.foreseeing = foreseeing;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/escalations", Scope.CASES_READ, this::today));
  }

  /** A system sees all teams; an official those that they lead. */
  private Future<Answer> today(Call call) {
    Caller caller = call.caller();
    List<Team> teams =
        caller.isSystem()
            ? call.directory().teams()
            : call.directory().ledBy(caller.official().id());
    return foreseeing
        .today(teams.stream().map(Team::id).toList(), call.now(), LOOKED_AT)
        .map(
            all ->
                Answer.ok(
                    new JsonObject()
                        .put(
                            "items",
                            Json.list(
                                all.stream().filter(one -> mayKnow(call, one)).toList(),
                                one -> step(call, one)))));
  }

  private static boolean mayKnow(Call call, Foreseen one) {
    return call.caller().access(one.in(), call.now()) != Access.NONE;
  }

  private static JsonObject step(Call call, Foreseen one) {
    Access access = call.caller().access(one.in(), call.now());
    return Json.of(
        "at",
        one.at(),
        "does",
        one.does(),
        "to",
        one.to(),
        "promise",
        one.promise().id(),
        "kind",
        one.promise().kind(),
        "due",
        one.promise().due(),
        "owner",
        one.in().ownerOf(one.promise()),
        "case",
        one.in().id(),
        "subject",
        access.showsSubject(one.in()) ? one.in().subject() : null);
  }
}
