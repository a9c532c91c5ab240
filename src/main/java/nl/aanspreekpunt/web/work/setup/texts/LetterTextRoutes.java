package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.outbox.own.OwnTexts.Became;
import nl.aanspreekpunt.outbox.own.TextChange;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.LayoutRoutes;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.setup.texts.LetterTextView.Beside;

/** One text: read, shown in a message, kept, tried, put back. */
public final class LetterTextRoutes implements Routes {
  private static final String ONE = LetterTextsPage.PATH + "/tekst/:key";
  private static final int LARGEST = 256 * 1024;
  private static final int HISTORY = 30;
  private static final int LONGEST_SHOWN = 1_000;
  private final Gate gate;
  private final OwnTexts texts;
  private final Letters letters;
  private final TextChecking checking;
  private final TextTests tests;
  private final Directories directories;
  private final Pages pages;

  public LetterTextRoutes(
      Vertx vertx,
      Gate gate,
      OwnTexts texts,
      Letters letters,
      TextTests tests,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.texts = texts;
    this.letters = letters;
    this.checking = new TextChecking(vertx, letters, texts);
    this.tests = tests;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    get(router, ONE, this::read);
    get(router, ONE + "/brief", this::letter);
    get(router, LetterTextsPage.PATH + "/proef/:id", (context, key) -> followed(context));
    post(router, ONE, this::keep);
    post(router, ONE + "/voorbeeld", this::preview);
    post(router, ONE + "/terug", this::putBack);
    post(router, ONE + "/proef", this::test);
  }

  private interface Doing {
    Future<Void> with(RoutingContext context, String key);
  }

  private void get(Router router, String path, Doing doing) {
    router
        .get(path)
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(context -> open(context, doing));
  }

  private void post(Router router, String path, Doing doing) {
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(Gate::administrator)
        .handler(context -> open(context, doing));
  }

  private void open(RoutingContext context, Doing doing) {
    String key = context.pathParam("key");
    if (key != null && texts.check().samples().of(key).isEmpty()) {
      context.fail(404);
      return;
    }
    doing.with(context, key).onFailure(context::fail);
  }

  private static Form typed(RoutingContext context) {
    return Form.of(context.request().formAttributes());
  }

  private TextForm form() {
    return new TextForm(letters, texts);
  }

  private Future<Void> read(RoutingContext context, String key) {
    Form again = Form.of(Typed.of(context));
    return texts
        .refresh()
        .map(now -> form().over(again, now.text(key)))
        .compose(form -> check(form, key))
        .compose(asked -> show(context, 200, asked, Beside.NOTHING));
  }

  private record Asked(String key, Form form, TextForm.Checked checked) {}

  private Future<Asked> check(Form form, String key) {
    return checking.of(form, key).map(checked -> new Asked(key, form, checked));
  }

  private Future<Void> show(RoutingContext context, int status, Asked asked, Beside beside) {
    String key = asked.key();
    Frame frame =
        pages
            .frame(Visit.of(context), "lettertexts.group." + TextGroups.of(key))
            .at(LetterTextPage.path(key));
    LetterTextView view = new LetterTextView(letters, texts, directories.current());
    return texts
        .history(key, HISTORY)
        .map(
            Show.by(
                history ->
                    pages.show(
                        context,
                        status,
                        view.page(frame, key, asked.form(), asked.checked(), history, beside))));
  }

  private Future<Void> preview(RoutingContext context, String key) {
    return right(context, key, typed(context), asked -> show(context, 200, asked, Beside.NOTHING));
  }

  /** Goes on with what is right; what is not comes back filled in. */
  private Future<Void> right(
      RoutingContext context, String key, Form form, Function<Asked, Future<Void>> goOn) {
    return check(form, key)
        .compose(
            asked -> {
              List<FieldError> wrong = asked.checked().errors(Visit.of(context).words());
              return wrong.isEmpty()
                  ? goOn.apply(asked)
                  : show(context, 422, asked, Beside.wrong(wrong));
            });
  }

