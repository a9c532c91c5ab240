package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.household.HouseholdWork;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.webform.FormReading;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.ask.Posting;

/**
 * What a citizen sees, behind the link that they were sent, of who is linked to them: a question
 * that they may see, and the end of a link in one tap.
 */
public final class SharedRoutes implements Routes {
  private static final int LARGEST = 256 * 1024;
  private static final int LONGEST = 20_000;
  private static final String CITIZEN = "citizen";
  private static final String NONCE = "[\\w-]{22}";

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Followed.From followed;
  private final Together.From together;
  private final HouseholdWork work;
  private final Directories directories;
  private final Tokens tokens;
  private final Posting posting;
  private final Pages pages;

  SharedRoutes(
      Cases cases,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      HouseholdWork work,
      Together.From together,
      Directories directories,
      Tokens tokens,
      Posting posting,
      Pages pages) {
    this.posting = posting;
    this.cases = cases;
    this.followed = new Followed.From(cases, receipts, outbox, identities);
    this.together = together;
    this.work = work;
    this.directories = directories;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/samen/"));
  }

  private void mount(Router router, String path) {
    router
        .get(path + ":other")
        .handler(c -> SignedLink.open(c, cases, tokens, link -> theirs(c, link, this::look)));
    router
        .post(path + ":other/vraag")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(c -> SignedLink.open(c, cases, tokens, link -> asked(c, link)));
    router
        .post(path + "einde")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(
            c ->
                SignedLink.open(
                    c,
                    cases,
                    tokens,
                    link -> link.guarded(c, pages, forms, "", () -> end(c, link))));
  }

  /**
   * Another's question that they see now.
   *
   * @param link theirs
   */
  private record Seen(SignedLink link, Case one, Together.Sees sees) {}

  /** Why what they asked could not be taken. */
  private record Wrong(List<FieldError> errors, String problem) {
    static final Wrong NOTHING = new Wrong(List.of(), null);
  }

  private Future<Void> look(RoutingContext context, Seen seen) {
    return show(context, 200, seen, Wrong.NOTHING);
  }

  private Future<Void> theirs(
      RoutingContext context,
      SignedLink link,
      BiFunction<RoutingContext, Seen, Future<Void>> then) {
    return cases
        .find(context.pathParam("other"))
        .compose(
            found ->
                found.isEmpty()
                    ? missing(context)
                    : together
                        .sees(link.participant(), found.get())
                        .compose(
                            sees ->
                                sees.isEmpty()
                                    ? missing(context)
                                    : then.apply(
                                        context, new Seen(link, found.get(), sees.get()))));
  }

  private Future<Void> asked(RoutingContext context, SignedLink link) {
    return link.guarded(
        context, pages, forms, field(context, "text"), () -> theirs(context, link, this::ask));
  }

  /** For its citizen: it goes to that question, and what answers it comes to who asked. */
  private Future<Void> ask(RoutingContext context, Seen seen) {
    if (!seen.sees().asks()) {
      return missing(context);
    }
    Wording words = Visit.of(context).words();
    String text = field(context, "text").replace("\r\n", "\n").replace("\0", "");
    String nonce = field(context, "nonce");
    if (text.isEmpty() || text.length() > LONGEST || !nonce.matches(NONCE)) {
      String key = text.isEmpty() ? "follow.error.text" : "ask.error.text-long";
      return nonce.matches(NONCE)
          ? show(
              context, 422, seen, new Wrong(List.of(new FieldError("text", words.say(key))), null))
          : show(context, 422, seen, new Wrong(List.of(), words.say("form.again")));
    }
    WebQuestion question =
        new WebQuestion(
            Correspondent.at(seen.link().participant().address()),
            null,
            null,
            null,
            null,
            text,
            words.language());
    return posting
        .post(
            question,
            Map.of(FormReading.CASE, seen.one().id()),
            nonce,
            List.of(),
            Visit.of(context).now())
        .compose(posting::placed)
        .compose(placed -> seen.link().done(context, "linked-asked"));
  }

  private static Future<Void> missing(RoutingContext context) {
    context.fail(404);
    return Future.succeededFuture();
  }

  private Future<Void> show(RoutingContext context, int status, Seen theirs, Wrong wrong) {
    Visit visit = Visit.of(context);
    Case one = theirs.one();
    String path = theirs.link().path() + "/samen/" + one.id();
    Frame frame = pages.frame(visit, "shared.title", theirs.sees().name()).at(path);
    return together
        .own(one)
        .compose(
            own -> {
              List<Future<Followed>> each =
                  own.stream().map(who -> followed.shared(one, who)).toList();
              return Future.all(each).map(read -> each.stream().map(Future::result).toList());
            })
        .compose(
            read -> {
              if (read.isEmpty()) {
                return missing(context);
              }
              List<FollowPage> seen = read.stream().map(it -> page(it, frame, visit)).toList();
              pages.show(context, status, page(context, theirs, frame, seen, wrong));
              return Future.succeededFuture();
            });
  }

  private FollowPage page(Followed seen, Frame frame, Visit visit) {
    FollowPage.Typed nothing = new FollowPage.Typed("", "", "", "", "", "", false);
    return new FollowView(seen, directories.current(), frame, visit.now(), (one, to) -> null)
        .page("", "", nothing, List.of(), null);
  }

  /** Neither calls nor talks: those are between the citizen and the official. */
  private static SharedPage page(
      RoutingContext context, Seen theirs, Frame frame, List<FollowPage> seen, Wrong wrong) {
    String nonce = field(context, "nonce");
    FollowPage first = seen.get(0);
    return new SharedPage(
        frame,
        theirs.link().path(),
        theirs.sees().name(),
        first.subject(),
        first.number(),
        first.person(),
        first.outcome(),
        first.dues().stream()
            .filter(due -> !due.kind().equals(PromiseKind.CALLBACK.name()))
            .filter(due -> !due.kind().equals(PromiseKind.TALK.name()))
            .toList(),
        seen.stream()
            .flatMap(it -> it.items().stream())
            .filter(FollowPage.Item::message)
            .sorted(Comparator.comparing(FollowPage.Item::at))
            .toList(),
        theirs.sees().asks(),
        field(context, "text"),
        nonce.matches(NONCE) ? nonce : FormTokens.random(),
        wrong.errors(),
        wrong.problem());
  }

  private Future<Void> end(RoutingContext context, SignedLink link) {
    String household = field(context, "household");
    String other = field(context, "other");
    return together
        .me(link.participant(), household, other)
        .compose(
            me ->
                me.isEmpty()
                    ? missing(context)
                    : work.end(household, me.get(), other, CITIZEN)
                        .compose(done -> link.done(context, "linked-ended")));
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip();
  }
}
