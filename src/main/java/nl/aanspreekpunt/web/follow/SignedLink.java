package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.ProblemPage;
import nl.aanspreekpunt.web.Proven;
import nl.aanspreekpunt.web.Visit;

/**
 * A citizen's way in to one question: a link that is signed and still opens, or an address that
 * they have shown to be theirs.
 *
 * @param path of their page
 */
record SignedLink(String path, Case one, Participant participant) {
  private static final List<String> PATHS = List.of("/v/:case/:link/:signature", "/mijn/:case");

  /** Mounts the same behind each way in. */
  static void each(Consumer<String> mounting) {
    PATHS.forEach(mounting);
  }

  /** The page of somebody who takes part in a question, by the way that they came in. */
  static String path(RoutingContext context, Tokens tokens, Case one, Participant to) {
    return Proven.address(context).isPresent()
        ? "/mijn/" + one.id()
        : URI.create(tokens.followLink(one.id(), to.key())).getPath();
  }

  /** Somebody's own way to another question in which they take part. */
  static SignedLink on(RoutingContext context, Tokens tokens, Case one, Participant to) {
    return new SignedLink(path(context, tokens, one, to), one, to);
  }

  /** Not who asks about it for its citizen, and may not say yes or no for them. */
  boolean mayAnswer() {
    return one.care().decides(participant.link());
  }

  /** With a form from our own page, not sent too often; else it is to be sent again. */
  Future<Void> guarded(
      RoutingContext context,
      Pages pages,
      LinkForms forms,
      String typed,
      Supplier<Future<Void>> act) {
    return forms
        .refused(context, path)
        .map(again -> again(context, pages, again, typed))
        .orElseGet(act);
  }

  /** Back on their page, which says what was done. */
  Future<Void> done(RoutingContext context, String what) {
    context.response().setStatusCode(303).putHeader("Location", path + "?gedaan=" + what).end();
    return Future.succeededFuture();
  }

  /** What was sent cannot be taken: it is to be sent again, and stands there to be copied. */
  private static Future<Void> again(
      RoutingContext context, Pages pages, LinkForms.Again again, String typed) {
    Frame frame = pages.frame(Visit.of(context), "problem.403.title");
    List<String> words = typed.isBlank() ? List.of() : List.of(typed);
    pages.show(
        context, again.status(), new ProblemPage(frame, frame.say(again.words()), null, words));
    return Future.succeededFuture();
  }

  /** Goes on when it is; else answers that it is not there, or not any more. */
  static void open(
      RoutingContext context, Cases cases, Tokens tokens, Function<SignedLink, Future<Void>> then) {
    String number = context.pathParam("case");
    if (context.pathParam("link") == null) {
      proven(context, cases, number, then);
      return;
    }
    String key = context.pathParam("link");
    String signature = context.pathParam("signature");
    if (!tokens.follows(number, key, signature)) {
      context.fail(404);
      return;
    }
    String path = "/v/" + number + "/" + key + "/" + signature;
    cases
        .find(number)
        .compose(
            found -> {
              Optional<SignedLink> link =
                  found.flatMap(
                      one ->
                          one.anybody(Participant.linkOf(key))
                              .map(who -> new SignedLink(path, one, who)));
              if (link.isEmpty() || !link.get().participant().key().equals(key)) {
                context.fail(link.isEmpty() ? 404 : 410);
                return Future.<Void>succeededFuture();
              }
              return then.apply(link.get());
            })
        .onFailure(context::fail);
  }

  /** Whether they take part or not at all is told to nobody else: it is not there. */
  private static void proven(
      RoutingContext context, Cases cases, String number, Function<SignedLink, Future<Void>> then) {
    Future<Optional<Case>> found =
        number.matches("[0-9A-Z]{9}")
            ? cases.find(number)
            : Future.succeededFuture(Optional.empty());
    found
        .map(
            it ->
                it.flatMap(
                    one ->
                        Proven.address(context)
                            .flatMap(one::participant)
                            .map(who -> new SignedLink("/mijn/" + number, one, who))))
        .compose(
            link -> {
              if (link.isEmpty()) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              return then.apply(link.get());
            })
        .onFailure(context::fail);
  }
}
