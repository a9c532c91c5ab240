package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.routing.learned.LearnedModel;
import nl.aanspreekpunt.routing.learned.Learning;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Trail;

/** What was learned about topics: how well it does, on or off. */
final class LearningCalls {
  private final Learning learning;
  private final Trail trail;

  LearningCalls(Learning learning, Trail trail) {
    this.learning = learning;
    this.trail = trail;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/learning", Scope.ADMIN, this::look),
        Operation.put("/learning", Scope.ADMIN, this::turn),
        Operation.post("/learning/measurements", Scope.ADMIN, this::measure));
  }

  private Future<Answer> look(Call call) {
    return learning.state().map(state -> Answer.ok(shape(state)));
  }

  private Future<Answer> turn(Call call) {
    Fields body = call.body();
    boolean on = body.flag("on");
    body.needed("on", on ? Boolean.TRUE : null);
    Said said = Said.by(body);
    body.check();
    return learning
        .turn(on, said.by(call, "hub"))
        .compose(
            done ->
                done.refused() != null
                    ? Future.succeededFuture(done)
                    : learning
                        .state()
                        .compose(state -> trail.note(Deeds.learned(state.now(), call.now())))
                        .map(done))
        .compose(this::after);
  }

  private Future<Answer> measure(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    return learning.measure(said.by(call, "hub")).compose(this::after);
  }

  private Future<Answer> after(Learning.Done done) {
    if (done.refused() != null) {
      throw Problem.of(409, "learning-" + Json.kebab(done.refused()));
    }
    return learning.state().map(state -> Answer.ok(shape(state)));
  }

  private static JsonObject shape(Learning.State state) {
    return Json.of(
        "on",
        state.now().on(),
        "model",
        state.now().on() ? state.now().model() : null,
        "by",
        state.now().by(),
        "at",
        state.now().at(),
        "turnedItselfOff",
        state.now().turnedItselfOff() && state.now().why() != null
            ? Json.kebab(state.now().why())
            : null,
        "measuredAt",
        state.now().measuredAt(),
        "better",
        state.better(),
        "models",
        Json.list(state.models(), LearningCalls::shape));
  }

  private static JsonObject shape(LearnedModel one) {
    return Json.of(
        "version",
        one.version(),
        "trainedAt",
        one.trainedAt(),
        "by",
        one.by(),
        "examples",
        one.examples(),
        "topics",
        one.topics(),
        "heldOut",
        one.heldOut(),
        "learnedRight",
        one.learnedRight(),
        "keywordsRight",
        one.keywordsRight(),
        "hash",
        one.hash());
  }
}
