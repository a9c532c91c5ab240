package nl.aanspreekpunt.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Offer;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Planned;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.official.Directory;

/** A case as far as somebody may see it. */
final class CaseShape {
  /** As {@link nl.aanspreekpunt.casework.Casework} turns them. */
  private static final int EVENTS_IN_A_PAGE = 50;

  private final Directory directory;
  private final RouteShape routes;
  private final Caller caller;
  private final Call call;

  CaseShape(Call call) {
    this.directory = call.directory();
    this.routes = call.routes();
    this.caller = call.caller();
    this.call = call;
  }

  /** For lists: without the timeline, whoever asks. */
  JsonObject brief(Case one, Access access) {
    JsonObject seen =
        Json.of(
            "number",
            one.id(),
            "access",
            access == Access.TEXT_WITH_REASON ? Access.SUBJECT : access,
            "state",
            one.state(),
            "official",
            Json.person(one.official(), directory),
            "team",
            one.team(),
            "openedAt",
            one.openedAt());
    Offer offer = one.offer();
    if (offer != null && (access == Access.TEXT || caller.is(offer.to()))) {
      seen.put("offer", offer(offer));
    }
    return switch (access) {
      case TEXT, CONSULTED -> seen.mergeIn(inside(one)).put("subject", one.subject());
      case ASKED ->
          seen.put("subject", one.subject()).put("backings", BackingCalls.askedOf(one, caller));
      case TEXT_WITH_REASON, SUBJECT ->
          one.hidesSubject()
              ? seen.put("access", Json.kebab(Access.EXISTENCE))
              : seen.put("subject", one.subject())
                  .mergeIn(Json.of("citizen", nobodys(one) ? null : Json.of("id", one.citizen())));
      case EXISTENCE, NONE -> seen;
    };
  }

  private static JsonObject offer(Offer offer) {
    return Json.of(
        "to",
        offer.to(),
        "by",
        offer.by(),
        "note",
        offer.note(),
        "at",
        offer.at(),
        "lapsesAt",
        offer.lapsesAt());
  }

  private JsonObject inside(Case one) {
    return Json.of(
        "topic",
        one.topic(),
        "neighbourhood",
        one.neighbourhood(),
        "language",
        one.language(),
        "confidential",
        one.confidential(),
        "outcome",
        one.outcome(),
        "class",
        one.legalClass(),
        "due",
        one.dueAt(),
        "citizen",
        nobodys(one) ? null : citizen(one),
        "route",
        routes.of(one.route()),
        "promises",
        Json.list(one.promises(), promise -> new PromiseShape(one, call).of(promise)),
        "principles",
        PrincipleCalls.inCase(one.care().principled()),
        "contactAgreement",
        ContactCalls.inCase(one),
        "backings",
        BackingCalls.inCase(one),
        "plannedReplies",
        Json.list(one.care().plans().all(), CaseShape::planned));
  }

  private static JsonObject planned(Planned it) {
    Planned.Back back = it.back();
    return Json.of(
        "id",
        it.id(),
        "by",
        it.by(),
        "text",
        it.text(),
        "sendAt",
        it.goesAt(),
        "returned",
        back == null ? null : Json.of("at", back.at(), "why", back.why()));
  }

  /** No citizen asked it: it is what policy owes. */
  private static boolean nobodys(Case one) {
    return one.care().policy() != null;
  }

  private static JsonObject citizen(Case one) {
    String name =
        one.participant(one.contact() == null ? "" : one.contact())
            .map(Participant::name)
            .orElse(null);
    JsonArray addresses = Json.list(one.participants(), to -> to.address().value());
    return Json.of("id", one.citizen(), "name", name, "addresses", addresses);
  }

  /** All of it, for who may read the text. */
  JsonObject whole(Case one, JsonArray timeline) {
    return brief(one, Access.TEXT)
        .mergeIn(
            Json.of(
                "lastMessage",
                one.lastReceived(),
                "decision",
                DecisionShape.held(one),
                "elsewhere",
                DecisionShape.elsewhere(one),
                "consentAsked",
                DecisionShape.consent(one),
                "askedHelped",
                DecisionShape.helped(one),
                "suggested",
                one.suggested(),
                "participants",
                Json.list(one.participants(), CaseShape::participant),
                "former",
                Json.list(one.former(), CaseShape::participant),
                "responsible",
                Json.list(one.responsibilities(), since -> responsibility(one, since)),
                "acting",
                Json.list(one.acting(), CaseShape::acting),
                "consulted",
                new JsonArray(one.consulted()),
                "timeline",
                timeline,
                "olderPages",
                one.paged() / EVENTS_IN_A_PAGE));
  }

  private static JsonObject participant(Participant one) {
    return Json.of(
        "link",
        one.link(),
        "address",
        one.address().value(),
        "name",
        one.name(),
        "revokedAt",
        one.revokedAt());
  }

  private JsonObject responsibility(Case one, Responsibility since) {
    return Json.of(
        "official",
        since.official(),
        "from",
        since.from(),
        "reason",
        reason(one, since),
        "by",
        since.by());
  }

  /** Why somebody became responsible: for the first, why the case came to them. */
  String reason(Case one, Responsibility since) {
    return since.reason().equals(Responsibility.ROUTE)
        ? routes.words().why(one.route())
        : since.reason();
  }

  private static JsonObject acting(Acting one) {
    return Json.of(
        "official",
        one.official(),
        "insteadOf",
        one.insteadOf(),
        "promise",
        one.promise(),
        "from",
        one.from(),
        "until",
        one.until(),
        "reason",
        one.reason());
  }
}
