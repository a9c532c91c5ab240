package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.search.Asked;
import nl.aanspreekpunt.search.Excerpt;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.search.Search;
import nl.aanspreekpunt.search.Searching;
import nl.aanspreekpunt.search.View;

/** Finding cases by what was said in them. */
final class SearchCalls {
  private final Search search;

  SearchCalls(Search search) {
    this.search = search;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/search", Scope.CASES_READ, this::find),
        Operation.get("/search/views", Scope.CASES_READ, this::views));
  }

  private Future<Answer> find(Call call) {
    Page page = Page.of(call);
    if (page.after() != null && !Searching.isCursor(page.after())) {
      throw call.wrong("cursor", "cursor");
    }
    Asked asked = asked(call);
    if (call.caller().isSystem() && !call.caller().token().may(Scope.ADMIN)) {
      return Future.succeededFuture(Answer.ok(page.answer(new JsonArray(), null)));
    }
    CaseShape shape = new CaseShape(call);
    return search
        .searching()
        .find(asked, reader(call), page.after(), page.limit())
        .map(found -> Answer.ok(page.answer(items(found, call, shape), found.next())));
  }

  private static JsonArray items(Searching.Found found, Call call, CaseShape shape) {
    JsonArray items = new JsonArray();
    found.hits().forEach(hit -> items.add(item(hit.one(), hit.excerpt(), call, shape)));
    found.glimpses().forEach(one -> items.add(item(one, null, call, shape)));
    return items;
  }

  private static JsonObject item(Case one, Excerpt excerpt, Call call, CaseShape shape) {
    Access access = call.caller().access(one, call.now());
    return Json.of(
        "case",
        shape.brief(one, access),
        "excerpt",
        excerpt == null
            ? null
            : Json.list(
                excerpt.parts(), part -> Json.of("text", part.text(), "found", part.found())));
  }

  private static Reader reader(Call call) {
    Caller caller = call.caller();
    Moment moment = new Moment(call.now(), caller.directory());
    return new Reader(
        caller.official(), caller.isSystem() ? Set.of() : caller.official().roles(), moment);
  }

  private static Asked asked(Call call) {
    String words = call.query("q");
    if (words != null && words.length() > Asked.LONGEST) {
      throw call.wrong("q", "too-long", Asked.LONGEST);
    }
    Channel channel = call.queryOneOf("channel", Channel.class);
    return new Asked(
        words,
        call.queryOneOf("state", Case.State.class),
        call.query("team"),
        call.query("topic"),
        call.query("official"),
        channel == null ? null : channel.name(),
        day(call, "from"),
        day(call, "until"),
        call.queryFlag("late"));
  }

  private static LocalDate day(Call call, String name) {
    try {
      return call.query(name) == null ? null : LocalDate.parse(call.query(name));
    } catch (DateTimeException e) {
      throw call.wrong(name, "day");
    }
  }

  /** Those that an official sees; a system has none. */
  private Future<Answer> views(Call call) {
    Future<List<View>> all =
        call.caller().isSystem()
            ? Future.succeededFuture(List.of())
            : search.views().of(call.caller().official());
    return all.map(
        found ->
            Answer.ok(
                Json.of(
                    "items",
                    new JsonArray(
                        found.stream().map(SearchCalls::view).collect(Collectors.toList())))));
  }

  private static JsonObject view(View one) {
    return Json.of(
        "id",
        one.id(),
        "name",
        one.name(),
        "owner",
        one.owner(),
        "team",
        one.team(),
        "page",
        "/werk/zoeken/beelden/" + one.id());
  }
}
