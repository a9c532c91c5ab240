package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Messages;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Said;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;

/** Where messages belong: one act puts them there, and the matcher remembers it. */
public final class PlacingRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/plaats";
  private static final int LARGEST = 64 * 1024;
  private static final int SHOWN = 80;
  private static final int OTHERS = 20;

  private final Gate gate;
  private final Cases cases;
  private final Receipts receipts;
  private final Directories directories;
  private final OwnCase own;
  private final Teaching teaching;
  private final Messages stored;
  private final Pages pages;
  private final DifferentCitizens citizens;

  public PlacingRoutes(
      Gate gate,
      Cases cases,
      Receipts receipts,
      Directories directories,
      Teaching teaching,
      Pages pages) {
    this.gate = gate;
    this.cases = cases;
    this.receipts = receipts;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
    this.teaching = teaching;
    this.stored = new Messages(cases);
    this.pages = pages;
    this.citizens = new DifferentCitizens(directories, pages);
  }

  @Override
  public void mount(Router router) {
    router
        .get(PATH)
        .handler(gate::admit)
        .handler(
            c ->
                own.open(
                    c,
                    (one, form) ->
                        show(c, 200, one, form.fields().isEmpty() ? asked(c) : form, null)));
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> place(c, one, form)));
  }

  /** With this message of a case chosen. */
  static String path(String number, String receipt) {
    return "/werk/vragen/" + number + "/plaats?message-" + receipt + "=" + receipt + "#berichten";
  }

  /** What a link has chosen already. */
  private static Form asked(RoutingContext context) {
    return Form.of(context.queryParams());
  }

  private Future<Void> place(RoutingContext context, Case one, Form form) {
    String me = Visit.of(context).viewer().official().id();
    return decide(context, one, form, new Teaching.By(me, DifferentCitizens.said(form), act -> act))
        .compose(
            decision -> {
              if (DifferentCitizens.askedFor(decision)) {
                return other(one, form)
                    .onSuccess(into -> citizens.ask(context, one, into, form))
                    .mapEmpty();
              }
              if (decision instanceof Decision.Refused refused) {
                return cases
                    .find(one.id())
                    .compose(now -> show(context, 422, now.orElseThrow(), form, refused.refusal()));
              }
              Case after =
                  decision instanceof Decision.Changed changed
                      ? changed.after()
                      : ((Decision.Unchanged) decision).as();
              boolean mine = own.access(context, after).mayAct();
              OwnCase.done(context, mine ? OwnCase.page(after) : "/werk/onzeker", "plaats");
              return Future.succeededFuture();
            });
  }

  /** The case with which it was to be put. */
  private Future<Case> other(Case one, Form form) {
    String number =
        switch (form.get("act")) {
          case "belongs" -> form.get("into");
          case "move" -> form.get("moveTo");
          default -> one.suggested();
        };
    return cases.find(CaseNumbers.parse(number).orElseThrow()).map(Optional::orElseThrow);
  }

  private Future<Decision> decide(RoutingContext context, Case one, Form form, Teaching.By by) {
    List<String> messages = form.starting("message-");
    return switch (form.get("act")) {
      case "right" ->
          one.suggested() == null
              ? teaching.right(one, by)
              : into(context, one.suggested(), other -> teaching.right(one, by));
      case "own" -> teaching.own(one, by);
      case "somebody-else" -> teaching.somebodyElse(one, by);
      case "belongs" -> into(context, form.get("into"), other -> teaching.belongs(one, other, by));
      case "split" -> split(one, messages, form, by);
      case "move" ->
          into(context, form.get("moveTo"), other -> teaching.move(one, messages, other, by))
              .map(decision -> named(decision, "into", "moveTo"));
      case "apart" ->
          into(
              context,
              form.get("other"),
              other ->
                  cameFrom(one, other).compose(theirs -> teaching.move(one, theirs, other, by)));
      case "put-back-topic" ->
          teaching.putBack(one, PuttingBack.What.TOPIC, form.orNull("reason"), by);
      case "put-back-own" -> teaching.putBack(one, PuttingBack.What.OWN, null, by);
      case "citizen" -> citizen(one, form.get("address"), by);
      case "topic" ->
          teaching.topic(
              one, form.get("topic"), form.orNull("words"), !form.get("stays").isEmpty(), by);
      default -> Future.succeededFuture(Decision.refused("choose"));
    };
  }

  private Future<Decision> citizen(Case one, String typed, Teaching.By by) {
    return Addresses.email(typed)
        .or(() -> Addresses.phone(typed))
        .map(address -> teaching.citizen(one, address, by))
        .orElseGet(() -> Future.succeededFuture(Decision.refused("address", "address")));
  }

  /** The same refusal, at the field as it is called on this form. */
  private static Decision named(Decision decision, String field, String here) {
    return decision instanceof Decision.Refused refused && field.equals(refused.refusal().field())
        ? Decision.refused(refused.refusal().code(), here)
        : decision;
  }

  /** What is read in one case becomes readable in the other: both must be theirs to act in. */
  private Future<Decision> into(
      RoutingContext context, String number, Function<Case, Future<Decision>> then) {
    Optional<String> parsed = CaseNumbers.parse(number);
    return parsed
        .map(cases::find)
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            found ->
                found
                    .filter(other -> own.access(context, other).mayAct())
                    .map(then)
                    .orElseGet(
                        () -> Future.succeededFuture(Decision.refused("not-yours", "into"))));
  }

  private Future<Decision> split(Case one, List<String> messages, Form form, Teaching.By by) {
    return stored
        .of(one)
        .map(all -> ids(all).stream().filter(messages::contains).limit(1).toList())
        .compose(receipts::findAll)
        .map(found -> found.stream().findFirst().map(PlacingRoutes::subject).orElse(null))
        .compose(
            subject ->
                teaching.split(
                    one,
                    messages,
                    new Teaching.Own(
                        subject, form.orNull("splitTopic"), !form.get("splitStays").isEmpty()),
                    by));
  }

  private static String subject(Receipt receipt) {
    return receipt.read() == null || receipt.read().subject().isBlank()
        ? null
        : receipt.read().subject();
  }

  private Future<List<String>> cameFrom(Case one, Case other) {
    Future<List<CaseEvent.Received>> theirs = stored.of(other);
    Future<List<CaseEvent.Received>> here = stored.of(one);
    return Future.all(theirs, here)
        .map(both -> ids(here.result()).stream().filter(ids(theirs.result())::contains).toList());
  }

  private static List<String> ids(List<CaseEvent.Received> messages) {
    return messages.stream().map(CaseEvent.Received::receipt).toList();
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, Form form, Refusal refusal) {
    Frame frame =
        pages.frame(Visit.of(context), "placing.title", one.id()).at(OwnCase.page(one) + "/plaats");
    int page = page(context, one);
    Future<List<CaseEvent.Received>> here =
        page < 0 ? Future.succeededFuture(one.messages()) : stored.in(one, page);
    Future<List<Receipt>> read = here.map(PlacingRoutes::ids).compose(receipts::findAll);
    Future<List<Case>> others = cases.ofCitizen(one.citizen(), OTHERS);
    return Future.all(here, read, others)
        .map(
            all -> {
              Stretch stretch = new Stretch(page, here.result(), read.result());
              pages.show(
                  context, status, page(context, frame, one, form, refusal, stretch, others));
              return null;
            });
  }

  /** Which messages are shown: of one page of older events, or (-1) the latest. */
  private record Stretch(int page, List<CaseEvent.Received> messages, List<Receipt> read) {
    int older(Case one) {
      return (page < 0 ? Interleaving.pages(one) : page) - 1;
    }
  }

  private static int page(RoutingContext context, Case one) {
    String older = context.request().getParam("ouder");
    int page = older != null && older.matches("\\d{1,6}") ? Integer.parseInt(older) : -1;
    return page < Interleaving.pages(one) ? page : -1;
  }

  private PlacingPage page(
      RoutingContext context,
      Frame frame,
      Case one,
      Form form,
      Refusal refusal,
      Stretch stretch,
      Future<List<Case>> others) {
    Names names = new Names(directories.current(), frame.words());
    String said = refusal == null ? null : frame.say("refusal." + refusal.code());
    boolean field = refusal != null && refusal.field() != null;
    List<String> chosen = form.starting("message-");
    return new PlacingPage(
        frame,
        one.id(),
        names.subject(one),
        names.routes().why(one.route()),
        one.route().uncertain(),
        one.suggested(),
        one.joined() ? one.suggested() : null,
        stretch.messages().stream()
            .map(
                in ->
                    new Choice(
                        in.receipt(),
                        label(frame, in, stretch.read()),
                        chosen.contains(in.receipt())))
            .toList(),
        stretch.page(),
        stretch.older(one),
        directories.current().topics().stream()
            .map(it -> new Choice(it.id(), names.topic(it.id()), it.id().equals(form.get("topic"))))
            .toList(),
        others.result().stream()
            .filter(it -> !it.id().equals(one.id()) && own.access(context, it).mayAct())
            .map(it -> new Choice(it.id(), it.id() + " · " + names.subject(it), false))
            .toList(),
        joined(one),
        toPutBack(one, PuttingBack.What.OWN).isPresent(),
        toPutBack(one, PuttingBack.What.TOPIC)
            .map(it -> topic(frame, names, ((Said.OfTopic) it).from()))
            .orElse(null),
        form,
        field ? List.of(new FieldError(refusal.field(), said)) : List.of(),
        field ? null : said);
  }

  private static Optional<Said> toPutBack(Case one, PuttingBack.What what) {
    return PuttingBack.said(one, what)
        .filter(said -> one.open() && PuttingBack.since(one, said).isEmpty());
  }

  private static String topic(Frame frame, Names names, String id) {
    return id == null
        ? frame.say("work.no-topic")
        : Objects.requireNonNullElse(names.topic(id), id);
  }

  /** Cases whose messages came here by a join, and are here still. */
  private static List<String> joined(Case one) {
    List<String> joined = new ArrayList<>();
    for (CaseEvent event : one.events()) {
      if (event instanceof CaseEvent.Joined it && it.hither()) {
        joined.add(it.other());
      } else if (event instanceof CaseEvent.Parted it && !it.hither()) {
        joined.remove(it.other());
      }
    }
    return joined.stream().distinct().toList();
  }

  private static String label(Frame frame, CaseEvent.Received in, List<Receipt> read) {
    String text =
        read.stream()
            .filter(it -> it.id().equals(in.receipt()) && it.read() != null)
            .map(it -> it.read().brief().replaceAll("\\s+", " ").strip())
            .findFirst()
            .orElse("");
    int end = text.length() > SHOWN ? text.offsetByCodePoints(0, text.codePointCount(0, SHOWN)) : 0;
    String shown = end == 0 ? text : text.substring(0, end) + "…";
    return frame.moments().say(in.at()) + ": " + shown;
  }
}
