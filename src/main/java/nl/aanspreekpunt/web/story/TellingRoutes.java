package nl.aanspreekpunt.web.story;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;

/**
 * A citizen tells, behind the link that they were sent, how it went: one choice, some words if they
 * like, and who may read it. They take it back at any time.
 */
public final class TellingRoutes implements Routes {
  private static final String PATH = "/v/:case/:link/:signature/verhaal";
  private static final int LARGEST = 64 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final StoryWork work;
  private final Tokens tokens;
  private final Pages pages;

  private record Link(String path, Case one, Participant participant) {
    String story() {
      return StoryWork.ofCitizen(one.id(), participant.link());
    }
  }

  public TellingRoutes(Cases cases, StoryWork work, Tokens tokens, Pages pages) {
    this.cases = cases;
    this.work = work;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(PATH).handler(context -> open(context, link -> show(context, 200, link, null)));
    router
        .post(PATH)
        .handler(body)
        .handler(context -> guarded(context, link -> tell(context, link)));
    router
        .post(PATH + "/intrekken")
        .handler(body)
        .handler(context -> guarded(context, link -> withdraw(context, link)));
  }

  /** Goes on when the link is signed and still opens. */
  private void open(RoutingContext context, Function<Link, Future<Void>> then) {
    String number = context.pathParam("case");
    String key = context.pathParam("link");
    String signature = context.pathParam("signature");
    if (!tokens.follows(number, key, signature)) {
      context.fail(404);
      return;
    }
    cases
        .find(number)
        .compose(
            found -> {
              Optional<Participant> who =
                  found.flatMap(one -> one.anybody(Participant.linkOf(key)));
              if (who.isEmpty() || !who.get().key().equals(key)) {
                context.fail(who.isEmpty() ? 404 : 410);
                return Future.<Void>succeededFuture();
              }
              String path = "/v/" + number + "/" + key + "/" + signature;
              return then.apply(new Link(path, found.orElseThrow(), who.get()));
            })
        .onFailure(context::fail);
  }

  private void guarded(RoutingContext context, Function<Link, Future<Void>> act) {
    open(
        context,
        link ->
            forms
                .refused(context, link.path())
                .map(again -> show(context, again.status(), link, again.words()))
                .orElseGet(() -> act.apply(link)));
  }

  private Future<Void> show(RoutingContext context, int status, Link link, String problem) {
    return show(context, status, link, List.of(), problem);
  }

  private Future<Void> show(
      RoutingContext context, int status, Link link, List<FieldError> errors, String problem) {
    Frame frame = pages.frame(Visit.of(context), "telling.title").at(link.path() + "/verhaal");
    return work.stories()
        .find(link.story())
        .map(
            found -> {
              Optional<Story> told = found.filter(one -> one.state() != Story.State.WITHDRAWN);
              boolean may = told.isPresent() || StoryWork.ended(link.one());
              pages.show(
                  context,
                  status,
                  new TellingPage(
                      frame,
                      link.path(),
                      told.map(one -> frame.say("telling.told." + one.went()) + words(one))
                          .orElse(null),
                      link.one().confidential(),
                      Stream.of(Story.Went.values())
                          .map(one -> choice(frame, "telling.went.", one, context, "went"))
                          .toList(),
                      Stream.of(Story.Consent.values())
                          .map(one -> choice(frame, "telling.consent.", one, context, "consent"))
                          .toList(),
                      field(context, "words"),
                      field(context, "particular"),
                      errors,
                      problem == null && !may
                          ? frame.say("refusal.story-open")
                          : problem == null ? null : frame.say(problem)));
              return null;
            });
  }

  private static String words(Story one) {
    String shown = one.readable() ? one.published().words() : one.words();
    return shown.isBlank() ? "" : " “" + shown + "”";
  }

  private static Choice choice(
      Frame frame, String key, Enum<?> one, RoutingContext context, String field) {
    String chosen = field(context, field);
    return new Choice(one.name(), frame.say(key + one.name()), one.name().equals(chosen));
  }

  private Future<Void> tell(RoutingContext context, Link link) {
    return work.citizen(
            link.one(),
            link.participant().link(),
            new StoryWork.Told(
                chosen(context, "went", Story.Went.values()),
                field(context, "words"),
                field(context, "particular"),
                chosen(context, "consent", Story.Consent.values()),
                field(context, "beside").equals("yes")))
        .compose(done -> answer(context, link, done, "verteld"));
  }

  private Future<Void> withdraw(RoutingContext context, Link link) {
    return work.withdraw(link.story(), Visit.of(context).now())
        .compose(done -> answer(context, link, done, "verhaal-ingetrokken"));
  }

  private Future<Void> answer(RoutingContext context, Link link, StoryWork.Done done, String what) {
    if (!done.refused()) {
      context
          .response()
          .setStatusCode(303)
          .putHeader("Location", link.path() + "/verhaal?gedaan=" + what)
          .end();
      return Future.succeededFuture();
    }
    Refusal refusal = done.refusal();
    String key = "refusal." + refusal.code();
    return refusal.field() == null
        ? show(context, 422, link, key)
        : show(
            context,
            422,
            link,
            List.of(new FieldError(refusal.field(), Visit.of(context).words().say(key))),
            null);
  }

  private static <E extends Enum<E>> E chosen(RoutingContext context, String name, E[] of) {
    String value = field(context, name);
    return Stream.of(of).filter(one -> one.name().equals(value)).findFirst().orElse(null);
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
