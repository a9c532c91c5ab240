package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** What waits to be sent, went, or failed. Never what it says. */
final class OutboxCalls {
  private static final Comparator<Outgoing> NEWEST_FIRST =
      Comparator.comparing(Outgoing::createdAt).thenComparing(Outgoing::id).reversed();

  private final Outbox outbox;

  OutboxCalls(Outbox outbox) {
    this.outbox = outbox;
  }

  List<Operation> operations() {
    return List.of(Operation.get("/outbox", Scope.OUTBOX_READ, this::list));
  }

  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    Outgoing.State state = call.queryOneOf("state", Outgoing.State.class);
    return (state == null ? everything(page) : outbox.list(state, page.after(), page.limit() + 1))
        .map(found -> Answer.ok(page.answer(found, Outgoing::id, entry -> shape(call, entry))));
  }

  private Future<List<Outgoing>> everything(Page page) {
    List<Future<List<Outgoing>>> each =
        Stream.of(Outgoing.State.values())
            .map(state -> outbox.list(state, page.after(), page.limit() + 1))
            .toList();
    return Future.all(each)
        .map(
            all ->
                each.stream()
                    .flatMap(found -> found.result().stream())
                    .sorted(NEWEST_FIRST)
                    .limit(page.limit() + 1L)
                    .toList());
  }

  private static JsonObject shape(Call call, Outgoing entry) {
    Notice notice = entry.notice();
    return Json.of(
        "id",
        entry.id(),
        "state",
        entry.state(),
        "kind",
        notice.kind(),
        "channel",
        notice.channel(),
        "to",
        call.caller().isSystem() ? notice.to() : masked(notice.to()),
        "case",
        notice.caseNumber(),
        "official",
        notice.official(),
        "createdAt",
        entry.createdAt(),
        "nextTry",
        entry.nextTry(),
        "attempts",
        entry.attempts(),
        "reference",
        entry.reference(),
        "detail",
        entry.detail(),
        "sentAt",
        entry.sentAt(),
        "perhapsTwice",
        entry.perhapsTwice());
  }

  /** Officials see whom their own cases are with; this list is of everybody's. */
  private static String masked(String to) {
    return Addresses.email(to).orElseGet(() -> new Address(Address.Kind.PHONE, to)).masked();
  }
}
