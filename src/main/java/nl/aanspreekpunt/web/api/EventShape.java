package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * An entry of the timeline: {@code at}, {@code kind}, and what that kind has to say.
 *
 * @param messages received messages by receipt id
 * @param sent what was written to citizens, by outbox id
 * @param routes says why a message came here
 */
record EventShape(Map<String, Receipt> messages, Map<String, Outgoing> sent, RouteShape routes) {
  JsonObject of(CaseEvent event) {
    return exchanged(event)
        .or(() -> promised(event))
        .or(() -> moved(event))
        .orElseGet(() -> noted(event))
        .put("at", event.at().toString());
  }

  /** Between the citizen and the municipality. */
  private Optional<JsonObject> exchanged(CaseEvent event) {
    if (event instanceof CaseEvent.Received one) {
      Receipt receipt = messages.get(one.receipt());
      Inbound read = receipt == null ? null : receipt.read();
      return said(
          "received",
          "by",
          "citizen",
          "message",
          one.receipt(),
          "channel",
          one.channel(),
          "link",
          one.link(),
          "text",
          read == null ? null : read.text(),
          "unreadable",
          read == null || read.unreadable().isEmpty()
              ? null
              : Json.list(read.unreadable(), Json::kebab));
    }
    if (event instanceof CaseEvent.Replied one) {
      Outgoing entry = sent.get(one.entry());
      String text = entry == null ? null : entry.notice().facts().get("text");
      return said(
          "replied",
          "by",
          one.by(),
          "entry",
          one.entry(),
          "channel",
          one.channel(),
          "link",
          one.link(),
          "text",
          text);
    }
    if (event instanceof CaseEvent.Talked one) {
      return said("talked", "by", one.by(), "how", one.how(), "text", one.note());
    }
    if (event instanceof CaseEvent.Told one) {
      return said(
          "told",
          "by",
          "hub",
          "entry",
          one.entry(),
          "notice",
          Json.kebab(one.kind()),
          "channel",
          one.channel(),
          "link",
          one.link());
    }
    if (event instanceof CaseEvent.HeldBack one) {
      return said(
          "held-back", "by", "hub", "notice", Json.kebab(one.kind()), "reason", one.reason());
    }
    return event instanceof CaseEvent.Delivery one
        ? said(
            "delivery",
            "by",
            "hub",
            "entry",
            one.entry(),
            "state",
            Json.kebab(one.state()),
            "detail",
            one.detail())
        : Optional.empty();
  }

  /** About a promise. */
  private static Optional<JsonObject> promised(CaseEvent event) {
    if (event instanceof CaseEvent.Promised one) {
      return said(
          "promised",
          "by",
          one.by(),
          "promise",
          one.promise(),
          "promiseKind",
          one.kind(),
          "due",
          one.due());
    }
    if (event instanceof CaseEvent.Kept one) {
      return said(
          "kept",
          "by",
          one.by(),
          "promise",
          one.promise(),
          "promiseKind",
          one.kind(),
          "how",
          one.how());
    }
    if (event instanceof CaseEvent.Withdrawn one) {
      return said(
          "withdrawn",
          "by",
          one.by(),
          "promise",
          one.promise(),
          "promiseKind",
          one.kind(),
          "how",
          one.how());
    }
    if (event instanceof CaseEvent.Restored one) {
      return said("restored", "by", one.by(), "promise", one.promise(), "due", one.due());
    }
    if (event instanceof CaseEvent.Tried one) {
      return said(
          "tried",
          "by",
          one.by(),
          "promise",
          one.promise(),
          "outcome",
          one.outcome(),
          "text",
          one.note());
    }
    return event instanceof CaseEvent.Climbed one
        ? said(
            "climbed",
            "by",
            "hub",
            "promise",
            one.promise(),
            "does",
            Json.kebab(one.does()),
            "to",
            one.to(),
            "reason",
            one.reason())
        : Optional.empty();
  }

  /** Who it is with, and whether it is open. */
  private Optional<JsonObject> moved(CaseEvent event) {
    if (event instanceof CaseEvent.Routed one) {
      return said("routed", "by", "hub", "to", one.official(), "message", one.receipt())
          .map(shape -> shape.mergeIn(routes.of(one.match())));
    }
    if (event instanceof CaseEvent.HandedOver one) {
      return said(
          "handed-over",
          "by",
          one.by(),
          "from",
          one.from(),
          "to",
          one.to(),
          "reason",
          one.reason(),
          "text",
          one.note());
    }
    if (event instanceof CaseEvent.ActingEnded one) {
      return said("acting-ended", "by", "hub", "from", one.official(), "to", one.insteadOf());
    }
    if (event instanceof CaseEvent.ActingBegan one) {
      return said(
          "acting-began",
          "by",
          "hub",
          "to",
          one.official(),
          "from",
          one.insteadOf(),
          "promise",
          one.promise(),
          "reason",
          one.reason());
    }
    if (event instanceof CaseEvent.Closed one) {
      return said(
          "closed",
          "by",
          one.by(),
          "outcome",
          one.outcome(),
          "text",
          one.explanation(),
          "helper",
          one.helper());
    }
    if (event instanceof CaseEvent.Reopened one) {
      return said("reopened", "by", one.by(), "reason", one.reason());
    }
    return event instanceof CaseEvent.Joined one
        ? said("joined", "by", one.by(), "other", one.other(), "hither", one.hither())
        : Optional.empty();
  }

  private static JsonObject noted(CaseEvent event) {
    Optional<JsonObject> shape = Optional.empty();
    if (event instanceof CaseEvent.Resent one) {
      shape = said("resent", "by", one.by(), "entry", one.entry());
    } else if (event instanceof CaseEvent.StillWanted one) {
      shape = said("still-wanted", "by", "citizen", "promise", one.promise());
    } else if (event instanceof CaseEvent.Stands one) {
      shape = said("stands", "by", one.by(), "from", one.from(), "to", one.to());
    } else if (event instanceof CaseEvent.Confirmed one) {
      shape = said("confirmed", "by", one.by());
    } else if (event instanceof CaseEvent.WasRead one) {
      shape = said("was-read", "by", one.by(), "reason", one.reason());
    } else if (event instanceof CaseEvent.Noted one) {
      shape = said("noted", "by", one.by(), "text", one.text());
    } else if (event instanceof CaseEvent.LinkRevoked one) {
      shape = said("link-revoked", "by", one.by(), "link", one.link());
    }
    return shape.orElseGet(() -> Json.of("kind", "other", "by", "hub"));
  }

  private static Optional<JsonObject> said(String kind, Object... pairs) {
    return Optional.of(Json.of(pairs).put("kind", kind));
  }
}
