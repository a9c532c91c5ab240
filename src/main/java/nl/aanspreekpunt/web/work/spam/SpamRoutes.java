package nl.aanspreekpunt.web.work.spam;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Doubting;
import nl.aanspreekpunt.inbox.Judged;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.LyingName;
import nl.aanspreekpunt.web.work.OwnCase;

/** The list of what may be spam, for who has intake duty, and the two words that end it. */
public final class SpamRoutes implements Routes {
  public static final String PATH = "/werk/misschien-spam";
  private static final int LARGEST = 4 * 1024;

  private final Gate gate;
  private final Doubting doubting;
  private final Directories directories;
  private final Pages pages;

  public SpamRoutes(Gate gate, Doubting doubting, Directories directories, Pages pages) {
    this.gate = gate;
    this.doubting = doubting;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(this::theirs).handler(this::show);
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(this::theirs)
        .handler(this::say);
  }

  private void theirs(RoutingContext context) {
    if (doubting.reads(Visit.of(context).viewer().official())) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private void show(RoutingContext context) {
    Frame frame = pages.frame(Visit.of(context), "spam.title").at(PATH);
    Future<List<Doubtful>> waiting = doubting.waiting();
    Future<List<Doubtful>> spam = doubting.spam();
    Future.all(waiting, spam)
        .map(
            Show.by(
                both ->
                    pages.show(
                        context,
                        new SpamPage(
                            frame,
                            waiting.result().stream().map(one -> item(frame, one)).toList(),
                            spam.result().stream().map(one -> item(frame, one)).toList()))))
        .onFailure(context::fail);
  }

  private SpamPage.Item item(Frame frame, Doubtful one) {
    String subject = one.subject().isBlank() ? frame.say("work.no-subject") : one.subject();
    return new SpamPage.Item(
        one.id(),
        one.sender() == null ? frame.say("spam.nobody") : one.sender(),
        one.name(),
        LyingName.is(one.name(), one.sender(), directories.current())
            ? frame.say("case.name-lies", one.name(), one.sender())
            : null,
        subject,
        one.words(),
        one.mark(),
        one.receivedAt(),
        one.goesAt());
  }

  private void say(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    String me = OwnCase.me(context);
    String id = form.get("id");
    Future<String> done =
        switch (form.get("act")) {
          case "question" -> doubting.question(id, me, null).map(it -> said(it, "spam-vraag"));
          case "spam" -> doubting.isSpam(id, me, null).map(it -> said(it, "spam"));
          case "undo" -> doubting.undo(id, null).map(it -> said(it, "spam-terug"));
          default -> Future.succeededFuture("spam-anders");
        };
    done.map(code -> OwnCase.done(context, PATH, code)).onFailure(context::fail);
  }

  private static String said(Judged judged, String done) {
    return judged instanceof Judged.Done ? done : "spam-anders";
  }
}
