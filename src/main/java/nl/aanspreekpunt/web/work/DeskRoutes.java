package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.contact.DespiteContact;
import nl.aanspreekpunt.casework.desk.Contact;
import nl.aanspreekpunt.casework.desk.Contacts;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.api.ApiMessage;
import nl.aanspreekpunt.inbox.api.ApiReading;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.phone.desk.DeskCall;
import nl.aanspreekpunt.phone.desk.DeskCalls;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.search.Reader;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.ClassChoices;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.TimeChoice;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.ask.AskInput;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.contact.ContactView;
import nl.aanspreekpunt.web.work.desk.KnownCitizens;
import nl.aanspreekpunt.web.work.desk.TakenRoutes;

/**
 * A question of somebody who calls or comes, taken by whoever is there. It goes through the inbox
 * as any other message: matched, answered for, acknowledged.
 */
public final class DeskRoutes implements Routes {
  private static final int LONGEST = 20_000;
  private final Gate gate;
  private final Inbox inbox;
  private final Contacts contacts;
  private final DeskCalls calls;
  private final KnownCitizens citizens;
  private final Agreements agreements;
  private final Directories directories;
  private final Pages pages;

  public DeskRoutes(
      Gate gate,
      Inbox inbox,
      Contacts contacts,
      DeskCalls calls,
      KnownCitizens citizens,
      Agreements agreements,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.inbox = inbox;
    this.contacts = contacts;
    this.calls = calls;
    this.citizens = citizens;
    this.agreements = agreements;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(128 * 1024);
    router.get("/werk/nieuw").handler(gate::admit).handler(this::start);
    router.post("/werk/nieuw").handler(body).handler(gate::admit).handler(this::take);
  }

  private void start(RoutingContext context) {
    phoned(context, context.request().getParam("gesprek"))
        .map(
            Show.by(
                call ->
                    show(
                        context,
                        200,
                        call.map(DeskRoutes::started).orElseGet(() -> started(context)),
                        FormTokens.random(),
                        List.of())))
        .onFailure(context::fail);
  }

  /** The call of somebody who is on this clerk's line. */
  private Future<Optional<DeskCall>> phoned(RoutingContext context, String call) {
    String me = Visit.of(context).viewer().official().id();
    return call == null || call.isEmpty() || Typed.of(context) != null
        ? Future.succeededFuture(Optional.empty())
        : calls.find(call).map(found -> found.filter(one -> one.watchers().contains(me)));
  }

  private static Form started(DeskCall call) {
    String who = call.caller() == null ? "" : Person.shown(call.caller());
    return new Form(Map.of("who", who, "phoned", call.id()));
  }

  /** A telephone exchange may open it with the number of who calls. */
  private static Form started(RoutingContext context) {
    String who = context.request().getParam("who");
    return Typed.of(context) != null || who == null
        ? Form.of(Typed.of(context))
        : new Form(Map.of("who", who.substring(0, Math.min(254, who.length()))));
  }

  private void show(
      RoutingContext context, int status, Form form, String nonce, List<FieldError> errors) {
    Visit visit = Visit.of(context);
    Directory directory = directories.current();
    List<Choice> topics = topics(form, visit.words());
    List<Choice> neighbourhoods =
        directory.neighbourhoods().entrySet().stream()
            .map(
                one ->
                    new Choice(
                        one.getKey(), one.getValue(), one.getKey().equals(form.get("place"))))
            .toList();
    Frame frame = pages.frame(visit, "desk.title");
    pages.show(
        context,
        status,
        new DeskPage(
            frame,
            form,
            nonce,
            topics,
            ClassChoices.of(form.get("class"), visit.words()),
            neighbourhoods,
            errors));
  }

  /** As on the citizen's form: with what somebody says who is unhappy about an official. */
  private List<Choice> topics(Form form, Wording words) {
    String chosen = form.get("topic");
    Stream<Choice> known =
        directories.current().topics().stream()
            .map(
                topic ->
                    new Choice(
                        topic.id(), topic.name().in(words.language()), topic.id().equals(chosen)));
    return Stream.concat(known, Stream.of(AskInput.complaint(chosen, words))).toList();
  }

  private void take(RoutingContext context) {
    Form form = Form.of(context.request().formAttributes());
    String typed = form.get("nonce");
    String nonce = typed.matches("[\\w-]{22}") ? typed : FormTokens.random();
    citizens
        .filled(form, reader(context))
        .map(Show.by(filled -> take(context, form, filled, nonce)))
        .onFailure(context::fail);
  }

  private Reader reader(RoutingContext context) {
    Visit visit = Visit.of(context);
    Viewer viewer = visit.viewer();
    return new Reader(
        viewer.official(), viewer.roles(), new Moment(visit.now(), directories.current()));
  }

