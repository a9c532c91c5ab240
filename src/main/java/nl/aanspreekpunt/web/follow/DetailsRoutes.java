package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Whose;
import nl.aanspreekpunt.casework.details.ChangingContact;
import nl.aanspreekpunt.casework.details.ChangingLanguage;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.LinkForms;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Proven;
import nl.aanspreekpunt.web.Rates;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Show;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.mine.Asker;
import nl.aanspreekpunt.web.mine.MineCookies;
import nl.aanspreekpunt.web.mine.Proving;

/**
 * In which language and at which address a citizen hears from us. Another address counts once a
 * code that went there came back.
 */
public final class DetailsRoutes implements Routes {
  private static final int LARGEST = 16 * 1024;
  private static final int MOST = 100;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Cases cases;
  private final Casework casework;
  private final Identities identities;
  private final Proving proving;
  private final MineCookies cookies;
  private final Tokens tokens;
  private final Pages pages;

  public DetailsRoutes(
      Cases cases,
      Casework casework,
      Identities identities,
      Proving proving,
      MineCookies cookies,
      Tokens tokens,
      Pages pages) {
    this.cases = cases;
    this.casework = casework;
    this.identities = identities;
    this.proving = proving;
    this.cookies = cookies;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    SignedLink.each(path -> mount(router, path + "/gegevens"));
  }

