package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.setup.problems.Looking;
import nl.aanspreekpunt.web.work.setup.problems.ProblemWords;

/** What is wrong with how the hub is set up, for who watches it. */
final class SetupCalls {
  private final Looking looking;

  SetupCalls(Looking looking) {
    this.looking = looking;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/setup/problems", Scope.ADMIN, this::problems));
  }

  private Future<Answer> problems(Call call) {
    if (!call.caller().isSystem() && !call.caller().has(Role.ADMINISTRATOR)) {
      throw Problem.of(403, "not-administrator");
    }
    ProblemWords words = new ProblemWords(call.words(), call.moments());
    return looking
        .look(false)
        .map(
            looked ->
                Answer.ok(
                    Json.of(
                        "dnsAskedAt",
                        looked.asked(),
                        "items",
                        Json.list(looked.problems(), one -> shape(one, words)))));
  }

  private static JsonObject shape(nl.aanspreekpunt.setup.problems.Problem one, ProblemWords words) {
    return Json.of(
        "code",
        one.code(),
        "gravity",
        Json.kebab(one.gravity()),
        "what",
        words.what(one),
        "means",
        words.means(one),
        "mend",
        words.mend(one));
  }
}
