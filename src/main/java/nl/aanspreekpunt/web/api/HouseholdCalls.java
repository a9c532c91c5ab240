package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.household.HouseholdAccess;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Household;

/** Households and organisations, for who works for one of them. */
final class HouseholdCalls {
  private static final int MOST = 50;

  private final HouseholdWork work;
  private final CaseFinding finding;
  private final HouseholdAccess access;

  HouseholdCalls(HouseholdWork work, CaseFinding finding, Cases cases) {
    this.work = work;
    this.finding = finding;
    this.access = new HouseholdAccess(cases);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/cases/:number/households", Scope.CASES_READ, this::ofCase),
        Operation.post("/cases/:number/households", Scope.CASES_WRITE, this::start),
        Operation.get("/households/:id", Scope.CASES_READ, this::show),
        Operation.post("/households/:id/links", Scope.CASES_WRITE, this::link),
        Operation.post("/households/:id/links/end", Scope.CASES_WRITE, this::end),
        Operation.post("/households/:id/standing-official", Scope.CASES_WRITE, this::stands));
  }

  /** A household, and the questions of who is in it of which this caller may know. */
  private record Theirs(Household one, List<HouseholdAccess.Seen> cases) {}

  private Future<Answer> ofCase(Call call) {
    return finding
        .own(call, call.path("number"))
        .compose(work::of)
        .map(all -> Answer.ok(Json.of("items", Json.list(all, one -> shape(one, List.of())))));
  }

  private Future<Answer> start(Call call) {
    Fields body = call.body();
    Household.Kind kind = body.needed("kind", body.oneOf("kind", Household.Kind.class));
    String name = body.needed("name", body.line("name", HouseholdWork.LONGEST_NAME));
    Said said = Said.by(body);
    body.check();
    String id =
        call.key() == null
            ? UUID.randomUUID().toString()
            : UUID.nameUUIDFromBytes(
                    (call.caller().token().id() + call.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                work.start(id + "-" + one.id(), kind, name, one, called(one), said.by(call, one)))
        .map(
            done ->
                Answer.created(
                    shape(done(done), List.of()), Call.BASE + "/households/" + done.now().id()));
  }

  private static String called(Case one) {
    return one.participants().stream()
        .filter(who -> who.link().equals(one.contact()))
        .map(Participant::name)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(one.id());
  }

  private static Household done(Done<Household> done) {
    if (done.refused()) {
      throw Problem.refused(done.refusal());
    }
    return done.now();
  }

  /** As if it were not there for who works for none of them. */
  private Future<Theirs> theirs(Call call) {
    return work.households()
        .find(call.path("id"))
        .map(found -> found.orElseThrow(() -> Problem.noSuch("household")))
        .compose(
            one ->
                access
                    .questions(one)
                    .map(
                        all -> {
                          List<HouseholdAccess.Seen> seen = seen(call, all);
                          if (!works(call, one, seen)) {
                            throw Problem.of(403, "not-your-household");
                          }
                          return new Theirs(one, seen);
                        }));
  }

  private static List<HouseholdAccess.Seen> seen(Call call, List<Case> all) {
    return all.stream()
        .map(one -> new HouseholdAccess.Seen(one, call.caller().access(one, call.now())))
        .filter(it -> it.access() != Access.NONE)
        .toList();
  }

  private static boolean works(Call call, Household one, List<HouseholdAccess.Seen> seen) {
    return call.caller().isSystem()
        ? call.caller().token().may(Scope.ADMIN)
        : HouseholdAccess.theirs(
            one, seen, call.caller().official(), new Moment(call.now(), call.directory()));
  }

  private Future<Answer> show(Call call) {
    return theirs(call).map(it -> Answer.ok(shape(it.one(), it.cases())));
  }

  private Future<Answer> link(Call call) {
    Fields body = call.body();
    boolean without = body.flag("withoutAddress");
    String address =
        without
            ? body.line("address", Fields.LINE)
            : body.needed("address", body.line("address", Fields.LINE));
    String name = body.needed("name", body.line("name", HouseholdWork.LONGEST_NAME));
    Household.Role role = body.needed("role", body.oneOf("role", Household.Role.class));
    List<String> of = body.needed("of", body.texts("of", MOST));
    Household.Rights rights =
        new Household.Rights(body.flag("see"), body.flag("ask"), body.flag("decide"));
    boolean mutual = body.flag("mutual");
    String how = body.needed("how", body.text("how", HouseholdWork.LONGEST_HOW));
    LocalDate on = day(body, body.needed("on", body.line("on", Fields.LINE)));
    Said said = Said.by(body);
    body.check();
    return theirs(call)
        .compose(
            it ->
                work.link(
                    it.one().id(),
                    new HouseholdWork.Asked(
                        Addresses.email(address).or(() -> Addresses.phone(address)).orElse(null),
                        name,
                        role,
                        of,
                        rights,
                        mutual,
                        how,
                        on,
                        without),
                    said.by(call, "hub")))
        .compose(done -> after(call, done));
  }

  private static LocalDate day(Fields body, String on) {
    try {
      return on == null ? null : LocalDate.parse(on);
    } catch (DateTimeException e) {
      body.mistake("on", "day");
      return null;
    }
  }

  private Future<Answer> end(Call call) {
    Fields body = call.body();
    String one = body.needed("one", body.line("one", Fields.LINE));
    String other = body.needed("other", body.line("other", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return theirs(call)
        .compose(it -> work.end(it.one().id(), one, other, said.by(call, "hub")))
        .compose(done -> after(call, done));
  }

  private Future<Answer> stands(Call call) {
    Fields body = call.body();
    String official = body.needed("official", body.line("official", Fields.LINE));
    Said said = Said.by(body);
    body.check();
    return theirs(call)
        .compose(it -> work.stands(it.one().id(), official, said.by(call, "hub")))
        .compose(done -> after(call, done));
  }

  /** Who was in it may be in it no more: what they may know is seen anew. */
  private Future<Answer> after(Call call, Done<Household> done) {
    Household one = done(done);
    return access.questions(one).map(all -> Answer.ok(shape(one, seen(call, all))));
  }

  private static JsonObject shape(Household one, List<HouseholdAccess.Seen> cases) {
    return Json.of(
        "id",
        one.id(),
        "kind",
        one.kind(),
        "name",
        one.name(),
        "standingOfficial",
        one.official().orElse(null),
        "members",
        Json.list(
            one.members(),
            who ->
                Json.of(
                    "citizen",
                    who.citizen(),
                    "name",
                    who.name(),
                    "role",
                    who.role(),
                    "from",
                    who.from(),
                    "until",
                    who.until())),
        "links",
        Json.list(one.links(), HouseholdCalls::link),
        "cases",
        one.citizens().isEmpty() ? null : Json.list(cases, HouseholdCalls::asked));
  }

  private static JsonObject link(Household.Link one) {
    return Json.of(
        "of",
        one.of(),
        "to",
        one.to(),
        "see",
        one.rights().see(),
        "ask",
        one.rights().ask(),
        "decide",
        one.rights().decide(),
        "consent",
        Json.of(
            "how",
            one.consent().how(),
            "on",
            one.consent().on().toString(),
            "recordedBy",
            one.consent().recordedBy()),
        "from",
        one.from(),
        "until",
        one.until(),
        "endedBy",
        one.endedBy());
  }

  private static JsonObject asked(HouseholdAccess.Seen seen) {
    Case one = seen.one();
    return Json.of(
        "number",
        one.id(),
        "subject",
        seen.access().showsSubject(one) ? one.subject() : null,
        "state",
        one.state(),
        "official",
        one.official());
  }
}
