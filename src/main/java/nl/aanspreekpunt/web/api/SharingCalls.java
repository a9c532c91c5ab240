package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Weighed;

/** Why somebody got a case: who was weighed, with their figures. */
final class SharingCalls {
  private final CaseFinding finding;

  SharingCalls(Cases cases) {
    this.finding = new CaseFinding(cases);
  }

  List<Operation> operations() {
    return List.of(Operation.get("/cases/:number/candidates", Scope.CASES_READ, this::candidates));
  }

  private Future<Answer> candidates(Call call) {
    return finding.seen(call, call.path("number")).map(one -> Answer.ok(shape(call, one)));
  }

  private static JsonObject shape(Call call, Case one) {
    Predicate<Official> mayKnow =
        call.caller().isSystem()
            ? who -> call.caller().access(one, call.now()) == Access.TEXT
            : Weighed.by(call.caller().official().id(), call.directory());
    Weighed weighed = Weighed.of(one.route(), mayKnow, call.directory());
    boolean reads = call.caller().access(one, call.now()) == Access.TEXT;
    return Json.of(
        "rule",
        one.route().rule(),
        "why",
        reads ? call.routes().words().why(one.route()) : null,
        "full",
        one.route().choice().map(Choice::allFull).orElse(false),
        "items",
        Json.list(weighed.candidates(), who -> shape(call, who)),
        "others",
        weighed.others());
  }

  private static JsonObject shape(Call call, Candidate one) {
    return Json.of(
        "official",
        Json.person(one.official(), call.directory()),
        "open",
        one.open(),
        "pressing",
        one.pressing(),
        "capacity",
        one.capacity(),
        "share",
        one.share(),
        "cap",
        one.cap(),
        "speaks",
        one.speaks(),
        "weight",
        one.weight());
  }
}
