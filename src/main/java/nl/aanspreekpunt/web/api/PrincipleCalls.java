package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Invocation;
import nl.aanspreekpunt.casework.Principled;
import nl.aanspreekpunt.casework.principle.Accounting;
import nl.aanspreekpunt.casework.principle.Invoking;
import nl.aanspreekpunt.casework.principle.Judging;
import nl.aanspreekpunt.casework.principle.Leaving;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.casework.principle.Undoing;
import nl.aanspreekpunt.casework.principle.Use;
import nl.aanspreekpunt.official.OnCall;
import nl.aanspreekpunt.official.Principle;
import nl.aanspreekpunt.official.Topic;

/** Principles: which there are and how they are used, and what officials do on them in a case. */
final class PrincipleCalls {
  private final Changing changing;
  private final CaseFinding finding;
  private final Cases cases;

  PrincipleCalls(Changing changing, CaseFinding finding, Cases cases) {
    this.changing = changing;
    this.finding = finding;
    this.cases = cases;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/principles", Scope.CASES_READ, this::list),
        Operation.post("/cases/:number/principles/take", Scope.CASES_WRITE, this::take),
        Operation.post("/cases/:number/principles/leave", Scope.CASES_WRITE, this::leave),
        Operation.post("/cases/:number/principles/judge", Scope.CASES_WRITE, this::judge),
        Operation.post("/cases/:number/invocations", Scope.CASES_WRITE, this::invoke),
        Operation.post("/cases/:number/invocations/undo", Scope.CASES_WRITE, this::undo),
        Operation.post("/cases/:number/invocations/account", Scope.CASES_WRITE, this::account));
  }

  private Future<Answer> list(Call call) {
    List<Future<JsonObject>> each =
        call.directory().topics().stream()
            .filter(topic -> topic.principle() != null)
            .map(
                topic ->
                    cases
                        .invoked(topic.id(), Use.MOST)
                        .map(all -> shape(call, topic, Use.of(topic.id(), all))))
            .toList();
    return Future.all(each)
        .map(all -> Answer.ok(Json.of("items", Json.list(each, one -> one.result()))));
  }

  private static JsonObject shape(Call call, Topic topic, Use use) {
    Principle principle = topic.principle();
    List<OnCall> order = OnCall.order(call.directory(), topic, call.now(), List.of());
    return Json.of(
        "topic",
        topic.id(),
        "words",
        principle.words().nl(),
        "mandate",
        principle.mandate().nl(),
        "who",
        new JsonArray(principle.may().who()),
        "upTo",
        principle.may().upTo(),
        "urgency",
        principle.urgency().toString(),
        "meanwhile",
        principle.meanwhile().nl(),
        "onCall",
        Json.list(order, one -> Json.person(one.official(), call.directory())),
        "toldWithin",
        principle.within().toString(),
        "invoked",
        use.invoked(),
        "medianSeconds",
        use.median() == null ? null : Math.max(0, use.median().toSeconds()),
        "euros",
        use.euros(),
        "owing",
        use.owing(),
        "accounts",
        Json.list(use.accounts(), one -> Json.of("cost", one.cost(), "brought", one.brought())));
  }

  /** Of one case, for who reads its text. */
  static JsonObject inCase(Principled all) {
    return Json.of(
        "alerts",
        Json.list(all.alerts(), PrincipleCalls::alert),
        "invocations",
        Json.list(all.invocations(), PrincipleCalls::invocation));
  }

  private static JsonObject alert(Alert alert) {
    return Json.of(
        "principle",
        alert.principle(),
        "state",
        alert.state(),
        "message",
        alert.message(),
        "words",
        new JsonArray(alert.words()),
        "told",
        Json.list(alert.told(), one -> Json.of("official", one.official(), "at", one.at())),
        "by",
        alert.by(),
        "at",
        alert.at());
  }

  private static JsonObject invocation(Invocation made) {
    Invocation.Account account = made.account();
    return Json.of(
        "id",
        made.id(),
        "principle",
        made.principle(),
        "by",
        made.by(),
        "what",
        made.what(),
        "euros",
        made.euros(),
        "asked",
        made.asked(),
        "at",
        made.at(),
        "accountDue",
        made.accountDue(),
        "cost",
        account == null ? null : account.cost(),
        "brought",
        account == null ? null : account.brought(),
        "undone",
        made.undone());
  }

  private Future<Answer> act(Call call, Fields body, int status, Function<Case, Act> act) {
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(one -> changing.change(call, one, act.apply(one)))
        .compose(after -> changing.shown(call, after, status));
  }

  private Future<Answer> take(Call call) {
    Fields body = call.body();
    String principle = body.needed("principle", body.line("principle", Fields.LINE));
    Said said = Said.by(body);
    return act(call, body, 200, one -> new TakingOn(principle, said.by(call, one)));
  }

  private Future<Answer> leave(Call call) {
    Fields body = call.body();
    String principle = body.needed("principle", body.line("principle", Fields.LINE));
    Said said = Said.by(body);
    return act(call, body, 200, one -> new Leaving(principle, said.by(call, one)));
  }

  private Future<Answer> judge(Call call) {
    Fields body = call.body();
    String principle = body.needed("principle", body.line("principle", Fields.LINE));
    boolean touches = body.flag("touches");
    body.needed("touches", touches ? Boolean.TRUE : null);
    Said said = Said.by(body);
    return act(call, body, 200, one -> new Judging(principle, touches, said.by(call, one)));
  }

  private Future<Answer> invoke(Call call) {
    Fields body = call.body();
    String principle = body.needed("principle", body.line("principle", Fields.LINE));
    String what = body.needed("what", body.text("what", Invoking.LONGEST));
    int euros = body.whole("euros", Invoking.MOST_EUROS);
    Said said = Said.by(body);
    return act(call, body, 201, one -> new Invoking(principle, what, euros, said.by(call, one)));
  }

  private Future<Answer> undo(Call call) {
    Fields body = call.body();
    String invocation = body.needed("invocation", body.line("invocation", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return owed(call)
        .compose(
            one ->
                changing.change(call, one, new Undoing(invocation, said.by(call, one.official()))))
        .compose(after -> changing.shown(call, after, 200));
  }

  private Future<Answer> account(Call call) {
    Fields body = call.body();
    String invocation = body.needed("invocation", body.line("invocation", Fields.LINE));
    String cost = body.needed("cost", body.text("cost", Accounting.LONGEST));
    String brought = body.needed("brought", body.text("brought", Accounting.LONGEST));
    Said said = Said.by(body);
    body.check();
    return owed(call)
        .compose(
            one ->
                changing.change(
                    call,
                    one,
                    new Accounting(invocation, cost, brought, said.by(call, one.official()))))
        .compose(after -> changing.shown(call, after, 200));
  }

  /** Whoever acted accounts for it, also when they may not read the case any more. */
  private Future<Case> owed(Call call) {
    return finding
        .seen(call, call.path("number"))
        .compose(
            one ->
                call.caller().access(one, call.now()).mayAct()
                        || one.care().principled().owing().stream().anyMatch(call.caller()::is)
                        || Changing.repeated(call, one)
                    ? Future.succeededFuture(one)
                    : Problem.of(403, "not-your-case").failed());
  }
}
