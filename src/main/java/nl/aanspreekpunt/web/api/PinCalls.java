package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Pin;

/** Rules that who leads an official pins about them, and takes back. */
final class PinCalls {
  private final Directories directories;

  PinCalls(Directories directories) {
    this.directories = directories;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/pins", Scope.STAFF_WRITE, this::list),
        Operation.post("/pins", Scope.STAFF_WRITE, this::pin),
        Operation.post("/pins/:id/revoke", Scope.STAFF_WRITE, this::revoke));
  }

  private Future<Answer> list(Call call) {
    List<Pin> theirs =
        call.directory().pins().stream().filter(pin -> leads(call, pin.official())).toList();
    return Future.succeededFuture(
        Answer.ok(Json.of("items", Json.list(theirs, pin -> shape(pin, call.directory(), call)))));
  }

  private static boolean leads(Call call, String official) {
    return call.directory().official(official).filter(call.caller()::leads).isPresent();
  }

  private Future<Answer> pin(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    if (official != null && !call.directory().employed(official, call.now())) {
      body.mistake("official", "colleague");
    }
    String topic =
        known(body, "topic", call.directory().topics().stream().map(t -> t.id()).toList());
    String neighbourhood =
        known(body, "neighbourhood", List.copyOf(call.directory().neighbourhoods().keySet()));
    String organisation = body.line("organisation", Fields.LINE);
    String word = body.line("word", Fields.LINE);
    boolean not = body.flag("not");
    boolean first = body.flag("first");
    Instant from = body.moment("from");
    Instant until = body.moment("until");
    String reason = body.needed("reason", body.line("reason", Fields.LINE));
    if (topic == null && neighbourhood == null && blank(organisation) && blank(word)) {
      body.mistake("topic", "needed");
    }
    Instant since = from == null ? call.now() : from;
    if (until != null && !until.isAfter(since)) {
      body.mistake("until", "after-from");
    }
    Said said = Said.by(body);
    body.check();
    if (!leads(call, official)) {
      throw Problem.of(403, "not-your-colleague");
    }
    Pin pin =
        new Pin(
            "",
            topic,
            neighbourhood,
            blank(organisation) ? null : organisation.toLowerCase(Locale.ROOT),
            blank(word) ? null : word,
            official,
            not,
            first,
            since,
            until,
            reason,
            said.by(call, "hub"),
            call.now(),
            null);
    return directories
        .pin(pin, Changing.asked(call))
        .map(after -> Answer.created(shape(latest(after, pin), after, call), Call.BASE + "/pins"));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String known(Fields body, String field, List<String> ids) {
    String id = body.line(field, Fields.LINE);
    if (id != null && !ids.contains(id)) {
      body.mistake(field, field);
    }
    return id;
  }

  /** The one that was made, or that said the same before. */
  private static Pin latest(Directory after, Pin made) {
    return after.pins().stream()
        .filter(one -> one.official().equals(made.official()))
        .filter(one -> one.reason().equals(made.reason()) && one.revoked() == null)
        .findFirst()
        .orElse(made);
  }

  private Future<Answer> revoke(Call call) {
    Optional<Pin> known =
        call.directory().pins().stream()
            .filter(one -> one.id().equals(call.path("id")))
            .filter(one -> leads(call, one.official()))
            .findFirst();
    if (known.isEmpty()) {
      throw Problem.noSuch("pin");
    }
    Fields body = call.body();
    String reason = body.needed("reason", body.line("reason", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    String id = known.get().id();
    return directories
        .unpin(id, said.by(call, "hub"), reason)
        .map(
            after ->
                Answer.ok(
                    after.pins().stream()
                        .filter(one -> one.id().equals(id))
                        .map(one -> shape(one, after, call))
                        .findFirst()
                        .orElseThrow()));
  }

  private static JsonObject shape(Pin pin, Directory directory, Call call) {
    return Json.of(
        "id",
        pin.id(),
        "topic",
        pin.topic(),
        "neighbourhood",
        pin.neighbourhood(),
        "organisation",
        pin.organisation(),
        "word",
        pin.word(),
        "official",
        Json.person(pin.official(), directory),
        "not",
        pin.not(),
        "first",
        pin.first(),
        "from",
        pin.from(),
        "until",
        pin.until(),
        "reason",
        pin.reason(),
        "by",
        pin.by(),
        "at",
        pin.at(),
        "stands",
        pin.stands(call.now()),
        "followed",
        !pin.pointsNowhere(directory) && (pin.not() || directory.here(pin.official(), call.now())),
        "revoked",
        pin.revoked() == null
            ? null
            : Json.of(
                "at",
                pin.revoked().at(),
                "by",
                pin.revoked().by(),
                "reason",
                pin.revoked().reason()));
  }
}
