package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Cases;

/** What is offered by hand to an official and waits for their answer. */
final class OfferCalls {
  private static final int MOST = 100;

  private final Cases cases;

  OfferCalls(Cases cases) {
    this.cases = cases;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/offers", Scope.CASES_READ, this::list));
  }

  private Future<Answer> list(Call call) {
    CaseShape shape = new CaseShape(call);
    return cases
        .offeredTo(CallLists.official(call), MOST)
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all.stream()
                                .filter(one -> call.caller().access(one, call.now()) != Access.NONE)
                                .toList(),
                            one -> shape.brief(one, call.caller().access(one, call.now()))))));
  }
}
