package nl.aanspreekpunt.casework.consult;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Consult;

/** What somebody was asked, where it is now: what is joined to another case goes along. */
public record Asked(Case one, Consult consult) {
  private static final int HOPS = 5;

  /** Empty when there is no such question. */
  public static Future<Optional<Asked>> followed(Cases cases, String number, String consult) {
    return cases
        .find(number)
        .map(found -> found.flatMap(one -> in(one, consult)))
        .compose(found -> followed(cases, found, HOPS));
  }

  private static Future<Optional<Asked>> followed(Cases cases, Optional<Asked> found, int hops) {
    if (found.isEmpty() || !found.get().one().joined() || hops == 0) {
      return Future.succeededFuture(found);
    }
    String from = found.get().one().id() + "/" + found.get().consult().id();
    return cases
        .find(found.get().one().suggested())
        .map(
            into ->
                into.flatMap(
                    one ->
                        one.care().consults().stream()
                            .filter(it -> from.equals(it.from()))
                            .findFirst()
                            .map(it -> new Asked(one, it))))
        .compose(
            next ->
                next.isEmpty() ? Future.succeededFuture(found) : followed(cases, next, hops - 1));
  }

  private static Optional<Asked> in(Case one, String consult) {
    return one.care().consult(consult).map(it -> new Asked(one, it));
  }
}
