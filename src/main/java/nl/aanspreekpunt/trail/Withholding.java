package nl.aanspreekpunt.trail;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;

/**
 * Whom a complaint concerns does not hear of it here either: of a case that is kept from a reader,
 * or is no longer there, it is shown that one was read, not which and why.
 */
public record Withholding(Trail trail, Cases cases) {
  /**
   * Newest first.
   *
   * @param reader official id; null: a system, from which nothing is kept
   */
  public Future<List<Trace>> find(Query query, int limit, String reader) {
    return trail
        .find(query, limit)
        .compose(found -> reader == null ? Future.succeededFuture(found) : withheld(found, reader));
  }

  private Future<List<Trace>> withheld(List<Trace> found, String reader) {
    List<String> named =
        found.stream()
            .map(Withholding::caseOf)
            .filter(number -> number != null)
            .distinct()
            .toList();
    if (named.isEmpty()) {
      return Future.succeededFuture(found);
    }
    return cases
        .findAll(named)
        .map(
            all ->
                all.stream()
                    .filter(one -> !one.barred().contains(reader))
                    .map(Case::id)
                    .collect(Collectors.toSet()))
        .map(open -> found.stream().map(one -> shown(one, open)).toList());
  }

  private static String caseOf(Trace trace) {
    return trace instanceof Trace.Own own && own.entry().kind().ofCase()
        ? own.entry().about()
        : null;
  }

  private static Trace shown(Trace trace, Set<String> open) {
    String number = caseOf(trace);
    return number == null || open.contains(number)
        ? trace
        : new Trace.Own(((Trace.Own) trace).entry().withheld());
  }
}
