package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Requesting;
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
        Operation.post("/callback-requests/:id/attempts", Scope.CASES_WRITE, this::attempt));
  }

  private Future<Answer> request(Call call) {
    Fields body = call.body();
    Optional<Address> phone = phone(body);
    String reason = body.text("reason", Fields.WORDS);
    String preferred = body.line("preferred", Fields.LINE);
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
              return changing.change(
                  call, one, new Requesting(number, or(reason), or(preferred), by));
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
    PromiseShape shape = new PromiseShape(after);
    boolean reads = call.caller().access(after, call.now()) == Access.TEXT;
    return Answer.created(
        reads ? shape.listed(promise) : shape.outline(promise), Call.BASE + "/cases/" + after.id());
  }

  private Future<Answer> attempt(Call call) {
    Fields body = call.body();
    Attempt.Outcome outcome = body.needed("outcome", body.oneOf("outcome", Attempt.Outcome.class));
    String note = body.text("note", Fields.WORDS);
    Said said = Said.in(body);
    body.check();
    String id = call.path("id");
    int dash = id.indexOf('-');
    if (dash < 0) {
      return Problem.noSuch("callback-request").failed();
    }
    return finding
        .own(call, id.substring(0, dash))
        .compose(
            one -> {
              if (one.promise(id).filter(asked -> asked.callback() != null).isEmpty()) {
                return Problem.noSuch("callback-request").failed();
              }
              String by = said.by(call, one);
              Attempting attempt = new Attempting(id, by, outcome, note, said.seen(one));
              return outcome == Attempt.Outcome.REACHED
                  ? changing.answer(call, one, attempt, by)
                  : changing.change(call, one, attempt);
            })
        .map(
            after ->
                Answer.created(
                    new PromiseShape(after).listed(after.promise(id).orElseThrow()),
                    Call.BASE + "/cases/" + after.id()));
  }
}
