package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.consult.PassingConsult;
import nl.aanspreekpunt.casework.consult.WhoKnows;
import nl.aanspreekpunt.casework.consult.WithdrawingConsult;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.promise.Promise;

/** Colleagues ask one another something in a case, and answer. */
final class ConsultCalls {
  private static final String PATH = "/cases/:number/consults";
  private static final int MOST = 100;
  private static final int MOST_MESSAGES = 20;

  private final Changing changing;
  private final CaseFinding finding;
  private final Cases cases;
  private final WhoKnows whoKnows;

  ConsultCalls(
      Changing changing, CaseFinding finding, Cases cases, Directories directories, Clock clock) {
    this.changing = changing;
    this.finding = finding;
    this.cases = cases;
    this.whoKnows = new WhoKnows(cases, directories, clock);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/asked", Scope.CASES_READ, this::asked),
        Operation.get(PATH, Scope.CASES_READ, this::list),
        Operation.get("/cases/:number/who-knows", Scope.CASES_READ, this::whoKnows),
        Operation.post(PATH, Scope.CASES_WRITE, this::ask),
        Operation.post("/cases/:number/partner-consults", Scope.CASES_WRITE, this::askPartner),
        Operation.post(PATH + "/:consult/answer", Scope.CASES_WRITE, this::answer),
        Operation.post(PATH + "/:consult/pass", Scope.CASES_WRITE, this::pass),
        Operation.post(PATH + "/:consult/withdraw", Scope.CASES_WRITE, this::withdraw));
  }

  /** What colleagues wait for from an official, and nothing of the case but its subject. */
  private Future<Answer> asked(Call call) {
    String official = CallLists.official(call);
    return cases
        .asked(official, MOST)
        .map(
            all ->
                Json.list(
                    all.stream().flatMap(one -> asked(call, one, official)).toList(), it -> it))
        .map(items -> Answer.ok(Json.of("items", items)));
  }

  private static Stream<JsonObject> asked(Call call, Case one, String official) {
    Draft draft = new Draft(one, moment(call));
    boolean sees = call.caller().access(one, call.now()).showsSubject(one);
    return draft.inward.of(official).stream()
        .map(
            promise ->
                Json.of(
                    "case",
                    one.id(),
                    "subject",
                    sees ? one.subject() : null,
                    "kind",
                    promise.kind(),
                    "promise",
                    promise.id(),
                    "consult",
                    one.care().consults().stream()
                        .filter(it -> promise.id().equals(it.promise()))
                        .map(Consult::id)
                        .findFirst()
                        .orElse(null),
                    "due",
                    promise.due(),
                    "for",
                    one.official()));
  }

  private static Moment moment(Call call) {
    return new Moment(call.now(), call.directory());
  }

  private Future<Answer> list(Call call) {
    return finding.seen(call, call.path("number")).compose(one -> shown(call, one));
  }

  /** All of them for who reads the case; theirs for who is or was asked. */
  private static Future<Answer> shown(Call call, Case one) {
    boolean reads = call.caller().access(one, call.now()).reads();
    List<Consult> theirs =
        one.care().consults().stream().filter(it -> reads || isAsked(call, one, it)).toList();
    return reads || !theirs.isEmpty()
        ? Future.succeededFuture(
            Answer.ok(Json.of("items", Json.list(theirs, it -> shape(one, it)))))
        : Problem.of(403, "not-your-case").failed();
  }

  private static boolean isAsked(Call call, Case one, Consult consult) {
    return !call.caller().isSystem()
        && (consult.asked().contains(call.caller().official().id())
            || new Draft(one, moment(call))
                .inward.of(call.caller().official().id()).stream()
                    .anyMatch(it -> it.id().equals(consult.promise())));
  }

  private static JsonObject shape(Case one, Consult it) {
    Promise promise = one.promise(it.promise()).orElse(null);
    return Json.of(
        "id",
        it.id(),
        "question",
        it.question(),
        "messages",
        new JsonArray(it.messages()),
        "by",
        it.by(),
        "at",
        it.at(),
        "to",
        promise == null ? null : one.ownerOf(promise),
        "partner",
        it.partner() == null ? null : it.partner().organisation(),
        "consent",
        it.partner() == null ? null : consent(it.partner().consent()),
        "due",
        promise == null ? it.partner() == null ? null : it.partner().due() : promise.due(),
        "state",
        it.answered() ? "answered" : it.waits(one) ? "open" : "ended",
        "answers",
        Json.list(it.answers(), ConsultCalls::answer));
  }

  private static JsonObject consent(Consult.Consent it) {
    return Json.of("how", it.how(), "link", it.link(), "given", it.on(), "heardBy", it.heardBy());
  }

  private static JsonObject answer(Consult.Answer it) {
    return Json.of(
        "by", it.by(), "at", it.at(), "text", it.text(), "automatic", it.automatic() ? true : null);
  }

  private Future<Answer> whoKnows(Call call) {
    String topic = call.query("topic");
    if (topic != null && call.directory().topic(topic).isEmpty()) {
      throw call.wrong("topic", "topic");
    }
    String language = call.query("language");
    if (language != null && !language.matches("[a-z]{2}")) {
      throw call.wrong("language", "language");
    }
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> whoKnows.about(one, topic == null ? one.topic() : topic, language, moment(call)))
        .map(all -> Answer.ok(Json.of("items", Json.list(all, it -> colleague(call, it)))));
  }

  private static JsonObject colleague(Call call, WhoKnows.Colleague it) {
    return Json.of(
        "official",
        Json.person(it.who().id(), call.directory()),
        "topic",
        it.topic(),
        "answered",
        it.answered() > 0,
        "here",
        it.here(),
        "room",
        it.room());
  }

  private Future<Answer> ask(Call call) {
    Fields body = call.body();
    String to = body.needed("to", body.line("to", Fields.LINE));
    String question = body.needed("question", body.text("question", Consulting.LONGEST));
    List<String> messages = body.texts("messages", MOST_MESSAGES);
    Said said = Said.by(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                changing.change(
                    call, one, new Consulting(said.by(call, one), to, question, messages)))
        .compose(after -> shown(call, after));
  }

  /** With the citizen's consent, heard or read by whoever asks. */
  private Future<Answer> askPartner(Call call) {
    Fields body = call.body();
    String organisation = body.needed("organisation", body.line("organisation", MOST));
    String name = body.needed("name", body.line("name", MOST));
    String email = body.needed("email", body.line("email", Fields.ADDRESS));
    String question = body.needed("question", body.text("question", Consulting.LONGEST));
    List<String> messages = body.texts("messages", MOST_MESSAGES);
    Fields consent = body.needed("consent", body.section("consent"));
    Consult.Consent.How how = null;
    String link = null;
    Instant on = null;
    if (consent != null) {
      how = consent.needed("how", consent.oneOf("how", Consult.Consent.How.class));
      link = consent.needed("link", consent.line("link", Fields.LINE));
      on = consent.needed("given", consent.moment("given"));
    }
    Said said = Said.by(body);
    body.check();
    Consult.Consent given = new Consult.Consent(how, link, on, null);
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              String by = said.by(call, one);
              return changing.change(
                  call,
                  one,
                  new AskingPartner(
                      by,
                      organisation,
                      name,
                      Addresses.email(email).orElse(null),
                      question,
                      messages,
                      new Consult.Consent(given.how(), given.link(), given.on(), by)));
            })
        .compose(after -> shown(call, after));
  }

  private Future<Answer> answer(Call call) {
    Fields body = call.body();
    String text = body.needed("text", body.text("text", AnsweringConsult.LONGEST));
    String consult = call.path("consult");
    return theirs(call, body, (one, by) -> new AnsweringConsult(consult, by, text));
  }

  private Future<Answer> pass(Call call) {
    Fields body = call.body();
    String to = body.needed("to", body.line("to", Fields.LINE));
    String consult = call.path("consult");
    return theirs(
        call,
        body,
        (one, by) ->
            new PassingConsult(consult, to, by, call.caller().access(one, call.now()).mayAct()));
  }

  /** What whoever was asked may do: a system says in whose name, or it is who is to answer. */
  private Future<Answer> theirs(Call call, Fields body, BiFunction<Case, String, Act> act) {
    Said said = Said.by(body);
    body.check();
    String consult = call.path("consult");
    return finding
        .seen(call, call.path("number"))
        .compose(
            one -> {
              boolean theirs =
                  one.care().consult(consult).filter(it -> isAsked(call, one, it)).isPresent();
              if (!theirs && !call.caller().access(one, call.now()).mayAct()) {
                return Problem.of(403, "not-your-case").<Case>failed();
              }
              String answers =
                  one.care()
                      .consult(consult)
                      .flatMap(it -> one.promise(it.promise()))
                      .map(one::ownerOf)
                      .orElse(one.official());
              return changing.change(call, one, act.apply(one, said.by(call, answers)));
            })
        .compose(after -> shown(call, after));
  }

  private Future<Answer> withdraw(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String consult = call.path("consult");
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> changing.change(call, one, new WithdrawingConsult(consult, said.by(call, one))))
        .compose(after -> shown(call, after));
  }
}
