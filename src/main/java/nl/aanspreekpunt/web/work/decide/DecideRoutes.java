package nl.aanspreekpunt.web.work.decide;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.contact.WithinContact;
import nl.aanspreekpunt.casework.decision.AskingConsent;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Sending;
import nl.aanspreekpunt.casework.talk.ProposedTalks;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.ForwardedWords;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;
import nl.aanspreekpunt.web.work.talk.TalkWords;

/** Deciding with reasons: first the outcome, then a page with only what that needs. */
public final class DecideRoutes implements Routes {
  private static final String CASE = "/werk/vragen/:number";
  private static final String PATH = CASE + "/beslissen/:outcome";
  private static final int LARGEST = 128 * 1024;
  private static final int MOST_MESSAGES = 20;

  /** How many of their open questions are looked at for other talks. */
  private static final int WORK = 100;

  private final Gate gate;
  private final Cases cases;
  private final Casework casework;
  private final Receipts receipts;
  private final Identities identities;
  private final Directories directories;
  private final OwnCase own;
  private final String municipality;
  private final Pages pages;

  public DecideRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Receipts receipts,
      Identities identities,
      Directories directories,
      String municipality,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.casework = casework;
    this.receipts = receipts;
    this.identities = identities;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.municipality = municipality;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(PATH).handler(gate::admit).handler(c -> own.open(c, (one, form) -> ask(c, one)));
    router
        .post(PATH + "/bewaar")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> decide(c, one, form)));
    router
        .post(PATH + "/rugdekking")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> back(c, one, form)));
    router
        .post(CASE + "/beslissen/elders/vraag")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> consent(c, one, form)));
    router
        .post(CASE + "/verstuur")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> send(c, one, form)));
  }

  private Future<Void> ask(RoutingContext context, Case one) {
    Optional<Outcome> outcome = DecidePage.outcome(context.pathParam("outcome"));
    if (outcome.isEmpty()) {
      context.fail(404);
      return Future.succeededFuture();
    }
    if (!one.open()) {
      OwnCase.done(context, OwnCase.page(one), "");
      return Future.succeededFuture();
    }
    Typed typed = Typed.of(context);
    Form form = typed == null ? held(one, outcome.get()) : Form.of(typed);
    return show(context, 200, one, outcome.get(), form, null);
  }

  /** As it was put down; empty when nothing was. */
  private Form held(Case one, Outcome outcome) {
    Intended held = one.care().intended();
    Form objects = new Form(Deciding.objects(one) ? Map.of("appeal", "yes") : Map.of());
    AskedConsent asked = one.care().asked();
    boolean asks = asked != null && outcome == Outcome.NOT_OURS;
    if (asks && (held == null || !held.grounds().forwards())) {
      return AskedView.form(asked, held, directories.current().zone());
    }
    return held == null ? objects : Written.of(held.grounds());
  }

  private Future<Void> decide(RoutingContext context, Case one, Form form) {
    Optional<Outcome> outcome = DecidePage.outcome(context.pathParam("outcome"));
    if (outcome.isEmpty()) {
      context.fail(404);
      return Future.succeededFuture();
    }
    Directory directory = directories.current();
    Written written = new Written(form, directory);
    Grounds grounds = written.grounds();
    First first = written.first(one, municipality);
    Future<String> words = words(one, grounds);
    Future<List<Identity>> known = identities.ofCitizen(one.citizen());
    return Future.all(words, known)
        .map(
            read ->
                new WithinContact(
                    new Deciding(
                        OwnCase.me(context),
                        outcome.get(),
                        grounds,
                        first,
                        words.result(),
                        form.orNull("seen")),
                    First.talk(first),
                    Identity.agreed(known.result(), Visit.of(context).now()).orElse(null)))
        .compose(act -> change(context, one, outcome.get(), form, act));
  }

  /** Only of messages that are in this case. */
  private Future<String> words(Case one, Grounds grounds) {
    List<String> here = one.messages().stream().map(CaseEvent.Received::receipt).toList();
    return here.containsAll(grounds.messages())
        ? new ForwardedWords(receipts, directories.current().zone()).of(grounds)
        : Future.succeededFuture();
  }

  /** Backing is asked where it is decided; what was written stands there still. */
  private Future<Void> back(RoutingContext context, Case one, Form form) {
    Optional<Outcome> outcome = DecidePage.outcome(context.pathParam("outcome"));
    if (outcome.isEmpty()) {
      context.fail(404);
      return Future.succeededFuture();
    }
    String from = form.get("backingFrom");
    Act act = new AskingBacking(from, form.get("backingBecause"), OwnCase.me(context));
    return casework
        .change(one.id(), act)
        .compose(
            decision -> {
              Refusal refusal =
                  decision instanceof Decision.Refused refused ? refused.refusal() : null;
              int status = refusal == null ? 200 : 422;
              return cases
                  .find(one.id())
                  .compose(
                      now ->
                          show(context, status, now.orElseThrow(), outcome.get(), form, refusal));
            });
  }

  /** May it go there? What was written is kept with the question. */
  private Future<Void> consent(RoutingContext context, Case one, Form form) {
    Grounds grounds = new Written(form, directories.current()).asking();
    return change(
        context,
        one,
        Outcome.NOT_OURS,
        form,
        new AskingConsent(OwnCase.me(context), grounds),
        after -> "toestemming-gevraagd");
  }

  private Future<Void> send(RoutingContext context, Case one, Form form) {
    Intended held = one.care().intended();
    if (held == null) {
      OwnCase.done(context, OwnCase.page(one), "");
      return Future.succeededFuture();
    }
    Form back = new Form(Written.of(held.grounds()).fields());
    return words(one, held.grounds())
        .map(text -> new Sending(OwnCase.me(context), null, text, form.orNull("seen")))
        .compose(act -> change(context, one, held.outcome(), back, act));
  }

  private Future<Void> change(
      RoutingContext context, Case one, Outcome outcome, Form form, Act act) {
    return change(context, one, outcome, form, act, DecideRoutes::came);
  }

  /** What it came to, as a code. */
  private static String came(Decision decision) {
    boolean waits =
        decision instanceof Decision.Unchanged
            || ((Decision.Changed) decision).after().care().intended() != null;
    return waits ? "beslissen" : "beslissing-verstuurd";
  }

  private Future<Void> change(
      RoutingContext context,
      Case one,
      Outcome outcome,
      Form form,
      Act act,
      Function<Decision, String> came) {
    return casework
        .change(one.id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return cases
                    .find(one.id())
                    .compose(
                        now ->
                            show(
                                context, 422, now.orElseThrow(), outcome, form, refused.refusal()));
              }
              OwnCase.done(context, OwnCase.page(one), came.apply(decision));
              return Future.succeededFuture();
            });
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, Outcome outcome, Form form, Refusal refusal) {
    Frame frame =
        pages
            .frame(
                Visit.of(context),
                "decide.title",
                Visit.of(context).words().say("decide.title." + outcome))
            .at(DecidePage.path(one.id(), outcome));
    Future<List<Receipt>> read = receipts.findAll(messages(one));
    Future<List<Case>> work = cases.promised(one.official(), WORK);
    return Future.all(read, work)
        .map(
            all -> {
              String fits = fits(frame, one, work.result(), own.moment(context));
              pages.show(
                  context,
                  status,
                  page(frame, one, outcome, form, refusal, read.result()).fitting(fits));
              return null;
            });
  }

  /** Of each kind of talk the first moment that fits both; null when none does. */
  private static String fits(Frame frame, Case one, List<Case> work, Moment moment) {
    ProposedTalks proposed = new ProposedTalks(one, work, moment);
    TalkWords words = new TalkWords(frame, new Names(moment.directory(), frame.words()), moment);
    String all =
        Stream.of(CaseEvent.Talk.values())
            .flatMap(
                how ->
                    proposed.times(how).stream()
                        .limit(1)
                        .map(it -> words.when(how, it.from(), it.until())))
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : frame.say("decide.fits", all);
  }

  private static List<String> messages(Case one) {
    List<String> all =
        one.messages().stream()
            .filter(in -> one.participant(in.link() == null ? "" : in.link()).isPresent())
            .map(CaseEvent.Received::receipt)
            .toList();
    return all.subList(Math.max(0, all.size() - MOST_MESSAGES), all.size());
  }

  private DecidePage page(
      Frame frame, Case one, Outcome outcome, Form form, Refusal refusal, List<Receipt> read) {
    Intended held = one.care().intended();
    Optional<Promise> planned =
        Optional.ofNullable(held)
            .flatMap(it -> one.promise(it.promise()))
            .filter(Promise::open)
            .or(() -> Deciding.waitsFor(one));
    String said = refusal == null ? null : frame.say("refusal." + refusal.code());
    boolean newer = refusal != null && refusal.code().equals("newer-message");
    boolean field = refusal != null && refusal.field() != null && !newer;
    Names names = new Names(directories.current(), frame.words());
    return new DecidePage(
        frame,
        one.id(),
        names.subject(one),
        outcome,
        wrote(frame, read),
        one.legalClass() == LegalClass.FORMAL && outcome != Outcome.NOT_OURS,
        principles(frame.words().language()),
        outcome == Outcome.NOT_OURS
            ? read.stream().map(message -> MessageChoice.of(frame, message, form)).toList()
            : List.of(),
        firsts(frame, one, planned.isPresent(), form),
        planned.map(talk -> HeldView.talk(frame, one, talk, "decide.planned")).orElse(null),
        HeldView.stands(frame, one).orElse(null),
        Promising.known(one).isEmpty(),
        held != null,
        one.lastReceived(),
        form,
        field ? refusal.all().stream().map(it -> error(frame, it)).toList() : List.of(),
        field ? null : said,
        AskedView.of(frame, names, one),
        DecideBacking.of(
            frame,
            directories.current(),
            one,
            refusal == null && !form.get("backingBecause").isEmpty()),
        null);
  }

  private static FieldError error(Frame frame, Refusal one) {
    boolean deviates = one.code().equals("deviation-needed");
    String field = deviates ? "backingFrom" : FIELDS.getOrDefault(one.field(), one.field());
    return new FieldError(field, frame.say("refusal." + one.code()));
  }

  private static DecidePage.Wrote wrote(Frame frame, List<Receipt> read) {
    return read.stream()
        .filter(message -> message.read() != null && !message.read().text().isBlank())
        .max(Comparator.comparing(Receipt::receivedAt))
        .map(
            last ->
                new DecidePage.Wrote(frame.moments().say(last.receivedAt()), last.read().brief()))
        .orElse(null);
  }

  /** What a field of a refusal is called on this form. */
  private static final Map<String, String> FIELDS =
      Map.of("how", "first", "from", "at", "consent", "consentHow", "because", "backingBecause");

  private List<String> principles(String language) {
    return directories.current().topics().stream()
        .filter(topic -> topic.principle() != null)
        .map(topic -> topic.principle().words().in(language))
        .distinct()
        .toList();
  }

  /** A talk that stands is not planned again. */
  private static List<Choice> firsts(Frame frame, Case one, boolean planned, Form form) {
    Intended held = one.care().intended();
    List<String> all = new ArrayList<>(planned ? List.of() : List.of("PHONE", "VISIT", "DESK"));
    if (held == null ? Closing.talked(one) : held.spoken(one)) {
      all.add(0, "SPOKEN");
    }
    all.add("NOT");
    String chosen = form.get("first");
    return all.stream()
        .map(how -> new Choice(how, frame.say("decide.first." + how), how.equals(chosen)))
        .toList();
  }
}
