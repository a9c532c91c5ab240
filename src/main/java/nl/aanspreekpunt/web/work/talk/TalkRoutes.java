package nl.aanspreekpunt.web.work.talk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.contact.Agreements;
import nl.aanspreekpunt.casework.talk.PuttingDown;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.webform.Photos;
import nl.aanspreekpunt.inbox.webform.Upload;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Pages;
import nl.aanspreekpunt.web.Routes;
import nl.aanspreekpunt.web.Typed;
import nl.aanspreekpunt.web.Visit;
import nl.aanspreekpunt.web.login.Gate;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.OwnCase;

/** The page of a talk with the citizen, for who may act in the case. */
public final class TalkRoutes implements Routes {
  private static final String PATH = "/werk/vragen/:number/afspraak";
  private static final String HELD = "gesproken";
  private static final int LARGEST = 64 * 1024;

  /** More than is allowed, so that who chose too much finds the rest as it was typed. */
  private static final long LARGEST_WITH_PHOTOS = 4 * Photos.LARGEST;

  private static final int OTHERS = 20;
  private static final int WORK = 100;
  private final Vertx vertx;
  private final Gate gate;
  private final Parts parts;
  private final OwnCase own;
  private final Answering answering;
  private final Agreements agreements;
  private final Photos photos;
  private final Pages pages;

  /**
   * What the page stands on.
   *
   * @param uploads folder for photos on their way; each is removed when its request ends
   */
  public record Parts(
      Cases cases,
      Casework casework,
      Receipts receipts,
      Identities identities,
      Directories directories,
      String domain,
      String municipality,
      Path uploads) {}

