package nl.aanspreekpunt.web.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.AskedHelped;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Calling;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.StillWanting;
import nl.aanspreekpunt.casework.Vouching;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.ClassChoices;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Piece;
import nl.aanspreekpunt.web.ask.AskInput;

/** From a case as one participant may see it to the page. */
final class FollowView {
  private static final int ENDED_SHOWN = 3;

  private final Followed followed;
  private final Case one;
  private final Directory directory;
  private final Frame frame;
  private final Instant now;
  private final Paths paths;

  /** The page of a participant of a case. */
  interface Paths {
    String of(Case one, Participant to);
  }

  FollowView(Followed followed, Directory directory, Frame frame, Instant now, Paths paths) {
    this.paths = paths;
    this.followed = followed;
    this.one = followed.one();
    this.directory = directory;
    this.frame = frame;
    this.now = now;
  }

  /**
   * @param typed what could not be taken
   * @param problem why nothing could be done; null if nothing is wrong
   */
  FollowPage page(
      String base, String nonce, FollowPage.Typed typed, List<FieldError> errors, String problem) {
    Official person = person();
    boolean responsible = person.id().equals(one.official());
    boolean waits = !one.openPromises().isEmpty();
    return new FollowPage(
        frame,
        base,
        one.subjectFor(followed.participant()),
        one.id(),
        Person.of(person)
            .working(new DayWords(frame).of(person, directory, now))
            .saying(directory.profile(person.id()).in(frame.words().language())),
        responsible ? null : name(one.official()),
        responsible ? null : since(person.id()),
        waits ? Dues.meanwhile(directory, one, frame.words().language()).orElse(null) : null,
        standing(),
        one.open() ? null : frame.say("outcome." + one.outcome().name()),
        one.outcome() == Outcome.WITHDRAWN,
        asksHelped(),
        false,
        dues(),
        ended(),
        items(),
        helpers(),
        typed.phone().isEmpty() ? phone() : typed.phone(),
        classes(typed.legal()),
        followed.decides(),
        followed.decides()
            && one.care()
                .agreedContact()
                .filter(it -> CitizenContactRoutes.shown(one, it))
                .isPresent(),
        followed.calls(now),
        CitizenConsentRoutes.asked(frame, one, followed.participant()),
        Vouching.asks(one, followed.participant().link()),
        Together.NONE,
        typed,
        nonce,
        errors,
        problem);
  }

  private Official person() {
    return directory.official(helps(one)).orElseThrow();
  }

  /** Who does what is due first; else who acts for the case, or is responsible (official id). */
  static String helps(Case one) {
    return one.openPromises().stream()
        .filter(promise -> promise.actor() != null && !Backing.explains(one, promise))
        .findFirst()
        .map(one::ownerOf)
        .or(() -> one.actingNow().map(Acting::official))
        .orElse(one.official());
  }

  private boolean asksHelped() {
    AskedHelped asked = one.care().helped();
    return !one.open()
        && asked != null
        && asked.waits()
        && asked.link().equals(followed.participant().link());
  }

  /** Since when somebody acts; null when that is not known. */
  private Instant since(String acts) {
    return one.acting().stream()
        .filter(acting -> acting.lasts() && acting.official().equals(acts))
        .map(Acting::from)
        .findFirst()
        .orElse(null);
  }

  /** Null when nobody is. */
  private String standing() {
    Optional<String> topic =
        Optional.ofNullable(one.topic())
            .flatMap(directory::topic)
            .map(about -> about.name().in(frame.words().language()));
    return Optional.ofNullable(followed.standing())
        .flatMap(directory::official)
        .map(Official::name)
        .map(
            name ->
                topic
                    .map(about -> frame.say("follow.standing.topic", about, name))
                    .orElseGet(() -> frame.say("follow.standing", name)))
        .orElse(null);
  }

  private String name(String official) {
    return directory.official(official).map(Official::name).orElse(frame.say("colleague"));
  }

