package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.aanspreekpunt.council.Council;
import nl.aanspreekpunt.council.Period;
import nl.aanspreekpunt.council.Shown;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.web.Viewer;

/** The council's report: the figures that the page shows, and no others. */
final class CouncilCalls {
  private final Council council;

  CouncilCalls(Council council) {
    this.council = council;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/council-reports/:period", Scope.CASES_READ, this::show));
  }

  /** In the name of an official: of who reads it in the pages as well. */
  private Future<Answer> show(Call call) {
    Caller caller = call.caller();
    if (!caller.isSystem() && !reads(caller)) {
      throw Problem.of(403, "not-your-report");
    }
    Period period =
        Period.named(call.path("period"))
            .filter(one -> council.begun(one, call.now()))
            .orElseThrow(() -> Problem.noSuch("period"));
    return council
        .read(period)
        .map(columns -> Answer.ok(shape(columns.get(columns.size() - 1), columns)));
  }

  private static boolean reads(Caller caller) {
    Viewer viewer = Viewer.of(caller.official(), caller.directory(), null, null, false);
    return viewer.leads() || viewer.is(Role.AUDITOR);
  }

  private static JsonObject shape(Council.Column one, List<Council.Column> all) {
    return shape(one).put("before", Json.list(all.subList(0, all.size() - 1), CouncilCalls::shape));
  }

  private static JsonObject shape(Council.Column one) {
    return Json.of(
        "period",
        one.period().name(),
        "from",
        one.from(),
        "until",
        one.until(),
        "countedAt",
        one.countedAt(),
        "ended",
        one.ended(),
        "figures",
        Json.list(one.figures(), CouncilCalls::figure));
  }

  private static JsonObject figure(Shown shown) {
    boolean figure = shown.says() == Shown.Says.VALUE;
    return Json.of(
        "figure",
        Json.kebab(shown.measure()),
        "recommendation",
        shown.measure().recommendation(),
        "unit",
        Json.kebab(shown.measure().unit()),
        "says",
        Json.kebab(shown.says()),
        "value",
        figure ? shown.value() : null,
        "over",
        figure ? shown.cases() : null);
  }
}
