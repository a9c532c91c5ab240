package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Done;
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
 * A citizen tells, behind the link that they were sent, how it went: one tap; some words if they
 * like, and who may read those. They take it back at any time.
 */
public final class TellingRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final StoryWork work;
  private final Tokens tokens;
  private final Pages pages;

  public TellingRoutes(Cases cases, StoryWork work, Tokens tokens, Pages pages) {
    this.cases = cases;
    this.work = work;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/verhaal"));
  }

  private void mount(Router router, String path) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(path).handler(context -> open(context, link -> show(context, 200, link, null)));
    router
        .post(path)
        .handler(body)
        .handler(context -> guarded(context, link -> tell(context, link)));
    router
        .post(path + "/intrekken")
        .handler(body)
        .handler(context -> guarded(context, link -> withdraw(context, link)));
  }

  private void open(RoutingContext context, Function<SignedLink, Future<Void>> then) {
    SignedLink.open(context, cases, tokens, then);
  }

  private void guarded(RoutingContext context, Function<SignedLink, Future<Void>> act) {
    open(
        context,
        link ->
            forms
                .refused(context, link.path())
                .map(again -> show(context, again.status(), link, again.words()))
                .orElseGet(() -> act.apply(link)));
  }

  private Future<Void> show(RoutingContext context, int status, SignedLink link, String problem) {
    return show(context, status, link, List.of(), problem);
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      SignedLink link,
      List<FieldError> errors,
      String problem) {
    Frame frame = pages.frame(Visit.of(context), "telling.title").at(link.path() + "/verhaal");
    return work.stories()
        .find(story(link))
        .map(
            found -> {
              Optional<Story> told = found.filter(one -> !one.gone());
              boolean may = told.isPresent() || StoryWork.ended(link.one());
              String said = problem == null && !may ? "refusal.story-open" : problem;
              pages.show(
                  context,
                  status,
                  new TellingPage(
                      frame,
                      link.path(),
                      told.map(one -> frame.say("telling.told." + one.went()) + words(one))
                          .orElse(null),
                      asks(context, told, may),
                      link.one().confidential(),
                      consents(context, frame),
                      field(context, "words"),
                      field(context, "particular"),
                      errors,
                      said == null ? null : frame.say(said)));
              return null;
            });
  }

  private static String words(Story one) {
    String shown = one.readable() ? one.published().words() : one.words();
    return shown.isBlank() ? "" : " “" + shown + "”";
  }

  /** First the tap; then, who likes adds some words to what they tapped. */
  private static TellingPage.Asks asks(RoutingContext context, Optional<Story> told, boolean may) {
    if (told.isPresent()) {
      return told.get().tapped()
          ? new TellingPage.Asks(told.get().went().name())
          : TellingPage.Asks.NOTHING;
    }
    Story.Went went = chosen(context, "went", Story.Went.values());
    return !may
        ? TellingPage.Asks.NOTHING
        : went == null ? TellingPage.Asks.A_TAP : new TellingPage.Asks(went.name());
  }

  /** Colleagues, unless they say else: whoever adds words wants somebody to read them. */
  private static List<Choice> consents(RoutingContext context, Frame frame) {
    String said = field(context, "consent");
    String chosen = said.isEmpty() ? Story.Consent.COLLEAGUES.name() : said;
    return Stream.of(Story.Consent.values())
        .map(one -> new Choice(one.name(), frame.say("telling.consent." + one), false))
        .map(one -> one.when(chosen))
        .toList();
  }

  private Future<Void> tell(RoutingContext context, SignedLink link) {
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

  private static String story(SignedLink link) {
    return StoryWork.ofCitizen(link.one().id(), link.participant().link());
  }

  private Future<Void> withdraw(RoutingContext context, SignedLink link) {
    return work.withdraw(story(link), Visit.of(context).now())
        .compose(done -> answer(context, link, done, "verhaal-ingetrokken"));
  }

  private Future<Void> answer(
      RoutingContext context, SignedLink link, Done<Story> done, String what) {
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
