package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.routing.Vocabulary;

/** What people taught the matcher, for who leads the team where it was taught. */
final class LessonCalls {
  private static final int MOST = 200;

  private final Vocabulary vocabulary;
  private final Teaching teaching;

  LessonCalls(Vocabulary vocabulary, Teaching teaching) {
    this.vocabulary = vocabulary;
    this.teaching = teaching;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/lessons", Scope.CASES_READ, this::list),
        Operation.post("/lessons/:id/revoke", Scope.CASES_WRITE, this::revoke));
  }

  private Future<Answer> list(Call call) {
    return vocabulary
        .lessons()
        .latest(MOST)
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all.stream().filter(one -> sees(call, one)).toList(),
                            one -> shape(call, one)))));
  }

  private Future<Answer> revoke(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    return vocabulary
        .lessons()
        .find(call.path("id"))
        .compose(
            found ->
                found
                    .filter(one -> sees(call, one))
                    .map(one -> revoked(call, one, said))
                    .orElseGet(() -> Problem.noSuch("lesson").failed()));
  }

  private Future<Answer> revoked(Call call, Lesson one, Said said) {
    Future<Void> revoked =
        one.holds() ? teaching.revoke(one, said.by(call, one.by())) : Future.succeededFuture();
    return revoked
        .compose(done -> vocabulary.lessons().find(one.id()))
        .map(after -> Answer.ok(shape(call, after.orElseThrow())));
  }

  private static boolean sees(Call call, Lesson one) {
    Caller caller = call.caller();
    if (caller.isSystem()) {
      return caller.token().may(Scope.ADMIN);
    }
    return caller.has(Role.ADMINISTRATOR)
        || call.directory().ledBy(caller.official().id()).stream()
            .map(Team::id)
            .anyMatch(one.team()::equals);
  }

  private static JsonObject shape(Call call, Lesson one) {
    return Json.of(
        "id",
        one.id(),
        "kind",
        one.kind(),
        "says",
        call.routes().words().why(one),
        "sender",
        one.sender(),
        "subject",
        one.subject(),
        "case",
        one.number(),
        "words",
        one.words(),
        "topic",
        one.topic(),
        "taughtIn",
        one.about(),
        "team",
        one.team(),
        "by",
        one.by(),
        "at",
        one.at(),
        "revokedBy",
        one.revokedBy(),
        "revokedAt",
        one.revokedAt());
  }
}
