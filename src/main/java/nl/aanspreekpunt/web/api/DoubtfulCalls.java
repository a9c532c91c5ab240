package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Doubtfuls;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.inbox.Judged;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.work.LyingName;

/** What a filter calls spam, and the words that end it: for whoever has intake duty. */
final class DoubtfulCalls {
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15}) (.+)");
  private final Doubting doubting;

  /** Which list; what was called a question is on none. */
  private enum Listed {
    WAITING,
    SPAM
  }

  private interface Saying {
    Future<Judged> say(String id, String by);
  }

  DoubtfulCalls(Doubting doubting) {
    this.doubting = doubting;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/doubtful-messages", Scope.CASES_READ, this::list),
        Operation.post("/doubtful-messages/:id/question", Scope.CASES_WRITE, this::question),
        Operation.post("/doubtful-messages/:id/spam", Scope.CASES_WRITE, this::spam),
        Operation.post("/doubtful-messages/:id/undo", Scope.CASES_WRITE, this::undo));
  }

  /** A system reads texts only as an administrator, these too. */
  private void reads(Call call) {
    Caller caller = call.caller();
    boolean reads =
        caller.isSystem() ? caller.token().may(Scope.ADMIN) : doubting.reads(caller.official());
    if (!reads) {
      throw Problem.of(403, "not-your-doubtful");
    }
  }

  private Future<Answer> list(Call call) {
    reads(call);
    Page page = Page.of(call);
    Doubtfuls.After after = after(call, page.after());
    boolean spam = call.queryOneOf("state", Listed.class) == Listed.SPAM;
    Function<Doubtful, Instant> at = spam ? Doubtful::goesAt : Doubtful::waitsSince;
    int most = page.limit() + 1;
    return (spam ? doubting.spam(after, most) : doubting.waiting(after, most))
        .map(
            found ->
                Answer.ok(
                    page.answer(
                        Json.list(page.shown(found), one -> shape(one, call)),
                        page.next(
                            found, last -> at.apply(last).toEpochMilli() + " " + last.id()))));
  }

  private static Doubtfuls.After after(Call call, String cursor) {
    if (cursor == null) {
      return null;
    }
    Matcher read = CURSOR.matcher(cursor);
    if (!read.matches()) {
      throw call.wrong("cursor", "cursor");
    }
    return new Doubtfuls.After(Instant.ofEpochMilli(Long.parseLong(read.group(1))), read.group(2));
  }

  private Future<Answer> question(Call call) {
    return say(call, (id, by) -> doubting.question(id, by, Changing.asked(call)));
  }

  private Future<Answer> spam(Call call) {
    return say(call, (id, by) -> doubting.isSpam(id, by, Changing.asked(call)));
  }

  private Future<Answer> undo(Call call) {
    return say(call, (id, by) -> doubting.undo(id, Changing.asked(call)));
  }

  private Future<Answer> say(Call call, Saying saying) {
    reads(call);
    Fields body = call.body();
    Said said = Said.by(body);
    body.check();
    String id = call.path("id");
    return saying.say(id, by(call, said)).map(judged -> Answer.ok(said(id, judged, call)));
  }

  /** A system that names nobody speaks for whoever has intake duty. */
  private String by(Call call, Said said) {
    String by = said.by(call, doubting.answers().orElse(null));
    boolean reads = by != null && call.directory().official(by).filter(doubting::reads).isPresent();
    if (!reads) {
      throw Problem.mistake("by", "by-not-on-duty");
    }
    return by;
  }

  private static JsonObject said(String id, Judged judged, Call call) {
    if (judged instanceof Judged.Done done) {
      boolean question = done.one() == null || done.one().askedAt() != null;
      return question
          ? Json.of("id", id, "state", "question", "case", done.caseNumber())
          : shape(done.one(), call);
    }
    throw switch ((Judged.Not) judged) {
      case THERE -> Problem.noSuch("doubtful-message");
      case SO_ANY_MORE -> Problem.of(409, "doubtful-decided");
      case NEW_KEY -> Problem.of(422, "key-used");
    };
  }

  private static JsonObject shape(Doubtful one, Call call) {
    String by = one.by();
    Official known = by == null ? null : call.directory().official(by).orElse(null);
    return Json.of(
        "id",
        one.id(),
        "state",
        one.spam() ? Listed.SPAM : Listed.WAITING,
        "sender",
        one.sender(),
        "name",
        one.name(),
        "nameLies",
        LyingName.is(one.name(), one.sender(), call.directory()),
        "subject",
        one.subject(),
        "words",
        one.words(),
        "mark",
        one.mark(),
        "receivedAt",
        one.receivedAt(),
        "goesAt",
        one.goesAt(),
        "by",
        known == null ? null : Json.person(by, call.directory()));
  }
}
