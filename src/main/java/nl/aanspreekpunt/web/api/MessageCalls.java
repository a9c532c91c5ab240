package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.api.ApiMessage;
import nl.aanspreekpunt.inbox.api.ApiReading;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/** Messages from other systems, and what became of them. */
final class MessageCalls {
  private final Inbox inbox;
  private final Receipts receipts;
  private final Cases cases;

  MessageCalls(Inbox inbox, Receipts receipts, Cases cases) {
    this.inbox = inbox;
    this.receipts = receipts;
    this.cases = cases;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/messages", Scope.MESSAGES_WRITE, this::receive),
        Operation.get("/receipts/:id", Scope.MESSAGES_WRITE, this::receipt));
  }

  private Future<Answer> receive(Call call) {
    String key = call.key();
    if (key == null) {
      throw call.wrong("Idempotency-Key", "needed");
    }
    ApiMessage message = new MessageFields(call.body(), call.directory()).message();
    return known(message.caseNumber())
        .compose(known -> accept(call, key, facts(call, message)))
        .map(MessageCalls::accepted);
  }

  /** An official or clerk hands in what somebody told them. */
  private static Map<String, String> facts(Call call, ApiMessage message) {
    Map<String, String> facts = message.facts();
    if (!call.caller().isSystem()) {
      facts.put(ApiReading.TAKEN_BY, call.caller().official().id());
    }
    return facts;
  }

  private Future<Void> known(String caseNumber) {
    return caseNumber == null
        ? Future.succeededFuture()
        : cases
            .find(caseNumber)
            .map(
                found -> {
                  if (found.isEmpty()) {
                    throw Problem.mistake("case", "case");
                  }
                  return null;
                });
  }

  private Future<Inbox.Accepted> accept(Call call, String key, Map<String, String> facts) {
    String id = ApiToken.hash("message\n" + call.caller().token().id() + "\n" + key);
    long size = facts.values().stream().mapToLong(MessageCalls::bytes).sum();
    Receipt receipt =
        Receipt.received(id, Channel.API, call.now(), null, List.of(), null, 0, size, facts);
    return inbox
        .accept(receipt)
        .compose(
            accepted ->
                accepted.duplicate()
                    ? sameAs(receipt).map(accepted)
                    : Future.succeededFuture(accepted));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The key stands for one message. */
  private Future<Void> sameAs(Receipt again) {
    return receipts
        .findAll(List.of(again.id()))
        .map(
            found -> {
              if (!found.get(0).facts().equals(again.facts())) {
                throw Problem.of(422, "key-used");
              }
              return null;
            });
  }

  private static Answer accepted(Inbox.Accepted accepted) {
    JsonObject body =
        Json.of("id", accepted.receipt(), "state", "received", "duplicate", accepted.duplicate());
    String location = Call.BASE + "/receipts/" + accepted.receipt();
    return new Answer(202, body, Map.of("Location", location));
  }

  private Future<Answer> receipt(Call call) {
    return receipts
        .findAll(List.of(call.path("id")))
        .compose(
            found ->
                found.isEmpty() ? Problem.noSuch("receipt").failed() : withCase(call, found.get(0)))
        .map(Answer::ok);
  }

  private Future<JsonObject> withCase(Call call, Receipt receipt) {
    JsonObject shape =
        Json.of(
            "id",
            receipt.id(),
            "channel",
            receipt.channel(),
            "state",
            receipt.state(),
            "receivedAt",
            receipt.receivedAt(),
            "routedAt",
            receipt.routedAt(),
            "result",
            receipt.result());
    if (receipt.caseNumber() == null || receipt.state() == Receipt.State.RECEIVED) {
      return Future.succeededFuture(shape);
    }
    return Separating.followed(cases, receipt.caseNumber(), receipt.id())
        .map(
            found -> {
              found.ifPresent(one -> shape.mergeIn(answering(call, receipt, one)));
              return shape;
            });
  }

  /** Who answers and by when, as the citizen is told; why only to who may read the case. */
  private static JsonObject answering(Call call, Receipt receipt, Case one) {
    Caller caller = call.caller();
    Access access = caller.access(one, call.now());
    if (!caller.isSystem() && access == Access.NONE) {
      throw Problem.noSuch("receipt");
    }
    return Json.of(
        "case",
        one.id(),
        "official",
        who(one.official(), call.directory()),
        "due",
        one.dueAt(),
        "route",
        access == Access.TEXT ? call.routes().of(receipt.route()) : null);
  }

  private static JsonObject who(String id, Directory directory) {
    Official official = directory.official(id).orElseThrow();
    return Json.of(
        "id",
        id,
        "name",
        official.name(),
        "function",
        official.function(),
        "phone",
        official.phone(),
        "address",
        official.address());
  }
}
