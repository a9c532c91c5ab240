package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.talk.CallingOff;
import nl.aanspreekpunt.casework.talk.Fulfilling;
import nl.aanspreekpunt.casework.talk.Hushing;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.casework.talk.Rescheduling;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.TalkTimes;

/** Talks with the citizen of a case: proposed, planned, moved, called off and held. */
final class TalkCalls {
  private static final int WORK = 100;
  private final Changing changing;
  private final CaseFinding finding;
  private final Cases cases;
  private final Identities identities;

  TalkCalls(Changing changing, CaseFinding finding, Cases cases, Identities identities) {
    this.changing = changing;
    this.finding = finding;
    this.cases = cases;
    this.identities = identities;
  }

  List<Operation> operations() {
    String appointments = "/cases/:number/appointments";
    return List.of(
        Operation.get("/cases/:number/talk", Scope.CASES_READ, this::read),
        Operation.post("/cases/:number/talk-proposals", Scope.CASES_WRITE, this::propose),
        Operation.post(appointments, Scope.CASES_WRITE, this::plan),
        Operation.post(appointments + "/move", Scope.CASES_WRITE, this::move),
        Operation.post(appointments + "/call-off", Scope.CASES_WRITE, this::callOff),
        Operation.post(appointments + "/held", Scope.CASES_WRITE, this::held),
        Operation.post("/cases/:number/undertakings", Scope.CASES_WRITE, this::fulfil));
  }

  private Future<Answer> read(Call call) {
    Moment moment = new Moment(call.now(), call.directory());
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                cases
                    .promised(one.official(), WORK)
                    .map(work -> Answer.ok(shape(one, work, moment))));
  }

  private static JsonObject shape(Case one, List<Case> work, Moment moment) {
    ProposedTalks proposed = new ProposedTalks(one, work, moment);
    Talks talks = one.care().talks();
    return Json.of(
        "signs",
        Json.list(TalkSigns.of(one, moment.directory().talks()), TalkCalls::sign),
        "off",
        talks.off() != null,
        "proposed",
        Json.list(
            Stream.of(CaseEvent.Talk.values())
                .flatMap(how -> proposed.times(how).stream().map(it -> slot(how, it)))
                .toList(),
            it -> it),
        "appointments",
        Json.list(talks.planned(), TalkCalls::planned),
        "cautions",
        Json.list(
            talks.cautions(), it -> Json.of("at", it.at(), "by", it.by(), "words", it.words())));
  }

  private static JsonObject sign(TalkSigns.Sign one) {
    return Json.of(
        "kind",
        one.kind(),
        "words",
        one.words().isEmpty() ? null : Json.list(one.words(), it -> it),
        "count",
        one.count() == 0 ? null : one.count());
  }

  private static JsonObject slot(CaseEvent.Talk how, TalkTimes.Proposal it) {
    return Json.of("how", how, "from", it.from(), "until", it.until(), "suits", it.suits());
  }

  private static JsonObject planned(Appointment one) {
    return Json.of(
        "id",
        one.uid(),
        "promise",
        one.promise(),
        "how",
        one.how(),
        "from",
        one.from(),
        "until",
        one.until(),
        "place",
        one.place(),
        "about",
        one.about(),
        "official",
        one.official(),
        "unsuited",
        one.unsuited());
  }

  private Future<Answer> act(
      Call call, Fields body, int status, Said said, BiFunction<Case, String, Act> act) {
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(one -> changing.change(call, one, act.apply(one, said.by(call, one))))
        .compose(after -> changing.shown(call, after, status));
  }

  private Future<Answer> propose(Call call) {
    Fields body = call.body();
    boolean off = body.flag("off");
    return act(call, body, 200, Said.by(body), (one, by) -> new Hushing(off, by));
  }

  private Future<Answer> plan(Call call) {
    Fields body = call.body();
    CaseEvent.Talk how = body.needed("how", body.oneOf("how", CaseEvent.Talk.class));
    Instant from = body.needed("from", body.moment("from"));
    Instant until = body.moment("until");
    String place = or(body.line("place", Inviting.LINE));
    String about = or(body.line("about", Inviting.LINE));
    String caution = or(body.text("caution", Inviting.CAUTION));
    String despite = or(body.text("despite", DespiteContact.LONGEST));
    String written = body.line("phone", Fields.PHONE);
    Optional<Address> phone = Addresses.phone(written);
    if (written != null && phone.isEmpty()) {
      body.mistake("phone", "phone");
    }
    String number = phone.map(Address::value).orElse(null);
    Said said = Said.by(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                identities
                    .ofCitizen(one.citizen())
                    .compose(
                        known -> {
                          String by = said.by(call, one);
                          Inviting plan =
                              new Inviting(how, from, until, place, about, number, caution, by);
                          Identity.AgreedContact agreed =
                              Identity.agreed(known, call.now()).orElse(null);
                          return changing.change(
                              call, one, new DespiteContact(plan, agreed, despite, by));
                        }))
        .compose(after -> changing.shown(call, after, 201));
  }

  private Future<Answer> move(Call call) {
    Fields body = call.body();
    String uid = body.needed("appointment", body.line("appointment", Fields.LINE));
    Instant from = body.needed("from", body.moment("from"));
    Instant until = body.moment("until");
    String place = body.line("place", Inviting.LINE);
    String reason = or(body.line("reason", Inviting.LINE));
    return act(
        call,
        body,
        200,
        Said.by(body),
        (one, by) -> new Rescheduling(uid, from, until, place, reason, by));
  }

  private Future<Answer> callOff(Call call) {
    Fields body = call.body();
    String uid = body.needed("appointment", body.line("appointment", Fields.LINE));
    String reason = body.needed("reason", body.line("reason", Inviting.LINE));
    return act(call, body, 200, Said.by(body), (one, by) -> new CallingOff(uid, reason, by));
  }

  private Future<Answer> held(Call call) {
    Fields body = call.body();
    String uid = body.line("appointment", Fields.LINE);
    CaseEvent.Talk how = body.oneOf("how", CaseEvent.Talk.class);
    if (uid == null) {
      body.needed("how", how);
    }
    String present = or(body.line("present", Inviting.LINE));
    String note = body.needed("note", body.text("note", PuttingDown.LONGEST));
    String theirs = or(body.text("theirs", PuttingDown.THEIRS));
    List<PuttingDown.Agreement> agreed =
        body.sections("agreements", PuttingDown.MOST).stream().map(TalkCalls::agreement).toList();
    Said said = Said.in(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              String by = said.by(call, one);
              PuttingDown act =
                  new PuttingDown(
                      uid, how, present, note, theirs, agreed, List.of(), said.seen(one), by);
              return changing.answer(call, one, act, by);
            })
        .compose(after -> changing.shown(call, after, 201));
  }

  private static PuttingDown.Agreement agreement(Fields one) {
    return new PuttingDown.Agreement(
        or(one.needed("words", one.line("words", Inviting.LINE))),
        one.needed("due", one.moment("due")));
  }

  private Future<Answer> fulfil(Call call) {
    Fields body = call.body();
    String promise = body.needed("promise", body.line("promise", Fields.LINE));
    Fulfilling.What what = body.needed("what", body.oneOf("what", Fulfilling.What.class));
    String words = or(body.line("words", Inviting.LINE));
    return act(
        call, body, 200, Said.by(body), (one, by) -> new Fulfilling(promise, what, words, by));
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }
}
