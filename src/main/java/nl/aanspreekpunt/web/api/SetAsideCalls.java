package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.inbox.TryingAgain;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.SetAsides;

/** What keeps failing when its turn comes, and having it tried now: for who leads. */
final class SetAsideCalls {
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15}) ([a-z]+/.+)");
  private final TryingAgain tryingAgain;
  private final Cases cases;

  SetAsideCalls(TryingAgain tryingAgain, Cases cases) {
    this.tryingAgain = tryingAgain;
    this.cases = cases;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/set-asides", Scope.STAFF_WRITE, this::list),
        Operation.post("/set-asides/:id/try", Scope.STAFF_WRITE, this::tried));
  }

  private Future<Answer> list(Call call) {
    leads(call);
    Page page = Page.of(call);
    return tryingAgain
        .page(call.now(), cursor(call, page.after()), page.limit() + 1)
        .compose(
            found ->
                theirs(call, page.shown(found))
                    .map(
                        theirs ->
                            Answer.ok(
                                page.answer(
                                    Json.list(theirs, one -> shape(one, call)),
                                    page.next(found, SetAsideCalls::cursor)))));
  }

  private static String cursor(SetAside last) {
    return last.until().toEpochMilli() + " " + last.id();
  }

  private static SetAsides.Cursor cursor(Call call, String after) {
    if (after == null) {
      return null;
    }
    Matcher read = CURSOR.matcher(after);
    if (!read.matches()) {
      throw call.wrong("cursor", "cursor");
    }
    return new SetAsides.Cursor(Instant.ofEpochMilli(Long.parseLong(read.group(1))), read.group(2));
  }

  private Future<Answer> tried(Call call) {
    leads(call);
    call.body().check();
    return tryingAgain
        .find(decoded(call.path("id")))
        .compose(found -> theirs(call, found.stream().toList()))
        .map(theirs -> theirs.stream().findFirst().orElseThrow(() -> Problem.noSuch("set-aside")))
        .compose(
            one ->
                tryingAgain
                    .now(one, call.now())
                    .compose(due -> tryingAgain.find(one.id()))
                    .map(now -> now.orElse(one)))
        .map(one -> Answer.ok(shape(one, call)));
  }

  private static void leads(Call call) {
    Caller caller = call.caller();
    if (!caller.isSystem()
        && !caller.has(Role.ADMINISTRATOR)
        && call.directory().ledBy(caller.official().id()).isEmpty()) {
      throw Problem.of(403, "leads-nobody");
    }
  }

  /** About somebody: for who leads them; a case: for who may know of it; other work for all. */
  private Future<List<SetAside>> theirs(Call call, List<SetAside> some) {
    return cases
        .findAll(some.stream().map(SetAside::reference).toList())
        .map(found -> some.stream().filter(one -> isTheirs(call, one, found)).toList());
  }

  private static boolean isTheirs(Call call, SetAside one, List<Case> found) {
    boolean mayKnow =
        found.stream()
            .filter(about -> about.id().equals(one.reference()))
            .allMatch(about -> call.caller().access(about, call.now()) != Access.NONE);
    Optional<Official> official =
        Optional.ofNullable(one.official()).flatMap(call.directory()::official);
    return mayKnow
        && (call.caller().isSystem()
            || call.caller().has(Role.ADMINISTRATOR)
            || one.official() == null
            || official.filter(call.caller()::leads).isPresent());
  }

  private static JsonObject shape(SetAside one, Call call) {
    return Json.of(
        "id",
        encoded(one.id()),
        "queue",
        one.queue(),
        "reference",
        one.reference(),
        "official",
        one.official() == null ? null : Json.person(one.official(), call.directory()),
        "since",
        one.since(),
        "tries",
        one.tries(),
        "nextTry",
        one.until(),
        "rests",
        one.rests());
  }

  /** What it is made of may hold what a path may not. */
  private static String encoded(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String id) {
    try {
      return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.noSuch("set-aside");
    }
  }
}