  List<FollowPage.Due> dues() {
    FollowTalks talks = new FollowTalks(frame, one, followed.participant(), this::name);
    return one.openPromises().stream()
        .filter(promise -> !promise.unconfirmed())
        .filter(promise -> promise.kind() != PromiseKind.CALLBACK || mine(promise))
        .filter(promise -> promise.kind() != PromiseKind.TALK || talks.talk(promise).isPresent())
        .map(
            promise ->
                new FollowPage.Due(
                    promise.id(),
                    talks.talk(promise).isPresent() && !promise.waits()
                        ? PromiseKind.TALK.name()
                        : promise.kind().name(),
                    talks.begins(promise),
                    !promise.waits() && !now.isBefore(promise.due()),
                    promise.waits(),
                    promise.kind() == PromiseKind.CALLBACK,
                    promise.kind() == PromiseKind.CALLBACK && asked(promise),
                    promise.callback() != null
                        && promise.callback().awaits(CallbackRequest.Asked.What.WHEN),
                    talks.shown(promise),
                    talks.agreed(promise)))
        .toList();
  }

  private boolean asked(Promise callback) {
    return StillWanting.unanswered(one, callback, followed.participant().link());
  }

  private List<FollowPage.Ended> ended() {
    List<FollowPage.Ended> ended =
        one.promises().stream()
            .filter(promise -> !promise.open() && promise.kind() == PromiseKind.CALLBACK)
            .filter(promise -> promise.readIn() == null)
            .filter(this::mine)
            .map(
                promise ->
                    new FollowPage.Ended(
                        promise.id(),
                        promise.endedAt(),
                        promise.state() == Promise.State.WITHDRAWN))
            .toList();
    return ended.subList(Math.max(0, ended.size() - ENDED_SHOWN), ended.size());
  }

  boolean mine(Promise promise) {
    return Calling.theirs(one, followed.participant(), promise);
  }

  private List<FollowPage.Item> items() {
    List<FollowPage.Item> items = new ArrayList<>();
    followed.events().forEach(event -> item(event).ifPresent(items::add));
    return items;
  }

  private Optional<FollowPage.Item> item(CaseEvent event) {
    if (event instanceof CaseEvent.Received in && one.wentTo(in.receipt()).isPresent()) {
      return Optional.of(went(in));
    }
    if (event instanceof CaseEvent.Received in) {
      return Optional.ofNullable(followed.received().get(in.receipt()))
          .map(receipt -> received(in, receipt));
    }
    if (event instanceof CaseEvent.Replied out) {
      return sent(out.entry())
          .map(entry -> entry.notice().facts().getOrDefault("text", ""))
          .map(text -> FollowPage.Item.message(out.at(), person(out.by()), text, List.of()));
    }
    if (event instanceof CaseEvent.Told told) {
      return sent(told.entry()).flatMap(entry -> told(told.at(), entry.notice()));
    }
    if (event instanceof CaseEvent.Held held) {
      return happened(held.at(), "follow.held." + held.how(), name(held.by()));
    }
    return Optional.of(FollowPage.Item.happened(event.at(), frame.say("follow.reopened")));
  }

  /** It goes on elsewhere: led there is who takes part there by the same address. */
  private FollowPage.Item went(CaseEvent.Received in) {
    Optional<Case> there = Optional.ofNullable(followed.went().get(in.receipt()));
    return there
        .flatMap(to -> to.participant(followed.participant().address()))
        .filter(theirs -> theirs.revokedAt() == null)
        .map(
            theirs ->
                FollowPage.Item.leading(
                    in.at(),
                    frame.say("follow.went", there.get().id()),
                    paths.of(there.get(), theirs)))
        .orElseGet(() -> FollowPage.Item.happened(in.at(), frame.say("follow.went.elsewhere")));
  }

  private Optional<Outgoing> sent(String entry) {
    return Optional.ofNullable(followed.sent().get(entry));
  }

  private Person person(String official) {
    return directory.official(official).map(Person::of).orElse(null);
  }

  private FollowPage.Item received(CaseEvent.Received in, Receipt receipt) {
    Inbound read = receipt.read();
    if (read == null) {
      String text = receipt.facts().getOrDefault("text", "");
      return FollowPage.Item.message(in.at(), null, text, List.of());
    }
    List<String> attachments = read.attachments().stream().map(one -> file(receipt, one)).toList();
    return FollowPage.Item.message(in.at(), Piece.of(frame, read), attachments);
  }