  public TalkRoutes(Vertx vertx, Gate gate, Parts parts, Pages pages) {
    this.vertx = vertx;
    this.gate = gate;
    this.parts = parts;
    this.own = new OwnCase(parts.cases(), parts.directories());
    this.answering = new Answering(parts.casework(), parts.identities());
    this.agreements = new Agreements(parts.identities());
    this.photos = new Photos(vertx, parts.receipts(), parts.domain());
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST);
    router.get(PATH).handler(gate::admit).handler(this::read);
    for (String name :
        List.of(
            "plannen", "verzetten", "afzeggen", "let-op", "niet-hier", "wel-hier", "nagekomen")) {
      router
          .post(PATH + "/" + name)
          .handler(body)
          .handler(gate::admit)
          .handler(c -> own.open(c, (one, form) -> act(c, one, form, name)));
    }
    router
        .post(PATH + "/" + HELD)
        .handler(
            BodyHandler.create(parts.uploads().toString())
                .setBodyLimit(LARGEST_WITH_PHOTOS)
                .setDeleteUploadedFilesOnEnd(true))
        .handler(gate::admit)
        .handler(c -> own.open(c, (one, form) -> held(c, one, form)));
  }

  private void read(RoutingContext context) {
    Typed typed = Typed.of(context);
    Form form = typed == null ? Form.of(context.queryParams()) : Form.of(typed);
    String lead = typed == null ? null : typed.act();
    own.open(
        context,
        (one, none) -> show(context, 200, one, new TalkView.Back(form, lead, List.of(), null)));
  }

  private Moment moment(RoutingContext context) {
    return new Moment(Visit.of(context).now(), parts.directories().current());
  }

  private Future<Void> show(RoutingContext context, int status, Case one, TalkView.Back back) {
    Frame frame =
        pages.frame(Visit.of(context), "talk.title").at("/werk/vragen/" + one.id() + "/afspraak");
    Future<List<Case>> others = parts.cases().ofCitizen(one.citizen(), OTHERS);
    Future<List<Case>> work = parts.cases().promised(one.official(), WORK);
    Future<Optional<Identity.AgreedContact>> agreed = agreements.of(one, Visit.of(context).now());
    return Future.all(others, work, agreed)
        .map(
            read -> {
              List<Case> theirs =
                  others.result().stream()
                      .filter(other -> !other.id().equals(one.id()))
                      .filter(other -> own.access(context, other) != Access.NONE)
                      .toList();
              TalkView view =
                  new TalkView(frame, one, moment(context), agreed.result().orElse(null));
              pages.show(context, status, view.page(theirs, work.result(), back));
              return null;
            });
  }

  private Future<Void> act(RoutingContext context, Case one, Form form, String name) {
    return agreements
        .of(one, Visit.of(context).now())
        .compose(
            agreed -> {
              TalkForms forms = forms(context, one, form, agreed.orElse(null));
              Act act = forms.act(name, parts.municipality()).orElseThrow();
              return parts
                  .casework()
                  .change(one.id(), act)
                  .compose(decision -> done(context, one, forms, name, decision));
            });
  }

  private TalkForms forms(
      RoutingContext context, Case one, Form form, Identity.AgreedContact agreed) {
    return new TalkForms(form, one, parts.directories().current(), OwnCase.me(context), agreed);
  }

  private Future<Void> done(
      RoutingContext context, Case one, TalkForms forms, String name, Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      return again(context, one, forms, name, refused.refusal());
    }
    if (name.equals("verzetten") && decision instanceof Decision.Unchanged) {
      return again(context, one, forms, name, new Refusal("talk-same", "from"));
    }
    boolean today = forms.form().get("page").equals("today");
    String page =
        name.equals(HELD) || name.equals("niet-hier") ? OwnCase.page(one) : TalkWords.path(one);
    OwnCase.done(context, today ? "/werk" : page, "afspraak-" + name);
    return Future.succeededFuture();
  }

  /** As it now is, with what was typed. */
  private Future<Void> again(
      RoutingContext context, Case one, TalkForms forms, String name, Refusal refusal) {
    String said = Visit.of(context).words().say("refusal." + refusal.code());
    List<FieldError> errors =
        refusal.field() == null
            ? List.of()
            : List.of(new FieldError(forms.field(name, refusal.field()), said));
    TalkView.Back back =
        new TalkView.Back(forms.form(), name, errors, errors.isEmpty() ? said : null);
    return parts.cases().find(one.id()).compose(now -> show(context, 422, now.orElseThrow(), back));
  }

  /** The photos are kept once nothing else is to be mended. */
  private Future<Void> held(RoutingContext context, Case one, Form form) {
    TalkForms forms = forms(context, one, form, null);
    List<FileUpload> files = context.fileUploads().stream().filter(f -> f.size() > 0).toList();
    PuttingDown first = forms.putDown(List.of());
    if (first.on(one, moment(context)) instanceof Decision.Refused refused) {
      return again(context, one, forms, HELD, refused.refusal());
    }
    long size = files.stream().mapToLong(FileUpload::size).sum();
    if (files.size() > Photos.MOST || size > Photos.LARGEST) {
      return again(context, one, forms, HELD, new Refusal("photos", "photos"));
    }
    return vertx
        .executeBlocking(() -> uploads(files), false)
        .compose(
            read ->
                read.isEmpty()
                    ? again(context, one, forms, HELD, new Refusal("photos", "photos"))
                    : photos
                        .keep(one.id(), read.get(), Visit.of(context).now())
                        .compose(
                            kept ->
                                answering.change(
                                    one.id(), forms.putDown(kept), OwnCase.me(context)))
                        .compose(decision -> done(context, one, forms, HELD, decision)));
  }

  /** Empty when one of them is no picture. */
  private static Optional<List<Upload>> uploads(List<FileUpload> files) throws java.io.IOException {
    List<Upload> all = new ArrayList<>();
    for (FileUpload file : files) {
      byte[] content = Files.readAllBytes(Path.of(file.uploadedFileName()));
      if (!Photos.isPicture(content)) {
        return Optional.empty();
      }
      all.add(new Upload(Upload.nameOf(file.fileName()), file.contentType(), content));
    }
    return Optional.of(all);
  }
}