  /**
   * @param filled with what is known of the citizen who was chosen
   */
  private void take(RoutingContext context, Form form, Form filled, String nonce) {
    Visit visit = Visit.of(context);
    List<FieldError> errors = new ArrayList<>();
    Optional<ApiMessage> message = message(filled, visit.words(), errors);
    if (message.isEmpty()) {
      show(context, 422, form, nonce, errors);
      return;
    }
    asAgreed(message.get(), visit)
        .map(
            Show.by(
                against -> {
                  if (against.isEmpty()) {
                    take(context, message.get(), nonce, form);
                  } else {
                    show(context, 422, form, nonce, List.of(new FieldError("call", against.get())));
                  }
                }))
        .onFailure(context::fail);
  }

  /** Why nobody is to call; empty when they may. */
  private Future<Optional<String>> asAgreed(ApiMessage message, Visit visit) {
    if (message.from().callback() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    return agreements
        .of(message.from().addresses(), visit.now())
        .map(
            agreed ->
                agreed
                    .filter(it -> !DespiteContact.allows(it, CaseEvent.Talk.PHONE))
                    .map(it -> visit.words().say("desk.against-contact", line(visit, it))));
  }

  private String line(Visit visit, Identity.AgreedContact agreed) {
    Frame frame = pages.frame(visit, "desk.title");
    Directory directory = directories.current();
    return new ContactView(
            frame, new Names(directory, frame.words()), new Moment(visit.now(), directory))
        .line(agreed);
  }

  private void take(RoutingContext context, ApiMessage message, String nonce, Form form) {
    String text = form.get("text");
    Visit visit = Visit.of(context);
    String me = visit.viewer().official().id();
    Map<String, String> facts = message.facts();
    facts.put(ApiReading.TAKEN_BY, me);
    String id = TakenRoutes.PREFIX + me + "-" + nonce;
    long size = text.getBytes(StandardCharsets.UTF_8).length;
    phoned(context, form.get("phoned"))
        .compose(
            call -> {
              String in = call.filter(one -> me.equals(one.by())).map(DeskCall::id).orElse(null);
              return contacts.add(new Contact(id, me, visit.now(), in));
            })
        .compose(
            noted ->
                inbox.accept(
                    Receipt.received(
                        id, Channel.API, visit.now(), null, List.of(), null, 0, size, facts)))
        .map(
            Show.by(
                accepted ->
                    context
                        .response()
                        .setStatusCode(303)
                        .putHeader("Location", "/werk/nieuw/" + id)
                        .end()))
        .onFailure(context::fail);
  }

  /** Empty when something is to be mended. */
  private Optional<ApiMessage> message(Form form, Wording words, List<FieldError> errors) {
    String text = form.get("text");
    if (text.isEmpty() || text.length() > LONGEST) {
      errors.add(error("text", text.isEmpty() ? "text" : "text-long", words));
    }
    Optional<Address> email = Addresses.email(form.get("email"));
    if (!form.get("email").isEmpty() && email.isEmpty()) {
      errors.add(error("email", "email", words));
    }
    Optional<Address> phone = Addresses.phone(form.get("phone"));
    if (!form.get("phone").isEmpty() && phone.isEmpty()) {
      errors.add(error("phone", "phone", words));
    }
    boolean call = !form.get("call").isEmpty();
    if (form.get("email").isEmpty() && form.get("phone").isEmpty()) {
      errors.add(error("phone", "reach", words));
    } else if (call && form.get("phone").isEmpty()) {
      errors.add(error("phone", "callback-phone", words));
    }
    if (form.get("concerned").length() > 200) {
      errors.add(error("concerned", "line-long", words));
    }
    if (form.get("name").length() > 200 || TimeChoice.said(form::get, words).length() > 200) {
      errors.add(error("name", "line-long", words));
    }
    return errors.isEmpty()
        ? Optional.of(message(form, words, email, phone, call))
        : Optional.empty();
  }

  private static FieldError error(String field, String code, Wording words) {
    return new FieldError(field, words.say("ask.error." + code));
  }

  private ApiMessage message(
      Form form, Wording words, Optional<Address> email, Optional<Address> phone, boolean call) {
    Directory directory = directories.current();
    boolean topic = directory.topic(form.get("topic")).isPresent();
    boolean place = directory.neighbourhoods().containsKey(form.get("place"));
    Inbound.Callback callback =
        call && phone.isPresent()
            ? new Inbound.Callback(phone.get().value(), "", TimeChoice.said(form::get, words))
            : null;
    return new ApiMessage(
        new Correspondent(form.orNull("name"), email.orElse(null), phone.orElse(null), callback),
        null,
        form.get("text"),
        topic ? form.get("topic") : null,
        place ? form.get("place") : null,
        "en".equals(form.get("language")) ? "en" : "nl",
        form.orNull(KnownCitizens.CASE),
        form.get("topic").equals(AskInput.COMPLAINT)
            ? new Complained(form.get("concerned").replaceAll("\\s+", " "))
            : null,
        LegalClass.said(form.get("class")).orElse(null));
  }
}