  /** Its name; and that it does not open, where that will stay so. */
  private String file(Receipt receipt, Inbound.Attachment one) {
    boolean held =
        receipt
            .file(one.part())
            .map(it -> !it.state().opens() && it.state() != StoredFile.State.WAITING)
            .orElse(false);
    return held ? frame.say("follow.file.held", one.name()) : one.name();
  }

  /** What the citizen was told, as far as it is not on this page already. */
  private Optional<FollowPage.Item> told(Instant at, Notice notice) {
    String by = name(notice.official());
    return switch (notice.kind()) {
      case ACKNOWLEDGEMENT -> happened(at, "follow.told.acknowledgement", by);
      case NEW_OFFICIAL -> happened(at, "follow.told.new-official", by);
      case ACTING -> happened(at, "follow.told.acting", by, name(notice.facts().get("insteadOf")));
      case LATE -> happened(at, "follow.told.late", by);
      case RENEWED ->
          happened(at, "follow.told.renewed", by, notice.facts().getOrDefault("reason", ""));
      case INVITATION ->
          happened(
              at,
              "follow.told.invitation." + notice.facts().get("why"),
              by,
              Optional.ofNullable(notice.facts().get("at"))
                  .map(moment -> frame.moments().say(Instant.parse(moment)))
                  .orElse(""),
              notice.facts().getOrDefault("place", ""));
      case CLOSED ->
          Optional.of(
              FollowPage.Item.message(
                  at, person(notice.official()), new ClosedWords(frame, notice).said(), List.of()));
      case APPOINTMENT ->
          happened(
              at,
              "follow.told.appointment." + notice.facts().get("what"),
              by,
              frame.moments().say(Instant.parse(notice.facts().get("at"))));
      case AGREEMENT ->
          Optional.of(
              FollowPage.Item.message(
                  at,
                  person(notice.official()),
                  FollowTalks.said(frame, notice.facts()),
                  List.of()));
      case CHAFED -> Optional.of(chafed(at, notice));
      case CONTACT -> happened(at, "follow.told.contact." + notice.facts().get("what"), by);
      case CONSENT -> happened(at, "follow.told.consent", by, notice.facts().get("helper"));
      case ADDRESS -> happened(at, "follow.told.address", by, notice.facts().get("other"));
      case LINKED ->
          happened(
              at, "follow.told.linked." + notice.facts().get("what"), notice.facts().get("other"));
      default -> Optional.empty();
    };
  }

  private Optional<FollowPage.Item> happened(Instant at, String key, Object... facts) {
    return Optional.of(FollowPage.Item.happened(at, frame.say(key, facts)));
  }

  /** An answer in its author's own words, else who looks at it and by when. */
  private FollowPage.Item chafed(Instant at, Notice notice) {
    String rule = notice.facts().get("rule");
    String due = notice.facts().get("due");
    String when = due == null ? "" : frame.moments().say(Instant.parse(due));
    String said =
        frame.say(
            "follow.told.chafed." + notice.facts().get("what"),
            rule,
            name(notice.official()),
            when);
    String text = notice.facts().get("text");
    return text == null
        ? FollowPage.Item.happened(at, said)
        : FollowPage.Item.message(at, person(notice.official()), said + "\n\n" + text, List.of());
  }

  private List<FollowPage.Helper> helpers() {
    List<FollowPage.Helper> helpers = new ArrayList<>();
    String last = null;
    for (var responsibility : one.responsibilities()) {
      if (!responsibility.official().equals(last)) {
        last = responsibility.official();
        helpers.add(new FollowPage.Helper(name(last), responsibility.from()));
      }
    }
    return helpers;
  }

  /**
   * A later message can make of a question a complaint or a formal message, once. A complaint about
   * an official becomes a case of its own, at somebody who stands outside it.
   */
  private List<Choice> classes(String chosen) {
    Stream<Choice> classes =
        one.legalClass().decided() ? Stream.of() : ClassChoices.of(chosen, frame.words()).stream();
    return Stream.concat(classes, Stream.of(AskInput.complaint(chosen, frame.words()))).toList();
  }

  private String phone() {
    Address address = followed.participant().address();
    return address.kind() == Address.Kind.PHONE ? Person.shown(address.value()) : "";
  }
}
