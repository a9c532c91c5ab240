package nl.aanspreekpunt.web.mine;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.official.Directories;
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
import nl.aanspreekpunt.web.follow.Glance;

/**
 * "My questions": without an account and without a password, after a code by email or text message.
 * What opens from the list is the page behind the link, under {@code /mijn/}: see {@link
 * nl.aanspreekpunt.web.follow.FollowRoutes}. Mounted before it.
 */
public final class MineRoutes implements Routes {
  private static final String PATH = "/mijn-vragen";
  private static final int LARGEST = 16 * 1024;
  private static final int SHOWN = 100;

  private final LinkForms forms = new LinkForms(new Rates(30, Duration.ofMinutes(10)));
  private final Proving proving;
  private final MineCookies cookies;
  private final Cases cases;
  private final Directories directories;
  private final Pages pages;

  public MineRoutes(
      Proving proving, MineCookies cookies, Cases cases, Directories directories, Pages pages) {
    this.proving = proving;
    this.cookies = cookies;
    this.cases = cases;
    this.directories = directories;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.route("/mijn/*").handler(this::admit);
    router.get(PATH).handler(this::open);
    router.post(PATH).handler(body).handler(this::ask);
    router.get(PATH + "/code").handler(this::code);
    router.post(PATH + "/code").handler(body).handler(this::prove);
    router.post(PATH + "/uit").handler(body).handler(this::end);
  }

  /** What somebody sends is not read before it is known who they are. */
  private void admit(RoutingContext context) {
    context.request().pause();
    theirs(context)
        .map(
            Show.by(
                address -> {
                  context.request().resume();
                  if (address.isPresent()) {
                    Proven.set(context, address.get());
                    context.next();
                  } else {
                    redirect(context, PATH + "?gedaan=niet-meer-ingelogd");
                  }
                }))
        .onFailure(
            e -> {
              context.request().resume();
              context.fail(e);
            });
  }

  private Future<Optional<Address>> theirs(RoutingContext context) {
    String token = cookies.session(context);
    return token == null
        ? Future.succeededFuture(Optional.empty())
        : proving.address(token, Visit.of(context).now());
  }

  private void open(RoutingContext context) {
    theirs(context)
        .compose(
            address ->
                address.isEmpty()
                    ? asks(context, 200, List.of(), null)
                    : list(context, address.get()))
        .onFailure(context::fail);
  }

  private Future<Void> list(RoutingContext context, Address address) {
    Visit visit = Visit.of(context);
    return cases
        .ofAddress(address, SHOWN + 1)
        .map(
            Show.by(
                found -> {
                  Frame frame = pages.frame(visit, "mine.title");
                  Set<String> there = found.stream().map(Case::id).collect(Collectors.toSet());
                  List<Glance> questions =
                      found.stream()
                          .limit(SHOWN)
                          .filter(one -> !one.joined() || !there.contains(one.suggested()))
                          .map(
                              one ->
                                  Glance.of(
                                      one,
                                      one.participant(address).orElseThrow(),
                                      directories.current(),
                                      frame,
                                      visit.now()))
                          .toList();
                  int more = found.size() > SHOWN ? SHOWN : 0;
                  pages.show(context, new MinePage(frame, shown(address), questions, more));
                }));
  }

  private static String shown(Address address) {
    return address.kind() == Address.Kind.PHONE ? Person.shown(address.value()) : address.value();
  }

  private Future<Void> asks(
      RoutingContext context, int status, List<FieldError> errors, String problem) {
    Frame frame = pages.frame(Visit.of(context), "mine.title").at(PATH);
    String said = problem == null ? null : frame.say(problem);
    pages.show(context, status, new AskCodePage(frame, field(context, "to"), errors, said));
    return Future.succeededFuture();
  }

  private void ask(RoutingContext context) {
    Visit visit = Visit.of(context);
    Optional<LinkForms.Again> again = forms.refused(context, "ask " + visit.remote());
    if (again.isPresent()) {
      boolean often = again.get().status() == 429;
      asks(context, again.get().status(), List.of(), often ? "mine.often" : again.get().words());
      return;
    }
    String typed = field(context, "to");
    Optional<Address> to = Addresses.email(typed).or(() -> Addresses.phone(typed));
    if (to.isEmpty()) {
      FieldError error = new FieldError("to", visit.words().say("mine.error.to"));
      asks(context, 422, List.of(error), null);
      return;
    }
    proving
        .ask(to.get(), visit.words().language(), visit.now())
        .map(
            Show.by(
                token -> {
                  cookies.challenge(context, token);
                  redirect(context, PATH + "/code");
                }))
        .onFailure(context::fail);
  }

  private void code(RoutingContext context) {
    showCode(context, 200, List.of(), null);
  }

  private void showCode(
      RoutingContext context, int status, List<FieldError> errors, String problem) {
    Frame frame = pages.frame(Visit.of(context), "mine.code.title").at(PATH + "/code");
    pages.show(
        context, status, new CodePage(frame, errors, problem == null ? null : frame.say(problem)));
  }

  private void prove(RoutingContext context) {
    Visit visit = Visit.of(context);
    Optional<LinkForms.Again> again = forms.refused(context, "code " + visit.remote());
    if (again.isPresent()) {
      boolean often = again.get().status() == 429;
      showCode(
          context, again.get().status(), List.of(), often ? "mine.often" : again.get().words());
      return;
    }
    String code = field(context, "code").replaceAll("\\s", "");
    if (!code.matches("[0-9]{6}")) {
      wrong(context, visit.words().say("mine.error.code"));
      return;
    }
    proving
        .prove(cookies.challenge(context), Challenge.MINE, code, visit.now())
        .compose(result -> proved(context, result))
        .onFailure(context::fail);
  }

  private Future<Void> proved(RoutingContext context, Proving.Result result) {
    Visit visit = Visit.of(context);
    if (result instanceof Proving.Result.Theirs theirs) {
      return proving
          .begin(theirs.address(), cookies.session(context), visit.now())
          .map(
              Show.by(
                  token -> {
                    cookies.begin(context, token);
                    redirect(context, PATH);
                  }));
    }
    if (result instanceof Proving.Result.Wrong wrong) {
      wrong(
          context,
          wrong.left() == 1
              ? visit.words().say("mine.error.wrong.one")
              : visit.words().say("mine.error.wrong", wrong.left()));
    } else {
      showCode(context, 422, List.of(), "mine.over");
    }
    return Future.succeededFuture();
  }

  private void wrong(RoutingContext context, String words) {
    showCode(context, 422, List.of(new FieldError("code", words)), null);
  }

  private void end(RoutingContext context) {
    Optional<LinkForms.Again> again = forms.refused(context, "out " + Visit.of(context).remote());
    String token = cookies.session(context);
    if (again.isPresent() && again.get().status() != 429) {
      asks(context, again.get().status(), List.of(), again.get().words());
      return;
    }
    (token == null ? Future.<Void>succeededFuture() : proving.end(token))
        .map(
            Show.by(
                ended -> {
                  cookies.end(context);
                  redirect(context, PATH + "?gedaan=uitgelogd");
                }))
        .onFailure(context::fail);
  }

  private static void redirect(RoutingContext context, String path) {
    context.response().setStatusCode(303).putHeader("Location", path).end();
  }

  private static String field(RoutingContext context, String name) {
    String value = context.request().getFormAttribute(name);
    return value == null ? "" : value.strip().replace("\0", "");
  }
}
