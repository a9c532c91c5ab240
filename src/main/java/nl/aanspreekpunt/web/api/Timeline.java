package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** The events of a case with the words that belong to them, oldest first. */
final class Timeline {
  private static final int LATEST = -1;
  private final Interleaving course;
  private final Receipts receipts;
  private final Outbox outbox;

  Timeline(Cases cases, Receipts receipts, Outbox outbox) {
    this.course = new Interleaving(cases);
    this.receipts = receipts;
    this.outbox = outbox;
  }

  /** What went to another case is read there. */
  Future<JsonArray> of(Case one, RouteShape routes) {
    return course.read(one, LATEST).compose(events -> of(one, events, routes));
  }

  /** Of a page of older events; empty when there is no such page. */
  Future<JsonArray> page(Case one, int page, RouteShape routes) {
    return page < 0
        ? Future.succeededFuture(new JsonArray())
        : course.read(one, page).compose(events -> of(one, events, routes));
  }

  private Future<JsonArray> of(Case one, List<Interleaving.Entry> course, RouteShape routes) {
    List<CaseEvent> events = course.stream().map(Interleaving.Entry::event).toList();
    List<String> messages =
        events.stream()
            .filter(CaseEvent.Received.class::isInstance)
            .map(event -> ((CaseEvent.Received) event).receipt())
            .filter(receipt -> one.wentTo(receipt).isEmpty())
            .toList();
    List<String> replies =
        events.stream()
            .filter(CaseEvent.Replied.class::isInstance)
            .map(event -> ((CaseEvent.Replied) event).entry())
            .toList();
    Future<List<Receipt>> received = receipts.findAll(messages);
    Future<List<Outgoing>> sent = outbox.findAll(replies);
    return Future.all(received, sent)
        .map(
            both -> {
              EventShape shape =
                  new EventShape(
                      byId(received.result(), Receipt::id),
                      byId(sent.result(), Outgoing::id),
                      routes);
              return Json.list(course, entry -> shape.of(one, entry));
            });
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, same) -> one));
  }
}
