package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Auditing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.promise.Promise;

/** Reading cases and promises. */
final class CaseCalls {
  private static final int LONGEST_REASON = 500;

  private final Cases cases;
  private final Casework casework;
  private final Identities identities;
  private final Timeline timeline;
  private final CaseFinding finding;

  CaseCalls(Cases cases, Casework casework, Identities identities, Timeline timeline) {
    this.cases = cases;
    this.casework = casework;
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

  private static JsonArray listed(Case one, Call call, CaseShape shape) {
    Access access = call.caller().access(one, call.now());
    JsonArray items = new JsonArray();
    return access == Access.NONE ? items : items.add(shape.brief(one, access));
  }

  /** Empty: no filter. Present but empty: nobody has that address. */
  private Future<Optional<String>> citizen(Call call) {
    String asked = call.query("citizen");
    if (asked == null) {
      return Future.succeededFuture(Optional.empty());
    }
    Address address =
        Addresses.email(asked)
            .or(() -> Addresses.phone(asked))
            .orElseThrow(() -> call.wrong("citizen", "address"));
    return identities
        .find(address)
        .map(found -> Optional.of(found.map(Identity::citizen).orElse("")));
  }

  private static Cases.Cursor cursor(Call call, Page page) {
    if (page.after() == null) {
      return null;
    }
    String[] parts = page.after().split("/", 2);
    try {
      return new Cases.Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw call.wrong("cursor", "cursor");
    }
  }

  /** What each case of a page has to show, in order. */
  private static JsonObject page(List<Case> found, Page page, Function<Case, JsonArray> shape) {
    List<Case> shown = found.subList(0, Math.min(page.limit(), found.size()));
    JsonArray items = new JsonArray();
    shown.forEach(one -> items.addAll(shape.apply(one)));
    Case last = found.size() > page.limit() ? shown.get(page.limit() - 1) : null;
    return page.answer(
        items, last == null ? null : last.openedAt().toEpochMilli() + "/" + last.id());
  }

  private Future<Answer> one(Call call) {
    return finding.seen(call, call.path("number")).compose(one -> read(call, one)).map(Answer::ok);
  }

  private Future<JsonObject> read(Call call, Case one) {
    Access access = call.caller().access(one, call.now());
    String reason = call.query("reason");
    CaseShape shape = new CaseShape(call);
    if (access == Access.TEXT) {
      return whole(call, shape, one);
    }
    return access == Access.TEXT_WITH_REASON && reason != null
        ? audited(call, one, reason).compose(known -> whole(call, shape, one))
        : Future.succeededFuture(shape.brief(one, access));
  }

  private Future<JsonObject> whole(Call call, CaseShape shape, Case one) {
    return timeline.of(one.events(), call.routes()).map(events -> shape.whole(one, events));
  }

  /** On record before anything is shown. */
  private Future<?> audited(Call call, Case one, String reason) {
    if (reason.length() > LONGEST_REASON) {
      throw call.wrong("reason", "too-long", LONGEST_REASON);
    }
    return casework.change(one.id(), new Auditing(call.caller().official().id(), reason));
  }

  private Future<Answer> older(Call call) {
    int page = pageNumber(call.path("page"));
    return finding
        .own(call, call.path("number"))
        .compose(one -> cases.page(one.id(), page))
        .compose(
            events ->
                events.isEmpty()
                    ? Problem.noSuch("page").failed()
                    : timeline.of(events, call.routes()))
        .map(events -> Answer.ok(Json.of("items", events)));
  }

  private static int pageNumber(String asked) {
    try {
      return Integer.parseInt(asked);
    } catch (NumberFormatException e) {
      throw Problem.noSuch("page");
    }
  }

  private Future<Answer> responsible(Call call) {
    Instant at = call.queryMoment("at");
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
    return Json.list(fit, new PromiseShape(one)::listed);
  }
}
