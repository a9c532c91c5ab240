package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Body;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Consent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.contact.WithinContact;
import nl.aanspreekpunt.casework.decision.AskingConsent;
import nl.aanspreekpunt.casework.decision.Confirmed;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Sending;
import nl.aanspreekpunt.casework.decision.TakingBack;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.ForwardedWords;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Principle;

/** How a case ends: decided, told in a talk first, and followed until it helps. */
final class DecisionCalls {
  private static final int MOST_MESSAGES = 20;
  private static final int LINE = 254;

  /** What the fields of a refusal are called here. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("helper", "elsewhere.name"),
          Map.entry("person", "elsewhere.person"),
          Map.entry("email", "elsewhere.email"),
          Map.entry("reach", "elsewhere.phone"),
          Map.entry("offer", "talkOffer"),
          Map.entry("consent", "consent.how"),
          Map.entry("consentOn", "consent.on"),
          Map.entry("consentPage", "consent"),
          Map.entry("first", "talk"),
          Map.entry("how", "talk.how"),
          Map.entry("from", "talk.at"),
          Map.entry("place", "talk.place"),
          Map.entry("phone", "talk.phone"),
          Map.entry("why", "withoutTalk"));

  private final Changing changing;
  private final CaseFinding finding;
  private final Receipts receipts;
  private final Identities identities;

  DecisionCalls(Changing changing, CaseFinding finding, Receipts receipts, Identities identities) {
    this.changing = changing;
    this.finding = finding;
    this.receipts = receipts;
    this.identities = identities;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/cases/:number/close", Scope.CASES_WRITE, this::close),
        Operation.post("/cases/:number/consent/ask", Scope.CASES_WRITE, this::ask),
        Operation.post("/cases/:number/decision/send", Scope.CASES_WRITE, this::send),
        Operation.post("/cases/:number/decision/withdraw", Scope.CASES_WRITE, this::withdraw),
        Operation.post("/cases/:number/elsewhere/confirm", Scope.CASES_WRITE, this::confirm),
        Operation.post("/cases/:number/helped", Scope.CASES_WRITE, this::helped));
  }

  private Future<Answer> close(Call call) {
    Fields body = call.body();
    Outcome outcome = body.needed("outcome", body.oneOf("outcome", Outcome.class));
    Grounds grounds = grounds(call, body);
    First first = first(body);
    Said said = Said.in(body);
    body.check();
    return change(
        call,
        one -> {
          String by = said.by(call, one);
          if (!outcome.reasoned()) {
            Act closing = new Closing(by, outcome, grounds.reason(), said.seen(one));
            return Future.succeededFuture(closing);
          }
          return words(call, one, grounds)
              .map(text -> new Deciding(by, outcome, grounds, first, text, said.seen(one)))
              .compose(deciding -> withinContact(call, one, deciding, first));
        });
  }

  private Future<Act> withinContact(Call call, Case one, Act deciding, First first) {
    return identities
        .ofCitizen(one.citizen())
        .map(
            known ->
                new WithinContact(
                    deciding, First.talk(first), Identity.agreed(known, call.now()).orElse(null)));
  }

  private static Grounds grounds(Call call, Fields body) {
    String rule = body.text("rule", Fields.WORDS);
    String principle = body.line("principle", Fields.LINE);
    Optional<Principle> resting = Dues.principle(call.directory(), principle);
    if (principle != null && resting.isEmpty()) {
      body.mistake("principle", "topic");
    }
    return new Grounds(
        body.text("explanation", Replying.LONGEST),
        rule == null ? resting.map(one -> one.words().in("nl")).orElse(null) : rule,
        resting.isPresent() ? principle : null,
        body.text("alternative", Fields.WORDS),
        body.text("changes", Fields.WORDS),
        body.text("talkOffer", Fields.WORDS),
        elsewhere(body.section("elsewhere")),
        consent(body.section("consent")),
        body.texts("messages", MOST_MESSAGES),
        body.flagOrNull("appeal"));
  }

  private static Body elsewhere(Fields body) {
    return body == null
        ? null
        : new Body(
            body.line("name", LINE),
            body.line("person", LINE),
            body.line("email", LINE),
            body.line("phone", Fields.PHONE));
  }

  private static Consent consent(Fields consent) {
    if (consent == null) {
      return null;
    }
    String how = consent.text("how", Fields.WORDS);
    String on = consent.line("on", Fields.LINE);
    try {
      return new Consent(how, on == null ? null : LocalDate.parse(on));
    } catch (DateTimeException e) {
      consent.mistake("on", "day");
      return null;
    }
  }

  /** Null when nothing is said of it. */
  private static First first(Fields body) {
    boolean spoken = body.flag("spoken");
    String without = body.text("withoutTalk", Fields.WORDS);
    Fields talk = body.section("talk");
    if (talk != null) {
      CaseEvent.Talk how = talk.needed("how", talk.oneOf("how", CaseEvent.Talk.class));
      Instant at = talk.needed("at", talk.moment("at"));
      String place = talk.line("place", Inviting.LINE);
      String written = talk.line("phone", Fields.PHONE);
      Optional<Address> phone = Addresses.phone(written);
      if (written != null && phone.isEmpty()) {
        talk.mistake("phone", "phone");
      }
      return new First.Planned(how, at, place, phone.map(Address::value).orElse(null));
    }
    if (spoken) {
      return new First.Spoken();
    }
    return without == null ? null : new First.Not(without);
  }

