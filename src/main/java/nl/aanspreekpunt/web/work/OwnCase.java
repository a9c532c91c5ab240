package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;

/** The case that a form is about, for who may act in it. */
public record OwnCase(Cases cases, Directories directories) {
  /** Also completes when the request was refused, and the answer given. */
  public Future<Void> open(RoutingContext context, BiFunction<Case, Form, Future<Void>> act) {
    return open(context, (one, access) -> access.mayAct(), act);
  }

  /**
   * The same, for whom else it is meant: what is none of theirs is refused, and what is not even to
   * be known is not there.
   */
  public Future<Void> open(
      RoutingContext context,
      BiPredicate<Case, Access> theirs,
      BiFunction<Case, Form, Future<Void>> act) {
    Form form = Form.of(context.request().formAttributes());
    return cases
        .find(context.pathParam("number"))
        .compose(
            found -> {
              Access access = found.map(one -> access(context, one)).orElse(Access.NONE);
              if (access != Access.NONE && theirs.test(found.orElseThrow(), access)) {
                return act.apply(found.orElseThrow(), form);
              }
              context.fail(access == Access.NONE ? 404 : 403);
              return Future.succeededFuture();
            })
        .onFailure(context::fail);
  }

  public Access access(RoutingContext context, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment(context));
  }

  public Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), directories.current());
  }

  /** Who asks (official id). */
  public static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  /** Whether a number is this case's, or of one that was joined to it. */
  public Future<Boolean> has(Case one, String number) {
    return Joining.followed(cases, number)
        .map(found -> found.filter(there -> there.id().equals(one.id())).isPresent());
  }

  /** Whether a message (receipt id) that came to that number is with this case now. */
  public Future<Boolean> has(Case one, String number, String message) {
    return Separating.followed(cases, number, message)
        .map(found -> found.filter(there -> there.id().equals(one.id())).isPresent());
  }

  public static Void done(RoutingContext context, String page, String what) {
    context.response().setStatusCode(303).putHeader("Location", page + "?gedaan=" + what).end();
    return null;
  }

  public static String page(Case one) {
    return "/werk/vragen/" + one.id();
  }
}
