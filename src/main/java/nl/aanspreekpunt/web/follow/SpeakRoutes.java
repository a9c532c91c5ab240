package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.HourWords;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.ask.Posting;

/**
 * "I want to talk to a person": who that is by name, when they can be called, and a call or an
 * appointment asked for. Behind a question it is who helps with that; what is asked there goes the
 * way of that page.
 */
public final class SpeakRoutes implements Routes {
  private static final String PATH = "/iemand-spreken";
  private static final int LARGEST = 64 * 1024;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST = 2_000;
  private static final int MOST_SHOWN = 3;

  private final LinkForms forms = new LinkForms(new Rates(20, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Followed.From followed;
  private final Directories directories;
  private final Tokens tokens;
  private final Posting posting;
  private final Pages pages;

  public SpeakRoutes(
      Cases cases,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      Directories directories,
      Tokens tokens,
      Posting posting,
      Pages pages) {
    this.cases = cases;
    this.followed = new Followed.From(cases, receipts, outbox, identities);
    this.directories = directories;
    this.tokens = tokens;
    this.posting = posting;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(context -> show(context, 200, List.of(), null));
    router.post(PATH).handler(BodyHandler.create(false).setBodyLimit(LARGEST)).handler(this::asked);
    SignedLink.each(
        path ->
            router
                .get(path + PATH)
                .handler(c -> SignedLink.open(c, cases, tokens, link -> own(c, link))));
  }

  private Future<Void> own(RoutingContext context, SignedLink link) {
    Visit visit = Visit.of(context);
    return followed
        .calls(link.participant(), visit.now())
        .map(
            calls -> {
              Frame frame = pages.frame(visit, "speak.title").at(link.path() + PATH);
              Optional<Official> helps =
                  directories.current().official(FollowView.helps(link.one()));
              Address theirs = link.participant().address();
              String phone =
                  theirs.kind() == Address.Kind.PHONE ? Person.shown(theirs.value()) : "";
              pages.show(
                  context,
                  new SpeakPage(
                      frame,
                      link.path(),
                      helps.map(one -> reach(one, frame, visit)).orElse(null),
                      duty(frame, visit, helps.map(Official::id).stream().toList()),
                      calls,
                      phone,
                      FormTokens.random(),
                      typed(context),
                      List.of(),
                      null));
              return null;
            });
  }

  private List<SpeakPage.Reach> duty(Frame frame, Visit visit, List<String> except) {
    return directories.current().onIntakeDuty(visit.now(), except).stream()
        .filter(one -> !except.contains(one.id()))
        .limit(MOST_SHOWN)
        .map(one -> reach(one, frame, visit))
        .toList();
  }

  private SpeakPage.Reach reach(Official one, Frame frame, Visit visit) {
    Directory directory = directories.current();
    HourWords hours = new HourWords(frame, directory, visit.now());
    return new SpeakPage.Reach(Person.of(one), hours.of(one), hours.nowOf(one));
  }

  private Future<Void> show(
      RoutingContext context, int status, List<FieldError> errors, String problem) {
    Visit visit = Visit.of(context);
    Frame frame = pages.frame(visit, "speak.title").at(PATH);
    String nonce = field(context, "nonce");
    pages.show(
        context,
        status,
        new SpeakPage(
            frame,
            null,
            null,
            duty(frame, visit, List.of()),
            true,
            "",
            nonce.matches("[\\w-]{22}") ? nonce : FormTokens.random(),
            typed(context),
            errors,
            problem == null ? null : frame.say(problem)));
    return Future.succeededFuture();
  }

  private static SpeakPage.Typed typed(RoutingContext context) {
    String how = field(context, "how");
    return new SpeakPage.Typed(
        how.equals("desk") ? how : "call",
        field(context, "text"),
        field(context, "name"),
        field(context, "phone"),
        field(context, "email"),
        field(context, "preferred"));
  }

  private void asked(RoutingContext context) {
    Visit visit = Visit.of(context);
    SpeakPage.Typed typed = typed(context);
    Optional<LinkForms.Again> again = forms.refused(context, "speak " + visit.remote());
    boolean machine =
        !field(context, "website").isEmpty() || !field(context, "nonce").matches("[\\w-]{22}");
    if (again.isPresent() || machine) {
      show(
          context,
          again.map(LinkForms.Again::status).orElse(422),
          List.of(),
          again.map(LinkForms.Again::words).orElse("form.once-more"));
      return;
    }
    Optional<Address> phone = Addresses.phone(typed.phone());
    Optional<Address> email = Addresses.email(typed.email());
    String when = TimeChoice.said(name -> field(context, name), visit.words());
    List<FieldError> errors = mistakes(typed, phone, email, when, visit.words());
    if (!errors.isEmpty()) {
      show(context, 422, errors, null);
      return;
    }
    posting
        .post(
            question(typed, phone, email, when, visit.words()),
            Map.of(),
            field(context, "nonce"),
            List.of(),
            visit.now())
        .map(
            receipt -> {
              context
                  .response()
                  .setStatusCode(303)
                  .putHeader("Location", "/ontvangen/" + receipt)
                  .end();
              return null;
            })
        .onFailure(away -> show(context, 503, List.of(), "ask.away"));
  }

  private static List<FieldError> mistakes(
      SpeakPage.Typed typed,
      Optional<Address> phone,
      Optional<Address> email,
      String when,
      Wording words) {
    List<FieldError> errors = new ArrayList<>();
    boolean call = typed.how().equals("call");
    if (typed.text().isEmpty()) {
      errors.add(new FieldError("text", words.say("speak.error.text")));
    } else if (typed.text().length() > LONGEST) {
      errors.add(new FieldError("text", words.say("speak.error.text-long")));
    }
    if (typed.name().length() > LONGEST_LINE) {
      errors.add(new FieldError("name", words.say("ask.error.line-long")));
    }
    if (phone.isEmpty() && (call || !typed.phone().isEmpty())) {
      errors.add(new FieldError("phone", words.say("ask.error.phone")));
    }
    if (email.isEmpty() && !typed.email().isEmpty()) {
      errors.add(new FieldError("email", words.say("ask.error.email")));
    } else if (!call && typed.phone().isEmpty() && email.isEmpty()) {
      errors.add(new FieldError("phone", words.say("ask.error.reach")));
    }
    if (when.length() > LONGEST_LINE) {
      errors.add(new FieldError("preferred", words.say("ask.error.line-long")));
    }
    return errors;
  }

  /** A wish to come by is said in the words of the question: somebody with a name answers it. */
  private static WebQuestion question(
      SpeakPage.Typed typed,
      Optional<Address> phone,
      Optional<Address> email,
      String when,
      Wording words) {
    boolean call = typed.how().equals("call");
    Inbound.Callback callback =
        call ? new Inbound.Callback(phone.orElseThrow().value(), "", when) : null;
    String name = typed.name().replaceAll("\\s+", " ");
    String text =
        call
            ? typed.text()
            : Stream.of(
                    words.say("speak.desk.text"),
                    typed.text(),
                    when.isEmpty() ? "" : words.say("speak.desk.when", when))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    return new WebQuestion(
        new Correspondent(
            name.isEmpty() ? null : name, email.orElse(null), phone.orElse(null), callback),
        null,
        null,
        null,
        null,
        text,
        words.language());
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
