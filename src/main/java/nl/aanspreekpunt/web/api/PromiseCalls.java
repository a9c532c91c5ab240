package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.GoingOn;
import nl.aanspreekpunt.casework.Renewing;

/** What officials do with one promise. */
final class PromiseCalls {
  private final Changing changing;
  private final CaseFinding finding;

  PromiseCalls(Changing changing, CaseFinding finding) {
    this.changing = changing;
    this.finding = finding;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/promises/:id/renewals", Scope.CASES_WRITE, this::renew),
        Operation.post("/promises/:id/decline", Scope.CASES_WRITE, this::decline),
        Operation.post("/promises/:id/go-on", Scope.CASES_WRITE, this::goOn));
  }

  private Future<Answer> renew(Call call) {
    Fields body = call.body();
    Instant to = body.moment("to");
    boolean agreed = body.flag("agreed");
    String reason = body.needed("reason", body.text("reason", Renewing.LONGEST));
    Said said = Said.by(body);
    body.check();
    String id = call.path("id");
    return act(call, id, one -> new Renewing(id, said.by(call, one), to, agreed, reason))
        .map(
            after ->
                Answer.created(
                    new PromiseShape(after, call).listed(after.promise(id).orElseThrow()),
                    Call.BASE + "/cases/" + after.id()));
  }

  /** What was read in an answer is no promise. */
  private Future<Answer> decline(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String id = call.path("id");
    return act(call, id, one -> new DatedOffers.Declining(id, said.by(call, one)))
        .map(
            after ->
                Answer.ok(new PromiseShape(after, call).listed(after.promise(id).orElseThrow())));
  }

  private Future<Answer> goOn(Call call) {
    Fields body = call.body();
    String answer = body.text("answer", Fields.WORDS);
    Said said = Said.by(body);
    body.check();
    String id = call.path("id");
    return act(call, id, one -> new GoingOn(id, said.by(call, one), answer))
        .map(
            after ->
                Answer.ok(new PromiseShape(after, call).listed(after.promise(id).orElseThrow())));
  }

  private Future<Case> act(Call call, String id, Function<Case, Act> act) {
    int dash = id.indexOf('-');
    if (dash < 0) {
      return Problem.noSuch("promise").failed();
    }
    return finding
        .own(call, id.substring(0, dash))
        .compose(
            one ->
                one.promise(id).isEmpty()
                    ? Problem.noSuch("promise").failed()
                    : changing.change(call, one, act.apply(one)));
  }
}
