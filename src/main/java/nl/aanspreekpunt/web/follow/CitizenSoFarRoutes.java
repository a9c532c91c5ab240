package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.sofar.SoFar;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;

/** Whom the story so far is about reads it behind their link, and says what is otherwise. */
public final class CitizenSoFarRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final SoFarWork work;
  private final Together.From together;
  private final Directories directories;
  private final Tokens tokens;
  private final Pages pages;

  CitizenSoFarRoutes(
      Cases cases,
      SoFarWork work,
      Together.From together,
      Directories directories,
      Tokens tokens,
      Pages pages) {
    this.cases = cases;
    this.work = work;
    this.together = together;
    this.directories = directories;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/tot-nu-toe"));
  }

  private void mount(Router router, String path) {
    router.get(path).handler(c -> theirs(c, (link, it) -> show(c, 200, link, it.story(), null)));
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(c -> SignedLink.open(c, cases, tokens, link -> sent(c, link)));
  }

  private void theirs(
      RoutingContext context, BiFunction<SignedLink, Together.Story, Future<Void>> then) {
    SignedLink.open(context, cases, tokens, link -> theirs(context, link, then));
  }

  private Future<Void> theirs(
      RoutingContext context,
      SignedLink link,
      BiFunction<SignedLink, Together.Story, Future<Void>> then) {
    return together
        .story(link.participant())
        .compose(
            found -> {
              if (found.isEmpty()) {
                context.fail(404);
                return Future.succeededFuture();
              }
              return then.apply(link, found.get());
            });
  }

  private Future<Void> sent(RoutingContext context, SignedLink link) {
    return link.guarded(
        context,
        pages,
        forms,
        field(context, "words"),
        () -> theirs(context, link, (of, it) -> correct(context, of, it)));
  }

  private Future<Void> correct(RoutingContext context, SignedLink link, Together.Story it) {
    String once = field(context, "once");
    String id = once.matches("[\\w-]{8,64}") ? once : UUID.randomUUID().toString();
    return work.correct(
            it.subject(), id, link.one(), link.participant().name(), field(context, "words"))
        .compose(
            done -> {
              if (done.refused()) {
                return show(context, 422, link, it.story(), done.refusal().code());
              }
              context
                  .response()
                  .setStatusCode(303)
                  .putHeader("Location", link.path() + "/tot-nu-toe?gedaan=sofar-said")
                  .end();
              return Future.succeededFuture();
            });
  }

  private Future<Void> show(
      RoutingContext context, int status, SignedLink link, SoFar story, String wrong) {
    Frame frame = pages.frame(Visit.of(context), "sofar.title").at(link.path() + "/tot-nu-toe");
    String once = field(context, "once");
    List<FieldError> errors =
        Stream.ofNullable(wrong)
            .map(code -> new FieldError("words", frame.say("refusal." + code)))
            .toList();
    pages.show(
        context,
        status,
        new CitizenSoFarPage(
            frame,
            link.path(),
            frame.say("sofar.written", name(frame, story.by()), frame.moments().say(story.at())),
            parts(frame, story.parts()),
            story.corrections().stream().map(it -> said(frame, it)).toList(),
            field(context, "words"),
            once.matches("[\\w-]{8,64}") ? once : UUID.randomUUID().toString(),
            errors,
            null));
    return Future.succeededFuture();
  }

  private static List<CitizenSoFarPage.Part> parts(Frame frame, SoFar.Parts parts) {
    return Stream.of(
            new CitizenSoFarPage.Part("wants", parts.wants()),
            new CitizenSoFarPage.Part("kept", parts.kept()),
            new CitizenSoFarPage.Part("decided", parts.decided()),
            new CitizenSoFarPage.Part("people", parts.people()),
            new CitizenSoFarPage.Part("careful", parts.careful()))
        .filter(part -> !part.text().isBlank())
        .map(
            part ->
                new CitizenSoFarPage.Part(frame.say("sofar." + part.title() + ".you"), part.text()))
        .toList();
  }

  private CitizenSoFarPage.Said said(Frame frame, SoFar.Correction one) {
    String who = one.name() == null ? frame.say("follow.you") : one.name();
    String answer =
        one.open()
            ? null
            : one.taken()
                ? frame.say("sofar.taken", name(frame, one.answeredBy()))
                : frame.say("sofar.not-taken", name(frame, one.answeredBy()), one.why());
    return new CitizenSoFarPage.Said(
        frame.say("sofar.said", who, frame.moments().say(one.at())), one.words(), answer);
  }

  private String name(Frame frame, String official) {
    return directories
        .current()
        .official(official)
        .map(Official::name)
        .orElse(frame.say("colleague"));
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