  private Future<Answer> ask(Call call) {
    Fields body = call.body();
    Grounds grounds =
        Grounds.because("")
            .sendingTo(
                elsewhere(body.section("elsewhere")), null, body.texts("messages", MOST_MESSAGES));
    Said said = Said.by(body);
    return act(call, body, one -> new AskingConsent(said.by(call, one), grounds));
  }

  private Future<Answer> send(Call call) {
    Fields body = call.body();
    String without = body.text("withoutTalk", Fields.WORDS);
    Said said = Said.in(body);
    body.check();
    return change(
        call,
        one -> {
          Grounds grounds = one.care().intended() == null ? null : one.care().intended().grounds();
          return words(call, one, grounds)
              .map(text -> new Sending(said.by(call, one), without, text, said.seen(one)));
        });
  }

  /** Only of messages that are in this case. */
  private Future<String> words(Call call, Case one, Grounds grounds) {
    List<String> here = one.messages().stream().map(CaseEvent.Received::receipt).toList();
    return grounds != null && here.containsAll(grounds.messages())
        ? new ForwardedWords(receipts, call.directory().zone()).of(grounds)
        : Future.succeededFuture();
  }

  private Future<Answer> withdraw(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    return act(call, body, one -> new TakingBack(said.by(call, one)));
  }

  private Future<Answer> confirm(Call call) {
    Fields body = call.body();
    String who = body.line("who", Fields.LINE);
    String message = body.line("message", Fields.LINE);
    Said said = Said.by(body);
    return act(call, body, one -> new Confirmed(said.by(call, one), who, message));
  }

  private Future<Answer> helped(Call call) {
    Fields body = call.body();
    Answered helped = body.needed("helped", body.oneOf("helped", Answered.class));
    Answered heard = body.oneOf("heard", Answered.class);
    Said said = Said.by(body);
    return act(
        call,
        body,
        one ->
            new SayingHelped(
                said.by(call, one),
                one.contact(),
                helped == Answered.YES,
                heard == null ? null : heard == Answered.YES));
  }

  private enum Answered {
    YES,
    NO
  }

  private Future<Answer> act(Call call, Fields body, Function<Case, Act> act) {
    body.check();
    return change(call, one -> Future.succeededFuture(act.apply(one)));
  }

  private Future<Answer> change(Call call, Function<Case, Future<? extends Act>> act) {
    return finding
        .own(call, call.path("number"))
        .compose(one -> act.apply(one).compose(made -> changing.change(call, one, inFields(made))))
        .compose(after -> changing.shown(call, after, 200));
  }

  private static Refusal named(Refusal one) {
    String field = one.field();
    return new Refusal(one.code(), field == null ? null : FIELDS.getOrDefault(field, field));
  }

  private static Act inFields(Act act) {
    return (before, moment) -> {
      Decision decision = act.on(before, moment);
      return decision instanceof Decision.Refused refused
          ? Decision.refused(refused.refusal().all().stream().map(DecisionCalls::named).toList())
              .orElseThrow()
          : decision;
    };
  }
}
