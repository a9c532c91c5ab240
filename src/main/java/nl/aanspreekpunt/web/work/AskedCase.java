package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;

/** The case that a page is asked about, for who may act in it. */
public record AskedCase(Cases cases, Directories directories) {
  /** The answer was given already: nothing more is to be done. */
  public static final class Given extends RuntimeException {
    private static final long serialVersionUID = 1;

    Given() {
      super(null, null, false, false);
    }
  }

  /** Ends a request with a status. */
  public static <T> Future<T> given(RoutingContext context, int status) {
    context.fail(status);
    return Future.failedFuture(new Given());
  }

  /** Answers a request that failed, unless it was answered. */
  public static void failed(RoutingContext context, Throwable failure) {
    if (!(failure instanceof Given)) {
      context.fail(failure);
    }
  }

  /**
   * Empty when it is about none; fails with {@link Given} when it is not theirs.
   *
   * @param number null or empty: about none
   */
  public Future<Optional<Case>> about(RoutingContext context, String number) {
    return number == null || number.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : cases
            .find(number)
            .compose(
                found -> {
                  Access access = found.map(one -> access(context, one)).orElse(Access.NONE);
                  return access.mayAct()
                      ? Future.succeededFuture(found)
                      : given(context, access == Access.NONE ? 404 : 403);
                });
  }

  private Access access(RoutingContext context, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }
}
