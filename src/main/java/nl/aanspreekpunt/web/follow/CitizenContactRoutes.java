package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Whose;
import nl.aanspreekpunt.casework.contact.ObjectingToContact;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.contact.ContactView;

/**
 * What was agreed about contact, behind the citizen's link; they may say that they do not agree.
 */
public final class CitizenContactRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Identities identities;
  private final Directories directories;
  private final Tokens tokens;
  private final Pages pages;

  public CitizenContactRoutes(
      Cases cases,
      Casework casework,
      Identities identities,
      Directories directories,
      Tokens tokens,
      Pages pages) {
    this.cases = cases;
    this.casework = casework;
    this.identities = identities;
    this.directories = directories;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/contact"));
  }

  private void mount(Router router, String path) {
    router.get(path).handler(c -> theirs(c, (link, it) -> show(c, 200, link, it, null)));
    router
        .post(path)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(c -> theirs(c, (link, it) -> object(c, link, it)));
  }

  /** The citizen reads it, or who may decide for them, and nobody else who takes part. */
  private void theirs(
      RoutingContext context, BiFunction<SignedLink, ContactAgreement, Future<Void>> then) {
    SignedLink.open(
        context,
        cases,
        tokens,
        link -> {
          Case one = link.one();
          Participant who = link.participant();
          return identities
              .find(who.address())
              .map(known -> known.map(Identity::citizen).orElse(null))
              .map(
                  citizen ->
                      one.care()
                          .agreedContact()
                          .filter(it -> shown(one, it))
                          .filter(it -> Whose.decides(one, who.link(), citizen)))
              .compose(
                  it -> {
                    if (it.isEmpty()) {
                      context.fail(404);
                      return Future.succeededFuture();
                    }
                    return then.apply(link, it.get());
                  });
        });
  }

  /** Not when the case turned out to be another citizen's. */
  static boolean shown(Case one, ContactAgreement agreed) {
    return one.care().policy() == null
        && (agreed.ended() == null || agreed.ended().how() != ContactAgreement.How.NOT_THEIRS);
  }

  private Future<Void> object(RoutingContext context, SignedLink link, ContactAgreement it) {
    Optional<LinkForms.Again> again = forms.refused(context, link.path());
    if (again.isPresent()) {
      String words = again.get().words();
      return show(context, again.get().status(), link, it, words);
    }
    return casework
        .change(link.one().id(), new ObjectingToContact(field(context), "citizen"))
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return show(context, 422, link, it, "refusal." + refused.refusal().code());
              }
              context
                  .response()
                  .setStatusCode(303)
                  .putHeader("Location", link.path() + "/contact?gedaan=contact-said")
                  .end();
              return Future.succeededFuture();
            });
  }

  private Future<Void> show(
      RoutingContext context, int status, SignedLink link, ContactAgreement it, String wrong) {
    Frame frame = pages.frame(Visit.of(context), "contact.title").at(link.path() + "/contact");
    Moment moment = new Moment(Visit.of(context).now(), directories.current());
    Names names = new Names(directories.current(), frame.words());
    ContactView view = new ContactView(frame, names, moment);
    boolean stands = it.stands(moment.now());
    boolean refused = wrong != null && wrong.startsWith("refusal.");
    Optional<ContactAgreement.Objection> said = Optional.ofNullable(it.objection());
    pages.show(
        context,
        status,
        new CitizenContactPage(
            frame,
            link.path(),
            says(frame, view, names, it),
            it.why(),
            !stands,
            said.map(o -> frame.say("contact.you.objected", frame.moments().date(o.at())))
                .orElse(null),
            said.map(ContactAgreement.Objection::words).orElse(null),
            said.map(o -> view.comes(link.one(), o, "contact.you.objected.waits")).orElse(null),
            stands && said.isEmpty(),
            field(context),
            refused ? List.of(new FieldError("objection", frame.say(wrong))) : List.of(),
            wrong == null || refused ? null : frame.say(wrong)));
    return Future.succeededFuture();
  }

  private static List<String> says(
      Frame frame, ContactView view, Names names, ContactAgreement it) {
    List<String> says = new ArrayList<>();
    says.add(frame.say("contact.you.who", names.of(it.official())));
    says.add(frame.say("contact.you.ways", view.ways(it.ways().stream().map(Enum::name).toList())));
    says.add(
        it.ended() == null
            ? frame.say("contact.you.until", frame.moments().date(ContactView.last(it.until())))
            : frame.say(
                "contact.ended." + it.ended().how(), frame.moments().date(it.ended().at())));
    says.add(frame.say("contact.you.promises"));
    return says;
  }

  private static String field(RoutingContext context) {
    String value = context.request().getFormAttribute("objection");
    return value == null ? "" : value.strip().replace("\r\n", "\n").replace("\0", "");
  }
}
