package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * An entry of the timeline: {@code at}, {@code kind} and {@code by}, and what its record holds,
 * under the same names but for a few.
 *
 * @param messages received messages by receipt id
 * @param sent what was written to citizens, by outbox id
 * @param routes says why a message came here
 */
record EventShape(Map<String, Receipt> messages, Map<String, Outgoing> sent, RouteShape routes) {
  private static final Map<String, String> NAMES =
      Map.of(
          "receipt", "message",
          "note", "text",
          "explanation", "text",
          "official", "to",
          "files", "enclosed",
          "insteadOf", "from");

  /** It goes back to whom it was taken over from. */
  private static final Map<String, String> NAMES_AT_THE_END =
      Map.of("official", "from", "insteadOf", "to");

  /** Texts that are the name of an enum. */
  private static final Set<String> ENUMS = Set.of("notice", "does", "state", "legal", "what");

  /** How the ladder counts; what it did says enough. */
  private static final Set<String> INNER = Set.of("rung", "repetition", "answer", "turn");

  private static final Set<Class<? extends CaseEvent>> BY_CITIZEN =
      Set.of(
          CaseEvent.Received.class,
          CaseEvent.StillWanted.class,
          CaseEvent.NotSuiting.class,
          CaseEvent.TextsTurned.class);

  /** What happened in a case that was joined to this one says in which. */
  JsonObject of(Case one, Interleaving.Entry entry) {
    JsonObject shape = of(entry.event());
    if (entry.event() instanceof CaseEvent.ConsultAnswered answer) {
      shape.mergeIn(Json.of("text", answered(entry.in(), answer.consult(), answer.answer())));
    } else if (entry.event() instanceof CaseEvent.ConsultAutoReplied answer) {
      shape.mergeIn(Json.of("text", answered(entry.in(), answer.consult(), answer.answer())));
    }
    return entry.in().id().equals(one.id()) ? shape : shape.put("in", entry.in().id());
  }

  /** What a colleague or partner answered; null when it is not there. */
  private static String answered(Case in, String consult, int answer) {
    return in.care()
        .consult(consult)
        .filter(it -> answer < it.answers().size())
        .map(it -> it.answers().get(answer).text())
        .orElse(null);
  }

  JsonObject of(CaseEvent event) {
    JsonObject shape =
        Json.of(
            "kind", kind(event), "by", BY_CITIZEN.contains(event.getClass()) ? "citizen" : "hub");
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (!INNER.contains(component.getName())) {
        shape.mergeIn(said(event, component));
      }
    }
    return shape.mergeIn(words(event));
  }

  /** {@code HandedOver} is {@code handed-over}. */
  private static String kind(CaseEvent event) {
    return Json.kebab(event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-"));
  }

  private JsonObject said(CaseEvent event, RecordComponent component) {
    Object value = value(event, component);
    if (value instanceof Match match) {
      return routes.of(match);
    }
    String name = name(event, component);
    if (value instanceof List<?> all) {
      return Json.of(name, Json.list(all, EventShape::item));
    }
    return Json.of(
        name, ENUMS.contains(name) && value instanceof String one ? Json.kebab(one) : value);
  }

  /** Where a picture is stored is not told: pages open it. */
  private static Object item(Object one) {
    if (one instanceof Enum<?> name) {
      return Json.kebab(name);
    }
    return one instanceof CaseEvent.Photo photo
        ? Json.of("name", photo.name(), "size", photo.size())
        : one;
  }

  private static Object value(CaseEvent event, RecordComponent component) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's own accessor", e);
    }
  }

  private static String name(CaseEvent event, RecordComponent component) {
    String name = component.getName();
    if (name.equals("kind")) {
      return component.getType() == String.class ? "notice" : "promiseKind";
    }
    boolean ends = event instanceof CaseEvent.ActingEnded;
    return (ends ? NAMES_AT_THE_END : NAMES).getOrDefault(name, name);
  }

  /** What was written stands elsewhere. */
  private JsonObject words(CaseEvent event) {
    if (event instanceof CaseEvent.Replied one) {
      Outgoing entry = sent.get(one.entry());
      return Json.of("text", entry == null ? null : entry.notice().facts().get("text"));
    }
    Receipt receipt = event instanceof CaseEvent.Received one ? messages.get(one.receipt()) : null;
    return receipt == null || receipt.read() == null ? new JsonObject() : read(receipt);
  }

  private static JsonObject read(Receipt receipt) {
    Inbound read = receipt.read();
    return Json.of(
        "files",
        read.attachments().isEmpty()
            ? null
            : Json.list(
                read.attachments(),
                one -> file(receipt.file(one.part()).orElseGet(() -> StoredFile.awaited(one)))),
        "text",
        read.text(),
        "unreadable",
        read.unreadable().isEmpty() ? null : Json.list(read.unreadable(), Json::kebab));
  }

  /** What it is by its bytes, once it was looked at; before that, what its message says. */
  private static JsonObject file(StoredFile file) {
    return Json.of(
        "part",
        file.part(),
        "name",
        file.name(),
        "type",
        file.type(),
        "size",
        file.size(),
        "sha256",
        file.digest(),
        "state",
        Json.kebab(file.state()),
        "held",
        file.hold() == null ? null : Json.kebab(file.hold()),
        "signature",
        file.signature(),
        "checkedAt",
        file.checkedAt());
  }
}
