package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.aanspreekpunt.casework.Accepting;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Declining;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Standing;
import nl.aanspreekpunt.casework.Steadying;
import nl.aanspreekpunt.casework.atwork.AtWork;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.sofar.SoFarWork;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.limits.SmsWork;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.trail.Reading;
import nl.aanspreekpunt.web.Answers;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.atwork.Strand;
import nl.aanspreekpunt.web.work.texting.TextingNow;
import nl.aanspreekpunt.web.work.writing.PlainPart;
import nl.aanspreekpunt.web.work.writing.Planning;
import nl.aanspreekpunt.web.work.writing.Writing;
import nl.aanspreekpunt.web.work.writing.WritingView;

/** A case, as far as its reader may see it, and what they can do in it. */
public final class CaseRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number";
  private static final int LARGEST = 256 * 1024;
  private static final int OTHERS = 20;
  private final Gate gate;
  private final Parts parts;
  private final Answering answering;
  private final Agreements agreements;
  private final Joining joining;
  private final Standing standing;
  private final History.From histories;
  private final Pages pages;
  private final DifferentCitizens citizens;
  private final DraftOfSent drafts;

  /** What the case page stands on. */
  public record Parts(
      Cases cases,
      Casework casework,
      Receipts receipts,
      Outbox outbox,
      Identities identities,
      SoFarWork soFar,
      Directories directories,
      ReplyFiles files,
      Reading reading,
      Writing writing,
      AtWork atWork,
      Templates templates,
      SmsWork sms) {}

  public CaseRoutes(Gate gate, Parts parts, Pages pages) {
    this.gate = gate;
    this.parts = parts;
    this.answering = new Answering(parts.casework(), parts.identities());
    this.agreements = new Agreements(parts.identities());
    this.joining = new Joining(parts.cases(), parts.casework());
    this.standing = new Standing(parts.casework(), parts.identities());
    this.histories =
        new History.From(parts.cases(), parts.receipts(), parts.outbox(), parts.sms().statuses());
    this.pages = pages;
    this.drafts = new DraftOfSent(parts.atWork().drafting());
    this.citizens = new DifferentCitizens(parts.directories(), pages);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(PATH).handler(gate::admit).handler(c -> open(c, this::read));
    for (Deed deed : Deed.ALL) {
      boolean files = deed.name().equals("antwoord");
      post(router, files ? parts.files().body() : body, deed.name(), (c, one) -> act(c, one, deed));
    }
    for (String name : List.of("aannemen", "weigeren")) {
      router
          .post(PATH + "/" + name)
          .handler(body)
          .handler(gate::admit)
          .handler(c -> open(c, (context, one) -> answerOffer(context, one, name)));
    }
    post(router, body, "lees", this::readPromises);
    post(router, parts.files().body(), "standaard", this::standard);
    post(router, parts.files().body(), "nalezen", this::readPlain);
    post(router, body, "vast", this::stand);
    post(router, body, "blijft", this::stays);
    post(router, body, "hoort-bij", this::join);
    router
        .post(PATH + "/lezen")
        .handler(body)
        .handler(gate::admit)
        .handler(c -> open(c, this::audit));
  }

  private void post(
      Router router,
      BodyHandler body,
      String name,
      BiFunction<RoutingContext, Case, Future<Void>> act) {
    router
        .post(PATH + "/" + name)
        .handler(body)
        .handler(gate::admit)
        .handler(c -> open(c, (context, one) -> mayAct(context, one, act)));
  }

  private Future<Void> mayAct(
      RoutingContext context, Case one, BiFunction<RoutingContext, Case, Future<Void>> act) {
    if (access(context, one).mayAct()) {
      return act.apply(context, one);
    }
    context.fail(403);
    return Future.succeededFuture();
  }

  /** Whose complaint it is about cannot tell it from one that is not there. */
  private void open(RoutingContext context, BiFunction<RoutingContext, Case, Future<Void>> then) {
    parts
        .cases()
        .find(context.pathParam("number"))
        .compose(
            found -> {
              if (found.isEmpty() || access(context, found.get()) == Access.NONE) {
                context.fail(404);
                return Future.<Void>succeededFuture();
              }
              return then.apply(context, found.get());
            })
        .onFailure(context::fail);
  }

  private Access access(RoutingContext context, Case one) {
    Viewer viewer = Visit.of(context).viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment(context));
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), parts.directories().current());
  }

  private Future<Void> read(RoutingContext context, Case one) {
    if (access(context, one).mayAct()) {
      return parts
          .soFar()
          .known(one)
          .compose(now -> show(context, 200, now, false, CaseView.Back.of(Typed.of(context))));
    }
    if (access(context, one) == Access.CONSULTED) {
      return show(context, 200, one, true, CaseView.Back.of(Typed.of(context)));
    }
    if (access(context, one) == Access.ASKED) {
      return new LedToQuestion(moment(context)).lead(context, one);
    }
    glimpse(context, 200, one, null);
    return Future.succeededFuture();
  }

  private Future<Void> show(
      RoutingContext context, int status, Case one, boolean readOnly, CaseView.Back back) {
    String older = context.request().getParam("ouder");
    int page = older != null && older.matches("\\d{1,6}") ? Integer.parseInt(older) : -1;
    Strand strand = Strand.of(context.request().getParam(Strand.KEY));
    Future<History> history = histories.read(one, page, strand);
    Future<List<Case>> others = others(one);
    Future<List<StandardText>> texts =
        readOnly
            ? Future.succeededFuture(List.of())
            : parts.writing().of(one, Visit.of(context).viewer().official());
    Future<List<Identity>> known = parts.identities().ofCitizen(one.citizen());
    Future<WorkingView.Given> given =
        new Looking(parts.atWork(), parts.sms(), access(context, one))
            .at(context, one, strand, readOnly);
    Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
    return Future.all(history, others, known, texts, given)
        .map(
            all -> {
              History read = history.result();
              String asked = Looking.asked(context, read, strand);
              Frame here = frame.at("/werk/vragen/" + one.id() + asked);
              CaseView view = new CaseView(here, one, read, moment(context));
              List<Case> also =
                  others.result().stream().filter(o -> also(context, one, o)).toList();
              WorkingView working =
                  new WorkingView(
                      here,
                      one,
                      given.result().knowing(one, others.result(), it -> access(context, it)),
                      parts.templates());
              CaseView.Back shown =
                  WorkingView.draft(restored(context, one, back), given.result().draft());
              pages.show(
                  context,
                  status,
                  view.page(known.result(), also, texts.result(), readOnly, shown, working));
              return null;
            });
  }

  /** With an answer that came back in its box, unless something was typed. */
  private static CaseView.Back restored(RoutingContext context, Case one, CaseView.Back back) {
    String asked = context.request().getParam("concept");
    Form form = WritingView.restored(one, me(context), asked, back.form());
    return new CaseView.Back(form, back.lead(), back.errors(), back.problem());
  }

  /** The citizen's, and the one it may belong to, which may be somebody else's. */
  private Future<List<Case>> others(Case one) {
    Future<List<Case>> theirs = parts.cases().ofCitizen(one.citizen(), OTHERS);
    return one.suggested() == null
        ? theirs
        : Future.all(parts.cases().find(one.suggested()), theirs)
            .map(
                both -> {
                  List<Case> all = new ArrayList<>(theirs.result());
                  both.<Optional<Case>>resultAt(0)
                      .filter(other -> all.stream().noneMatch(o -> o.id().equals(other.id())))
                      .ifPresent(other -> all.add(0, other));
                  return all;
                });
  }

  private boolean also(RoutingContext context, Case one, Case other) {
    return !other.id().equals(one.id()) && access(context, other).mayAct();
  }

  private void glimpse(RoutingContext context, int status, Case one, String error) {
    Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
    Access access = access(context, one);
    boolean subject = access.showsSubject(one);
    Names names = new Names(parts.directories().current(), frame.words());
    pages.show(
        context,
        status,
        new GlimpsePage(
            frame.at("/werk/vragen/" + one.id()),
            one.id(),
            subject ? names.subject(one) : null,
            parts.directories().current().official(one.official()).map(Person::of).orElseThrow(),
            one.open(),
            access == Access.TEXT_WITH_REASON,
            error,
            Offered.to(frame, one, names)));
  }

  /** By whom it is offered to, who reads it no sooner than they accepted. */
  private Future<Void> answerOffer(RoutingContext context, Case one, String name) {
    String me = me(context);
    boolean mine = one.offer() != null && one.offer().to().equals(me);
    if (!mine && !access(context, one).mayAct()) {
      context.fail(403);
      return Future.succeededFuture();
    }
    Form form = Form.of(context.request().formAttributes());
    Act act =
        name.equals("aannemen") ? new Accepting(me) : Declining.declining(me, form.get("reason"));
    return parts
        .casework()
        .change(one.id(), act)
        .compose(
            decision -> {
              if (decision instanceof Decision.Refused refused) {
                String why = Visit.of(context).words().say("refusal." + refused.refusal().code());
                return unanswered(context, one, form, why);
              }
              String to = name.equals("aannemen") ? OwnCase.page(one) : "/werk";
              OwnCase.done(context, to, name);
              return Future.succeededFuture();
            });
  }

  private Future<Void> unanswered(RoutingContext context, Case one, Form form, String why) {
    if (access(context, one).mayAct()) {
      List<FieldError> errors = List.of(new FieldError("reason", why));
      return show(context, 422, one, false, new CaseView.Back(form, "weigeren", errors, null));
    }
    glimpse(context, 422, one, why);
    return Future.succeededFuture();
  }

  private Future<Void> audit(RoutingContext context, Case one) {
    if (access(context, one) != Access.TEXT_WITH_REASON) {
      context.fail(403);
      return Future.succeededFuture();
    }
    String me = me(context);
    Form form = Form.of(context.request().formAttributes());
    return parts
        .reading()
        .read(one, me, form.get("why"))
        .compose(
            decision -> {
              if (decision instanceof Decision.Changed read) {
                CaseView.Back why = new CaseView.Back(form, null, List.of(), null);
                return show(context, 200, read.after(), true, why);
              }
              glimpse(context, 422, one, Visit.of(context).words().say("refusal.reason-needed"));
              return Future.succeededFuture();
            });
  }

  private static String me(RoutingContext context) {
    return Visit.of(context).viewer().official().id();
  }

  private Future<Void> act(RoutingContext context, Case one, Deed deed) {
    Form form = Form.of(context.request().formAttributes());
    return optedOut(deed, form, one)
        .compose(
            stopped ->
                stopped
                    ? again(context, one, deed, form, new Refusal("opted-out", "to"))
                    : act(context, one, deed, form));
  }

  /** It would go by text message to who wants none: that is said while it is still in its box. */
  private Future<Boolean> optedOut(Deed deed, Form form, Case one) {
    boolean asksByPhone = form.get("asked").equals("PHONE");
    return writes(deed) && !asksByPhone
        ? TextingNow.of(parts.sms(), one)
            .map(
                texting ->
                    TextingNow.to(one, form.orNull("link")).flatMap(texting::stopped).isPresent())
        : Future.succeededFuture(false);
  }

  private static boolean writes(Deed deed) {
    return deed.name().equals("antwoord") || deed.name().equals("vraag");
  }

  private Future<Void> act(RoutingContext context, Case one, Deed deed, Form form) {
    String me = me(context);
    return threading(deed, form, one)
        .compose(
            threading -> {
              Act act = Planning.kept(deed.making().act(form, one, me, threading), one, form);
              return parts.files().with(context, one, moment(context), act);
            })
        .compose(
            act ->
                (deed.calls()
                        ? agreements.calls(act, one, Visit.of(context).now())
                        : Future.succeededFuture(act))
                    .compose(
                        checked ->
                            parts
                                .writing()
                                .planning()
                                .of(act, checked, one, form, moment(context))))
        .compose(
            act ->
                (deed.answers() && !(act instanceof PlanningReply)
                        ? answering.change(one.id(), act, me)
                        : parts.casework().change(one.id(), act))
                    .compose(decision -> drafts.after(context, one, deed, form, decision))
                    .compose(
                        decision ->
                            decision instanceof Decision.Refused refused
                                ? again(context, one, deed, form, refused.refusal())
                                : done(context, one, Planning.done(deed.name(), act), form)));
  }

  /** So that the citizen's mail program shows the answer below the question. */
  private Future<Map<String, String>> threading(Deed deed, Form form, Case one) {
    String seen = form.orNull("seen");
    if (!writes(deed)) {
      return Future.succeededFuture(Map.of());
    }
    return new Answers(parts.receipts()).of(one, form.orNull("link"), seen);
  }

  /** As it now is, with what was typed. */
  private Future<Void> again(
      RoutingContext context, Case one, Deed deed, Form form, Refusal refusal) {
    String said = Visit.of(context).words().say("refusal." + refusal.code());
    boolean newer = refusal.code().startsWith("newer-");
    List<FieldError> errors =
        refusal.field() == null || newer
            ? List.of()
            : List.of(new FieldError(deed.field(refusal.field(), form), said));
    CaseView.Back back =
        new CaseView.Back(form, deed.name(), errors, errors.isEmpty() ? said : null);
    return parts
        .cases()
        .find(one.id())
        .compose(now -> show(context, 422, now.orElseThrow(), false, back));
  }

  private static Future<Void> done(RoutingContext context, Case one, String what) {
    context
        .response()
        .setStatusCode(303)
        .putHeader("Location", "/werk/vragen/" + one.id() + "?gedaan=" + what)
        .end();
    return Future.succeededFuture();
  }

  /** Back to where the form stood. */
  private static Future<Void> done(RoutingContext context, Case one, String what, Form form) {
    boolean today = form.get("page").equals("today");
    OwnCase.done(context, today ? "/werk" : OwnCase.page(one), what);
    return Future.succeededFuture();
  }

  /** One act: who stays with the citizen, and an invitation to talk. */
  private Future<Void> stays(RoutingContext context, Case one) {
    Form form = Form.of(context.request().formAttributes());
    String official = form.get("stays");
    Viewer viewer = Visit.of(context).viewer();
    if (!DayView.leads(viewer, parts.directories().current().ledBy(viewer.official().id()), one)) {
      context.fail(403);
      return Future.succeededFuture();
    }
    boolean works = parts.directories().current().employed(official, Visit.of(context).now());
    if (!works || one.barred().contains(official)) {
      String said = Visit.of(context).words().say("refusal.not-employed");
      List<FieldError> errors = List.of(new FieldError("stays", said));
      return show(context, 422, one, false, new CaseView.Back(form, "blijft", errors, null));
    }
    return standing
        .set(one.citizen(), one.topic(), official, me(context), List.of(one))
        .compose(set -> parts.casework().change(one.id(), new Steadying(official, me(context))))
        .compose(decision -> done(context, one, "blijft"));
  }

  /** What would be promised, while it is being written: nothing is kept of it. */
  private Future<Void> readPromises(RoutingContext context, Case one) {
    String text = Form.of(context.request().formAttributes()).get("text");
    Frame frame = pages.frame(Visit.of(context), "case.title", one.id());
    Moment moment = moment(context);
    OffDay off = new OffDay(frame, new Names(moment.directory(), frame.words()), moment);
    pages.show(
        context,
        new ReadPage(
            frame,
            ReadPage.offers(off, one, me(context), DatedOffers.read(one.team(), text, moment)),
            PlainPart.of(frame, one, text, OwnCase.page(one) + "/nalezen")));
    return Future.succeededFuture();
  }

  /** How plain it is, for who has no script, with a suggestion taken: nothing is sent. */
  private Future<Void> readPlain(RoutingContext context, Case one) {
    Form form = PlainPart.taken(Form.of(context.request().formAttributes()));
    return show(context, 200, one, false, new CaseView.Back(form, null, List.of(), null));
  }

  /** A standard text behind what was typed: nothing is sent. */
  private Future<Void> standard(RoutingContext context, Case one) {
    Form form = Form.of(context.request().formAttributes());
    return parts
        .writing()
        .into(form, one, Visit.of(context).viewer().official(), moment(context))
        .compose(
            now -> show(context, 200, one, false, new CaseView.Back(now, null, List.of(), null)));
  }

  private Future<Void> stand(RoutingContext context, Case one) {
    String official = Form.of(context.request().formAttributes()).get("standing");
    boolean works = parts.directories().current().employed(official, Visit.of(context).now());
    if (!works || one.barred().contains(official)) {
      String said = Visit.of(context).words().say("refusal.not-employed");
      List<FieldError> errors = List.of(new FieldError("standing", said));
      Form form = Form.of(context.request().formAttributes());
      return show(context, 422, one, false, new CaseView.Back(form, "vast", errors, null));
    }
    return standing
        .set(one.citizen(), one.topic(), official, me(context), List.of(one))
        .compose(set -> done(context, one, "vast"));
  }

  /** Into a case that is the official's own to act in as well: they then read both as one. */
  private Future<Void> join(RoutingContext context, Case one) {
    Form form = Form.of(context.request().formAttributes());
    return parts
        .cases()
        .find(form.get("into"))
        .compose(
            found ->
                found
                    .filter(other -> access(context, other).mayAct())
                    .map(other -> join(context, one, other, form))
                    .orElseGet(() -> notJoined(context, one, new Refusal("not-yours", "into"))));
  }

  private Future<Void> join(RoutingContext context, Case one, Case into, Form form) {
    return joining
        .join(one.id(), into.id(), me(context), DifferentCitizens.said(form), act -> act)
        .compose(
            decision -> {
              if (DifferentCitizens.askedFor(decision)) {
                citizens.ask(context, one, into, form);
                return Future.succeededFuture();
              }
              return decision instanceof Decision.Refused refused
                  ? notJoined(context, one, refused.refusal())
                  : done(context, into, "hoort-bij");
            });
  }

  private Future<Void> notJoined(RoutingContext context, Case one, Refusal refusal) {
    String said = Visit.of(context).words().say("refusal." + refusal.code());
    Form form = Form.of(context.request().formAttributes());
    return show(context, 422, one, false, new CaseView.Back(form, "hoort-bij", List.of(), said));
  }
}
