package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.consult.AddingToAgenda;
import nl.aanspreekpunt.casework.consult.AgreeingAtTable;
import nl.aanspreekpunt.casework.consult.EndingTable;
import nl.aanspreekpunt.casework.consult.JoiningTable;
import nl.aanspreekpunt.casework.consult.KeepingAgreement;
import nl.aanspreekpunt.casework.consult.LeavingTable;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** Several teams round one citizen: set, talked about, agreed at and ended. */
final class CaseTableCalls {
  private static final String PATH = "/cases/:number/table";
  private static final int MOST_PEOPLE = 10;

  private final Changing changing;
  private final CaseFinding finding;

  CaseTableCalls(Changing changing, CaseFinding finding) {
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(PATH, Scope.CASES_READ, this::read),
        Operation.post(PATH, Scope.CASES_WRITE, this::set),
        Operation.post(PATH + "/agenda", Scope.CASES_WRITE, this::add),
        Operation.post(PATH + "/agreements", Scope.CASES_WRITE, this::agree),
        Operation.post(PATH + "/agreements/done", Scope.CASES_WRITE, this::done),
        Operation.post(PATH + "/people", Scope.CASES_WRITE, this::join),
        Operation.post(PATH + "/leave", Scope.CASES_WRITE, this::leave),
        Operation.post(PATH + "/end", Scope.CASES_WRITE, this::end));
  }

  private Future<Answer> read(Call call) {
    return finding
        .seen(call, call.path("number"))
        .compose(
            one ->
                call.caller().access(one, call.now()).reads() || !theirs(call, one).isEmpty()
                    ? Future.succeededFuture(shown(call, one))
                    : Problem.of(403, "not-your-case").failed());
  }

  private Future<Answer> set(Call call) {
    Fields body = call.body();
    String agenda = body.needed("agenda", body.text("agenda", SettingTable.LONGEST));
    List<String> people = body.needed("people", body.texts("people", MOST_PEOPLE));
    boolean citizen = body.flag("citizen");
    Instant meets = body.moment("meets");
    String place = body.text("place", SettingTable.LONGEST_PLACE);
    return own(
        call, body, (one, by) -> new SettingTable(by, agenda, people, citizen, meets, place));
  }

  private Future<Answer> add(Call call) {
    Fields body = call.body();
    String point = body.needed("point", body.line("point", AddingToAgenda.LONGEST));
    return own(call, body, (one, by) -> new AddingToAgenda(by, point));
  }

  private Future<Answer> agree(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    String what = body.needed("what", body.line("what", AgreeingAtTable.LONGEST));
    Instant due = body.needed("due", body.moment("due"));
    return own(call, body, (one, by) -> new AgreeingAtTable(by, official, what, due));
  }

  private Future<Answer> join(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    return own(call, body, (one, by) -> new JoiningTable(by, official));
  }

  private Future<Answer> end(Call call) {
    Fields body = call.body();
    String minutes = body.needed("minutes", body.text("minutes", EndingTable.LONGEST));
    return own(call, body, (one, by) -> new EndingTable(by, minutes));
  }

  /** By whoever sits there for themselves, or by who acts in the case. */
  private Future<Answer> leave(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return change(
        call,
        one -> call.caller().is(official) && call.caller().access(one, call.now()).reads(),
        one -> new LeavingTable(said.by(call, one), official));
  }

  /** By whoever agreed to it; a system says in whose name, or it is they. */
  private Future<Answer> done(Call call) {
    Fields body = call.body();
    String promise = body.needed("promise", body.line("promise", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return change(
        call,
        one -> theirs(call, one).contains(promise),
        one -> {
          String whose = one.promise(promise).map(one::ownerOf).orElse(one.official());
          return new KeepingAgreement(promise, said.by(call, whose));
        });
  }

  /** What only who acts in the case does. */
  private Future<Answer> own(Call call, Fields body, BiFunction<Case, String, Act> act) {
    Said said = Said.by(body);
    body.check();
    return change(call, one -> false, one -> act.apply(one, said.by(call, one)));
  }

  private interface Making {
    Act in(Case one);
  }

  private Future<Answer> change(Call call, Predicate<Case> theirs, Making act) {
    return finding
        .seen(call, call.path("number"))
        .compose(
            one ->
                call.caller().access(one, call.now()).mayAct()
                        || theirs.test(one)
                        || Changing.repeated(call, one)
                    ? changing.change(call, one, act.in(one))
                    : Problem.of(403, "not-your-case").<Case>failed())
        .map(after -> shown(call, after));
  }

  /** Promises (ids) between colleagues that the caller agreed to and that are open. */
  private static List<String> theirs(Call call, Case one) {
    if (call.caller().isSystem()) {
      return List.of();
    }
    Moment moment = new Moment(call.now(), call.directory());
    return new Draft(one, moment)
        .inward.of(call.caller().official().id()).stream()
            .filter(it -> it.kind() == PromiseKind.AGREEMENT)
            .map(Promise::id)
            .toList();
  }

  /** The tables for who reads the case; what they are to do for who agreed to it. */
  private static Answer shown(Call call, Case one) {
    boolean reads = call.caller().access(one, call.now()).reads();
    List<String> theirs = theirs(call, one);
    List<CaseTable.Agreement> yours =
        one.care().tables().stream()
            .flatMap(it -> it.agreements().stream())
            .filter(it -> theirs.contains(it.promise()))
            .toList();
    return Answer.ok(
        Json.of(
            "items",
            reads ? Json.list(one.care().tables(), it -> shape(one, it)) : new JsonArray(),
            "yours",
            Json.list(yours, it -> agreement(one, it))));
  }

  private static JsonObject shape(Case one, CaseTable it) {
    return Json.of(
        "state",
        it.lasts() ? "open" : "ended",
        "by",
        it.by(),
        "at",
        it.at(),
        "agenda",
        it.agenda(),
        "people",
        new JsonArray(it.people()),
        "citizen",
        it.citizen(),
        "meets",
        it.meets(),
        "place",
        it.place().isEmpty() ? null : it.place(),
        "agreements",
        Json.list(it.agreements(), agreed -> agreement(one, agreed)),
        "minutes",
        it.lasts() ? null : it.minutes(),
        "endedAt",
        it.endedAt());
  }

  private static JsonObject agreement(Case one, CaseTable.Agreement it) {
    return Json.of(
        "promise",
        it.promise(),
        "official",
        it.official(),
        "what",
        it.what(),
        "due",
        one.promise(it.promise()).map(Promise::due).orElse(it.due()),
        "state",
        one.promise(it.promise()).map(Promise::state).orElse(Promise.State.WITHDRAWN));
  }
}
