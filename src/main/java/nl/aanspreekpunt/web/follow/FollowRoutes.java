package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Contradicting;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Preferring;
import nl.aanspreekpunt.casework.Reopening;
import nl.aanspreekpunt.casework.Requesting;
import nl.aanspreekpunt.casework.Revoking;
import nl.aanspreekpunt.casework.StillWanting;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Withdrawing;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.casework.talk.NotSuiting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.StoryWork;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Proven;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.ask.Posting;

/**
 * The page behind the secure link: who helps, by when, what was exchanged with this address, and
 * what a citizen can do. Looking never changes anything, so that a mail program that opens links by
 * itself does no harm; only the buttons do.
 */
public final class FollowRoutes implements Routes {
  private static final int LARGEST = 256 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Followed.From followed;
  private final Together.From together;
  private final Stories stories;
  private final Directories directories;
  private final Tokens tokens;
  private final Posting posting;
  private final Pages pages;
  private final Path uploads;

  /**
   * @param uploads folder for files on their way; each is removed when its request ends
   */
  public FollowRoutes(
      Cases cases,
      Casework casework,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      SoFarWork soFar,
      Stories stories,
      Directories directories,
      Tokens tokens,
      Posting posting,
      Pages pages,
      Path uploads) {
    this.cases = cases;
    this.casework = casework;
    this.followed = new Followed.From(cases, receipts, outbox, identities);
    this.together = new Together.From(identities, soFar, cases);
    this.stories = stories;
    this.directories = directories;
    this.tokens = tokens;
    this.posting = posting;
    this.pages = pages;
    this.uploads = uploads;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path));
  }

  private void mount(Router router, String path) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    BodyHandler files =
        BodyHandler.create(uploads.toString())
            .setBodyLimit(Enclosed.LARGEST_BODY)
            .setDeleteUploadedFilesOnEnd(true);
    router.get(path).handler(context -> open(context, link -> look(context, link)));
    act(router, files, path, "/antwoord", this::reply);
    act(router, body, path, "/bel-mij", this::call);
    promise(router, body, path, "/nog-bellen", StillWanting::new, "still");
    promise(router, body, path, "/niet-bellen", id -> new Withdrawing(id, "citizen"), "withdrawn");
    promise(router, body, path, "/klopt-niet", Contradicting::new, "contradicted");
    act(router, body, path, "/wanneer", this::when);
    act(router, body, path, "/geholpen", this::helped);
    act(router, body, path, "/schikt-niet", this::unsuited);
    act(router, body, path, "/niet-geholpen", this::reopen);
    act(router, body, path, "/niet-meer", this::retract);
    act(router, body, path, "/intrekken", this::revoke);
  }

  private void act(
      Router router,
      BodyHandler body,
      String path,
      String what,
      BiFunction<RoutingContext, SignedLink, Future<Void>> act) {
    router
        .post(path + what)
        .handler(body)
        .handler(
            context ->
                open(
                    context,
                    link ->
                        followed
                            .may(link, what)
                            .compose(
                                may ->
                                    may
                                        ? guarded(context, link, act)
                                        : again(context, 403, link, "follow.not-yours"))));
  }

  private void promise(
      Router router,
      BodyHandler body,
      String path,
      String what,
      Function<String, Act> act,
      String code) {
    act(router, body, path, what, (context, link) -> promise(context, link, act, code));
  }

  private void open(RoutingContext context, Function<SignedLink, Future<Void>> then) {
    SignedLink.open(context, cases, tokens, then);
  }

  private Future<Void> guarded(
      RoutingContext context,
      SignedLink link,
      BiFunction<RoutingContext, SignedLink, Future<Void>> act) {
    return forms
        .refused(context, link.path())
        .map(again -> again(context, again.status(), link, again.words()))
        .orElseGet(() -> act.apply(context, link));
  }

  /** A question that was joined to another goes on there, for who takes part in that one too. */
  private Future<Void> look(RoutingContext context, SignedLink link) {
    if (!link.one().joined()) {
      return show(context, 200, link);
    }
    return Joining.followed(cases, link.one().id())
        .map(
            found ->
                found.flatMap(
                    into ->
                        into.participant(link.participant().address())
                            .map(to -> SignedLink.on(context, tokens, into, to))))
        .compose(
            there -> there.map(on -> lead(context, on)).orElseGet(() -> show(context, 200, link)));
  }

  /** Not around a link that was switched off there. */
  private static Future<Void> lead(RoutingContext context, SignedLink on) {
    if (on.participant().revokedAt() == null || Proven.address(context).isPresent()) {
      String said = context.request().query();
      String query = said == null ? "" : "?" + said;
      context.response().setStatusCode(303).putHeader("Location", on.path() + query).end();
    } else {
      context.fail(410);
    }
    return Future.succeededFuture();
  }

  private Future<Void> show(RoutingContext context, int status, SignedLink link) {
    return show(context, status, link, List.of(), null);
  }

  private Future<Void> again(RoutingContext context, int status, SignedLink link, String problem) {
    Wording words = Visit.of(context).words();
    return show(context, status, link, List.of(), words.say(problem));
  }

  private Future<Void> wrong(RoutingContext context, SignedLink link, String field, String key) {
    FieldError error = new FieldError(field, Visit.of(context).words().say(key));
    return show(context, 422, link, List.of(error), null);
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      SignedLink link,
      List<FieldError> errors,
      String problem) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "follow.title").at(link.path());
    String nonce = context.request().getFormAttribute("nonce");
    String kept = nonce != null && nonce.matches("[\\w-]{22}") ? nonce : FormTokens.random();
    FollowPage.Typed typed =
        new FollowPage.Typed(
            field(context, "text"),
            field(context, "class"),
            field(context, "phone"),
            field(context, "preferred"),
            helped(context),
            field(context, "heard"),
            !Enclosed.in(context).all().isEmpty());
    Future<Followed> seen = followed.read(link.one(), link.participant());
    Future<Together> linked = together.read(link.participant(), frame);
    Future<Boolean> told = told(link);
    return Future.all(seen, linked, told)
        .map(
            read -> {
              FollowView view =
                  new FollowView(
                      seen.result(),
                      directories.current(),
                      frame,
                      visit.now(),
                      (one, to) -> SignedLink.path(context, tokens, one, to));
              FollowPage page = view.page(link.path(), kept, typed, errors, problem);
              pages.show(context, status, page.with(linked.result(), told.result()));
              return null;
            });
  }

  private Future<Boolean> told(SignedLink link) {
    return link.one().open()
        ? Future.succeededFuture(false)
        : stories
            .find(StoryWork.ofCitizen(link.one().id(), link.participant().link()))
            .map(found -> found.filter(story -> !story.gone()).isPresent());
  }

  private Future<Void> reply(RoutingContext context, SignedLink link) {
    LaterMessage message = LaterMessage.in(context);
    Optional<FieldError> wrong = message.wrong(Visit.of(context).words());
    if (wrong.isPresent()) {
      return show(context, 422, link, List.of(wrong.get()), null);
    }
    if (!message.nonce().matches("[\\w-]{22}")) {
      return again(context, 422, link, "form.again");
    }
    return message
        .post(posting, link, Visit.of(context))
        .map(done -> done(context, link, message.complaint() ? "complained" : "reply"));
  }

  private Future<Void> call(RoutingContext context, SignedLink link) {
    Optional<Address> phone = Addresses.phone(field(context, "phone"));
    String preferred = said(context);
    if (phone.isEmpty()) {
      return wrong(context, link, "phone", "ask.error.phone");
    }
    if (preferred.length() > 200) {
      return wrong(context, link, "preferred", "ask.error.line-long");
    }
    Act act = new Requesting(phone.get().value(), "", preferred, "citizen");
    return followed
        .calls(link.participant(), Visit.of(context).now())
        .compose(
            calls ->
                calls
                    ? change(context, link, act, "called")
                    : again(context, 422, link, "follow.call.not"));
  }

  private Future<Void> when(RoutingContext context, SignedLink link) {
    String suits = said(context);
    return suits.isEmpty() || suits.length() > Preferring.LONGEST
        ? wrong(context, link, "when", "follow.error.when")
        : promise(context, link, id -> new Preferring(id, suits, "citizen"), "when");
  }

  private static String said(RoutingContext context) {
    return TimeChoice.said(name -> field(context, name), Visit.of(context).words());
  }

  private Future<Void> promise(
      RoutingContext context, SignedLink link, Function<String, Act> act, String code) {
    String id = field(context, "promise");
    boolean theirs =
        link.one()
            .promise(id)
            .filter(promise -> promise.kind() == PromiseKind.CALLBACK)
            .filter(promise -> Calling.theirs(link.one(), link.participant(), promise))
            .isPresent();
    if (!theirs) {
      context.fail(404);
      return Future.succeededFuture();
    }
    return change(context, link, act.apply(id), code);
  }

  private Future<Void> unsuited(RoutingContext context, SignedLink link) {
    String words = field(context, "unsuited");
    String promise = field(context, "promise");
    if (words.isEmpty() || words.length() > 200) {
      return wrong(context, link, "unsuited-" + promise, "follow.error.unsuited");
    }
    return change(
        context, link, new NotSuiting(promise, words, link.participant().address()), "unsuited");
  }

  private Future<Void> reopen(RoutingContext context, SignedLink link) {
    return change(context, link, new Reopening("citizen", "not-helped"), "reopened");
  }

  private Future<Void> retract(RoutingContext context, SignedLink link) {
    return followed
        .retracting(link.participant())
        .compose(act -> change(context, link, act, "ingetrokken-vraag"));
  }

  /** What they chose, or the link that they opened chose for them: nothing is said by that yet. */
  private static String helped(RoutingContext context) {
    String link = context.request().getParam("geholpen");
    String chosen = field(context, "helped");
    return chosen.isEmpty() && link != null ? (link.equals("ja") ? "YES" : "NO") : chosen;
  }

  private Future<Void> helped(RoutingContext context, SignedLink link) {
    String helped = field(context, "helped");
    String heard = field(context, "heard");
    if (!helped.equals("YES") && !helped.equals("NO")) {
      return wrong(context, link, "helped", "refusal.helped-needed");
    }
    boolean yes = helped.equals("YES");
    Boolean felt = heard.equals("YES") ? Boolean.TRUE : heard.equals("NO") ? Boolean.FALSE : null;
    return change(
        context,
        link,
        new SayingHelped("citizen", link.participant().link(), yes, felt),
        yes ? "geholpen" : "niet-geholpen");
  }

  private Future<Void> revoke(RoutingContext context, SignedLink link) {
    return casework
        .change(link.one().id(), new Revoking(link.participant().link(), "citizen"))
        .map(
            decision -> {
              if (Proven.address(context).isPresent()) {
                return done(context, link, "intrekken");
              }
              context.fail(410);
              return null;
            });
  }

  /** What was joined to another question since is done there, by who then sees that one. */
  private Future<Void> change(RoutingContext context, SignedLink link, Act act, String code) {
    if (link.one().joined()) {
      return Future.succeededFuture(done(context, link, "moved"));
    }
    return casework
        .change(link.one().id(), act)
        .map(
            decision -> done(context, link, decision instanceof Decision.Refused ? "moved" : code));
  }

  private static Void done(RoutingContext context, SignedLink link, String code) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", link.path() + "?gedaan=" + code)
        .end();
    return null;
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
