package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.casework.Import;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.TableMistake;
import nl.aanspreekpunt.web.Wording;

/** Officials as a table (CSV): taken along, seen, taken in. */
final class TableCalls {
  private static final String PATH = "/directory/officials";
  private static final String MEANT =
      "would become an administrator; say administrators=true when that is meant";

  private final Importing importing;

  TableCalls(Importing importing) {
    this.importing = importing;
  }

  List<Operation> operations() {
    return List.of(
        Operation.table(
            PATH, Scope.ADMIN, call -> Future.succeededFuture(Answer.table(importing.table()))),
        Operation.post(PATH + "/preview", Scope.ADMIN, this::preview),
        Operation.put(PATH, Scope.ADMIN, this::takeIn),
        Operation.get("/directory/imports/:id", Scope.ADMIN, this::look));
  }

  private Future<Importing.Preview> read(Call call) {
    boolean complete = call.queryFlag("complete");
    return importing.preview(call.table(), complete);
  }

  private Future<Answer> preview(Call call) {
    return read(call)
        .map(
            seen ->
                Answer.ok(
                    Json.of(
                        "new",
                        Json.list(seen.added(), id -> id),
                        "changes",
                        Json.list(seen.lines(), DirectoryLine::toString),
                        "leaving",
                        Json.list(seen.leaving(), id -> id),
                        "returning",
                        Json.list(seen.returning(), id -> id),
                        "administrators",
                        Json.list(seen.administrators(), id -> id),
                        "mistakes",
                        Json.list(seen.mistakes(), TableCalls::mistake))));
  }

  private static JsonObject mistake(TableMistake one) {
    return Json.of(
        "line",
        one.line(),
        "column",
        one.column().isEmpty() ? null : one.column(),
        "detail",
        detail(one));
  }

  private static String detail(TableMistake one) {
    String what = Wording.in("en").say("officials.mistake." + one.what());
    return one.value().isEmpty() ? what : what + ": " + one.value();
  }

  private Future<Answer> takeIn(Call call) {
    String by = call.caller().isSystem() ? "hub" : call.caller().official().id();
    boolean meant = call.queryFlag("administrators");
    return read(call)
        .compose(
            seen -> {
              if (!seen.mistakes().isEmpty()) {
                return refused(seen.mistakes());
              }
              return seen.administrators().isEmpty() || meant
                  ? importing.keep(seen, by).compose(importing::carryOut)
                  : notMeant(seen.administrators());
            })
        .map(begun -> Answer.ok(shape(begun)));
  }

  private static <T> Future<T> refused(List<TableMistake> mistakes) {
    return Problem.mistakes(
            422,
            mistakes.stream()
                .map(
                    one ->
                        new Problem.Mistake("line " + one.line() + " " + one.column(), detail(one)))
                .toList())
        .failed();
  }

  /** Nobody becomes an administrator without somebody saying that it is meant. */
  private static <T> Future<T> notMeant(List<String> administrators) {
    return Problem.mistakes(
            422,
            administrators.stream()
                .map(id -> new Problem.Mistake("roles", id + " " + MEANT))
                .toList())
        .failed();
  }

  private Future<Answer> look(Call call) {
    return importing
        .find(call.path("id"))
        .map(
            found ->
                found
                    .map(one -> Answer.ok(shape(one)))
                    .orElseThrow(() -> Problem.noSuch("import")));
  }

  private static JsonObject shape(Import one) {
    return Json.of(
        "id",
        one.id(),
        "state",
        one.ended() ? "done" : one.waits() ? "shown" : "running",
        "steps",
        one.steps(),
        "done",
        one.done(),
        "by",
        one.by(),
        "at",
        one.at());
  }
}
