package nl.aanspreekpunt.web.work.story;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.words.Likeness;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.AskedCase;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/**
 * Stories: told by officials, checked and published by a named person, read by all who work here.
 * There is no act that makes a topic, a norm or a principle of one.
 */
public final class StoryRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;
  private static final int A_PAGE = 20;
  private static final int OWN = 20;
  private static final int MOST_TERMS = 5;
  private static final String ONE = StoriesPage.PATH + "/:story";

  private final Gate gate;
  private final StoryWork work;
  private final AskedCase cases;
  private final Directories directories;
  private final StoryRows rows;
  private final Pages pages;

  public StoryRoutes(Gate gate, StoryWork work, Cases cases, Directories directories, Pages pages) {
    this.gate = gate;
    this.work = work;
    this.cases = new AskedCase(cases, directories);
    this.directories = directories;
    this.rows = new StoryRows(directories);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(StoriesPage.PATH).handler(gate::admit).handler(this::list);
    router
        .get(TellPage.PATH)
        .handler(gate::admit)
        .handler(c -> form(c, 200, Form.of(Typed.of(c)), null));
    router.get(ONE).handler(gate::admit).handler(c -> show(c, 200, Form.of(Typed.of(c)), null));
    router.post(TellPage.PATH).handler(body).handler(gate::admit).handler(this::tell);
    router.post(ONE + "/publiceer").handler(body).handler(gate::admit).handler(this::publish);
    router.post(ONE + "/terzijde").handler(body).handler(gate::admit).handler(this::aside);
    router.post(ONE + "/intrekken").handler(body).handler(gate::admit).handler(this::withdraw);
  }

  private static Viewer viewer(RoutingContext context) {
    return Visit.of(context).viewer();
  }

  private boolean checks(RoutingContext context, Story story) {
    return work.checks(OwnCase.me(context), story);
  }

  private void list(RoutingContext context) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "stories.title");
    String q = asked(context, "q");
    String topic = asked(context, "onderwerp");
    Stories.Wanted wanted =
        new Stories.Wanted(
            topic.isEmpty() ? null : topic,
            Likeness.words(q).keySet().stream().limit(MOST_TERMS).toList(),
            false);
    Future<List<Story>> found =
        work.stories().published(wanted, after(asked(context, "na")), A_PAGE + 1);
    Future<List<Story>> waiting = work.toCheck(OwnCase.me(context), viewer(context).leads());
    Future<List<Story>> own = work.stories().of(OwnCase.me(context), OWN);
    Future.all(found, waiting, own)
        .map(
            Show.by(
                all ->
                    pages.show(
                        context,
                        new StoriesPage(
                            frame,
                            q,
                            directories.current().topics().stream()
                                .map(
                                    one ->
                                        new Choice(
                                            one.id(),
                                            one.name().in(frame.words().language()),
                                            one.id().equals(topic)))
                                .toList(),
                            found.result().stream()
                                .limit(A_PAGE)
                                .map(one -> rows.of(frame, one))
                                .toList(),
                            waiting.result().stream().map(one -> rows.of(frame, one)).toList(),
                            own.result().stream()
                                .filter(one -> !one.gone())
                                .map(one -> rows.of(frame, one))
                                .toList(),
                            next(q, topic, found.result())))))
        .onFailure(context::fail);
  }

  private static String asked(RoutingContext context, String name) {
    String value = context.request().getParam(name);
    return value == null || value.length() > 200 ? "" : value.strip();
  }

  private static Stories.Cursor after(String asked) {
    return !asked.matches("\\d{1,15}\\.[\\w-]{1,64}")
        ? null
        : new Stories.Cursor(
            Instant.ofEpochMilli(Long.parseLong(asked.substring(0, asked.indexOf('.')))),
            asked.substring(asked.indexOf('.') + 1));
  }

  private static String next(String q, String topic, List<Story> found) {
    if (found.size() <= A_PAGE) {
      return null;
    }
    Story last = found.get(A_PAGE - 1);
    return StoriesPage.PATH
        + "?q="
        + URLEncoder.encode(q, StandardCharsets.UTF_8)
        + "&onderwerp="
        + URLEncoder.encode(topic, StandardCharsets.UTF_8)
        + "&na="
        + last.at().toEpochMilli()
        + "."
        + last.id();
  }

  private void form(RoutingContext context, int status, Form form, Refusal refusal) {
    String asked = context.request().getParam("vraag");
    String number = form.get("about").isEmpty() ? asked : form.get("about");
    Frame frame = pages.frame(Visit.of(context), "stories.tell.title").at(TellPage.PATH);
    cases
        .about(context, number)
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            one ->
                pages.show(
                    context,
                    status,
                    new TellPage(
                        one.map(c -> frame.at(TellPage.PATH + "?vraag=" + c.id())).orElse(frame),
                        one.map(Case::id).orElse(null),
                        one.map(Case::hidesSubject).orElse(false),
                        Stream.of(Story.Went.values())
                            .map(each -> choice(frame, "stories.went.", each.name(), form, "went"))
                            .toList(),
                        Stream.of(Story.Consent.values())
                            .map(
                                each ->
                                    choice(frame, "stories.consent.", each.name(), form, "consent"))
                            .toList(),
                        form.get("once").isEmpty()
                            ? UUID.randomUUID().toString()
                            : form.get("once"),
                        form,
                        errors(context, refusal),
                        problem(context, refusal))));
  }

  private static Choice choice(Frame frame, String key, String name, Form form, String field) {
    return new Choice(name, frame.say(key + name), name.equals(form.get(field)));
  }

  private static List<FieldError> errors(RoutingContext context, Refusal refusal) {
    return refusal == null || refusal.field() == null
        ? List.of()
        : List.of(new FieldError(refusal.field(), said(context, refusal)));
  }

  private static String problem(RoutingContext context, Refusal refusal) {
    return refusal == null || refusal.field() != null ? null : said(context, refusal);
  }

  private static String said(RoutingContext context, Refusal refusal) {
    return Visit.of(context).words().say("refusal." + refusal.code());
  }

  private void tell(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    String once = form.get("once");
    String id =
        once.matches("[0-9a-f-]{36}")
            ? UUID.nameUUIDFromBytes((OwnCase.me(context) + once).getBytes(StandardCharsets.UTF_8))
                .toString()
            : UUID.randomUUID().toString();
    cases
        .about(context, form.get("about"))
        .compose(
            one ->
                work.official(
                    id,
                    viewer(context).official(),
                    one.orElse(null),
                    new StoryWork.Told(
                        form.one("went", Story.Went.values()),
                        form.get("words"),
                        form.get("particular"),
                        form.one("consent", Story.Consent.values()),
                        form.get("beside").equals("yes"))))
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            done -> {
              if (done.refused()) {
                form(context, 422, form, done.refusal());
              } else {
                done(context, "/" + done.now().id(), "verhaal");
              }
            });
  }

  private static void done(RoutingContext context, String page, String what) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", StoriesPage.PATH + page + "?gedaan=" + what)
        .end();
  }

  /** For who may read it: published, their own, or theirs to check; nobody else knows of it. */
  private Future<Story> readable(RoutingContext context) {
    return work.stories()
        .find(context.pathParam("story"))
        .compose(
            found -> {
              boolean may =
                  found
                      .filter(one -> !one.gone())
                      .filter(
                          one ->
                              one.readable()
                                  || OwnCase.me(context).equals(one.by())
                                  || checks(context, one))
                      .isPresent();
              if (may) {
                return Future.succeededFuture(found.get());
              }
              return AskedCase.given(context, 404);
            });
  }

  private void show(RoutingContext context, int status, Form form, Refusal refusal) {
    Frame frame =
        pages
            .frame(Visit.of(context), "stories.one.title")
            .at(StoriesPage.PATH + "/" + context.pathParam("story"));
    readable(context)
        .compose(
            story ->
                (checks(context, story)
                        ? work.proposed(story, kind -> frame.say("veil." + kind))
                        : Future.<Story.Published>succeededFuture(null))
                    .compose(
                        proposed ->
                            (counts(context, story, status)
                                    ? work.read()
                                    : Future.<Void>succeededFuture())
                                .map(read -> page(context, frame, story, proposed, form, refusal))))
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(page -> pages.show(context, status, page));
  }

  /** Not when who told or checks it looks after it. */
  private boolean counts(RoutingContext context, Story story, int status) {
    boolean theirs = OwnCase.me(context).equals(story.by()) || checks(context, story);
    return story.readable() && status == 200 && !theirs;
  }

  private StoryPage page(
      RoutingContext context,
      Frame frame,
      Story story,
      Story.Published proposed,
      Form form,
      Refusal refusal) {
    boolean own = OwnCase.me(context).equals(story.by());
    boolean checks = proposed != null;
    StoriesPage.Row row = rows.of(frame, story);
    Story.Published shown = story.readable() ? story.published() : proposed;
    return new StoryPage(
        frame,
        story.id(),
        row.how(),
        row.state(),
        row.words(),
        row.particular(),
        own || checks ? new StoryPage.Raw(story.words(), story.particular()) : null,
        checks,
        own,
        checks ? new StoryPage.Raw(shown.words(), shown.particular()) : null,
        form,
        errors(context, refusal),
        problem(context, refusal));
  }

  private void act(
      RoutingContext context,
      String what,
      boolean byTeller,
      Function<Story, Future<Done<Story>>> act) {
    Form form = Form.of(context.request().formAttributes());
    readable(context)
        .compose(
            story -> {
              boolean may =
                  byTeller ? OwnCase.me(context).equals(story.by()) : checks(context, story);
              if (!may) {
                return AskedCase.given(context, 403);
              }
              return act.apply(story);
            })
        .onFailure(e -> AskedCase.failed(context, e))
        .onSuccess(
            done -> {
              if (done.refused()) {
                show(context, 422, form, done.refusal());
              } else {
                done(context, byTeller ? "" : "/" + done.now().id(), what);
              }
            });
  }

  private void publish(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Instant now = Visit.of(context).now();
    Story.Published as = new Story.Published(form.get("words"), form.get("particular"));
    act(
        context,
        "verhaal-gepubliceerd",
        false,
        story ->
            work.publish(
                story.id(),
                as,
                form.starting("no_names-", StoryPage.MOST_NAMES),
                OwnCase.me(context),
                now));
  }

  private void aside(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    Instant now = Visit.of(context).now();
    act(
        context,
        "verhaal-terzijde",
        false,
        story -> work.aside(story.id(), form.get("why"), OwnCase.me(context), now));
  }

  private void withdraw(RoutingContext context) {
    Instant now = Visit.of(context).now();
    act(context, "verhaal-ingetrokken", true, story -> work.withdraw(story.id(), now));
  }
}
