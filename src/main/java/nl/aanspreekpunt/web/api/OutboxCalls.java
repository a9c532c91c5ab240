package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Resending;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** What waits to be sent, went, or failed, and sending that again. Never what it says. */
final class OutboxCalls {
  private final Outbox outbox;
  private final Cases cases;
  private final Resending resending;

  OutboxCalls(Outbox outbox, Cases cases, Casework casework) {
    this.outbox = outbox;
    this.cases = cases;
    this.resending = new Resending(casework, outbox);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/outbox", Scope.OUTBOX_READ, this::list),
        Operation.post("/outbox/:id/resend", Scope.CASES_WRITE, this::resend));
  }

  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    Outgoing.State state = call.queryOneOf("state", Outgoing.State.class);
    return known(call, page.after())
        .compose(known -> outbox.list(state, page.after(), page.limit() + 1))
        .compose(
            found ->
                theirs(call, page.shown(found)).map(theirs -> answer(call, page, found, theirs)));
  }

  private Future<Void> known(Call call, String after) {
    return after == null
        ? Future.succeededFuture()
        : outbox.find(after).map(found -> orWrong(call, found)).mapEmpty();
  }

  private static Outgoing orWrong(Call call, Optional<Outgoing> found) {
    return found.orElseThrow(() -> call.wrong("cursor", "cursor"));
  }

  private static Answer answer(
      Call call, Page page, List<Outgoing> found, Map<String, Access> theirs) {
    JsonArray items = new JsonArray();
    for (Outgoing entry : page.shown(found)) {
      String number = entry.notice().caseNumber();
      if (call.caller().isSystem() || theirs.containsKey(number)) {
        boolean reads = call.caller().isSystem() || theirs.get(number) == Access.TEXT;
        items.add(shape(entry, reads, call.caller().isSystem()));
      }
    }
    return Answer.ok(page.answer(items, page.next(found, Outgoing::id)));
  }

  /**
   * An official sees what goes out of cases whose subject they may see: by number, how far they
   * read.
   */
  private Future<Map<String, Access>> theirs(Call call, List<Outgoing> entries) {
    if (call.caller().isSystem()) {
      return Future.succeededFuture(Map.of());
    }
    List<String> numbers =
        entries.stream()
            .map(entry -> entry.notice().caseNumber())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return cases.findAll(numbers).map(found -> readers(call, found));
  }

  private static Map<String, Access> readers(Call call, List<Case> found) {
    Map<String, Access> theirs = new HashMap<>();
    for (Case one : found) {
      Access access = call.caller().access(one, call.now());
      if (access.showsSubject(one)) {
        theirs.put(one.id(), access);
      }
    }
    return theirs;
  }

  private Future<Answer> resend(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String id = call.path("id");
    return outbox
        .find(id)
        .compose(found -> found.map(entry -> resend(call, said, entry)).orElseGet(this::unknown))
        .compose(sent -> outbox.find(id))
        .map(now -> Answer.ok(shape(now.orElseThrow(), true, call.caller().isSystem())));
  }

  private Future<Case> resend(Call call, Said said, Outgoing entry) {
    return Joining.followed(cases, entry.notice().caseNumber())
        .compose(
            found -> {
              Access access =
                  found.map(one -> call.caller().access(one, call.now())).orElse(Access.NONE);
              if (access == Access.NONE) {
                return unknown();
              }
              return access.mayAct()
                  ? resend(call, said, found.orElseThrow(), entry)
                  : Problem.of(403, "not-your-case").failed();
            });
  }

  private Future<Case> resend(Call call, Said said, Case one, Outgoing entry) {
    return resending.send(one.id(), entry, said.by(call, one), call.now()).map(Changing::after);
  }

  private Future<Case> unknown() {
    return Problem.noSuch("outbox-entry").failed();
  }

  /**
   * @param reads whether what a provider said is shown: it often names the address
   */
  private static JsonObject shape(Outgoing entry, boolean reads, boolean system) {
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
        system ? notice.to() : masked(notice.to()),
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
        reads ? entry.detail() : null,
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
