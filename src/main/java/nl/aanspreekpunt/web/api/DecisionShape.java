package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.AskedHelped;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Referred;

/** What is decided in a case and under way, for who may read its text; null where nothing is. */
final class DecisionShape {
  private DecisionShape() {}

  static JsonObject held(Case one) {
    Intended held = one.care().intended();
    if (held == null) {
      return null;
    }
    Grounds grounds = held.grounds();
    return Json.of(
        "outcome",
        held.outcome(),
        "by",
        held.by(),
        "at",
        held.at(),
        "explanation",
        grounds.reason(),
        "rule",
        grounds.rule(),
        "principle",
        grounds.principle(),
        "alternative",
        grounds.alternative(),
        "talkOffer",
        grounds.talk(),
        "elsewhere",
        grounds.body() == null ? null : body(grounds.body()),
        "consent",
        grounds.consent() == null
            ? null
            : Json.of("how", grounds.consent().how(), "on", grounds.consent().on().toString()),
        "messages",
        grounds.messages().isEmpty() ? null : new JsonArray(grounds.messages()),
        "talk",
        Json.of("how", held.how(), "promise", held.promise()),
        "spoken",
        held.spoken(one));
  }

  static JsonObject elsewhere(Case one) {
    Referred referred = one.care().referred();
    return referred == null
        ? null
        : body(referred.body())
            .mergeIn(
                Json.of(
                    "promise",
                    referred.promise(),
                    "forwarded",
                    referred.entry() != null,
                    "at",
                    referred.at()));
  }

  static JsonObject consent(Case one) {
    AskedConsent asked = one.care().asked();
    return asked == null
        ? null
        : body(asked.grounds().body())
            .mergeIn(
                Json.of(
                    "messages",
                    new JsonArray(asked.grounds().messages()),
                    "by",
                    asked.by(),
                    "at",
                    asked.at(),
                    "saidAt",
                    asked.saidAt(),
                    "agrees",
                    asked.agrees()));
  }

  private static JsonObject body(Body body) {
    return Json.of(
        "name", body.name(), "person", body.person(), "email", body.email(), "phone", body.phone());
  }

  static JsonObject helped(Case one) {
    AskedHelped asked = one.care().helped();
    return asked == null
        ? null
        : Json.of(
            "link",
            asked.link(),
            "channel",
            asked.channel(),
            "at",
            asked.at(),
            "answeredAt",
            asked.answeredAt());
  }
}
