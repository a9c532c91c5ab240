package nl.aanspreekpunt.web.work.consult;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.consult.WhoKnows;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.DueWords;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From a case to what its reader sees of what was asked in it. */
final class ConsultView {
  private static final int BEGINNING = 80;
  private final Frame frame;
  private final Case one;
  private final Moment moment;
  private final Map<String, Receipt> received;
  private final Names names;
  private final Draft draft;
  private final String me;

  /**
   * @param received messages by receipt id
   */
  ConsultView(Frame frame, Case one, Moment moment, Map<String, Receipt> received) {
    this.frame = frame;
    this.one = one;
    this.moment = moment;
    this.received = received;
    this.names = new Names(moment.directory(), frame.words());
    this.draft = new Draft(one, moment);
    this.me = frame.viewer().official().id();
  }

  /** Whether this official sees something of it: all, or what they are or were asked. */
  static boolean sees(Case one, String official, Access access, Moment moment) {
    return access.mayAct()
        || !new Draft(one, moment).inward.of(official).isEmpty()
        || (access != Access.NONE
            && one.care().consults().stream().anyMatch(it -> it.asked().contains(official)));
  }

  /** The messages that this page may show (receipt ids). */
  static List<String> messages(Case one, String official, boolean acts, Moment moment) {
    Draft draft = new Draft(one, moment);
    Stream<String> chosen =
        one.care().consults().stream()
            .filter(it -> acts || asked(draft, it, official).isPresent())
            .flatMap(it -> it.messages().stream())
            .filter(it -> one.wentTo(it).isEmpty());
    Stream<String> here =
        acts ? one.messages().stream().map(CaseEvent.Received::receipt) : Stream.of();
    return Stream.concat(chosen, here).distinct().toList();
  }

  private static Optional<Promise> asked(Draft draft, Consult consult, String official) {
    return draft.inward.of(official).stream()
        .filter(it -> it.id().equals(consult.promise()))
        .findFirst();
  }

  ConsultPage page(
      boolean acts,
      List<WhoKnows.Colleague> knows,
      ConsultRoutes.Sought sought,
      Form typed,
      List<FieldError> errors,
      String problem) {
    boolean asks = acts && one.open();
    return new ConsultPage(
        frame,
        one.id(),
        names.subject(one),
        acts,
        one.care().consults().stream()
            .filter(it -> acts || it.asked().contains(me) || asked(draft, it, me).isPresent())
            .map(it -> item(it, acts, typed))
            .toList(),
        asks ? ask(knows, sought, typed) : null,
        asks ? partner(typed) : null,
        errors,
        problem);
  }

  private ConsultPage.Item item(Consult consult, boolean acts, Form typed) {
    Optional<Promise> promise = one.promise(consult.promise());
    boolean waits = consult.waits(one);
    boolean answers = asked(draft, consult, me).isPresent();
    boolean theirs = typed.get("consult").equals(consult.id());
    return new ConsultPage.Item(
        consult.id(),
        consult.question(),
        head(consult, promise),
        state(consult, promise),
        waits && promise.filter(it -> moment.now().isAfter(it.due())).isPresent(),
        consult.partner() == null ? null : consent(consult.partner().consent()),
        acts || answers ? messages(consult) : List.of(),
        consult.answers().stream().map(it -> said(consult, it)).toList(),
        answers,
        theirs ? typed.get("text") : "",
        consult.partner() == null && waits && (acts || answers)
            ? colleagues(theirs ? typed.get("to") : "")
            : List.of(),
        acts && waits);
  }

  private String head(Consult consult, Optional<Promise> promise) {
    if (consult.partner() != null) {
      return frame.say(
          "consult.head.partner",
          names.of(consult.by()),
          consult.partner().name(),
          consult.partner().organisation());
    }
    String to = promise.map(one::ownerOf).orElse(consult.asked().get(0));
    return frame.say("consult.head", names.of(consult.by()), names.of(to));
  }

  private String state(Consult consult, Optional<Promise> promise) {
    if (consult.answered()) {
      return frame.say("consult.answered");
    }
    if (!consult.waits(one)) {
      return frame.say("consult.ended");
    }
    return promise
        .map(it -> new DueWords(frame.moments()).say(it.due()))
        .orElseGet(() -> partner(consult.partner()));
  }

  /** By when they are asked to answer, and until when they can. */
  private String partner(Consult.Partner partner) {
    String until = frame.say("consult.until", frame.moments().say(partner.until()));
    return partner.due() == null
        ? until
        : new DueWords(frame.moments()).say(partner.due()) + ". " + until;
  }

