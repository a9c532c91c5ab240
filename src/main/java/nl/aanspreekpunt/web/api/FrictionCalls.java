package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.chafe.Standing;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;

/** What chafes: reported, gathered, answered. */
final class FrictionCalls {
  private static final int MOST = 100;

  private final FrictionWork work;
  private final Cases cases;
  private final CaseFinding finding;

  FrictionCalls(FrictionWork work, Cases cases) {
    this.work = work;
    this.cases = cases;
    this.finding = new CaseFinding(cases);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/frictions", Scope.CASES_READ, this::list),
        Operation.post("/frictions", Scope.CASES_WRITE, this::report),
        Operation.get("/frictions/:id", Scope.CASES_READ, this::show),
        Operation.get("/frictions/:id/alike", Scope.CASES_READ, this::alike),
        Operation.post("/frictions/:id/steps", Scope.CASES_WRITE, this::step),
        Operation.post("/frictions/:id/owner", Scope.CASES_WRITE, this::owner),
        Operation.post("/frictions/:id/gather", Scope.CASES_WRITE, this::gather),
        Operation.post("/frictions/:id/apart", Scope.CASES_WRITE, this::apart));
  }

  /** As callers name them. */
  enum Standings {
    REPORTED,
    LOOKED_AT,
    TRIED,
    CHANGED,
    STAYS
  }

  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    Standings state = call.queryOneOf("state", Standings.class);
    Frictions.Cursor after = page.after() == null ? null : cursor(page.after(), call);
    return work.frictions()
        .list(state == null ? null : Step.State.valueOf(state.name()), after, page.limit() + 1)
        .compose(
            found ->
                read(page.shown(found))
                    .map(
                        read ->
                            Answer.ok(
                                page.answer(
                                    Json.list(page.shown(found), one -> shape(call, one, read)),
                                    page.next(found, FrictionCalls::key)))));
  }

  private static String key(Friction one) {
    return one.at() + " " + one.id();
  }

  private static Frictions.Cursor cursor(String key, Call call) {
    String[] parts = key.split(" ", 2);
    try {
      if (parts.length == 2 && parts[1].matches("[\\w-]{1,64}")) {
        return new Frictions.Cursor(Json.moment(parts[0]), parts[1]);
      }
    } catch (DateTimeException e) {
      throw call.wrong("cursor", "cursor");
    }
    throw call.wrong("cursor", "cursor");
  }

  /** The cases of their answers, and those in which they were met. */
  private Future<Map<String, Case>> read(List<Friction> all) {
    return cases
        .findAll(
            all.stream()
                .flatMap(one -> Stream.of(one.number(), one.report().about()))
                .filter(Objects::nonNull)
                .distinct()
                .toList())
        .map(found -> found.stream().collect(Collectors.toMap(Case::id, one -> one)));
  }

  private Future<Friction> found(Call call) {
    return work.frictions()
        .find(call.path("id"))
        .map(found -> found.orElseThrow(() -> Problem.noSuch("friction")));
  }

  private Future<Answer> show(Call call) {
    return found(call).compose(one -> shown(call, one, 200));
  }

  private Future<Answer> shown(Call call, Friction one, int status) {
    return work.frictions()
        .gathered(one.id(), MOST)
        .compose(
            others ->
                read(Stream.concat(Stream.of(one), others.stream()).toList())
                    .map(
                        read ->
                            new Answer(
                                status,
                                shape(call, one, read)
                                    .put(
                                        "gathered",
                                        Json.list(others, other -> shape(call, other, read))),
                                status == 201
                                    ? Map.of("Location", Call.BASE + "/frictions/" + one.id())
                                    : Map.of())));
  }

  private Future<Answer> alike(Call call) {
    return found(call)
        .compose(one -> work.alike(one.id(), one.text()))
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all,
                            one ->
                                Json.of(
                                    "id",
                                    one.friction().id(),
                                    "rule",
                                    one.friction().report().rule(),
                                    "share",
                                    one.shared().share(),
                                    "words",
                                    Json.list(one.shared().words(), word -> word))))));
  }

  private static JsonObject shape(Call call, Friction one, Map<String, Case> read) {
    Report report = one.report();
    Standing now =
        one.gathered() || read.get(one.number()) == null
            ? null
            : Standing.of(one.id(), report.rule(), read.get(one.number()), List.of());
    boolean reads =
        report.about() != null
            && Optional.ofNullable(read.get(report.about()))
                .filter(met -> call.caller().access(met, call.now()) == Access.TEXT)
                .isPresent();
    return Json.of(
        "id",
        one.id(),
        "rule",
        report.rule(),
        "what",
        report.what(),
        "helps",
        report.helps().isEmpty() ? null : report.helps(),
        "by",
        Json.person(report.by(), call.directory()),
        "at",
        report.at(),
        "case",
        reads ? report.about() : null,
        "into",
        one.into(),
        "state",
        one.state(),
        "since",
        one.at(),
        "owner",
        now == null ? null : Json.person(now.owner(), call.directory()),
        "due",
        now == null ? null : now.due(),
        "plain",
        one.plain(),
        "steps",
        Json.list(one.steps(), FrictionCalls::step));
  }

  private static JsonObject step(Step step) {
    return Json.of(
        "at",
        step.at(),
        "by",
        step.by(),
        "state",
        step.state(),
        "words",
        step.words(),
        "until",
        step.until());
  }

  private Future<Answer> report(Call call) {
    Fields body = call.body();
    String rule = body.needed("rule", body.line("rule", Report.LONGEST_RULE));
    String what = body.needed("what", body.text("what", Report.LONGEST));
    String helps = body.text("helps", Report.LONGEST);
    String about = body.line("case", Fields.LINE);
    String into = body.line("into", Fields.LINE);
    boolean tells = body.flag("tells");
    Said said = Said.by(body);
    body.check();
    return finding
        .about(call, about)
        .compose(
            one -> {
              String by =
                  one.map(met -> said.by(call, met)).orElseGet(() -> said.by(call, (String) null));
              if (by == null) {
                throw Problem.mistake("by", "needed");
              }
              String team = call.directory().official(by).map(Official::team).orElseThrow();
              return work.report(
                  new Report(
                      by,
                      call.now(),
                      team,
                      rule.strip(),
                      what.strip(),
                      helps == null ? "" : helps.strip(),
                      about,
                      tells && about != null),
                  call.key() == null ? null : call.caller().token().id() + call.key(),
                  into);
            })
        .compose(done -> shown(call, done(done), 201));
  }

  private static Friction done(Done<Friction> done) {
    if (done.refused()) {
      throw Problem.refused(done.refusal());
    }
    return done.now();
  }

  /** Its answer's case, for who may act in it. */
  private Future<Case> answers(Call call, Friction one) {
    return work.policy(one)
        .map(
            policy ->
                policy
                    .filter(there -> call.caller().access(there, call.now()).mayAct())
                    .orElseThrow(() -> Problem.of(403, "not-your-friction")));
  }

  private Future<Answer> step(Call call) {
    Fields body = call.body();
    Standings state = body.needed("state", body.oneOf("state", Standings.class));
    String words = body.needed("words", body.text("words", Report.LONGEST));
    Instant until = body.moment("until");
    String plain = body.text("plain", Report.LONGEST);
    Said said = Said.by(body);
    body.check();
    return found(call)
        .compose(
            one ->
                answers(call, one)
                    .compose(
                        policy ->
                            work.step(
                                one.id(),
                                new Step(
                                    call.now(),
                                    said.by(call, policy),
                                    Step.State.valueOf(state.name()),
                                    words.strip(),
                                    until),
                                plain)))
        .compose(done -> shown(call, done(done), 200));
  }

  private Future<Answer> owner(Call call) {
    Fields body = call.body();
    String to = body.needed("official", body.line("official", Fields.LINE));
    String note = body.text("note", Report.LONGEST);
    Said said = Said.by(body);
    body.check();
    if (!leads(call)) {
      throw Problem.of(403, "leads-nobody");
    }
    return found(call)
        .compose(
            one ->
                work.owner(one, to, said.by(call, "hub"), note == null ? "" : note)
                    .map(Changing::after)
                    .compose(after -> shown(call, one, 200)));
  }

  private Future<Answer> gather(Call call) {
    Fields body = call.body();
    String into = body.needed("into", body.line("into", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return found(call)
        .compose(one -> may(call, one, one.number()).map(one))
        .compose(one -> work.gather(one.id(), into, said.by(call, "hub"), call.now()))
        .compose(done -> shown(call, done(done), 200));
  }

  private Future<Answer> apart(Call call) {
    Said said = Said.by(bodyOf(call));
    return found(call)
        .compose(
            one ->
                (one.gathered()
                        ? work.frictions().find(one.into()).map(into -> into.orElse(one))
                        : Future.succeededFuture(one))
                    .compose(into -> may(call, one, into.number()))
                    .map(one))
        .compose(one -> work.split(one.id(), said.by(call, "hub"), call.now()))
        .compose(done -> shown(call, done(done), 200));
  }

  private static Fields bodyOf(Call call) {
    Fields body = call.body();
    body.line("by", Fields.LINE);
    body.check();
    return body;
  }

  /** Who says whether two are the same: who reported it, who answers it, who leads a team. */
  private Future<Void> may(Call call, Friction one, String policy) {
    if (leads(call) || call.caller().is(one.report().by())) {
      return Future.succeededFuture();
    }
    return cases
        .find(policy)
        .map(found -> found.filter(there -> call.caller().access(there, call.now()).mayAct()))
        .compose(
            theirs ->
                theirs.isPresent()
                    ? Future.succeededFuture()
                    : Problem.of(403, "not-your-report").failed());
  }

  private static boolean leads(Call call) {
    Caller caller = call.caller();
    return caller.isSystem()
        || caller.has(Role.ADMINISTRATOR)
        || call.directory().teams().stream()
            .anyMatch(team -> caller.is(team.coordinator()) || caller.is(team.manager()));
  }
}
