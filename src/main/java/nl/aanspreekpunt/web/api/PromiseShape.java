package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.PreferredTimes;
import nl.aanspreekpunt.promise.Promise;

/** A promise: what, by when, by whom, and how far it climbed the ladder. */
record PromiseShape(Case in, Directory directory, Instant now) {
  PromiseShape(Case in, Call call) {
    this(in, call.directory(), call.now());
  }

  JsonObject of(Promise promise) {
    return Json.of(
        "id",
        promise.id(),
        "kind",
        promise.kind(),
        "due",
        promise.due(),
        "said",
        promise.said(),
        "confirmed",
        promise.readIn() == null,
        "state",
        promise.state(),
        "owner",
        in.ownerOf(promise),
        "step",
        promise.lastStep().map(step -> Json.kebab(step.does())).orElse(null),
        "steps",
        Json.list(promise.steps(), PromiseShape::step),
        "madeAt",
        promise.madeAt(),
        "endedAt",
        promise.endedAt(),
        "endedBy",
        promise.endedBy(),
        "waits",
        promise.moves().pausedNow().map(PromiseShape::pause).orElse(null),
        "renewals",
        Json.list(promise.moves().renewals(), PromiseShape::renewal),
        "callback",
        promise.callback() == null ? null : callback(promise));
  }

  /** For who may not read the case: that it is promised, by whom and by when. */
  JsonObject outline(Promise promise) {
    JsonObject all = of(promise).put("case", in.id());
    all.remove("callback");
    all.remove("said");
    return all;
  }

  /** With the case it is in, for lists of promises. */
  JsonObject listed(Promise promise) {
    return of(promise).put("case", in.id()).put("subject", in.subject());
  }

  private static JsonObject step(Promise.Step step) {
    return Json.of("does", Json.kebab(step.does()), "to", step.to(), "at", step.at());
  }

  private static JsonObject pause(Moves.Pause pause) {
    return Json.of("since", pause.since(), "until", pause.silentAt(), "by", pause.by());
  }

  private static JsonObject renewal(Moves.Renewal one) {
    return Json.of(
        "at",
        one.at(),
        "by",
        one.by(),
        "was",
        one.was(),
        "due",
        one.due(),
        "reason",
        one.reason(),
        "legal",
        one.legal());
  }

  private JsonObject callback(Promise promise) {
    CallbackRequest asked = promise.callback();
    CallTimes times = Calling.times(in, promise, new Moment(now, directory));
    PreferredTimes preferred = times.preferred(promise);
    return Json.of(
        "phone",
        asked.phone(),
        "reason",
        asked.reason(),
        "preferred",
        asked.preferred(),
        "times",
        Json.list(preferred.slots(), PromiseShape::slot),
        "except",
        Json.list(preferred.except(), PromiseShape::slot),
        "notUnderstood",
        Json.list(preferred.unread(), words -> words),
        "proposed",
        promise.open() ? times.next(promise, now).map(PromiseShape::proposed).orElse(null) : null,
        "asked",
        asked.asked() == null ? null : question(asked.asked()),
        "mayNotWant",
        asked.doubt(),
        "requestedBy",
        asked.requestedBy(),
        "attempts",
        Json.list(asked.attempts(), PromiseShape::attempt));
  }

  private static JsonObject slot(PreferredTimes.Slot slot) {
    return Json.of(
        "date",
        slot.date() == null ? null : slot.date().toString(),
        "days",
        Json.list(slot.days().stream().sorted().toList(), Json::kebab),
        "from",
        slot.from().toString(),
        "until",
        slot.until().toString());
  }

  private static JsonObject proposed(CallTimes.Proposal one) {
    return Json.of(
        "from",
        one.from(),
        "until",
        one.until(),
        "suits",
        one.suits(),
        "inTime",
        one.inTime(),
        "rather",
        one.rather() == null
            ? null
            : Json.of("from", one.rather().from(), "until", one.rather().until()));
  }

  private static JsonObject question(CallbackRequest.Asked one) {
    return Json.of("what", one.what(), "at", one.at(), "silentUntil", one.until());
  }

  private static JsonObject attempt(Attempt one) {
    return Json.of("at", one.at(), "by", one.by(), "outcome", one.outcome(), "note", one.note());
  }
}
