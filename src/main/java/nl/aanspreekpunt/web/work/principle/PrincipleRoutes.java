package nl.aanspreekpunt.web.work.principle;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.principle.Accounting;
import nl.aanspreekpunt.casework.principle.Invoking;
import nl.aanspreekpunt.casework.principle.Judging;
import nl.aanspreekpunt.casework.principle.Leaving;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.casework.principle.Undoing;
import nl.aanspreekpunt.casework.principle.Use;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/** Principles: who is on it, acting on one, accounting for it, and how they are used. */
public final class PrincipleRoutes implements Routes {
  private static final String LIST = "/werk/uitgangspunten";
  private static final String CASE = "/werk/vragen/:number/";
  private static final String INVOKE = "uitgangspunt";
  private static final String ACCOUNT = "verantwoording";
  private static final int LARGEST = 16 * 1024;

  private final Gate gate;
  private final Cases cases;
  private final Casework casework;
  private final Directories directories;
  private final OwnCase own;
  private final Pages pages;

  public PrincipleRoutes(
      Gate gate, Cases cases, Casework casework, Directories directories, Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get(LIST).handler(gate::admit).handler(this::list);
    router
        .get(CASE + INVOKE)
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> showInvoke(c, 200, one, typed(c), null)));
    router.get(CASE + ACCOUNT).handler(gate::admit).handler(this::account);
    post(router, "oppakken", (f, me) -> new TakingOn(f.get("principle"), me));
    post(router, "loslaten", (f, me) -> new Leaving(f.get("principle"), me));
    post(
        router,
        "raakt",
        (f, me) -> new Judging(f.get("principle"), f.get("touches").equals("yes"), me));
    router
        .post(CASE + INVOKE)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> invoke(c, one, form)));
    for (String name : List.of("uitgangspunt-terug", ACCOUNT)) {
      router
          .post(CASE + name)
          .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
          .handler(gate::admit)
          .handler(c -> owed(c, (one, form) -> settle(c, one, form, name)));
    }
  }

  private void post(Router router, String name, BiFunction<Form, String, Act> act) {
    router
        .post(CASE + name)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(
            c ->
                own.open(
                    c,
                    (one, form) ->
                        casework
                            .change(one.id(), act.apply(form, OwnCase.me(c)))
                            .map(decision -> back(c, one, form, name, decision))));
  }

  /** What was already so, or is no more, shows on the page itself. */
  private static Void back(
      RoutingContext context, Case one, Form form, String name, Decision decision) {
    String what = decision instanceof Decision.Refused ? name + "-al" : name;
    return OwnCase.done(context, from(one, form), what);
  }

  private static String from(Case one, Form form) {
    return form.get("from").equals("today") ? "/werk" : OwnCase.page(one);
  }

  private static Form typed(RoutingContext context) {
    return Form.of(Typed.of(context));
  }

  private void list(RoutingContext context) {
    Moment moment = own.moment(context);
    Frame frame = pages.frame(Visit.of(context), "principles.title").at(LIST);
    uses(moment)
        .map(Show.by(all -> pages.show(context, new PrinciplesView(frame, moment).page(all))))
        .onFailure(context::fail);
  }

  private Future<Map<String, Use>> uses(Moment moment) {
    Map<String, Use> uses = new TreeMap<>();
    List<Future<Void>> each =
        PrinciplesView.topics(moment).stream()
            .map(
                topic ->
                    cases
                        .invoked(topic.id(), Use.MOST)
                        .<Void>map(
                            all -> {
                              uses.put(topic.id(), Use.of(topic.id(), all));
                              return null;
                            }))
            .toList();
    return Future.all(each).map(uses);
  }

  private Future<Void> invoke(RoutingContext context, Case one, Form form) {
    String typed = form.get("euros");
    int euros = typed.isEmpty() ? 0 : typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : -1;
    return casework
        .change(
            one.id(),
            new Invoking(form.get("principle"), form.get("what"), euros, OwnCase.me(context)))
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return showInvoke(context, 422, one, form, refused.refusal());
              }
              OwnCase.done(context, OwnCase.page(one), INVOKE);
              return Future.succeededFuture();
            });
  }

  private Future<Void> showInvoke(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Moment moment = own.moment(context);
    Frame frame =
        pages.frame(Visit.of(context), "principle.act.title").at(OwnCase.page(one) + "/" + INVOKE);
    String chosen = form.get("principle").isEmpty() ? touched(one) : form.get("principle");
    List<Topic> topics = PrinciplesView.topics(moment);
    List<Choice> choices =
        topics.stream()
            .map(
                topic ->
                    new Choice(
                        topic.id(),
                        topic.principle().words().in(frame.words().language()),
                        topic.id().equals(chosen)))
            .toList();
    pages.show(
        context,
        status,
        new InvokePage(
            frame,
            one.id(),
            topics.stream().map(topic -> rule(topic, frame)).toList(),
            choices,
            form,
            errors(frame, refusal),
            problem(frame, refusal),
            refusal != null && refusal.code().equals("above-mandate")));
    return Future.succeededFuture();
  }

  private static InvokePage.Rule rule(Topic topic, Frame frame) {
    String language = frame.words().language();
    Integer upTo = topic.principle().may().upTo();
    return new InvokePage.Rule(
        topic.principle().words().in(language),
        topic.principle().mandate().in(language),
        upTo == null ? null : frame.say("principle.up-to", upTo));
  }

  /** The one that a message touched last, else that of its topic. */
  private static String touched(Case one) {
    return one.care().principled().alerts().stream()
        .reduce((earlier, later) -> later)
        .map(alert -> alert.principle())
        .orElse(one.topic() == null ? "" : one.topic());
  }

  private static List<FieldError> errors(Frame frame, Refusal refusal) {
    return refusal == null || refusal.field() == null
        ? List.of()
        : List.of(new FieldError(refusal.field(), frame.say("refusal." + refusal.code())));
  }

  private static String problem(Frame frame, Refusal refusal) {
    return refusal == null || refusal.field() != null
        ? null
        : frame.say("refusal." + refusal.code());
  }

  /** Whoever acted accounts for it, also when they may not read the case any more. */
  private void owed(RoutingContext context, BiFunction<Case, Form, Future<Void>> then) {
    own.open(
        context,
        (one, access) ->
            access.mayAct() || one.care().principled().owing().contains(OwnCase.me(context)),
        then);
  }

  private void account(RoutingContext context) {
    String invocation = context.request().getParam("invocation");
    owed(
        context,
        (one, form) -> {
          Form typed = typed(context);
          String asked = invocation == null ? typed.get("invocation") : invocation;
          return showAccount(context, 200, one, asked, typed, null);
        });
  }

  private Future<Void> settle(RoutingContext context, Case one, Form form, String name) {
    String invocation = form.get("invocation");
    boolean accounts = name.equals(ACCOUNT);
    Act act =
        accounts
            ? new Accounting(invocation, form.get("cost"), form.get("brought"), OwnCase.me(context))
            : new Undoing(invocation, OwnCase.me(context));
    return casework
        .change(one.id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused
                  && refused.refusal().field() != null) {
                return showAccount(context, 422, one, invocation, form, refused.refusal());
              }
              boolean reads = own.access(context, one).mayAct();
              boolean today = form.get("from").equals("today") || !reads;
              String what = decision instanceof Decision.Refused ? name + "-al" : name;
              OwnCase.done(context, today ? "/werk" : OwnCase.page(one), what);
              return Future.succeededFuture();
            });
  }

  private Future<Void> showAccount(
      RoutingContext context, int status, Case one, String asked, Form form, Refusal refusal) {
    Frame frame =
        pages
            .frame(Visit.of(context), "principle.account.title")
            .at(OwnCase.page(one) + "/" + ACCOUNT + "?invocation=" + one.id());
    Optional<PrincipleCards.Owed> owed =
        new PrincipleCards.View(frame, directories.current())
            .of(one, false).owed().stream()
                .filter(made -> made.invocation().equals(asked))
                .findFirst();
    if (owed.isEmpty()) {
      context.fail(404);
      return Future.succeededFuture();
    }
    String here = OwnCase.page(one) + "/" + ACCOUNT + "?invocation=" + asked;
    pages.show(
        context,
        status,
        new AccountPage(
            frame.at(here), owed.get(), form, errors(frame, refusal), problem(frame, refusal)));
    return Future.succeededFuture();
  }
}
