package nl.aanspreekpunt.web.work.consult;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseTable;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.consult.AddingToAgenda;
import nl.aanspreekpunt.casework.consult.AgreeingAtTable;
import nl.aanspreekpunt.casework.consult.EndingTable;
import nl.aanspreekpunt.casework.consult.JoiningTable;
import nl.aanspreekpunt.casework.consult.KeepingAgreement;
import nl.aanspreekpunt.casework.consult.LeavingTable;
import nl.aanspreekpunt.casework.consult.SettingTable;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.DueWords;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.OwnCase;

/** Several teams round one citizen: set, agreed at, and ended with minutes. */
public final class TableRoutes implements Routes {
  private static final int LARGEST = 64 * 1024;
  private static final String PATH = TablePage.PATH;

  private final Gate gate;
  private final Casework casework;
  private final Directories directories;
  private final OwnCase own;
  private final Pages pages;

  public TableRoutes(
      Gate gate, Cases cases, Casework casework, Directories directories, Pages pages) {
    this.gate = gate;
    this.casework = casework;
    this.directories = directories;
    this.own = new OwnCase(cases, directories);
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
        "opzetten",
        (form, me) ->
            new SettingTable(
                me,
                form.get("agenda"),
                form.starting("person."),
                !form.get("citizen").isEmpty(),
                moment(form, "meets"),
                form.get("place")));
    acts(
        router,
        body,
        "afspraak",
        (form, me) ->
            new AgreeingAtTable(me, form.get("official"), form.get("what"), moment(form, "due")));
    acts(router, body, "agenda", (form, me) -> new AddingToAgenda(me, form.get("point")));
    acts(router, body, "erbij", (form, me) -> new JoiningTable(me, form.get("joins")));
    acts(router, body, "sluiten", (form, me) -> new EndingTable(me, form.get("minutes")));
    theirs(router, body, "gedaan", (form, me) -> new KeepingAgreement(form.get("promise"), me));
    theirs(router, body, "eraf", (form, me) -> new LeavingTable(me, me));
    acts(router, body, "weg", (form, me) -> new LeavingTable(me, form.get("official")));
  }

  /** What whoever sits there, or agreed to something, does too. */
  private void theirs(
      Router router, BodyHandler body, String name, BiFunction<Form, String, Act> act) {
    router
        .post(PATH + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(
            c ->
                open(c, (one, form) -> change(c, one, form, act.apply(form, OwnCase.me(c)), name)));
  }

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

  /** Null when it is none. */
  private Instant moment(Form form, String field) {
    try {
      return form.local(field, directories.current().zone());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Future<Void> change(RoutingContext context, Case one, Form form, Act act, String name) {
    boolean reads = own.access(context, one).reads();
    return casework
        .change(one.id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                return show(context, 422, one, new Wrong(form, refused.refusal()));
              }
              boolean stays = reads && !name.equals("eraf");
              String page = stays ? OwnCase.page(one) + "/tafel" : "/werk";
              OwnCase.done(context, page, "tafel-" + name);
              return Future.succeededFuture();
            });
  }

  private record Wrong(Form form, Refusal refusal) {}

  /** For who reads the case, or agreed to something in it. */
  private void open(RoutingContext context, BiFunction<Case, Form, Future<Void>> then) {
    own.open(context, (one, access) -> access.reads() || !theirs(context, one).isEmpty(), then);
  }

  private List<Promise> theirs(RoutingContext context, Case one) {
    return new Draft(one, own.moment(context))
        .inward.of(OwnCase.me(context)).stream()
            .filter(it -> it.kind() == PromiseKind.AGREEMENT)
            .toList();
  }

  private Future<Void> show(RoutingContext context, int status, Case one, Wrong wrong) {
    Access access = own.access(context, one);
    Frame frame =
        pages.frame(Visit.of(context), "table.title", one.id()).at(OwnCase.page(one) + "/tafel");
    Form typed = wrong == null ? Form.EMPTY : wrong.form();
    String why = wrong == null ? null : frame.say("refusal." + wrong.refusal().code());
    String field = wrong == null ? null : field(wrong);
    Names names = new Names(directories.current(), frame.words());
    boolean acts = access.mayAct();
    List<String> theirs = theirs(context, one).stream().map(Promise::id).toList();
    List<CaseTable> tables = new ArrayList<>(one.care().tables());
    Collections.reverse(tables);
    pages.show(
        context,
        status,
        new TablePage(
            frame,
            one.id(),
            names.subject(one),
            acts,
            access.reads()
                ? tables.stream().map(it -> table(it, one, frame, names)).toList()
                : List.of(),
            tables.stream()
                .flatMap(it -> it.agreements().stream())
                .filter(it -> theirs.contains(it.promise()))
                .map(it -> agreement(it, one, frame, names))
                .toList(),
            acts && one.open() && one.care().table().isEmpty(),
            acts ? people(one, typed, names) : List.of(),
            acts ? sits(one, typed, names) : List.of(),
            acts ? joins(one, typed, names) : List.of(),
            acts ? leaves(one, frame, names) : List.of(),
            one.care().table().filter(it -> it.people().contains(OwnCase.me(context))).isPresent(),
            new TablePage.Typed(
                typed.get("agenda"),
                typed.get("meets"),
                typed.get("place"),
                typed.get("what"),
                typed.get("due"),
                typed.get("minutes"),
                typed.get("point")),
            field == null ? List.of() : List.of(new FieldError(field, why)),
            field == null ? why : null));
    return Future.succeededFuture();
  }

  private static TablePage.Table table(CaseTable it, Case one, Frame frame, Names names) {
    return new TablePage.Table(
        it.lasts(),
        it.agenda(),
        it.meets() == null ? null : when(it, frame),
        it.people().stream().map(names::of).collect(Collectors.joining(", ")),
        it.citizen(),
        it.agreements().stream().map(a -> agreement(a, one, frame, names)).toList(),
        it.minutes());
  }

  private static String when(CaseTable it, Frame frame) {
    String when = frame.moments().say(it.meets());
    return it.place().isEmpty() ? when : when + " · " + it.place();
  }

  private static TablePage.Agreement agreement(
      CaseTable.Agreement it, Case one, Frame frame, Names names) {
    Optional<Promise> promise = one.promise(it.promise());
    String state =
        promise.filter(Promise::open).isPresent()
            ? new DueWords(frame.moments()).say(promise.get().due())
            : frame.say(
                promise.filter(p -> p.state() == Promise.State.KEPT).isPresent()
                    ? "table.done"
                    : "table.dropped");
    return new TablePage.Agreement(
        it.promise(), names.of(it.official()), it.what(), it.due(), state);
  }

  private List<Choice> people(Case one, Form typed, Names names) {
    Moment moment = casework.moment();
    Draft draft = new Draft(one, moment);
    List<String> chosen = typed.starting("person.");
    return directories.current().officials().stream()
        .filter(it -> draft.inward.cannot(it.id()).isEmpty())
        .sorted(Comparator.comparing(Official::name))
        .map(
            it ->
                new Choice(
                    it.id(), it.name() + ", " + names.team(it.team()), chosen.contains(it.id())))
        .toList();
  }

  /** Two forms ask for an official. */
  private static String field(Wrong wrong) {
    String field = wrong.refusal().field();
    return field != null && wrong.form().fields().containsKey("joins") ? "joins" : field;
  }

  private List<Choice> joins(Case one, Form typed, Names names) {
    List<String> there = one.care().table().map(CaseTable::people).orElse(List.of());
    return people(one, typed, names).stream()
        .filter(it -> !there.contains(it.value()))
        .map(it -> new Choice(it.value(), it.label(), it.value().equals(typed.get("joins"))))
        .toList();
  }

  private static List<Choice> leaves(Case one, Frame frame, Names names) {
    return one.care().table().map(CaseTable::people).orElse(List.of()).stream()
        .map(it -> new Choice(it, frame.say("table.leaves", names.of(it)), false))
        .toList();
  }

  private static List<Choice> sits(Case one, Form typed, Names names) {
    List<String> all = new ArrayList<>(List.of(one.official()));
    one.care().table().ifPresent(it -> all.addAll(it.people()));
    return all.stream()
        .map(it -> new Choice(it, names.of(it), it.equals(typed.get("official"))))
        .toList();
  }
}
