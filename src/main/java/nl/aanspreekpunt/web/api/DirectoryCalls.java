package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;

/** The directory's file, and whom citizens have as their standing official. */
final class DirectoryCalls {
  private static final int LATEST = 50;
  private static final String GENERAL = "general";

  private final Vertx vertx;
  private final Directories directories;
  private final Path file;
  private final Identities identities;
  private final Cases cases;

  DirectoryCalls(
      Vertx vertx, Directories directories, Path file, Identities identities, Cases cases) {
    this.vertx = vertx;
    this.directories = directories;
    this.file = file;
    this.identities = identities;
    this.cases = cases;
  }

  List<Operation> operations() {
    String standing = "/citizens/:id/standing-officials";
    return List.of(
        Operation.get("/directory/difference", Scope.ADMIN, this::difference),
        Operation.post("/directory/apply", Scope.ADMIN, this::apply),
        Operation.get(standing, Scope.CASES_READ, this::standing),
        Operation.put(standing + "/:topic", Scope.CASES_WRITE, this::stand));
  }

  private Future<Answer> difference(Call call) {
    return yaml().compose(directories::difference).map(DirectoryCalls::changes);
  }

  private Future<Answer> apply(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String by = said.by(call, "hub");
    return yaml()
        .compose(yaml -> directories.apply(yaml, by, call.now()))
        .map(DirectoryCalls::changes);
  }

  private Future<String> yaml() {
    return vertx
        .fileSystem()
        .readFile(file.toString())
        .map(content -> content.toString(StandardCharsets.UTF_8))
        .recover(gone -> Problem.of(409, "no-directory-file").failed());
  }

  private static Answer changes(List<String> lines) {
    return Answer.ok(Json.of("changes", new JsonArray(lines)));
  }

  private Future<Answer> standing(Call call) {
    return ofTheirs(call).map(known -> Answer.ok(shape(call, known)));
  }

  private Future<Answer> stand(Call call) {
    String topic = call.path("topic");
    if (!topic.equals(GENERAL) && call.directory().topic(topic).isEmpty()) {
      throw Problem.noSuch("topic");
    }
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    if (official != null && !call.directory().employed(official, call.now())) {
      body.mistake("official", "official");
    }
    body.check();
    return ofTheirs(call)
        .compose(known -> identities.setStanding(call.path("id"), topic, official))
        .compose(set -> identities.ofCitizen(call.path("id")))
        .map(known -> Answer.ok(shape(call, known)));
  }

  /** Theirs is who helps this citizen in a case; a system needs the administrator's scope. */
  private Future<List<Identity>> ofTheirs(Call call) {
    String citizen = call.path("id");
    return Future.all(identities.ofCitizen(citizen), cases.ofCitizen(citizen, LATEST))
        .map(
            both -> {
              List<Identity> known = both.resultAt(0);
              List<Case> theirs = both.resultAt(1);
              if (known.isEmpty()) {
                throw Problem.noSuch("citizen");
              }
              if (theirs.stream()
                  .noneMatch(one -> call.caller().access(one, call.now()) == Access.TEXT)) {
                throw Problem.of(403, "not-your-citizen");
              }
              return known;
            });
  }

  private static JsonObject shape(Call call, List<Identity> known) {
    JsonObject standing = new JsonObject();
    known
        .get(0)
        .standing()
        .forEach((topic, id) -> standing.put(topic, Json.person(id, call.directory())));
    return Json.of("citizen", known.get(0).citizen(), "standing", standing);
  }
}
