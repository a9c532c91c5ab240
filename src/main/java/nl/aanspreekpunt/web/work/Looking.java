package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.atwork.DraftReply;
import nl.aanspreekpunt.casework.atwork.Look;
import nl.aanspreekpunt.outbox.limits.SmsWork;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.work.atwork.Strand;
import nl.aanspreekpunt.web.work.texting.TextingNow;

/** An official looks at a case: what is new to them, and what they were writing. */
record Looking(AtWork atWork, SmsWork sms, Access access) {
  Future<WorkingView.Given> at(RoutingContext context, Case one, Strand strand, boolean readOnly) {
    Future<Look> look = access.reads() ? look(context, one) : Future.succeededFuture((Look) null);
    Future<Optional<DraftReply>> draft =
        readOnly
            ? Future.succeededFuture(Optional.empty())
            : atWork.drafting().of(one.id(), OwnCase.me(context));
    Future<TextingNow> texting = TextingNow.of(sms, one);
    return Future.all(look, draft, texting)
        .map(
            all ->
                new WorkingView.Given(
                    look.result(),
                    draft.result().orElse(null),
                    strand,
                    List.of(),
                    texting.result(),
                    readOnly));
  }

  /** An open page that renews itself says nothing of who sits there: it leaves no mark. */
  private Future<Look> look(RoutingContext context, Case one) {
    int count = one.paged() + one.events().size();
    String me = OwnCase.me(context);
    return context.request().getHeader("HX-Request") == null
        ? atWork.looks().look(one.id(), me, count, Visit.of(context).now())
        : atWork
            .looks()
            .last(one.id(), me)
            .map(
                last ->
                    last.orElseGet(() -> Look.first(one.id(), me, count, Visit.of(context).now())));
  }

  /** What was asked of its page, as a link asks it again; empty: nothing. */
  static String asked(RoutingContext context, History read, Strand strand) {
    String day = context.request().getParam(DayView.DAY);
    return Stream.of(
            day != null && day.matches("[\\d-]{1,12}") ? DayView.DAY + "=" + day : "",
            strand == Strand.ALL ? "" : Strand.KEY + "=" + strand.said(),
            read.page() < 0 ? "" : "ouder=" + read.page())
        .filter(one -> !one.isEmpty())
        .reduce((one, other) -> one + "&" + other)
        .map("?"::concat)
        .orElse("");
  }
}
