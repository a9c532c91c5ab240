package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.web.RouteWords;

/** Why a message is where it is: in words of the caller's language, and as facts. */
record RouteShape(RouteWords words) {
  JsonObject of(Match match) {
    return Json.of(
        "rule",
        match.rule(),
        "evidence",
        words.why(match),
        "facts",
        facts(match),
        "certainty",
        match.certainty(),
        "confirmedBy",
        match.confirmedBy());
  }

  private static JsonObject facts(Match match) {
    JsonObject facts = facts(match.evidence());
    if (!match.doubts().isEmpty()) {
      facts.put(
          "doubts",
          Json.list(match.doubts(), one -> Json.of("kind", one.kind(), "detail", one.detail())));
    }
    if (!match.learned().isEmpty()) {
      facts.put(
          "lessons",
          Json.list(
              match.learned(), one -> Json.of("id", one.id(), "by", one.by(), "at", one.at())));
    }
    if (match.suggestion() != null) {
      facts.put(
          "suggestion",
          Json.of(
              "topic",
              match.suggestion().topic(),
              "model",
              match.suggestion().model(),
              "certainty",
              match.suggestion().certainty()));
    }
    if (match.sign() != null) {
      facts.put(
          "proposedClass", Json.of("class", match.sign().legal(), "words", match.sign().words()));
    }
    if (!match.pins().isEmpty()) {
      facts.put(
          "pins",
          Json.list(
              match.pins(),
              one -> Json.of("pin", one.pin(), "official", one.official(), "how", one.how())));
    }
    return facts;
  }

  private static JsonObject facts(Evidence evidence) {
    if (evidence instanceof Evidence.CaseNamed named) {
      return Json.of("case", named.number());
    }
    if (evidence instanceof Evidence.LetterAnswered letter) {
      return Json.of("case", letter.number(), "named", letter.named());
    }
    if (evidence instanceof Evidence.AllWent all) {
      return Json.of("case", all.number(), "named", all.named());
    }
    if (evidence instanceof Evidence.OwnAddress own) {
      return Json.of("official", own.official(), "successor", own.successor());
    }
    if (evidence instanceof Evidence.Conversation on) {
      return Json.of("case", on.number(), "tie", on.tie());
    }
    if (evidence instanceof Evidence.Standing one) {
      return Json.of(
          "official", one.official(), "topic", one.topic(), "successor", one.successor());
    }
    if (evidence instanceof Evidence.Household all) {
      return Json.of(
          "household", all.household(), "official", all.official(), "successor", all.successor());
    }
    if (evidence instanceof Evidence.ContactAgreed agreed) {
      return Json.of(
          "official", agreed.official(), "case", agreed.number(), "successor", agreed.successor());
    }
    if (evidence instanceof Evidence.Linked linked) {
      return Json.of(
          "case", linked.number(), "household", linked.household(), "decides", linked.decides());
    }
    if (evidence instanceof Evidence.About about) {
      return Json.of(
          "topic",
          about.topic(),
          "sign",
          about.sign(),
          "words",
          new JsonArray(about.words()),
          "neighbourhood",
          about.neighbourhood(),
          "choice",
          choice(about.choice()));
    }
    if (evidence instanceof Evidence.OfTeam of) {
      return Json.of(
          "team", of.team(), "neighbourhood", of.neighbourhood(), "choice", choice(of.choice()));
    }
    if (evidence instanceof Evidence.Pinned pin) {
      return Json.of(
          "pin",
          pin.pin(),
          "official",
          pin.official(),
          "by",
          pin.by(),
          "pinnedBecause",
          pin.reason());
    }
    if (evidence instanceof Evidence.OnDuty duty) {
      return Json.of(
          "official",
          duty.official(),
          "choice",
          duty.choice() == null ? null : choice(duty.choice()));
    }
    if (evidence instanceof Evidence.TakenOut out) {
      return Json.of("case", out.number(), "official", out.by());
    }
    if (evidence instanceof Evidence.Chafes chafes) {
      return Json.of("friction", chafes.friction(), "official", chafes.by());
    }
    Evidence.Complaint complaint = (Evidence.Complaint) evidence;
    return Json.of(
        "sign",
        complaint.sign(),
        "words",
        complaint.words() == null ? null : new JsonArray().add(complaint.words()),
        "about",
        new JsonArray(complaint.about()),
        "case",
        complaint.number());
  }

  /** Somebody chosen, and the figures. */
  static JsonObject choice(Choice one) {
    return Json.of(
        "official",
        one.official(),
        "fit",
        one.fit(),
        "open",
        one.open(),
        "capacity",
        one.capacity());
  }
}
