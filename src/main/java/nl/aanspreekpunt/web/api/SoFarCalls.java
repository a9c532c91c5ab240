package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarFacts;
import nl.aanspreekpunt.casework.sofar.SoFarWork;

/** The story so far of a case's citizen or household, for who may act in the case. */
final class SoFarCalls {
  private static final int MOST_WRITTEN = 1_000_000;

  private final SoFarWork work;
  private final CaseFinding finding;

  SoFarCalls(SoFarWork work, CaseFinding finding) {
    this.work = work;
    this.finding = finding;
  }

  List<Operation> operations() {
    String path = "/cases/:number/story-so-far";
    return List.of(
        Operation.get(path, Scope.CASES_READ, this::show),
        Operation.post(path, Scope.CASES_WRITE, this::write),
        Operation.post(path + "/read", Scope.CASES_WRITE, this::read),
        Operation.post(path + "/corrections/answer", Scope.CASES_WRITE, this::answer));
  }

  private Future<Answer> show(Call call) {
    return finding
        .own(call, call.path("number"))
        .compose(one -> work.subject(one.citizen()))
        .compose(of -> work.find(of).compose(found -> shape(call, of, found)))
        .map(Answer::ok);
  }

  private Future<Answer> write(Call call) {
    Fields body = call.body();
    SoFar.Parts parts =
        new SoFar.Parts(
            part(body, "wants"),
            part(body, "kept"),
            part(body, "decided"),
            part(body, "people"),
            part(body, "careful"));
    int seen = body.whole("seen", MOST_WRITTEN);
    Said said = Said.by(body);
    body.check();
    return act(call, (of, one) -> work.write(of, parts, seen, said.by(call, one)));
  }

  private static String part(Fields body, String name) {
    String text = body.text(name, SoFar.LONGEST);
    return text == null ? "" : text.strip();
  }

  private Future<Answer> read(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    return act(call, (of, one) -> work.read(of, one, said.by(call, one)));
  }

  private Future<Answer> answer(Call call) {
    Fields body = call.body();
    String correction = body.needed("correction", body.line("correction", Fields.LINE));
    boolean taken = body.flag("taken");
    String why = body.text("why", SoFarWork.LONGEST_CORRECTION);
    Said said = Said.by(body);
    body.check();
    return act(call, (of, one) -> work.answer(of, correction, taken, why, said.by(call, one)));
  }

  private Future<Answer> act(
      Call call, BiFunction<SoFarWork.Subject, Case, Future<Done<SoFar>>> act) {
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                work.subject(one.citizen())
                    .compose(
                        of ->
                            act.apply(of, one)
                                .compose(
                                    done -> {
                                      if (done.refused()) {
                                        throw Problem.refused(done.refusal());
                                      }
                                      return shape(call, of, Optional.of(done.now()));
                                    })))
        .map(Answer::ok);
  }

  private Future<JsonObject> shape(Call call, SoFarWork.Subject of, Optional<SoFar> found) {
    return work.questions(of)
        .map(
            all ->
                SoFarFacts.of(
                    all.stream()
                        .filter(one -> call.caller().access(one, call.now()).reads())
                        .toList()))
        .map(
            facts ->
                Json.of(
                        "household",
                        of.household() == null ? null : of.household().id(),
                        "number",
                        found.map(SoFar::number).orElse(0),
                        "facts",
                        facts(facts))
                    .mergeIn(found.map(SoFarCalls::story).orElseGet(JsonObject::new)));
  }

  private static JsonObject story(SoFar one) {
    return Json.of(
        "wants",
        one.parts().wants(),
        "kept",
        one.parts().kept(),
        "decided",
        one.parts().decided(),
        "people",
        one.parts().people(),
        "careful",
        one.parts().careful(),
        "by",
        one.by(),
        "at",
        one.at(),
        "readings",
        Json.list(one.readings(), it -> Json.of("by", it.by(), "at", it.at())),
        "corrections",
        Json.list(one.corrections(), SoFarCalls::correction));
  }

  private static JsonObject correction(SoFar.Correction it) {
    return Json.of(
        "id",
        it.id(),
        "words",
        it.words(),
        "at",
        it.at(),
        "answeredBy",
        it.answeredBy(),
        "answeredAt",
        it.answeredAt(),
        "taken",
        it.taken(),
        "why",
        it.why());
  }

  private static JsonObject facts(SoFarFacts facts) {
    return Json.of(
        "asked",
        Json.list(
            facts.asked(),
            it -> Json.of("subject", it.subject(), "at", it.at(), "open", it.open())),
        "promises",
        Json.list(
            facts.promises(),
            it ->
                Json.of(
                    "kind",
                    it.promise().kind(),
                    "official",
                    it.official(),
                    "due",
                    it.promise().due(),
                    "kept",
                    !it.promise().open(),
                    "endedAt",
                    it.promise().endedAt())),
        "decisions",
        Json.list(
            facts.decisions(),
            it -> Json.of("outcome", it.outcome(), "why", it.why(), "by", it.by(), "at", it.at())),
        "people",
        Json.list(facts.people(), it -> Json.of("official", it.official(), "from", it.from())),
        "helped",
        Json.list(
            facts.helped(),
            it ->
                Json.of(
                    "how",
                    Json.kebab(it.how()),
                    "official",
                    it.official(),
                    "partner",
                    it.partner(),
                    "at",
                    it.at())));
  }
}
