package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** Promises at a moment that an official names: read in an answer and offered, then confirmed. */
final class PromisingCalls {
  private final Changing changing;
  private final CaseFinding finding;

  PromisingCalls(Changing changing, CaseFinding finding) {
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/cases/:number/offered-promises", Scope.CASES_READ, this::offered),
        Operation.post("/cases/:number/promises", Scope.CASES_WRITE, this::promise));
  }

  /** What is asked of a promise, in a body of its own or in that of a reply. */
  static Unsigned fields(Fields body) {
    PromiseKind kind = body.needed("kind", body.oneOf("kind", PromiseKind.class));
    Instant due = body.needed("due", body.moment("due"));
    String words = body.needed("words", body.line("words", Promising.LONGEST));
    String written = body.line("phone", Fields.PHONE);
    Optional<Address> phone = Addresses.phone(written);
    if (written != null && phone.isEmpty()) {
      body.mistake("phone", "phone");
    }
    return by -> new Promising(kind, due, words, phone.map(Address::value).orElse(null), by);
  }

  /** A promise that nobody made yet. */
  interface Unsigned {
    Promising by(String official);
  }

  /** What is offered, as it is posted to confirm it; and which of it falls on a day off. */
  private Future<Answer> offered(Call call) {
    Moment moment = new Moment(call.now(), call.directory());
    return finding.own(call, call.path("number")).map(one -> Answer.ok(offered(one, moment)));
  }

  private static JsonObject offered(Case one, Moment moment) {
    List<Promise> all = DatedOffers.in(one);
    List<Instant> off =
        all.stream()
            .filter(read -> DatedOffers.isOff(one.ownerOf(read), read.due(), moment))
            .map(Promise::due)
            .distinct()
            .toList();
    return Json.of(
        "items",
        Json.list(all, PromisingCalls::dated),
        "offDays",
        Json.list(off, Instant::toString));
  }

  private static Object dated(Promise one) {
    return Json.of("kind", one.kind(), "due", one.due(), "words", one.said());
  }

  private Future<Answer> promise(Call call) {
    Fields body = call.body();
    Unsigned asked = fields(body);
    Said said = Said.by(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              Promising promising = asked.by(said.by(call, one));
              return changing.call(call, one, promising).map(after -> made(call, after, promising));
            });
  }

  private static Answer made(Call call, Case after, Promising asked) {
    Promise made =
        after.promises().stream()
            .filter(one -> one.dated() && one.kind() == asked.kind())
            .filter(one -> one.due().equals(asked.due()))
            .findFirst()
            .orElseThrow();
    return Answer.created(
        new PromiseShape(after, call).listed(made), Call.BASE + "/cases/" + after.id());
  }
}
