package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Handovers;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.official.Official;

/**
 * Somebody leaves: first the mark and what would move, to whom and why; then, confirmed, what
 * moved.
 */
final class DepartureCalls {
  private static final int MOST_ADJUSTED = 1_000;

  private final Departing departing;
  private final Cases cases;

  DepartureCalls(Departing departing, Cases cases) {
    this.departing = departing;
    this.cases = cases;
  }

  List<Operation> operations() {
    String path = "/officials/:id/departure";
    return List.of(
        Operation.get(path, Scope.STAFF_WRITE, this::look),
        Operation.post(path, Scope.STAFF_WRITE, this::depart),
        Operation.delete(path, Scope.STAFF_WRITE, this::comeBack));
  }

  private static Official led(Call call) {
    Official official = OfficialCalls.asked(call);
    if (!call.caller().leads(official)) {
      throw Problem.of(403, "not-your-colleague");
    }
    return official;
  }

  /** How far it is; nothing is marked. */
  private Future<Answer> look(Call call) {
    Official official = led(call);
    return departing
        .handover(official.id())
        .compose(
            found ->
                found
                    .map(one -> preview(call, one))
                    .orElseGet(() -> Problem.noSuch("departure").failed()));
  }

  private Future<Answer> comeBack(Call call) {
    Official official = led(call);
    return departing
        .comeBack(official.id(), call.caller().isSystem() ? "hub" : call.caller().official().id())
        .map(how -> Answer.ok(Json.of("official", official.id(), "became", how)))
        .recover(
            failure ->
                failure instanceof Handovers.NotMarked
                    ? Problem.of(409, "not-departing").failed()
                    : Future.failedFuture(failure));
  }

  private Future<Answer> depart(Call call) {
    Official official = led(call);
    Fields body = call.body();
    boolean confirm = body.flag("confirm");
    boolean farewell = body.flag("farewell");
    Instant at = when(call, body.moment("at"), official);
    Map<String, String> adjusted = adjusted(call, body, official);
    String successor = body.line("successor", Fields.LINE);
    checkColleague(call, body, official, "successor", successor);
    String note = body.text("note", Fields.WORDS);
    Map<String, String> notes = notes(body);
    Said said = Said.by(body);
    body.check();
    String by = said.by(call, "hub");
    Future<Handover> marked =
        departing
            .mark(official.id(), at, by)
            .compose(
                one ->
                    farewell ? departing.offerFarewell(official.id()) : Future.succeededFuture(one))
            .compose(one -> noted(call, one, notes));
    return confirm
        ? marked.compose(
            m -> confirm(call, official, successor, adjusted, note == null ? "" : note, by))
        : marked.compose(m -> preview(call, m));
  }

  /** Now, unless another day is said or was said before. */
  private static Instant when(Call call, Instant asked, Official official) {
    if (asked != null) {
      return asked.isAfter(call.now()) ? asked : call.now();
    }
    return call.directory().departures().stream()
        .filter(one -> one.official().equals(official.id()))
        .map(Departure::at)
        .findFirst()
        .orElse(call.now());
  }

  private static Map<String, String> adjusted(Call call, Fields body, Official leaving) {
    Map<String, String> adjusted = body.map("adjusted", MOST_ADJUSTED);
    adjusted.forEach(
        (number, to) -> {
          checkNumber(body, "adjusted", number);
          checkColleague(call, body, leaving, "adjusted", to);
        });
    return adjusted;
  }

  private static Map<String, String> notes(Fields body) {
    Map<String, String> notes = body.map("notes", MOST_ADJUSTED);
    notes.forEach(
        (number, note) -> {
          checkNumber(body, "notes", number);
          if (note.codePointCount(0, note.length()) > Fields.WORDS) {
            body.mistake("notes", "too-long", Fields.WORDS);
          }
        });
    return notes;
  }

