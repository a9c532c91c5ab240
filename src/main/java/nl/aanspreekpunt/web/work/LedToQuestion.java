package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Visit;

/** A case in which its reader was asked something: they are led to what that is. */
record LedToQuestion(Moment moment) {
  Future<Void> lead(RoutingContext context, Case one) {
    String me = Visit.of(context).viewer().official().id();
    List<Promise> theirs = new Draft(one, moment).inward.of(me);
    String to = theirs.isEmpty() ? "/werk" : AskedRows.path(one, theirs.get(0));
    context.response().setStatusCode(303).putHeader("Location", to).end();
    return Future.succeededFuture();
  }
}
