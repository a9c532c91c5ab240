package nl.aanspreekpunt.web.ask;

import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.ClassChoices;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form on which anybody asks anything, without an account and without JavaScript. Whatever is
 * wrong, what was typed is shown again.
 */
public final class AskRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(AskRoutes.class);

  /** With one message; together in bytes. */
  public static final int MOST_FILES = AskCheck.MOST_FILES;

  public static final long LARGEST_FILES = AskCheck.LARGEST_FILES;

  /** More than is allowed, so that who chose files too large finds the rest as it was typed. */
  private static final long LARGEST = 5 * AskCheck.LARGEST_FILES;

  /** Nobody types a question faster. */
  private static final Duration FASTEST = Duration.ofSeconds(2);

  private final Rates rates = new Rates(20, Duration.ofMinutes(10));
  private final Directories directories;
  private final Posting posting;
  private final Pages pages;
  private final Path uploads;
  private final boolean whatsApp;

  /**
   * @param uploads folder for files on their way; each is removed when its request ends
   * @param whatsApp whether an answer may go that way, also to who never wrote there
   */
  public AskRoutes(
      Directories directories, Posting posting, Pages pages, Path uploads, boolean whatsApp) {
    this.whatsApp = whatsApp;
    this.directories = directories;
    this.posting = posting;
    this.pages = pages;
    this.uploads = uploads;
  }

  @Override
  public void mount(Router router) {
    router.get("/").handler(this::blank);
    router.get("/vraag").handler(context -> redirect(context, "/"));
    router
        .post("/vraag")
        .handler(
            BodyHandler.create(uploads.toString())
                .setBodyLimit(LARGEST)
                .setDeleteUploadedFilesOnEnd(true))
        .handler(this::send);
  }

  /**
   * May be kept for who goes back: the same form, sent again, is the same message. It is sent to
   * another path, since sending to this one would make a browser forget it (RFC 9111, 4.4).
   */
  private void blank(RoutingContext context) {
    context.response().putHeader("Cache-Control", "private, no-cache");
    show(context, 200, AskInput.empty(FormTokens.random()), List.of(), null);
  }

  private void send(RoutingContext context) {
    Visit visit = Visit.of(context);
    AskInput input = AskInput.of(context.request().formAttributes(), Visit.of(context).words());
    Optional<String> notYet = notYet(visit, input, context.request().getFormAttribute("token"));
    if (notYet.isPresent()) {
      again(context, 422, input, notYet.get());
      return;
    }
    List<FileUpload> files = context.fileUploads().stream().filter(f -> f.size() > 0).toList();
    AskCheck check = new AskCheck(input, directories.current(), visit.words().language(), whatsApp);
    Optional<WebQuestion> question =
        check.question(files.size(), files.stream().mapToLong(FileUpload::size).sum());
    if (question.isEmpty()) {
      show(context, 422, input, said(visit.words(), check.mistakes()), null);
    } else if (!rates.allow(visit.remote(), visit.now())) {
      again(context, 429, input, often(visit));
    } else {
      post(context, input, question.get(), files);
    }
  }

  /** Why this form is not taken although it may be filled in well. */
  private static Optional<String> notYet(Visit visit, AskInput input, String token) {
    FormTokens.Check check = visit.check(token);
    if (check != FormTokens.Check.GOOD || !input.nonce().matches("[\\w-]{22}")) {
      return Optional.of("form.again");
    }
    Instant shown = FormTokens.madeAt(token);
    boolean quick = visit.now().isBefore(shown.plus(FASTEST));
    return quick || !input.trap().isEmpty() ? Optional.of("form.once-more") : Optional.empty();
  }

  private String often(Visit visit) {
    Instant again = rates.again(visit.remote(), visit.now()).plusSeconds(59);
    return visit.words().say("ask.often", pages.frame(visit, "ask.title").moments().say(again));
  }

  private void post(
      RoutingContext context, AskInput input, WebQuestion question, List<FileUpload> files) {
    posting
        .post(question, Map.of(), input.nonce(), files, Visit.of(context).now())
        .onSuccess(receipt -> redirect(context, "/ontvangen/" + receipt))
        .onFailure(
            away -> {
              LOG.error("a web form could not be taken in", away);
              again(context, 503, input, Visit.of(context).words().say("ask.away"));
            });
  }

  private static void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  private void again(RoutingContext context, int status, AskInput input, String problem) {
    Wording words = Visit.of(context).words();
    String said = words.has(problem) ? words.say(problem) : problem;
    String nonce = input.nonce().matches("[\\w-]{22}") ? input.nonce() : FormTokens.random();
    show(context, status, withNonce(input, nonce), List.of(), said);
  }

  private static AskInput withNonce(AskInput input, String nonce) {
    return new AskInput(
        input.text(),
        input.topic(),
        input.legal(),
        input.concerned(),
        input.neighbourhood(),
        input.name(),
        input.email(),
        input.phone(),
        input.answer(),
        input.callback(),
        input.callbackPhone(),
        input.preferred(),
        "",
        nonce);
  }

  private static List<FieldError> said(Wording words, List<AskCheck.Mistake> mistakes) {
    return mistakes.stream()
        .map(one -> new FieldError(one.field(), words.say("ask.error." + one.code())))
        .toList();
  }

  private void show(
      RoutingContext context, int status, AskInput input, List<FieldError> errors, String problem) {
    Visit visit = Visit.of(context);
    Directory directory = directories.current();
    Frame frame = pages.frame(visit, errors.isEmpty() ? "ask.title" : "ask.title.errors");
    pages.show(
        context,
        status,
        new AskPage(
            frame,
            input,
            topics(directory, input.topic(), visit.words()),
            ClassChoices.of(input.legal(), visit.words()),
            neighbourhoods(directory, input.neighbourhood()),
            errors,
            problem,
            context.fileUploads().stream().anyMatch(file -> file.size() > 0),
            whatsApp));
  }

  private static List<Choice> topics(Directory directory, String chosen, Wording words) {
    List<Choice> topics = new ArrayList<>();
    directory.topics().stream()
        .map(
            topic ->
                new Choice(
                    topic.id(), topic.name().in(words.language()), topic.id().equals(chosen)))
        .forEach(topics::add);
    topics.add(AskInput.complaint(chosen, words));
    return List.copyOf(topics);
  }

  private static List<Choice> neighbourhoods(Directory directory, String chosen) {
    return directory.neighbourhoods().entrySet().stream()
        .map(one -> new Choice(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
        .toList();
  }
}
