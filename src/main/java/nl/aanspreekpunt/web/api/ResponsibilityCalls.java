package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Holding;
import nl.aanspreekpunt.casework.Standing;
import nl.aanspreekpunt.casework.Steadying;
import nl.aanspreekpunt.citizen.Identities;

/** Who was responsible when, how many officials a citizen met, and who stays. */
final class ResponsibilityCalls {
  private static final int MOST = 200;

  private final Cases cases;
  private final Casework casework;
  private final CaseFinding finding;
  private final Changing changing;
  private final Standing standing;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins and ends
   */
  ResponsibilityCalls(
      Cases cases, Casework casework, Identities identities, Changing changing, ZoneId zone) {
    this.cases = cases;
    this.casework = casework;
    this.finding = new CaseFinding(cases);
    this.changing = changing;
    this.standing = new Standing(casework, identities);
    this.zone = zone;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/cases/:number/responsibilities", Scope.CASES_READ, this::held),
        Operation.post("/cases/:number/steady-official", Scope.CASES_WRITE, this::stays),
        Operation.get("/citizens/:id/officials-met", Scope.CASES_READ, this::met));
  }

  /** All of them, or those of one day. */
  private Future<Answer> held(Call call) {
    LocalDate day = day(call, zone);
    Instant start = day == null ? Instant.MIN : day.atStartOfDay(zone).toInstant();
    Instant end = day == null ? Instant.MAX : day.plusDays(1).atStartOfDay(zone).toInstant();
    return finding
        .seen(call, call.path("number"))
        .map(
            one ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(Holding.between(one, start, end), held -> held(call, one, held)),
                        "acted",
                        Json.list(Holding.acting(one, start, end), acted -> acted(call, acted)))));
  }

  /** Today or before; null when none is asked for. */
  static LocalDate day(Call call, ZoneId zone) {
    LocalDate day;
    try {
      day = call.query("day") == null ? null : LocalDate.parse(call.query("day"));
    } catch (DateTimeException e) {
      throw call.wrong("day", "day");
    }
    if (day != null && ahead(call, day, zone)) {
      throw call.wrong("day", "day-past");
    }
    return day;
  }

  static boolean ahead(Call call, LocalDate day, ZoneId zone) {
    return day.isAfter(LocalDate.ofInstant(call.now(), zone));
  }

  private static JsonObject held(Call call, Case one, Holding held) {
    boolean open = call.caller().access(one, call.now()) == Access.TEXT;
    return Json.of(
        "official",
        Json.person(held.official(), call.directory()),
        "case",
        held.number(),
        "citizen",
        open ? held.citizen() : null,
        "from",
        held.from(),
        "until",
        held.until(),
        "reason",
        open ? held.reason() : null,
        "by",
        open ? held.by() : null,
        "predecessor",
        held.predecessor() == null ? null : Json.person(held.predecessor(), call.directory()));
  }

  private static JsonObject acted(Call call, Acting acted) {
    return Json.of(
        "official",
        Json.person(acted.official(), call.directory()),
        "insteadOf",
        Json.person(acted.insteadOf(), call.directory()),
        "promise",
        acted.promise(),
        "from",
        acted.from(),
        "until",
        acted.until());
  }

  private Future<Answer> stays(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    if (official != null && !call.directory().employed(official, call.now())) {
      body.mistake("official", "colleague");
    }
    Said said = Said.by(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              leads(call, one);
              String by = said.by(call, "hub");
              return standing
                  .set(one.citizen(), one.topic(), official, by, List.of(one))
                  .compose(set -> casework.change(one.id(), new Steadying(official, by)));
            })
        .map(Changing::after)
        .compose(after -> changing.shown(call, after, 200));
  }

  private static void leads(Call call, Case one) {
    boolean leads =
        call.caller().isSystem()
            || call.directory().ledBy(call.caller().official().id()).stream()
                .anyMatch(team -> team.id().equals(one.team()));
    if (!leads) {
      throw Problem.of(403, "not-your-team");
    }
  }

  /** For who helps this citizen. */
  private Future<Answer> met(Call call) {
    return cases
        .ofCitizen(call.path("id"), MOST)
        .map(
            all -> {
              List<Case> readable =
                  all.stream()
                      .filter(one -> call.caller().access(one, call.now()) == Access.TEXT)
                      .toList();
              if (all.isEmpty()) {
                throw Problem.noSuch("citizen");
              }
              if (readable.isEmpty()) {
                throw Problem.of(403, "not-your-citizen");
              }
              return Answer.ok(
                  Json.of(
                      "citizen",
                      call.path("id"),
                      "inAll",
                      Holding.met(all),
                      "cases",
                      Json.list(
                          readable, one -> Json.of("case", one.id(), "met", one.met().size()))));
            });
  }
}
