package nl.aanspreekpunt.web.work.consult;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.AskingPartner;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.consult.PassingConsult;
import nl.aanspreekpunt.casework.consult.WhoKnows;
import nl.aanspreekpunt.casework.consult.WithdrawingConsult;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/** Colleagues and partners are asked inside a case, and whoever was asked answers. */
public final class ConsultRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;
  private static final String PATH = ConsultPage.PATH;

  private final Gate gate;
  private final Casework casework;
  private final Receipts receipts;
  private final Directories directories;
  private final OwnCase own;
  private final WhoKnows whoKnows;
  private final Pages pages;

  /** Whom is looked for: topic id and language, each null for any. */
  record Sought(String topic, String language) {}

  public ConsultRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Receipts receipts,
      Directories directories,
      Clock clock,
      Pages pages) {
    this.gate = gate;
    this.casework = casework;
    this.receipts = receipts;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.whoKnows = new WhoKnows(cases, directories, clock);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> open(c, (one, form) -> show(c, 200, one, null)));
    acts(
        router,
        body,
        "vragen",
        (form, me) ->
            new Consulting(me, to(form), form.get("question"), form.starting("message.")));
    acts(router, body, "partner", this::partner);
    acts(router, body, "intrekken", (form, me) -> new WithdrawingConsult(form.get("consult"), me));
    asked(
        router,
        body,
        "antwoord",
        (form, me, acts) -> new AnsweringConsult(form.get("consult"), me, form.get("text")));
    asked(
        router,
        body,
        "doorgeven",
        (form, me, acts) -> new PassingConsult(form.get("consult"), form.get("to"), me, acts));
  }

  /** In the name of who fills it in: they heard or read that the citizen agrees. */
  private Act partner(Form form, String me) {
    Consult.Consent.How how = form.one("how", Consult.Consent.How.values());
    Instant on = form.day("on", directories.current().zone()).orElse(null);
    return new AskingPartner(
        me,
        form.get("organisation"),
        form.get("partner"),
        Addresses.email(form.get("email")).orElse(null),
        form.get("question"),
        form.starting("message."),
        how == null ? null : new Consult.Consent(how, form.get("link"), on, me));
  }

  private static String to(Form form) {
    return form.get("other").isEmpty() ? form.get("to") : form.get("other");
  }

  /** What somebody who may act in the case does. */
  private void acts(
      Router router, BodyHandler body, String name, BiFunction<Form, String, Act> act) {
    router
        .post(PATH + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(
            c ->
                own.open(
                    c, (one, form) -> change(c, one, form, act.apply(form, OwnCase.me(c)), name)));
  }

  private interface Making {
    Act act(Form form, String me, boolean acts);
  }

  /** What whoever was asked does too. */
  private void asked(Router router, BodyHandler body, String name, Making making) {
    router
        .post(PATH + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(
            c ->
                open(
                    c,
                    (one, form) -> {
                      boolean acts = own.access(c, one).mayAct();
                      return change(c, one, form, making.act(form, OwnCase.me(c), acts), name);
                    }));
  }

  private Future<Void> change(RoutingContext context, Case one, Form form, Act act, String name) {
    boolean acts = own.access(context, one).mayAct();
    return casework
        .change(one.id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return show(context, 422, one, new Wrong(form, refused.refusal()));
              }
              String page = acts ? OwnCase.page(one) + "/ruggespraak" : "/werk";
              OwnCase.done(context, page, "ruggespraak-" + name);
              return Future.succeededFuture();
            });
  }

  /** What could not be taken, and why. */
  private record Wrong(Form form, Refusal refusal) {}

  /** For who may act in it, or is or was asked something in it. */
  private void open(RoutingContext context, BiFunction<Case, Form, Future<Void>> then) {
    own.open(
        context,
        (one, access) -> ConsultView.sees(one, OwnCase.me(context), access, own.moment(context)),
        then);
  }

  private Future<Void> show(RoutingContext context, int status, Case one, Wrong wrong) {
    Moment moment = own.moment(context);
    boolean acts = own.access(context, one).mayAct();
    Sought sought = acts ? sought(context, one) : new Sought(null, null);
    Future<Map<String, Receipt>> received =
        receipts
            .findAll(ConsultView.messages(one, OwnCase.me(context), acts, moment))
            .map(all -> all.stream().collect(Collectors.toMap(Receipt::id, it -> it)));
    Future<List<WhoKnows.Colleague>> knows =
        acts
            ? whoKnows.about(one, sought.topic(), sought.language(), moment)
            : Future.succeededFuture(List.of());
    return Future.all(received, knows)
        .map(
            both -> {
              Frame frame =
                  pages
                      .frame(Visit.of(context), "consult.title", one.id())
                      .at(OwnCase.page(one) + "/ruggespraak");
              ConsultView view = new ConsultView(frame, one, moment, received.result());
              String why = wrong == null ? null : frame.say("refusal." + wrong.refusal().code());
              String field = wrong == null ? null : field(wrong);
              pages.show(
                  context,
                  status,
                  view.page(
                      acts,
                      knows.result(),
                      sought,
                      wrong == null ? Form.EMPTY : wrong.form(),
                      field == null ? List.of() : List.of(new FieldError(field, why)),
                      field == null ? why : null));
              return null;
            });
  }

  /** Fields of what stands at each consult are named after it; null when it is of no field. */
  private static String field(Wrong wrong) {
    String field = wrong.refusal().field();
    String consult = wrong.form().get("consult");
    boolean partner = wrong.form().fields().containsKey("organisation");
    if (partner && ("question".equals(field) || "messages".equals(field))) {
      return "partner-" + field;
    }
    return field == null || consult.isEmpty() ? field : field + "-" + consult;
  }

  /** The case's topic and any language, unless something else is asked. */
  private Sought sought(RoutingContext context, Case one) {
    String topic = context.request().getParam("onderwerp");
    String language = context.request().getParam("spreekt");
    boolean known = topic != null && directories.current().topic(topic).isPresent();
    return new Sought(
        known ? topic : one.topic(),
        language != null && language.matches("[a-z]{2}") ? language : null);
  }
}