  private void mount(Router router, String path) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router
        .get(path)
        .handler(c -> SignedLink.open(c, cases, tokens, link -> show(c, 200, link, null)));
    act(router, body, path + "/taal", this::language);
    act(router, body, path + "/adres", this::address);
    act(router, body, path + "/code", this::code);
  }

  private void act(
      Router router,
      BodyHandler body,
      String path,
      BiFunction<RoutingContext, SignedLink, Future<Void>> act) {
    router
        .post(path)
        .handler(body)
        .handler(
            c ->
                SignedLink.open(
                    c,
                    cases,
                    tokens,
                    link ->
                        forms
                            .refused(c, link.path())
                            .map(again -> show(c, again.status(), link, null, again.words(), null))
                            .orElseGet(() -> act.apply(c, link))));
  }

  private Future<Void> language(RoutingContext context, SignedLink link) {
    String language = field(context, "language");
    return change(context, link, new ChangingLanguage(language), one -> true)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused) {
                return show(context, 422, link, null, "problem.400.text", null);
              }
              // The choice of this browser follows it.
              String to = link.path() + "?gedaan=taal&taal=" + language;
              context.response().setStatusCode(303).putHeader("Location", to).end();
              return Future.succeededFuture();
            });
  }

  private Future<Void> address(RoutingContext context, SignedLink link) {
    return theirs(context, link, citizen -> asked(context, link));
  }

  private Future<Void> asked(RoutingContext context, SignedLink link) {
    Optional<Address> to = to(context);
    if (to.isEmpty()) {
      return wrong(context, link, null, "to", "details.address.error");
    }
    Visit visit = Visit.of(context);
    return proving
        .askNew(
            to.get(),
            purpose(link),
            new Asker(link.one().id(), visit.remote()),
            visit.words().language(),
            visit.now())
        .compose(
            token -> {
              cookies.challenge(context, token);
              return show(context, 200, link, shown(to.get()));
            });
  }

  private Future<Void> code(RoutingContext context, SignedLink link) {
    return theirs(context, link, citizen -> code(context, link, citizen));
  }

  private Future<Void> code(RoutingContext context, SignedLink link, String citizen) {
    String waits = to(context).map(DetailsRoutes::shown).orElse(null);
    String code = field(context, "code").replaceAll("\\s", "");
    if (!code.matches("[0-9]{6}")) {
      return wrong(context, link, waits, "code", "mine.error.code");
    }
    return proving
        .theirs(cookies.challenge(context), purpose(link), code, Visit.of(context).now())
        .compose(
            found ->
                found.isEmpty()
                    ? wrong(context, link, waits, "code", "details.code.wrong")
                    : proved(context, link, citizen, found.get()));
  }

  private Future<Void> proved(
      RoutingContext context, SignedLink link, String citizen, Address address) {
    return casework
        .change(link.one().id(), new ChangingContact(link.participant().link(), citizen, address))
        .compose(
            decision ->
                decision instanceof Decision.Refused
                    ? link.done(context, "moved")
                    : known(link.one(), citizen, address)
                        .compose(known -> others(context, link, citizen, address))
                        .compose(done -> link.done(context, "adres")));
  }

  /**
   * Whoever writes from there later is known as this citizen, unless somebody else is: when the
   * address that they had is the citizen's, not when they only take part. The same address again is
   * noted again, should this not have been reached.
   */
  private Future<?> known(Case one, String citizen, Address address) {
    return citizen != null && citizen.equals(one.citizen())
        ? identities.known(address, citizen, one.language())
        : Future.succeededFuture();
  }

  private Future<?> others(
      RoutingContext context, SignedLink link, String citizen, Address address) {
    return each(context, link)
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(one -> !one.id().equals(link.one().id()))
                        .map(one -> casework.change(one.id(), moving(one, link, citizen, address)))
                        .toList()));
  }

  private static Act moving(Case one, SignedLink link, String citizen, Address address) {
    return new ChangingContact(
        one.participant(link.participant().address()).orElseThrow().link(), citizen, address);
  }

  private static boolean theirContact(Case one, SignedLink link) {
    return one.open()
        && one.participant(link.participant().address())
            .filter(who -> who.link().equals(one.contact()))
            .isPresent();
  }

  private interface Which {
    boolean test(Case one);
  }

  private Future<Decision> change(RoutingContext context, SignedLink link, Act act, Which which) {
    return each(context, link)
        .compose(
            all ->
                all.stream()
                    .filter(which::test)
                    .map(one -> casework.change(one.id(), act))
                    .reduce((first, next) -> first.compose(done -> next))
                    .orElseThrow());
  }

  /** This question; for who has shown the address their other open ones too, when they say so. */
  private Future<List<Case>> each(RoutingContext context, SignedLink link) {
    boolean all = Proven.address(context).isPresent() && !field(context, "all").isEmpty();
    return all
        ? cases
            .ofAddress(link.participant().address(), MOST)
            .map(
                found ->
                    Stream.concat(
                            Stream.of(link.one()),
                            found.stream()
                                .filter(one -> !one.id().equals(link.one().id()))
                                .filter(one -> theirContact(one, link)))
                        .toList())
        : Future.succeededFuture(List.of(link.one()));
  }

  /**
   * For the citizen alone.
   *
   * @param then gets of which citizen their address is known to be; null: of nobody
   */
  private Future<Void> theirs(
      RoutingContext context, SignedLink link, Function<String, Future<Void>> then) {
    return citizen(link)
        .compose(
            citizen ->
                Whose.theirs(link.one(), link.participant().link(), citizen)
                    ? then.apply(citizen)
                    : show(context, 403, link, null, "details.address.not-yours", null));
  }

  private Future<String> citizen(SignedLink link) {
    return identities
        .find(link.participant().address())
        .map(known -> known.map(Identity::citizen).orElse(null));
  }

  private static String purpose(SignedLink link) {
    return "case " + link.one().id() + " " + link.participant().link();
  }

  private static Optional<Address> to(RoutingContext context) {
    String typed = field(context, "to");
    return Addresses.email(typed)
        .or(() -> Addresses.phone(typed))
        .filter(to -> Reachable.by(to) != Channel.PHONE);
  }

  private static String shown(Address address) {
    return address.kind() == Address.Kind.PHONE ? Person.shown(address.value()) : address.value();
  }

  private Future<Void> wrong(
      RoutingContext context, SignedLink link, String waits, String field, String key) {
    FieldError error = new FieldError(field, Visit.of(context).words().say(key));
    return show(context, 422, link, waits, null, error);
  }

  private Future<Void> show(RoutingContext context, int status, SignedLink link, String waits) {
    return show(context, status, link, waits, null, null);
  }

  private Future<Void> show(
      RoutingContext context,
      int status,
      SignedLink link,
      String waits,
      String problem,
      FieldError error) {
    return citizen(link)
        .map(citizen -> Whose.theirs(link.one(), link.participant().link(), citizen))
        .map(
            Show.by(
                may ->
                    pages.show(context, status, page(context, link, may, waits, problem, error))));
  }

  private DetailsPage page(
      RoutingContext context,
      SignedLink link,
      boolean may,
      String waits,
      String problem,
      FieldError error) {
    Frame frame = pages.frame(Visit.of(context), "details.title").at(link.path() + "/gegevens");
    String language = link.one().language();
    List<Choice> languages =
        Stream.of("nl", "en")
            .map(one -> new Choice(one, frame.say("details.language." + one), one.equals(language)))
            .toList();
    return new DetailsPage(
        frame,
        link.path(),
        languages,
        shown(link.participant().address()),
        may,
        Proven.address(context).isPresent(),
        field(context, "to"),
        waits,
        error == null ? List.of() : List.of(error),
        problem == null ? null : frame.say(problem));
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\0", "");
  }
}
