package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.backing.WithdrawingBacking;

/** "I want to deviate from … because …", and what a manager says to it. */
final class BackingCalls {
  private final Changing changing;
  private final CaseFinding finding;

  BackingCalls(Changing changing, CaseFinding finding) {
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/cases/:number/backings", Scope.CASES_WRITE, this::ask),
        Operation.post("/cases/:number/backings/agree", Scope.CASES_WRITE, this::agree),
        Operation.post("/cases/:number/backings/refuse", Scope.CASES_WRITE, this::refuse),
        Operation.post("/cases/:number/backings/withdraw", Scope.CASES_WRITE, this::withdraw));
  }

  /** For who reads the text of a case. */
  static JsonArray inCase(Case one) {
    return Json.list(one.care().backed().all(), BackingCalls::shape);
  }

  /** For who is asked: what they are to answer, and nothing else. */
  static JsonArray askedOf(Case one, Caller caller) {
    return Json.list(
        one.care().backed().open().stream()
            .filter(asked -> answers(one, asked, caller::is))
            .toList(),
        BackingCalls::shape);
  }

  private static boolean answers(Case one, Backing asked, Predicate<String> is) {
    return one.promise(asked.promise())
        .filter(promise -> is.test(promise.actor()) || is.test(one.ownerOf(promise)))
        .isPresent();
  }

  private static JsonObject shape(Backing asked) {
    return Json.of(
        "id",
        asked.id(),
        "by",
        asked.by(),
        "from",
        asked.from(),
        "because",
        asked.because(),
        "asked",
        asked.asked(),
        "promise",
        asked.promise(),
        "state",
        asked.state(),
        "answeredBy",
        asked.answeredBy(),
        "answeredAt",
        asked.answeredAt(),
        "explanation",
        asked.explanation());
  }

  private Future<Answer> ask(Call call) {
    Fields body = call.body();
    String from = body.needed("from", body.text("from", AskingBacking.LONGEST));
    String because = body.needed("because", body.text("because", AskingBacking.LONGEST));
    Said said = Said.by(body);
    body.check();
    return act(
        call,
        finding.own(call, call.path("number")),
        201,
        one -> new AskingBacking(from, because, said.by(call, one)));
  }

  private Future<Answer> withdraw(Call call) {
    Fields body = call.body();
    String backing = body.needed("backing", body.line("backing", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return act(
        call,
        finding.own(call, call.path("number")),
        200,
        one -> new WithdrawingBacking(backing, said.by(call, one)));
  }

  private Future<Answer> agree(Call call) {
    Fields body = call.body();
    String backing = body.needed("backing", body.line("backing", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return answer(call, said, backing, true, null);
  }

  private Future<Answer> refuse(Call call) {
    Fields body = call.body();
    String backing = body.needed("backing", body.line("backing", Fields.LINE));
    String explanation =
        body.needed("explanation", body.text("explanation", AnsweringBacking.LONGEST));
    Said said = Said.by(body);
    body.check();
    return answer(call, said, backing, false, explanation);
  }

  /** A system answers for whom it names; when it names nobody, for who was asked. */
  private Future<Answer> answer(
      Call call, Said said, String backing, boolean agrees, String explanation) {
    return act(
        call,
        asked(call),
        200,
        one ->
            new AnsweringBacking(
                backing, said.by(call, manager(one, backing)), agrees, explanation));
  }

  private static String manager(Case one, String backing) {
    return one.care()
        .backed()
        .find(backing)
        .flatMap(asked -> one.promise(asked.promise()))
        .map(one::ownerOf)
        .orElse(one.official());
  }

  private Future<Answer> act(Call call, Future<Case> found, int status, Function<Case, Act> act) {
    return found
        .compose(one -> changing.change(call, one, act.apply(one)))
        .compose(after -> changing.shown(call, after, status));
  }

  /** One in which this caller is asked, or may act. */
  private Future<Case> asked(Call call) {
    return finding
        .seen(call, call.path("number"))
        .compose(
            one ->
                call.caller().access(one, call.now()).mayAct()
                        || !askedOf(one, call.caller()).isEmpty()
                        || Changing.repeated(call, one)
                    ? Future.succeededFuture(one)
                    : Problem.of(403, "not-your-case").failed());
  }
}
