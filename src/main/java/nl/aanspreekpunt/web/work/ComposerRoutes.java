package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.atwork.DraftReply;
import nl.aanspreekpunt.casework.atwork.Drafting;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.atwork.KeptPage;
import nl.aanspreekpunt.web.work.atwork.PreviewPage;
import nl.aanspreekpunt.web.work.texting.SmsNotePage;

/** While an answer is written: it is kept, and shown as the citizen will get it. */
public final class ComposerRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/";
  private static final int LARGEST = 256 * 1024;
  private final Gate gate;
  private final OwnCase own;
  private final AtWork atWork;
  private final Previews previews;
  private final ReplyFiles files;
  private final Pages pages;

  public ComposerRoutes(
      Gate gate,
      Cases cases,
      Directories directories,
      AtWork atWork,
      Previews previews,
      ReplyFiles files,
      Pages pages) {
    this.gate = gate;
    this.own = new OwnCase(cases, directories);
    this.atWork = atWork;
    this.previews = previews;
    this.files = files;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    post(router, body, "concept", this::keep);
    post(router, body, "concept-weg", this::discard);
    post(router, body, "concept-terug", this::takeBack);
    post(router, files.body(), "voorbeeld", this::preview);
    post(router, files.body(), "telling", this::counted);
    router.get(PATH + "brief").handler(gate::admit).handler(this::letter);
  }

  private void post(
      Router router,
      BodyHandler body,
      String name,
      Function<RoutingContext, BiFunction<Case, Form, Future<Void>>> act) {
    router
        .post(PATH + name)
        .handler(body)
        .handler(gate::admit)
        .handler(context -> own.open(context, act.apply(context)));
  }

  private BiFunction<Case, Form, Future<Void>> keep(RoutingContext context) {
    return (one, form) -> {
      String me = OwnCase.me(context);
      Instant now = Visit.of(context).now();
      Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
      boolean anyway = !form.get("toch").isEmpty();
      return atWork
          .drafting()
          .keep(ComposerForm.draft(form, one, me, now), ComposerForm.base(form), anyway)
          .compose(kept -> atWork.desks().here(one.id(), me, true, now).otherwiseEmpty().map(kept))
          .map(Show.by(kept -> pages.show(context, kept(frame, kept))));
    };
  }

  private static KeptPage kept(Frame frame, Drafting.Kept kept) {
    DraftReply draft = kept.draft();
    if (kept.elsewhere()) {
      String said = frame.say("case.draft.elsewhere", frame.moments().say(draft.at()));
      return new KeptPage(frame, null, null, said, draft.text());
    }
    boolean stands = draft != null && draft.stands();
    String thrown =
        draft != null && draft.takeable() ? frame.moments().say(draft.discardedAt()) : null;
    return new KeptPage(frame, stands ? WorkingView.kept(frame, draft) : null, thrown, null, null);
  }

  private BiFunction<Case, Form, Future<Void>> discard(RoutingContext context) {
    return (one, form) ->
        atWork
            .drafting()
            .discard(one.id(), OwnCase.me(context), Visit.of(context).now())
            .map(done -> back(context, one));
  }

  private BiFunction<Case, Form, Future<Void>> takeBack(RoutingContext context) {
    return (one, form) ->
        atWork.drafting().takeBack(one.id(), OwnCase.me(context)).map(done -> back(context, one));
  }

  private static Void back(RoutingContext context, Case one) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", OwnCase.page(one) + "#antwoord")
        .end();
    return null;
  }

  /** It is kept first: the letter in its frame is made of what is kept. */
  private BiFunction<Case, Form, Future<Void>> preview(RoutingContext context) {
    return (one, form) -> {
      String me = OwnCase.me(context);
      Visit visit = Visit.of(context);
      Frame frame = pages.frame(visit, "case.preview.title", one.id()).at(OwnCase.page(one));
      DraftReply typed = ComposerForm.draft(form, one, me, visit.now());
      return atWork
          .drafting()
          .keep(typed, ComposerForm.base(form), false)
          .compose(
              kept ->
                  kept.elsewhere()
                      ? Future.succeededFuture(Previews.Shown.not("draft-elsewhere"))
                      : previews.of(one, me, form, own.moment(context)))
          .map(
              Show.by(
                  shown -> {
                    boolean part = context.request().getHeader("HX-Request") != null;
                    pages.show(context, new PreviewPage(frame, one.id(), shown.said(frame), part));
                  }));
    };
  }

  /** What the text message comes to, while it is being written: nothing is kept of it. */
  private BiFunction<Case, Form, Future<Void>> counted(RoutingContext context) {
    return (one, form) -> {
      Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
      return previews
          .of(one, OwnCase.me(context), form, own.moment(context))
          .map(Show.by(shown -> pages.show(context, new SmsNotePage(frame, shown.note(frame)))));
    };
  }

  /** The draft as a letter, by itself: a frame shows it. */
  private void letter(RoutingContext context) {
    own.open(
            context,
            (one, form) ->
                atWork
                    .drafting()
                    .of(one.id(), OwnCase.me(context))
                    .compose(
                        draft ->
                            previews.of(
                                one,
                                OwnCase.me(context),
                                draft
                                    .filter(DraftReply::stands)
                                    .map(it -> ComposerForm.of(it, SeenReply.lastAnswer(one)))
                                    .orElse(Form.EMPTY),
                                own.moment(context)))
                    .map(Show.by(shown -> letter(context, shown))))
        .onFailure(context::fail);
  }

  private static void letter(RoutingContext context, Previews.Shown shown) {
    if (shown.html() == null) {
      context.fail(404);
      return;
    }
    context
        .response()
        .putHeader("Content-Security-Policy", LayoutRoutes.POLICY)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(shown.html());
  }
}