  private static void checkNumber(Fields body, String field, String number) {
    if (CaseNumbers.parse(number).filter(number::equals).isEmpty()) {
      body.mistake(field, "case");
    }
  }

  /** About cases of theirs that whoever writes it may read. */
  private Future<Handover> noted(Call call, Handover marked, Map<String, String> notes) {
    if (notes.isEmpty() || marked.comesBack()) {
      return Future.succeededFuture(marked);
    }
    return seen(call, marked.id())
        .compose(
            items -> {
              Map<String, String> theirs = new TreeMap<>();
              items.stream()
                  .filter(item -> access(call, item.moves()) == Access.TEXT)
                  .map(item -> item.moves().id())
                  .filter(notes::containsKey)
                  .forEach(number -> theirs.put(number, notes.get(number)));
              return departing.note(marked.id(), theirs);
            });
  }

  private static void checkColleague(
      Call call, Fields body, Official leaving, String field, String id) {
    if (id != null && (id.equals(leaving.id()) || !call.directory().employed(id, call.now()))) {
      body.mistake(field, "colleague");
    }
  }

  private Future<Answer> preview(Call call, Handover marked) {
    Future<List<Departing.Item>> moves =
        marked.comesBack() ? Future.succeededFuture(List.of()) : seen(call, marked.id());
    return moves.map(
        items ->
            Answer.ok(
                head(call, marked)
                    .put("moves", Json.list(items, item -> proposed(call, marked, item)))));
  }

  /** A complaint about whoever asks moves as well, unseen. */
  private Future<List<Departing.Item>> seen(Call call, String official) {
    return departing
        .preview(official)
        .map(
            items ->
                items.stream().filter(item -> access(call, item.moves()) != Access.NONE).toList());
  }

  private static Access access(Call call, Case one) {
    return call.caller().access(one, call.now());
  }

  private static JsonObject head(Call call, Handover one) {
    return Json.of(
        "official",
        one.id(),
        "departedAt",
        one.markedAt(),
        "ahead",
        one.ahead(call.now()) && !one.comesBack(),
        "confirmed",
        one.confirmed(),
        "underWay",
        one.underWay(),
        "back",
        one.back());
  }

  private static JsonObject proposed(Call call, Handover marked, Departing.Item item) {
    boolean reads = access(call, item.moves()) == Access.TEXT;
    return Json.of(
        "case",
        item.moves().id(),
        "subject",
        reads ? item.moves().subject() : null,
        "to",
        Json.person(item.to(), call.directory()),
        "why",
        reads ? call.routes().words().why(item.proposal()) : null,
        "choice",
        reads ? RouteShape.choice(item.proposal()) : null,
        "note",
        reads ? marked.notes().get(item.moves().id()) : null);
  }

  private Future<Answer> confirm(
      Call call,
      Official official,
      String successor,
      Map<String, String> adjusted,
      String note,
      String by) {
    return seen(call, official.id())
        .compose(
            before ->
                departing
                    .confirm(official.id(), successor, adjusted, note, by)
                    .compose(
                        handover ->
                            moved(call, handover, before)
                                .map(
                                    moves ->
                                        Answer.ok(
                                            head(call, handover)
                                                .put("moves", Json.list(moves, one -> one))))));
  }

  /** What became of each: one that could not move stays to be moved by the clock. */
  private Future<List<JsonObject>> moved(
      Call call, Handover handover, List<Departing.Item> before) {
    List<Future<JsonObject>> each =
        before.stream()
            .map(
                item ->
                    cases
                        .find(item.moves().id())
                        .map(after -> moved(call, handover, item, after.orElseThrow())))
            .toList();
    return Future.all(each).map(all -> each.stream().map(Future::result).toList());
  }

  private static JsonObject moved(Call call, Handover handover, Departing.Item item, Case after) {
    return proposed(call, handover, item)
        .put("to", Json.person(after.official(), call.directory()))
        .put("moved", !after.official().equals(item.moves().official()));
  }
}
