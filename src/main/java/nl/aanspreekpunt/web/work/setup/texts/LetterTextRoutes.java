package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;
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
  private final TextTests tests;
  private final Directories directories;
  private final Pages pages;

  public LetterTextRoutes(
      Gate gate,
      OwnTexts texts,
      Letters letters,
      TextTests tests,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.texts = texts;
    this.letters = letters;
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
        .compose(
            now -> {
              Form form = form().over(again, now.text(key));
              return show(context, 200, key, form, Beside.NOTHING);
            });
  }

  private Future<Void> show(
      RoutingContext context, int status, String key, Form form, Beside beside) {
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
                    pages.show(context, status, view.page(frame, key, form, history, beside))));
  }

  private Future<Void> preview(RoutingContext context, String key) {
    Form form = typed(context);
    List<FieldError> wrong = form().wrong(form, key, Visit.of(context).words());
    return show(context, wrong.isEmpty() ? 200 : 422, key, form, Beside.wrong(wrong));
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
    Visit visit = Visit.of(context);
    List<FieldError> wrong = form().wrong(form, key, visit.words());
    if (!wrong.isEmpty()) {
      return show(context, 422, key, form, Beside.wrong(wrong));
    }
    return texts
        .keep(
            key,
            LetterTextView.version(form),
            form().own(form, key, "nl"),
            form().own(form, key, "en"),
            OwnCase.me(context),
            visit.now())
        .compose(became -> answer(context, key, form, became, done));
  }

  private Future<Void> answer(
      RoutingContext context, String key, Form form, Became became, String done) {
    return switch (became) {
      case KEPT -> Future.succeededFuture(OwnCase.done(context, LetterTextPage.path(key), done));
      case MOVED -> {
        String says = Visit.of(context).words().say("lettertexts.moved");
        List<FieldError> errors = List.of(new FieldError("dutch", says));
        yield show(context, 422, key, form, new Beside(true, null, errors));
      }
      case FULL -> {
        String says = Visit.of(context).words().say("lettertexts.full");
        yield show(context, 422, key, form, Beside.wrong(List.of(new FieldError("dutch", says))));
      }
    };
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
    Form form = typed(context);
    Visit visit = Visit.of(context);
    List<FieldError> wrong = form().wrong(form, key, visit.words());
    if (!wrong.isEmpty()) {
      return show(context, 422, key, form, Beside.wrong(wrong));
    }
    String language = form.get("in").equals("en") ? "en" : "nl";
    String own = form().own(form, key, language);
    String words = own == null ? letters.texts(language).program(key) : own;
    return tests
        .send(form.get("once"), key, language, words, visit)
        .compose(test -> show(context, 200, key, form, new Beside(false, test, List.of())));
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
