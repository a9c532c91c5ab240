package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * Puts a case's messages and promises at the case where they belong. First the one that takes them
 * in, then the one they leave: after a crash between the two they stand in both, and doing it again
 * finishes it. Both numbers go on working.
 */
public final class Joining {
  private static final int TRIES = 5;
  private final Cases cases;
  private final Casework casework;

  public Joining(Cases cases, Casework casework) {
    this.cases = cases;
    this.casework = casework;
  }

  /** The case that took them in, or why not. Fails when there is no such case. */
  public Future<Decision> join(String number, String into, String by) {
    return number.equals(into)
        ? Future.succeededFuture(Decision.refused("same-case", "into"))
        : join(number, into, by, TRIES);
  }

  /** A message that comes in between is taken in too. */
  private Future<Decision> join(String number, String into, String by, int left) {
    return cases
        .find(number)
        .map(found -> found.orElseThrow(() -> new Casework.NoSuchCase(number)))
        .compose(
            leaving ->
                casework
                    .change(into, new TakingIn(leaving, by))
                    .compose(
                        taken ->
                            taken instanceof Decision.Refused
                                ? Future.succeededFuture(taken)
                                : goOver(leaving, into, by, taken, left)));
  }

  private Future<Decision> goOver(Case leaving, String into, String by, Decision taken, int left) {
    return casework
        .change(leaving.id(), new GoingOver(leaving, into, by))
        .compose(
            gone -> {
              if (!(gone instanceof Decision.Refused refused)) {
                return Future.succeededFuture(taken);
              }
              return refused.refusal().code().equals(GoingOver.CHANGED) && left > 1
                  ? join(leaving.id(), into, by, left - 1)
                  : Future.succeededFuture(gone);
            });
  }

  /** The case that goes on with what was joined: follows where its messages went. */
  public static Future<Optional<Case>> followed(Cases cases, String number) {
    return followed(cases, number, 5);
  }

  private static Future<Optional<Case>> followed(Cases cases, String number, int hops) {
    return cases
        .find(number)
        .compose(
            found ->
                found.filter(Case::joined).isPresent() && hops > 0
                    ? followed(cases, found.get().suggested(), hops - 1)
                    : Future.succeededFuture(found));
  }
}
