package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.aanspreekpunt.figures.Counted;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.figures.Group;
import nl.aanspreekpunt.figures.Slice;
import nl.aanspreekpunt.figures.Span;
import nl.aanspreekpunt.figures.Value;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.figures.FiguresAsked;

/** The figures over time: those that the page shows, and no others. */
final class FiguresCalls {
  private final FiguresOverTime figures;

  FiguresCalls(FiguresOverTime figures) {
    this.figures = figures;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/figures", Scope.CASES_READ, this::show));
  }

  private Future<Answer> show(Call call) {
    Span span =
        Span.own(day(call, "from"), day(call, "until"))
            .orElseThrow(() -> call.wrong("until", "day"));
    String topic = call.query("topic");
    String neighbourhood = call.query("neighbourhood");
    if (topic != null && neighbourhood != null) {
      throw call.wrong("neighbourhood", "unknown-parameter");
    }
    Slice.By by =
        topic != null
            ? Slice.By.TOPIC
            : neighbourhood != null ? Slice.By.NEIGHBOURHOOD : Slice.By.ALL;
    String key = topic != null ? topic : neighbourhood;
    return figures
        .read(
            span,
            new FiguresOverTime.Which(teams(call), call.query("team"), by, key == null ? "" : key))
        .map(counted -> Answer.ok(shape(counted)));
  }

  /** Null: all. In the name of an official: those whose figures they read in the pages as well. */
  private static List<String> teams(Call call) {
    String team = call.query("team");
    if (call.caller().isSystem()) {
      return null;
    }
    Viewer viewer = Viewer.of(call.caller().official(), call.directory(), null, null, false);
    List<String> theirs =
        FiguresAsked.teams(viewer, call.directory()).stream().map(Team::id).toList();
    if (theirs.isEmpty() || (team != null && !theirs.contains(team))) {
      throw Problem.of(403, "not-your-team");
    }
    return theirs;
  }

  private static LocalDate day(Call call, String parameter) {
    String given = call.query(parameter);
    try {
      if (given != null) {
        return LocalDate.parse(given);
      }
    } catch (DateTimeException e) {
      throw call.wrong(parameter, "day");
    }
    throw call.wrong(parameter, "needed");
  }

  private static JsonObject shape(Counted counted) {
    JsonObject channels = new JsonObject();
    counted.channels().forEach((channel, n) -> channels.put(channel.toLowerCase(Locale.ROOT), n));
    JsonArray hours = new JsonArray();
    counted.hours().forEach(day -> hours.add(new JsonArray(day)));
    return Json.of(
        "from",
        counted.span().first().toString(),
        "until",
        counted.span().last().toString(),
        "countedAt",
        counted.countedAt(),
        "daysCounted",
        counted.days(),
        "figures",
        Json.list(counted.whole().values(), FiguresCalls::value),
        "parts",
        Json.list(counted.parts(), FiguresCalls::group),
        "teams",
        groups(counted, Slice.By.TEAM),
        "topics",
        groups(counted, Slice.By.TOPIC),
        "neighbourhoods",
        groups(counted, Slice.By.NEIGHBOURHOOD),
        "channels",
        channels,
        "hours",
        hours);
  }

  private static JsonArray groups(Counted counted, Slice.By by) {
    return Json.list(counted.groups().getOrDefault(by, List.of()), FiguresCalls::group);
  }

  private static JsonObject group(Group one) {
    return Json.of("id", one.key(), "figures", Json.list(one.values(), FiguresCalls::value));
  }

  private static JsonObject value(Value one) {
    boolean shown = one.shown();
    return Json.of(
        "figure",
        Json.kebab(one.figure()),
        "says",
        Json.kebab(one.says()),
        "value",
        shown ? one.value() : null,
        "ninetieth",
        shown && one.high() != one.value() ? one.high() : null,
        "over",
        shown ? one.cases() : null);
  }
}
