package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Messages;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Worklist;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.routing.Teaching;

/** Where messages belong: what is uncertain, and the acts that put it right and are remembered. */
final class PlacingCalls {
  static final String DIFFERENT_CITIZENS = "differentCitizens";
  private static final int MOST_MESSAGES = 50;

  private final Changing changing;
  private final CaseFinding finding;
  private final Worklist worklist;
  private final Receipts receipts;
  private final Teaching teaching;

  PlacingCalls(
      Changing changing,
      CaseFinding finding,
      Worklist worklist,
      Receipts receipts,
      Teaching teaching) {
    this.changing = changing;
    this.finding = finding;
    this.worklist = worklist;
    this.receipts = receipts;
    this.teaching = teaching;
  }

  /** What a named person says of an uncertain match. */
  private enum Says {
    RIGHT,
    OWN,
    SOMEBODY_ELSE,
    BELONGS
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/uncertain", Scope.CASES_READ, this::uncertain),
        Operation.post("/cases/:number/place", Scope.CASES_WRITE, this::place),
        Operation.post("/cases/:number/split", Scope.CASES_WRITE, this::split),
        Operation.post("/cases/:number/move", Scope.CASES_WRITE, this::move),
        Operation.post("/cases/:number/put-back", Scope.CASES_WRITE, this::putBack),
        Operation.post("/cases/:number/citizen", Scope.CASES_WRITE, this::citizen),
        Operation.post("/cases/:number/topic", Scope.CASES_WRITE, this::topic));
  }

  /** A system sees those of all teams; an official their own and those of teams that they lead. */
  private Future<Answer> uncertain(Call call) {
    Caller caller = call.caller();
    String official = caller.isSystem() ? null : caller.official().id();
    List<Team> teams =
        caller.isSystem() ? call.directory().teams() : call.directory().ledBy(official);
    CaseShape shape = new CaseShape(call);
    return worklist
        .of(official, teams.stream().map(Team::id).toList())
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all.stream()
                                .filter(one -> caller.access(one, call.now()) != Access.NONE)
                                .toList(),
                            one -> listed(shape, one, caller.access(one, call.now()))))));
  }

  private static JsonObject listed(CaseShape shape, Case one, Access access) {
    JsonObject listed = shape.brief(one, access);
    return access == Access.TEXT && one.suggested() != null
        ? listed.put("suggested", one.suggested())
        : listed;
  }

  private Future<Answer> act(
      Call call, int status, Sayer said, BiFunction<Case, Teaching.By, Future<Decision>> act) {
    return finding
        .own(call, call.path("number"))
        .compose(one -> changing.told(act.apply(one, said.by(call, one))))
        .compose(after -> changing.shown(call, after, status));
  }

  /** Who says it, and whether they know that it is of another citizen. */
  private record Sayer(Said said, boolean differentCitizens) {
    static Sayer in(Fields body, boolean differentCitizens) {
      return new Sayer(Said.by(body), differentCitizens);
    }

    Teaching.By by(Call call, Case one) {
      return new Teaching.By(
          said.by(call, one), differentCitizens, act -> Changing.once(call, act));
    }
  }

  private Future<Answer> place(Call call) {
    Fields body = call.body();
    Says says = body.needed("as", body.oneOf("as", Says.class));
    String into = body.line("into", Fields.LINE);
    if (says == Says.BELONGS) {
      body.needed("into", into);
    }
    Sayer said = Sayer.in(body, body.flag(DIFFERENT_CITIZENS));
    body.check();
    return act(
        call,
        200,
        said,
        (one, by) ->
            switch (says) {
              case RIGHT ->
                  one.suggested() == null
                      ? teaching.right(one, by)
                      : finding
                          .own(call, one.suggested())
                          .compose(other -> teaching.right(one, by));
              case OWN -> teaching.own(one, by);
              case SOMEBODY_ELSE -> teaching.somebodyElse(one, by);
              case BELONGS ->
                  finding.own(call, into).compose(other -> teaching.belongs(one, other, by));
            });
  }

  private Future<Answer> split(Call call) {
    Fields body = call.body();
    List<String> messages = body.texts("messages", MOST_MESSAGES);
    body.needed("messages", messages);
    String topic = body.line("topic", Fields.LINE);
    boolean stays = body.flag("stays");
    Sayer said = Sayer.in(body, false);
    body.check();
    return act(
        call,
        201,
        said,
        (one, by) ->
            subject(one, messages)
                .compose(
                    subject ->
                        teaching.split(
                            one, messages, new Teaching.Own(subject, topic, stays), by)));
  }

  /** Of the first of them; null when that was not read, or is not in the case. */
  private Future<String> subject(Case one, List<String> messages) {
    return new Messages(worklist.cases())
        .of(one)
        .map(
            all ->
                all.stream()
                    .map(CaseEvent.Received::receipt)
                    .filter(messages::contains)
                    .limit(1)
                    .toList())
        .compose(receipts::findAll)
        .map(
            found ->
                found.stream()
                    .map(Receipt::read)
                    .filter(read -> read != null && !read.subject().isBlank())
                    .map(Inbound::subject)
                    .findFirst()
                    .orElse(null));
  }

  private Future<Answer> move(Call call) {
    Fields body = call.body();
    List<String> messages = body.texts("messages", MOST_MESSAGES);
    body.needed("messages", messages);
    String into = body.needed("into", body.line("into", Fields.LINE));
    Sayer said = Sayer.in(body, body.flag(DIFFERENT_CITIZENS));
    body.check();
    return act(
        call,
        200,
        said,
        (one, by) ->
            finding.own(call, into).compose(other -> teaching.move(one, messages, other, by)));
  }

  /** What was said of it was a mistake. */
  private Future<Answer> putBack(Call call) {
    Fields body = call.body();
    PuttingBack.What what = body.needed("what", body.oneOf("what", PuttingBack.What.class));
    String reason = body.text("reason", Fields.WORDS);
    Sayer said = Sayer.in(body, false);
    body.check();
    return act(call, 200, said, (one, by) -> teaching.putBack(one, what, reason, by));
  }

  /** Whose it is after all. */
  private Future<Answer> citizen(Call call) {
    Fields body = call.body();
    String typed = body.needed("address", body.line("address", Fields.LINE));
    Sayer said = Sayer.in(body, false);
    body.check();
    Address address =
        Addresses.email(typed)
            .or(() -> Addresses.phone(typed))
            .orElseThrow(() -> Problem.mistake("address", "address"));
    return act(call, 200, said, (one, by) -> teaching.citizen(one, address, by));
  }

  private Future<Answer> topic(Call call) {
    Fields body = call.body();
    String topic = body.needed("topic", body.line("topic", Fields.LINE));
    String words = body.line("words", Fields.LINE);
    boolean stays = body.flag("stays");
    Sayer said = Sayer.in(body, false);
    body.check();
    return act(call, 200, said, (one, by) -> teaching.topic(one, topic, words, stays, by));
  }
}
