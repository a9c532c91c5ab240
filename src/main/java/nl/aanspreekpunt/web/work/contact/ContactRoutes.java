package nl.aanspreekpunt.web.work.contact;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.contact.AgreeingContact;
import nl.aanspreekpunt.casework.contact.AlsoFrom;
import nl.aanspreekpunt.casework.contact.AnsweringObjection;
import nl.aanspreekpunt.casework.contact.LiftingContact;
import nl.aanspreekpunt.casework.contact.ObjectingToContact;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directories;
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

/** Who has contact with a citizen after a threat, for who may act in the case. */
public final class ContactRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/contactafspraak";
  private static final int LARGEST = 64 * 1024;

  private final Gate gate;
  private final Casework casework;
  private final Righting righting;
  private final Directories directories;
  private final OwnCase own;
  private final Pages pages;

  public ContactRoutes(
      Gate gate,
      Cases cases,
      Casework casework,
      Righting righting,
      Directories directories,
      Pages pages) {
    this.gate = gate;
    this.casework = casework;
    this.righting = righting;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(c -> open(c, (one, form) -> show(c, 200, one, Form.of(Typed.of(c)), null)));
    post(router, "afspraak", this::agreeing);
    post(router, "ook", (form, by) -> new AlsoFrom(address(form), true, by));
    post(router, "ook-niet", (form, by) -> new AlsoFrom(address(form), false, by));
    post(router, "stop", (form, by) -> new LiftingContact(form.get("lifted"), by));
    post(router, "bezwaar", (form, by) -> new ObjectingToContact(form.get("objection"), by));
    post(
        router,
        "antwoord",
        (form, by) ->
            new AnsweringObjection(form.get("ends").equals("yes"), form.get("explanation"), by));
  }

  private void post(Router router, String name, BiFunction<Form, String, Act> making) {
    router
        .post(PATH + "/" + name)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> open(c, (one, form) -> act(c, one, form, name, making.apply(form, me(c)))));
  }

  /**
   * For who may act in the case, and for who set it, also when the case is another team's by it.
   */
  private void open(RoutingContext context, BiFunction<Case, Form, Future<Void>> then) {
    own.open(
        context, (one, access) -> access.mayAct() || AgreeingContact.set(one, me(context)), then);
  }

  private static String me(RoutingContext context) {
    return OwnCase.me(context);
  }

  /** Null when it is none. */
  private static Address address(Form form) {
    String typed = form.get("also");
    return Addresses.email(typed).or(() -> Addresses.phone(typed)).orElse(null);
  }

  /** The day that was chosen is the last on which it holds. */
  private Act agreeing(Form form, String by) {
    ZoneId zone = directories.current().zone();
    Instant until = form.day("until", zone).map(day -> dayAfter(day, zone)).orElse(null);
    List<ContactAgreement.Way> ways =
        Arrays.stream(ContactAgreement.Way.values())
            .filter(way -> !form.get("way-" + way).isEmpty())
            .toList();
    return new AgreeingContact(form.get("official"), ways, until, form.get("why"), by);
  }

  private static Instant dayAfter(Instant day, ZoneId zone) {
    return day.plus(Duration.ofHours(36)).atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private Future<Void> act(RoutingContext context, Case one, Form form, String name, Act act) {
    return casework
        .change(one.id(), act)
        .compose(righting::finish)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return show(context, 422, one, form, refused.refusal());
              }
              OwnCase.done(context, OwnCase.page(one) + "/contactafspraak", "contact-" + name);
              return Future.succeededFuture();
            });
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Frame frame =
        pages.frame(Visit.of(context), "contact.title").at(OwnCase.page(one) + "/contactafspraak");
    Names names = new Names(directories.current(), frame.words());
    Moment moment = own.moment(context);
    ContactView view = new ContactView(frame, names, moment);
    String said = refusal == null ? null : frame.say("refusal." + refusal.code());
    boolean field = refusal != null && refusal.field() != null;
    boolean stands = one.care().agreedContact().filter(it -> it.stands(moment.now())).isPresent();
    pages.show(
        context,
        status,
        new ContactPage(
            frame,
            one.id(),
            names.subject(one),
            view.agreed(one),
            one.open(),
            AgreeingContact.leads(one, me(context), moment),
            stands && one.care().contact().objection() == null,
            AnsweringObjection.answers(one, me(context)),
            view.officials(one, form),
            view.ways(form),
            form,
            field ? List.of(new FieldError(field(refusal, form), said)) : List.of(),
            field ? null : said));
    return Future.succeededFuture();
  }

  /** What was typed to end it stands in a field of its own. */
  private static String field(Refusal refusal, Form form) {
    return refusal.field().equals("why") && !form.fields().containsKey("why")
        ? "lifted"
        : refusal.field();
  }
}
