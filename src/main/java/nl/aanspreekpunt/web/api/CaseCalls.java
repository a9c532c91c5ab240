package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.trail.Deeds;
import nl.aanspreekpunt.trail.Reading;

/** Reading cases and promises. */
final class CaseCalls {
  private static final int LONGEST_REASON = 500;

  /** When the last case of the page before was opened, and its number. */
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})/([0-9A-Z]{9})");

  private final Cases cases;
  private final Reading reading;
  private final Identities identities;
  private final Timeline timeline;
  private final CaseFinding finding;

  CaseCalls(Cases cases, Reading reading, Identities identities, Timeline timeline) {
    this.cases = cases;
    this.reading = reading;
    this.identities = identities;
    this.timeline = timeline;
    this.finding = new CaseFinding(cases);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/cases", Scope.CASES_READ, this::list),
        Operation.get("/cases/:number", Scope.CASES_READ, this::one),
        Operation.get("/cases/:number/timeline/:page", Scope.CASES_READ, this::older),
        Operation.get("/cases/:number/responsible", Scope.CASES_READ, this::responsible),
        Operation.get("/promises", Scope.CASES_READ, this::promises));
  }

  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    Cases.Cursor after = cursor(call, page);
    Case.State state = call.queryOneOf("state", Case.State.class);
    CaseShape shape = new CaseShape(call);
    return citizen(call)
        .compose(
            citizen ->
                citizen.isPresent() && citizen.get().isEmpty()
                    ? Future.succeededFuture(List.<Case>of())
                    : cases.list(
                        new Cases.Filter(citizen.orElse(null), call.query("official"), state),
                        after,
                        page.limit() + 1))
        .map(found -> Answer.ok(page(found, page, one -> listed(one, call, shape))));
  }

  /** Who asks for one citizen's is not told that they have one whose subject they may not know. */
  private static JsonArray listed(Case one, Call call, CaseShape shape) {
    Access access = call.caller().access(one, call.now());
    boolean tells =
        call.query("citizen") == null ? access != Access.NONE : access.showsSubject(one);
    return tells ? new JsonArray().add(shape.brief(one, access)) : new JsonArray();
  }

  /** Empty: no filter. Present but empty: nobody has that address. */
  private Future<Optional<String>> citizen(Call call) {
    String asked = call.query("citizen");
    if (asked == null) {
      return Future.succeededFuture(Optional.empty());
    }
    // The plus of a number that nobody escaped is read as a space.
    String number = asked.replaceFirst("^ ", "+");
    Address address =
        Addresses.email(asked)
            .or(() -> Addresses.phone(number))
            .orElseThrow(() -> call.wrong("citizen", "address"));
    return identities
        .find(address)
        .map(found -> Optional.of(found.map(Identity::citizen).orElse("")));
  }

  private static Cases.Cursor cursor(Call call, Page page) {
    if (page.after() == null) {
      return null;
    }
    Matcher cursor = CURSOR.matcher(page.after());
    if (!cursor.matches()) {
      throw call.wrong("cursor", "cursor");
    }
    Instant openedAt = Instant.ofEpochMilli(Long.parseLong(cursor.group(1)));
    return new Cases.Cursor(openedAt, cursor.group(2));
  }

  /** What each case of a page has to show, in order. */
  private static JsonObject page(List<Case> found, Page page, Function<Case, JsonArray> shape) {
    JsonArray items = new JsonArray();
    page.shown(found).forEach(one -> items.addAll(shape.apply(one)));
    return page.answer(
        items, page.next(found, last -> last.openedAt().toEpochMilli() + "/" + last.id()));
  }

  private Future<Answer> one(Call call) {
    return finding.seen(call, call.path("number")).compose(one -> read(call, one)).map(Answer::ok);
  }

  private Future<JsonObject> read(Call call, Case one) {
    Access access = call.caller().access(one, call.now());
    String reason = reason(call);
    CaseShape shape = new CaseShape(call);
    if (access.reads()) {
      return whole(call, shape, one).map(seen -> seen.put("access", Json.kebab(access)));
    }
    return access == Access.TEXT_WITH_REASON && reason != null
        ? audited(call, one, reason).compose(known -> whole(call, shape, one))
        : Future.succeededFuture(shape.brief(one, access));
  }

  private Future<JsonObject> whole(Call call, CaseShape shape, Case one) {
    return timeline.of(one, call.routes()).map(events -> shape.whole(one, events));
  }

  /** Null when not given. */
  private static String reason(Call call) {
    String reason = call.query("reason");
    if (reason == null) {
      return null;
    }
    if (Fields.isBlank(reason)) {
      throw call.wrong("reason", "needed");
    }
    if (!Fields.storable(reason)) {
      throw call.wrong("reason", "characters");
    }
    if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
      throw call.wrong("reason", "too-long", LONGEST_REASON);
    }
    return reason;
  }

  /** On record before anything is shown. */
  private Future<?> audited(Call call, Case one, String reason) {
    String through = Deeds.token(call.caller().token().id());
    return reading.read(one, call.caller().official().id(), reason, through).map(Changing::after);
  }

  private Future<Answer> older(Call call) {
    int page = pageNumber(call.path("page"));
    String reason = reason(call);
    return finding
        .seen(call, call.path("number"))
        .compose(one -> readable(call, one, reason))
        .compose(
            one ->
                timeline
                    .page(one, page, call.routes())
                    .compose(
                        events ->
                            events.isEmpty()
                                ? Problem.noSuch("page").<JsonArray>failed()
                                : Future.succeededFuture(events)))
        .map(events -> Answer.ok(Json.of("items", events)));
  }

  private Future<Case> readable(Call call, Case one, String reason) {
    Access access = call.caller().access(one, call.now());
    if (access == Access.TEXT_WITH_REASON && reason != null) {
      return audited(call, one, reason).map(one);
    }
    return access.reads() ? Future.succeededFuture(one) : Problem.of(403, "not-your-case").failed();
  }

  private static int pageNumber(String asked) {
    try {
      return Integer.parseInt(asked);
    } catch (NumberFormatException e) {
      throw Problem.noSuch("page");
    }
  }

  private Future<Answer> responsible(Call call) {
    ZoneId zone = call.directory().zone();
    LocalDate day = ResponsibilityCalls.day(call, zone);
    Instant at = call.queryMoment("at");
    if (at.isAfter(call.now())
        && ResponsibilityCalls.ahead(call, LocalDate.ofInstant(at, zone), zone)) {
      throw call.wrong("at", "day-past");
    }
    return day == null ? responsibleAt(call, at) : responsibleOn(call, day);
  }

  /** Everybody who was so at some moment of that day, the first one first. */
  private Future<Answer> responsibleOn(Call call, LocalDate day) {
    Instant start = day.atStartOfDay(call.directory().zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(call.directory().zone()).toInstant();
    return finding
        .seen(call, call.path("number"))
        .map(
            one -> {
              List<JsonObject> all = new ArrayList<>();
              List<Responsibility> held = one.responsibilities();
              for (int i = 0; i < held.size(); i++) {
                boolean over = i + 1 < held.size() && !held.get(i + 1).from().isAfter(start);
                if (held.get(i).from().isBefore(end) && !over) {
                  all.add(responsible(call, one, i));
                }
              }
              if (all.isEmpty()) {
                throw Problem.noSuch("responsible");
              }
              JsonObject last = all.get(all.size() - 1).copy();
              return Answer.ok(last.put("all", new JsonArray(all)));
            });
  }

  private Future<Answer> responsibleAt(Call call, Instant at) {
    return finding
        .seen(call, call.path("number"))
        .map(
            one -> {
              List<Responsibility> then =
                  one.responsibilities().stream().filter(r -> !r.from().isAfter(at)).toList();
              if (then.isEmpty()) {
                throw Problem.noSuch("responsible");
              }
              return Answer.ok(responsible(call, one, then.size() - 1));
            });
  }

  private static JsonObject responsible(Call call, Case one, int index) {
    Responsibility then = one.responsibilities().get(index);
    boolean last = index == one.responsibilities().size() - 1;
    boolean open = call.caller().access(one, call.now()) == Access.TEXT;
    return Json.of(
        "official",
        Json.person(then.official(), call.directory()),
        "from",
        then.from(),
        "until",
        last ? null : one.responsibilities().get(index + 1).from(),
        "reason",
        open ? new CaseShape(call).reason(one, then) : null,
        "by",
        open ? then.by() : null);
  }

  /** A page looks at so many cases; each shows its promises that fit, newest first. */
  private Future<Answer> promises(Call call) {
    Page page = Page.of(call);
    Cases.Cursor after = cursor(call, page);
    String official = call.query("official");
    Promise.State state =
        Optional.ofNullable(call.queryOneOf("state", Promise.State.class))
            .orElse(Promise.State.OPEN);
    Case.State open = state == Promise.State.OPEN ? Case.State.OPEN : null;
    Future<List<Case>> found =
        official != null && open != null
            ? cases.concerning(official, after, page.limit() + 1)
            : cases.list(new Cases.Filter(null, null, open), after, page.limit() + 1);
    return found.map(
        all -> Answer.ok(page(all, page, one -> promises(call, one, official, state))));
  }

  private static JsonArray promises(Call call, Case one, String official, Promise.State state) {
    if (call.caller().access(one, call.now()) != Access.TEXT) {
      return new JsonArray();
    }
    List<Promise> fit =
        one.promises().stream()
            .filter(promise -> promise.state() == state)
            .filter(promise -> official == null || official.equals(one.ownerOf(promise)))
            .sorted(Comparator.comparing(Promise::madeAt).reversed())
            .toList();
    return Json.list(fit, new PromiseShape(one, call)::listed);
  }
}
