package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.CallList;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.promise.Promise;

/** Whom to call, and what became of the calls that somebody took a request for. */
final class CallLists {
  private static final int MOST = 100;
  private final Cases cases;

  CallLists(Cases cases) {
    this.cases = cases;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/callback-requests", Scope.CASES_READ, this::toCall),
        Operation.get("/callback-requests/taken", Scope.CASES_READ, this::taken));
  }

  /** A page by when the calls are due; on it by when to call, as proposed. */
  private Future<Answer> toCall(Call call) {
    Page page = Page.of(call);
    Cases.Cursor after =
        page.after() == null
            ? null
            : CallList.after(page.after()).orElseThrow(() -> call.wrong("cursor", "cursor"));
    return new CallList(cases)
        .of(List.of(official(call)), after, page.limit())
        .map(
            found ->
                Answer.ok(
                    page.answer(
                        Json.list(toCall(call, page.shown(found)), one -> one),
                        page.next(found, CallList::key))));
  }

  private static List<JsonObject> toCall(Call call, List<Case> found) {
    return found.stream()
        .filter(one -> call.caller().access(one, call.now()) == Access.TEXT)
        .flatMap(one -> calls(call, one, true))
        .sorted(Comparator.comparing(CallLists::proposed))
        .toList();
  }

  /** Its state alone: who took a request need not be who may read the case. */
  private Future<Answer> taken(Call call) {
    String official = official(call);
    return cases
        .taken(official, MOST)
        .map(
            found ->
                found.stream()
                    .filter(one -> call.caller().access(one, call.now()) != Access.NONE)
                    .flatMap(one -> calls(call, one, false))
                    .toList())
        .map(all -> Answer.ok(Json.of("items", Json.list(all, one -> one))));
  }

  /** Whose list is asked for: an official's own, or the one that a system names. */
  static String official(Call call) {
    String asked = call.query("official");
    if (call.caller().isSystem()) {
      if (asked == null) {
        throw call.wrong("official", "needed");
      }
      return asked;
    }
    if (asked != null && !call.caller().is(asked)) {
      throw call.wrong("official", "by-another");
    }
    return call.caller().official().id();
  }

  private static Stream<JsonObject> calls(Call call, Case one, boolean open) {
    PromiseShape shape = new PromiseShape(one, call);
    return one.promises().stream()
        .filter(promise -> promise.callback() != null && (promise.open() || !open))
        .map(promise -> open ? shape.listed(promise) : outline(shape, promise));
  }

  private static JsonObject outline(PromiseShape shape, Promise promise) {
    JsonObject seen = shape.outline(promise);
    seen.remove("step");
    seen.put("steps", new io.vertx.core.json.JsonArray());
    return seen;
  }

  private static Instant proposed(JsonObject shape) {
    JsonObject proposed = shape.getJsonObject("callback").getJsonObject("proposed");
    return Instant.parse(proposed == null ? shape.getString("due") : proposed.getString("from"));
  }
}
