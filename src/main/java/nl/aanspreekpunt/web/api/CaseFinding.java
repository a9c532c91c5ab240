package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;

/** Finds a case for somebody, as if it were not there when it is not for their eyes. */
final class CaseFinding {
  private final Cases cases;

  CaseFinding(Cases cases) {
    this.cases = cases;
  }

  Future<Case> seen(Call call, String number) {
    Optional<String> wellFormed = CaseNumbers.parse(number);
    if (wellFormed.isEmpty()) {
      return Problem.noSuch("case").failed();
    }
    return cases
        .find(wellFormed.get())
        .compose(
            found ->
                found
                    .filter(one -> call.caller().access(one, call.now()) != Access.NONE)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Problem.noSuch("case").failed()));
  }

  /** One that is offered to them by hand, or that they may act in. */
  Future<Case> offered(Call call, String number) {
    return seen(call, number)
        .compose(
            one ->
                (one.offer() != null && call.caller().is(one.offer().to()))
                        || call.caller().access(one, call.now()).mayAct()
                        || Changing.repeated(call, one)
                    ? Future.succeededFuture(one)
                    : Problem.of(403, "not-your-case").failed());
  }

  /** One that they may act in, or did under this key: whom they hand it to may read it alone. */
  Future<Case> own(Call call, String number) {
    return seen(call, number)
        .compose(
            one ->
                call.caller().access(one, call.now()).mayAct() || Changing.repeated(call, one)
                    ? Future.succeededFuture(one)
                    : Problem.of(403, "not-your-case").failed());
  }

  /** The one that something is about, if it is about one, for who may act in it. */
  Future<Optional<Case>> about(Call call, String number) {
    return number == null
        ? Future.succeededFuture(Optional.empty())
        : cases
            .find(number)
            .map(
                found -> {
                  Access access =
                      found.map(one -> call.caller().access(one, call.now())).orElse(Access.NONE);
                  if (access == Access.NONE) {
                    throw Problem.mistake("case", "case");
                  }
                  if (!access.mayAct()) {
                    throw Problem.of(403, "not-your-case");
                  }
                  return found;
                });
  }
}
