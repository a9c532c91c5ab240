package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.words.Likeness;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;

/** Stories: told, checked, published without names, withdrawn. None becomes a rule. */
final class StoryCalls {
  private static final int MOST = 100;
  private static final int MOST_TERMS = 5;
  private static final int MOST_NAMES = 1_000;

  private final StoryWork work;
  private final CaseFinding finding;

  StoryCalls(StoryWork work, Cases cases) {
    this.work = work;
    this.finding = new CaseFinding(cases);
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/stories", Scope.CASES_READ, this::list),
        Operation.get("/stories/waiting", Scope.CASES_READ, this::waiting),
        Operation.get("/stories/:id", Scope.CASES_READ, this::show),
        Operation.post("/stories", Scope.CASES_WRITE, this::tell),
        Operation.post("/stories/:id/publish", Scope.CASES_WRITE, this::publish),
        Operation.post("/stories/:id/aside", Scope.CASES_WRITE, this::aside),
        Operation.post("/stories/:id/withdraw", Scope.CASES_WRITE, this::withdraw));
  }

  private Future<Answer> list(Call call) {
    Page page = Page.of(call);
    String q = call.query("q");
    Stories.Wanted wanted =
        new Stories.Wanted(
            call.query("topic"),
            q == null ? List.of() : Likeness.words(q).keySet().stream().limit(MOST_TERMS).toList(),
            call.queryFlag("council"));
    Stories.Cursor after = page.after() == null ? null : cursor(page.after(), call);
    return work.stories()
        .published(wanted, after, page.limit() + 1)
        .map(
            found ->
                Answer.ok(
                    page.answer(
                        Json.list(page.shown(found), StoryCalls::published),
                        page.next(found, one -> one.at() + " " + one.id()))));
  }

  private static Stories.Cursor cursor(String key, Call call) {
    String[] parts = key.split(" ", 2);
    try {
      if (parts.length == 2 && parts[1].matches("[\\w-]{1,64}")) {
        return new Stories.Cursor(Json.moment(parts[0]), parts[1]);
      }
    } catch (DateTimeException e) {
      throw call.wrong("cursor", "cursor");
    }
    throw call.wrong("cursor", "cursor");
  }

  /** A system reads none that wait; an official those that are theirs to check. */
  private Future<Answer> waiting(Call call) {
    return work.stories()
        .waiting(null, MOST)
        .map(
            all ->
                Answer.ok(
                    Json.of(
                        "items",
                        Json.list(
                            all.stream().filter(one -> checks(call, one)).toList(),
                            StoryCalls::whole))));
  }

  private boolean checks(Call call, Story story) {
    return story.consent() != Story.Consent.NONE && call.caller().is(work.checker(story));
  }

  private boolean whole(Call call, Story story) {
    return checks(call, story) || (!story.ofCitizen() && call.caller().is(story.by()));
  }

  /** As others read it. */
  private static JsonObject published(Story story) {
    Story.Published as = story.published();
    return Json.of(
        "id",
        story.id(),
        "went",
        story.went(),
        "teller",
        story.ofCitizen() ? "citizen" : "official",
        "topic",
        story.topic(),
        "state",
        story.state(),
        "words",
        as == null ? null : as.words(),
        "particular",
        as == null || as.particular().isEmpty() ? null : as.particular(),
        "at",
        story.toldAt());
  }

  private static JsonObject whole(Story story) {
    return published(story)
        .put("told", Json.of("words", story.words(), "particular", story.particular()))
        .put("consent", Json.kebab(story.consent()));
  }

  private Future<Story> readable(Call call) {
    return work.stories()
        .find(call.path("id"))
        .map(
            found ->
                found
                    .filter(one -> !one.gone())
                    .filter(one -> one.readable() || whole(call, one))
                    .orElseThrow(() -> Problem.noSuch("story")));
  }

  private Future<Answer> show(Call call) {
    return readable(call)
        .compose(
            story ->
                (story.readable() && !whole(call, story)
                        ? work.read()
                        : Future.<Void>succeededFuture())
                    .map(read -> Answer.ok(shape(call, story))));
  }

  private JsonObject shape(Call call, Story story) {
    return !story.gone() && whole(call, story) ? whole(story) : published(story);
  }

  private Future<Answer> tell(Call call) {
    Fields body = call.body();
    Story.Went went = body.needed("went", body.oneOf("went", Story.Went.class));
    String words = body.text("words", Story.LONGEST);
    String particular = body.text("particular", Story.LONGEST);
    Story.Consent consent = body.needed("consent", body.oneOf("consent", Story.Consent.class));
    boolean beside = body.flag("beside");
    String about = body.line("case", Fields.LINE);
    Said said = Said.by(body);
    body.check();
    String id =
        call.key() == null
            ? UUID.randomUUID().toString()
            : UUID.nameUUIDFromBytes(
                    (call.caller().token().id() + call.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    return finding
        .about(call, about)
        .compose(
            one -> {
              String by =
                  one.map(met -> said.by(call, met)).orElseGet(() -> said.by(call, (String) null));
              if (by == null) {
                throw Problem.mistake("by", "needed");
              }
              Official teller = call.directory().official(by).orElseThrow();
              return work.official(
                  id,
                  teller,
                  one.orElse(null),
                  new StoryWork.Told(
                      went,
                      words == null ? "" : words,
                      particular == null ? "" : particular,
                      consent,
                      beside));
            })
        .map(
            done ->
                new Answer(
                    201,
                    published(done(done)),
                    Map.of("Location", Call.BASE + "/stories/" + done.now().id())));
  }

  private static Story done(Done<Story> done) {
    if (done.refused()) {
      throw Problem.refused(done.refusal());
    }
    return done.now();
  }

  private Future<Answer> publish(Call call) {
    Fields body = call.body();
    String words = body.needed("words", body.text("words", Story.LONGEST));
    String particular = body.text("particular", Story.LONGEST);
    List<String> noNames = body.texts("no_names", MOST_NAMES);
    body.check();
    Story.Published as = new Story.Published(words, particular == null ? "" : particular);
    return checked(call)
        .compose(
            story ->
                work.publish(story.id(), as, noNames, call.caller().official().id(), call.now()))
        .map(done -> Answer.ok(shape(call, done(done))));
  }

  private Future<Answer> aside(Call call) {
    Fields body = call.body();
    String why = body.needed("why", body.text("why", Story.LONGEST));
    body.check();
    return checked(call)
        .compose(story -> work.aside(story.id(), why, call.caller().official().id(), call.now()))
        .map(done -> Answer.ok(shape(call, done(done))));
  }

  /** Only a named person publishes: never a system. */
  private Future<Story> checked(Call call) {
    return readable(call)
        .map(
            story -> {
              if (!checks(call, story)) {
                throw Problem.of(403, "not-your-story");
              }
              return story;
            });
  }

  private Future<Answer> withdraw(Call call) {
    call.body().check();
    return readable(call)
        .compose(
            story -> {
              if (story.ofCitizen() || !call.caller().is(story.by())) {
                throw Problem.of(403, "not-your-story");
              }
              return work.withdraw(story.id(), call.now());
            })
        .map(done -> Answer.ok(published(done(done))));
  }
}