  private String consent(Consult.Consent consent) {
    return frame.say(
        "consult.consent." + consent.how(),
        one.anybody(consent.link())
            .map(names::participant)
            .orElse(frame.say("work.citizen.unknown")),
        frame.moments().date(consent.on()),
        names.of(consent.heardBy()));
  }

  private List<ConsultPage.Message> messages(Consult consult) {
    return consult.messages().stream()
        .map(received::get)
        .filter(it -> it != null && it.read() != null && one.wentTo(it.id()).isEmpty())
        .map(it -> new ConsultPage.Message(it.receivedAt(), it.read().text()))
        .toList();
  }

  private ConsultPage.Said said(Consult consult, Consult.Answer answer) {
    String who =
        answer.by() == null
            ? consult.partner().name() + ", " + consult.partner().organisation()
            : names.of(answer.by());
    String whose = answer.automatic() ? frame.say("consult.automatic", who) : who;
    return new ConsultPage.Said(whose, answer.at(), answer.text());
  }

  private ConsultPage.Ask ask(
      List<WhoKnows.Colleague> knows, ConsultRoutes.Sought sought, Form typed) {
    return new ConsultPage.Ask(
        typed.get("question"),
        choices(typed),
        knows.stream()
            .map(it -> new Choice(it.who().id(), why(it), it.who().id().equals(typed.get("to"))))
            .toList(),
        colleagues(typed.get("other")),
        moment.directory().topics().stream()
            .map(
                it ->
                    new Choice(
                        it.id(),
                        it.name().in(frame.words().language()),
                        it.id().equals(sought.topic())))
            .toList(),
        languages(sought.language()));
  }

  /** No figures: those about one person are for themselves and who leads. */
  private String why(WhoKnows.Colleague it) {
    return Stream.of(
            Optional.of(it.who().name() + ", " + it.who().function()),
            it.topic() ? Optional.of(frame.say("consult.why.topic")) : Optional.<String>empty(),
            it.answered() > 0
                ? Optional.of(frame.say("consult.why.answered"))
                : Optional.<String>empty(),
            it.speaks() ? Optional.of(frame.say("consult.why.speaks")) : Optional.<String>empty(),
            Optional.of(frame.say(it.here() ? "consult.why.here" : "consult.why.away")),
            Optional.of(frame.say(it.room() ? "consult.why.room" : "consult.why.busy")))
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + " · " + b)
        .orElseThrow();
  }

  private List<Choice> languages(String chosen) {
    return moment.directory().officials().stream()
        .flatMap(it -> it.sharing().languages().stream())
        .distinct()
        .map(
            it ->
                new Choice(
                    it,
                    Locale.forLanguageTag(it).getDisplayLanguage(frame.words().locale()),
                    it.equals(chosen)))
        .sorted(java.util.Comparator.comparing(Choice::label))
        .toList();
  }

  private List<Choice> colleagues(String chosen) {
    return moment.directory().officials().stream()
        .filter(it -> draft.inward.cannot(it.id()).isEmpty() && !it.id().equals(me))
        .sorted(java.util.Comparator.comparing(Official::name))
        .map(
            it ->
                new Choice(
                    it.id(), it.name() + ", " + names.team(it.team()), it.id().equals(chosen)))
        .toList();
  }

  private List<Choice> choices(Form typed) {
    List<String> chosen = typed.starting("message.");
    return one.messages().stream()
        .map(CaseEvent.Received::receipt)
        .map(received::get)
        .filter(it -> it != null && it.read() != null)
        .map(it -> new Choice(it.id(), beginning(it), chosen.contains(it.id())))
        .toList();
  }

  private String beginning(Receipt receipt) {
    String text = receipt.read().brief().replaceAll("\\s+", " ");
    Instant at = receipt.receivedAt();
    String brief = text.length() > BEGINNING ? text.substring(0, BEGINNING) + "…" : text;
    return frame.moments().say(at) + ": " + brief;
  }

  private ConsultPage.PartnerAsk partner(Form typed) {
    return new ConsultPage.PartnerAsk(
        typed.get("organisation"),
        typed.get("partner"),
        typed.get("email"),
        typed.get("question"),
        typed.get("on"),
        choices(typed),
        one.participants().stream()
            .filter(it -> one.care().decides(it.link()))
            .map(it -> new Choice(it.link(), citizen(it), it.link().equals(typed.get("link"))))
            .toList(),
        Stream.of(Consult.Consent.How.values())
            .map(
                it ->
                    new Choice(
                        it.name(),
                        frame.say("consult.how." + it.name()),
                        it.name().equals(typed.get("how"))))
            .toList());
  }

  private String citizen(Participant who) {
    return names.participant(who);
  }
}
