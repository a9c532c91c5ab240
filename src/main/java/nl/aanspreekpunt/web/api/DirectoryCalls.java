package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Rearranging;
import nl.aanspreekpunt.casework.Standing;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.official.Topic;

/** The directory's file, and whom citizens have as their standing official. */
final class DirectoryCalls {
  private static final int LATEST = 50;
  private static final String GENERAL = "general";

  private final Vertx vertx;
  private final Rearranging rearranging;
  private final Path file;
  private final Identities identities;
  private final Cases cases;
  private final Standing standing;

  DirectoryCalls(
      Vertx vertx,
      Rearranging rearranging,
      Path file,
      Identities identities,
      Cases cases,
      Casework casework) {
    this.standing = new Standing(casework, identities);
    this.vertx = vertx;
    this.rearranging = rearranging;
    this.file = file;
    this.identities = identities;
    this.cases = cases;
  }

  List<Operation> operations() {
    String standing = "/citizens/:id/standing-officials";
    return List.of(
        Operation.get("/directory/difference", Scope.ADMIN, this::difference),
        Operation.post("/directory/apply", Scope.ADMIN, this::apply),
        Operation.get("/directory/moves", Scope.ADMIN, this::moves),
        Operation.get(standing, Scope.CASES_READ, this::standing),
        Operation.put(standing + "/:topic", Scope.CASES_WRITE, this::stand));
  }

  private Future<Answer> difference(Call call) {
    return yaml()
        .compose(yaml -> rearranging.preview(new FileChange.Whole(yaml)))
        .map(
            would ->
                Answer.ok(
                    changes(would.lines())
                        .put("moves", Json.list(would.items(), one -> move(call, one)))));
  }

  private Future<Answer> apply(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String by = said.by(call, "hub");
    return yaml()
        .compose(yaml -> rearranging.apply(new FileChange.Whole(yaml), by, call.now()))
        .map(lines -> Answer.ok(changes(lines)));
  }

  private Future<String> yaml() {
    return vertx
        .fileSystem()
        .readFile(file.toString())
        .map(content -> content.toString(StandardCharsets.UTF_8))
        .recover(gone -> Problem.of(409, "no-directory-file").failed());
  }

  private static JsonObject changes(List<DirectoryLine> lines) {
    return Json.of("changes", Json.list(lines, DirectoryLine::toString));
  }

  private static JsonObject move(Call call, Rearranging.Item one) {
    return Json.of(
        "case",
        one.moves().id(),
        "topic",
        one.topic(),
        "team",
        one.team(),
        "from",
        Json.person(one.moves().official(), call.directory()),
        "to",
        Json.person(one.to(), call.directory()));
  }

  private Future<Answer> moves(Call call) {
    return rearranging
        .latest(LATEST)
        .map(all -> Answer.ok(Json.of("items", Json.list(all, ReassignmentCalls::shape))));
  }

  private Future<Answer> standing(Call call) {
    return theirs(call).map(theirs -> Answer.ok(shape(call, theirs, theirs.standing())));
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
    return theirs(call).compose(theirs -> stand(call, theirs, topic, official));
  }

  private Future<Answer> stand(Call call, Theirs theirs, String topic, String official) {
    if (!theirs.shows(topic, call)) {
      return Problem.of(403, "not-your-citizen").failed();
    }
    String by = call.caller().isSystem() ? "hub" : call.caller().official().id();
    String about = topic.equals(GENERAL) ? null : topic;
    return standing
        .set(theirs.citizen(), about, official, by, theirs.about(about))
        .compose(set -> identities.ofCitizen(theirs.citizen()))
        .map(known -> Answer.ok(shape(call, theirs, known.get(0).standing())));
  }

  /**
   * A citizen whom the caller helps.
   *
   * @param standing official ids by topic
   * @param readable the cases whose text the caller may read
   */
  private record Theirs(String citizen, Map<String, String> standing, List<Case> readable) {
    /** Those still open about a topic (null: about none), else the latest about it, or of all. */
    List<Case> about(String topic) {
      List<Case> about =
          readable.stream().filter(one -> Objects.equals(one.topic(), topic)).toList();
      List<Case> open = about.stream().filter(Case::open).toList();
      return open.isEmpty() ? (about.isEmpty() ? readable : about).subList(0, 1) : open;
    }

    /** That somebody asked about a confidential topic is for who reads such a case of theirs. */
    boolean shows(String topic, Call call) {
      return readable.stream().anyMatch(one -> topic.equals(one.topic()))
          || call.directory().topic(topic).filter(Topic::confidential).isEmpty();
    }
  }

  /** Theirs is who helps this citizen in a case; a system needs the administrator's scope. */
  private Future<Theirs> theirs(Call call) {
    String citizen = call.path("id");
    return Future.all(identities.ofCitizen(citizen), cases.ofCitizen(citizen, LATEST))
        .map(
            both -> {
              List<Identity> known = both.resultAt(0);
              List<Case> all = both.resultAt(1);
              if (known.isEmpty()) {
                throw Problem.noSuch("citizen");
              }
              List<Case> readable =
                  all.stream()
                      .filter(one -> call.caller().access(one, call.now()) == Access.TEXT)
                      .toList();
              if (readable.isEmpty()) {
                throw Problem.of(403, "not-your-citizen");
              }
              return new Theirs(citizen, known.get(0).standing(), readable);
            });
  }

  private static JsonObject shape(Call call, Theirs theirs, Map<String, String> standing) {
    JsonObject shown = new JsonObject();
    standing.forEach(
        (topic, id) -> {
          if (theirs.shows(topic, call)) {
            shown.put(topic, Json.person(id, call.directory()));
          }
        });
    return Json.of("citizen", theirs.citizen(), "standing", shown);
  }
}