  /** The letter by itself: a frame shows it. */
  private Future<Void> letter(RoutingContext context, String key) {
    String language = "en".equals(context.request().getParam("in")) ? "en" : "nl";
    String text = Optional.ofNullable(context.request().getParam("tekst")).orElse("").strip();
    if (text.length() > LONGEST_SHOWN || TextGroups.isSms(key)) {
      context.fail(404);
      return Future.succeededFuture();
    }
    return context
        .response()
        .putHeader("Content-Security-Policy", LayoutRoutes.POLICY)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(new TextPreviews(letters, texts).html(key, language, text));
  }

  private Future<Void> keep(RoutingContext context, String key) {
    return keep(context, key, typed(context), "letter-text");
  }

  private Future<Void> keep(RoutingContext context, String key, Form form, String done) {
    return right(context, key, form, asked -> keep(context, asked, done));
  }

  private Future<Void> keep(RoutingContext context, Asked asked, String done) {
    return texts
        .keep(
            asked.key(),
            LetterTextView.version(asked.form()),
            form().own(asked.form(), asked.key(), "nl"),
            form().own(asked.form(), asked.key(), "en"),
            OwnCase.me(context),
            Visit.of(context).now())
        .compose(became -> answer(context, asked, became, done));
  }

  private Future<Void> answer(RoutingContext context, Asked asked, Became became, String done) {
    return switch (became) {
      case KEPT ->
          Future.succeededFuture(OwnCase.done(context, LetterTextPage.path(asked.key()), done));
      case MOVED -> refused(context, asked, true, "lettertexts.moved");
      case FULL -> refused(context, asked, false, "lettertexts.full");
    };
  }

  private Future<Void> refused(RoutingContext context, Asked asked, boolean moved, String why) {
    String says = Visit.of(context).words().say(why);
    return show(
        context, 422, asked, new Beside(moved, null, List.of(new FieldError("dutch", says))));
  }

  /** As it was, or as the program says it: what is not right any more comes back as a form. */
  private Future<Void> putBack(RoutingContext context, String key) {
    Form asked = typed(context);
    if (asked.get("to").equals("0")) {
      return keep(context, key, asked.with("dutch", "").with("english", ""), "letter-text-program");
    }
    return texts
        .history(key, HISTORY)
        .compose(
            history ->
                history.stream()
                    .filter(one -> String.valueOf(one.version()).equals(asked.get("to")))
                    .findFirst()
                    .map(one -> keep(context, key, of(asked, one), "letter-text-back"))
                    .orElseGet(
                        () -> {
                          context.fail(404);
                          return Future.succeededFuture();
                        }));
  }

  private static Form of(Form asked, TextChange change) {
    return asked
        .with("dutch", change.dutch() == null ? "" : change.dutch())
        .with("english", change.english() == null ? "" : change.english());
  }

  private Future<Void> test(RoutingContext context, String key) {
    return right(context, key, typed(context), asked -> test(context, asked));
  }

  private Future<Void> test(RoutingContext context, Asked asked) {
    Form form = asked.form();
    String language = form.get("in").equals("en") ? "en" : "nl";
    String own = form().own(form, asked.key(), language);
    String words = own == null ? letters.texts(language).program(asked.key()) : own;
    return tests
        .send(form.get("once"), asked.key(), language, words, Visit.of(context))
        .compose(test -> show(context, 200, asked, new Beside(false, test, List.of())));
  }

  private Future<Void> followed(RoutingContext context) {
    return tests
        .find(context.pathParam("id"), Visit.of(context))
        .map(
            Show.by(
                test ->
                    test.ifPresentOrElse(
                        one -> pages.show(context, new TestPage(frame(context), one)),
                        () -> context.fail(404))));
  }

  private Frame frame(RoutingContext context) {
    return pages.frame(Visit.of(context), "lettertexts.test.title").at(LetterTextsPage.PATH);
  }
}
