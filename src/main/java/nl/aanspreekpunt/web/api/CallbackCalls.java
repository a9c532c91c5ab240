package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Preferring;
import nl.aanspreekpunt.casework.Requesting;
import nl.aanspreekpunt.casework.StillWanting;
import nl.aanspreekpunt.casework.Withdrawing;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** Asking for a call, and trying to call. */
final class CallbackCalls {
  private final Changing changing;
  private final CaseFinding finding;

  CallbackCalls(Changing changing, CaseFinding finding) {
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/cases/:number/callback-requests", Scope.CASES_WRITE, this::request),
        Operation.post("/callback-requests/:id/attempts", Scope.CASES_WRITE, this::attempt),
        Operation.post("/callback-requests/:id/preferred", Scope.CASES_WRITE, this::preferred),
        Operation.post("/callback-requests/:id/wanted", Scope.CASES_WRITE, this::wanted),
        Operation.post("/callback-requests/:id/withdraw", Scope.CASES_WRITE, this::withdraw));
  }

  private Future<Answer> request(Call call) {
    Fields body = call.body();
    Optional<Address> phone = phone(body);
    String reason = body.text("reason", Fields.WORDS);
    String preferred = TimesFields.of(body);
    Said said = Said.by(body);
    body.check();
    return finding
        .seen(call, call.path("number"))
        .compose(
            one -> {
              mayRequest(call, one);
              String number =
                  phone.or(() -> known(one)).orElseThrow(CallbackCalls::unknown).value();
              String by = said.by(call, "citizen");
              return changing.call(call, one, new Requesting(number, or(reason), preferred, by));
            })
        .map(after -> requested(call, after));
  }

  private static Optional<Address> phone(Fields body) {
    String written = body.line("phone", Fields.PHONE);
    Optional<Address> phone = Addresses.phone(written);
    if (written != null && phone.isEmpty()) {
      body.mistake("phone", "phone");
    }
    return phone;
  }

  /** A clerk takes the wish of whoever stands before them, whosever case it is. */
  private static void mayRequest(Call call, Case one) {
    Access access = call.caller().access(one, call.now());
    if (!access.mayAct() && !call.caller().has(Role.CLERK)) {
      throw Problem.of(403, "not-your-case");
    }
  }

  private static Optional<Address> known(Case one) {
    return one.participants().stream()
        .map(participant -> participant.address())
        .filter(address -> address.kind() == Address.Kind.PHONE)
        .reduce((earlier, later) -> later);
  }

  private static Problem unknown() {
    return Problem.mistake("phone", "needed");
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }

  /** A clerk hears by when, and nothing of what others asked or tried in a case of others. */
  private static Answer requested(Call call, Case after) {
    Promise promise =
        after.promises().stream()
            .filter(one -> one.kind() == PromiseKind.CALLBACK)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return Answer.created(shape(call, after, promise), Call.BASE + "/cases/" + after.id());
  }

  private Future<Answer> attempt(Call call) {
    Fields body = call.body();
    Attempt.Outcome outcome = body.needed("outcome", body.oneOf("outcome", Attempt.Outcome.class));
    String note = body.text("note", Fields.WORDS);
    Said said = Said.in(body);
    body.check();
    String id = call.path("id");
    return finding
        .own(call, number(id))
        .compose(
            one -> {
              asked(one, id);
              String by = said.by(call, one);
              Attempting attempt = new Attempting(id, by, outcome, note, said.seen(one));
              return outcome == Attempt.Outcome.REACHED
                  ? changing.answer(call, one, attempt, by)
                  : changing.change(call, one, attempt);
            })
        .map(
            after ->
                Answer.created(
                    new PromiseShape(after, call).listed(after.promise(id).orElseThrow()),
                    Call.BASE + "/cases/" + after.id()));
  }

  private static String number(String id) {
    int dash = id.indexOf('-');
    if (dash < 0) {
      throw Problem.noSuch("callback-request");
    }
    return id.substring(0, dash);
  }

  private static void asked(Case one, String id) {
    if (one.promise(id).filter(asked -> asked.callback() != null).isEmpty()) {
      throw Problem.noSuch("callback-request");
    }
  }

  private Future<Answer> preferred(Call call) {
    Fields body = call.body();
    String preferred = TimesFields.of(body);
    Said said = Said.by(body);
    if (preferred.isEmpty()) {
      body.mistake("preferred", "needed");
    }
    return changed(call, body, said, (id, by) -> new Preferring(id, preferred, by));
  }

  private Future<Answer> wanted(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    return changed(call, body, said, StillWanting::new);
  }

  private Future<Answer> withdraw(Call call) {
    Fields body = call.body();
    String heard = body.text("heard", Withdrawing.LONGEST);
    Said said = Said.by(body);
    return changed(call, body, said, (id, by) -> new Withdrawing(id, by, heard));
  }

  /** A clerk takes the word of whoever stands before them, whosever case it is. */
  private Future<Answer> changed(
      Call call, Fields body, Said said, BiFunction<String, String, Act> act) {
    body.check();
    String id = call.path("id");
    return finding
        .seen(call, number(id))
        .compose(
            one -> {
              mayRequest(call, one);
              asked(one, id);
              return changing.change(call, one, act.apply(id, said.by(call, "citizen")));
            })
        .map(after -> Answer.ok(shape(call, after, after.promise(id).orElseThrow())));
  }

  private static JsonObject shape(Call call, Case after, Promise promise) {
    PromiseShape shape = new PromiseShape(after, call);
    boolean reads = call.caller().access(after, call.now()) == Access.TEXT;
    return reads ? shape.listed(promise) : shape.outline(promise);
  }
}
