package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Accepting;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Asking;
import nl.aanspreekpunt.casework.AskingByPhone;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Classing;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Declining;
import nl.aanspreekpunt.casework.HandingOver;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Offering;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Reopening;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.planned.TakingBackReply;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.web.Answers;

/** What officials do in a case. */
final class ActCalls {
  private static final int MOST_PROMISES = 20;

  private final Changing changing;
  private final CaseFinding finding;
  private final Receipts receipts;
  private final Joining joining;
  private final Wanted wanted;

  ActCalls(
      Changing changing, CaseFinding finding, Receipts receipts, Joining joining, Wanted wanted) {
    this.joining = joining;
    this.wanted = wanted;
    this.changing = changing;
    this.finding = finding;
    this.receipts = receipts;
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/cases/:number/replies", Scope.CASES_WRITE, this::reply),
        Operation.post(
            "/cases/:number/planned-replies/take-back", Scope.CASES_WRITE, this::takeBack),
        Operation.post("/cases/:number/questions", Scope.CASES_WRITE, this::ask),
        Operation.post("/cases/:number/formal", Scope.CASES_WRITE, this::formal),
        Operation.post("/cases/:number/class", Scope.CASES_WRITE, this::legalClass),
        Operation.post("/cases/:number/talks", Scope.CASES_WRITE, this::talk),
        Operation.post("/cases/:number/handover", Scope.CASES_WRITE, this::handOver),
        Operation.post("/cases/:number/offer", Scope.CASES_WRITE, this::offer),
        Operation.post("/cases/:number/offer/accept", Scope.CASES_WRITE, this::accept),
        Operation.post("/cases/:number/offer/decline", Scope.CASES_WRITE, this::decline),
        Operation.post("/cases/:number/offer/withdraw", Scope.CASES_WRITE, this::withdraw),
        Operation.post("/cases/:number/confirm", Scope.CASES_WRITE, this::confirm),
        Operation.post("/cases/:number/join", Scope.CASES_WRITE, this::join),
        Operation.post("/cases/:number/reopen", Scope.CASES_WRITE, this::reopen));
  }

  private Future<Answer> act(Call call, Fields body, int status, Function<Case, Act> act) {
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(one -> changing.change(call, one, act.apply(one)))
        .compose(after -> changing.shown(call, after, status));
  }

  private Future<Answer> reply(Call call) {
    Fields body = call.body();
    List<PromisingCalls.Unsigned> promised =
        body.sections("promises", MOST_PROMISES).stream().map(PromisingCalls::fields).toList();
    List<String> keeps = body.texts("keeps", MOST_PROMISES);
    Instant at = body.moment("sendAt");
    boolean evenLate = body.flag("evenLate");
    boolean urgent = body.flag("urgent");
    return write(
        call,
        body,
        new Besides(promised, keeps, urgent),
        (one, text) ->
            wanted
                .check(call, one, text.link())
                .compose(
                    wants ->
                        at == null
                            ? changing.reply(call, one, text, text.by())
                            : changing.plan(call, one, text, at, evenLate)));
  }

  /** What waits for its moment does not go. */
  private Future<Answer> takeBack(Call call) {
    Fields body = call.body();
    String id = body.needed("id", body.line("id", Fields.LINE));
    Said said = Said.by(body);
    return act(call, body, 200, one -> new TakingBackReply(id, said.by(call, one)));
  }

  private Future<Answer> ask(Call call) {
    Fields body = call.body();
    boolean byPhone = body.flag("byPhone");
    return write(
        call,
        body,
        Besides.NOTHING,
        (one, text) ->
            byPhone
                ? changing.change(
                    call, one, new AskingByPhone(text.by(), text.text(), text.link(), text.seen()))
                : wanted
                    .check(call, one, text.link())
                    .compose(wants -> changing.change(call, one, new Asking(text))));
  }

  /**
   * What a reply promises, and which dated promises it keeps: a question does neither.
   *
   * @param urgent it goes at any hour
   */
  private record Besides(
      List<PromisingCalls.Unsigned> promised, List<String> keeps, boolean urgent) {
    private static final Besides NOTHING = new Besides(List.of(), List.of(), false);

    private Map<String, String> facts(Map<String, String> lines) {
      Map<String, String> facts = new TreeMap<>(lines);
      if (urgent) {
        facts.put(Notice.URGENT, "yes");
      }
      return facts;
    }
  }

  /** What an official writes to the citizen, and what that does. */
  private Future<Answer> write(
      Call call, Fields body, Besides besides, BiFunction<Case, Replying, Future<Case>> send) {
    String text = body.needed("text", body.text("text", Replying.LONGEST));
    String to = body.line("to", Fields.LINE);
    Said said = Said.in(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              String by = said.by(call, one);
              String seen = said.seen(one);
              return new Answers(receipts)
                  .of(one, to, seen)
                  .compose(
                      lines ->
                          send.apply(
                              one,
                              new Replying(
                                  by,
                                  text,
                                  to,
                                  seen,
                                  besides.facts(lines),
                                  signed(besides.promised(), by),
                                  besides.keeps())));
            })
        .compose(after -> changing.shown(call, after, 201));
  }

  private static List<Promising> signed(List<PromisingCalls.Unsigned> promised, String by) {
    return promised.stream().map(one -> one.by(by)).toList();
  }

  private Future<Answer> talk(Call call) {
    Fields body = call.body();
    CaseEvent.Talk how = body.needed("how", body.oneOf("how", CaseEvent.Talk.class));
    String note = body.needed("note", body.text("note", Fields.WORDS));
    Said said = Said.in(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one -> {
              String by = said.by(call, one);
              return changing.answer(call, one, new Talking(by, how, note, said.seen(one)), by);
            })
        .compose(after -> changing.shown(call, after, 201));
  }

  private Future<Answer> formal(Call call) {
    Fields body = call.body();
    boolean none = body.flag("none");
    String reason = body.text("reason", Fields.WORDS);
    if (none) {
      body.needed("reason", reason);
    }
    Said said = Said.by(body);
    return act(
        call,
        body,
        200,
        one ->
            Classing.as(
                none ? LegalClass.QUESTION : LegalClass.FORMAL, said.by(call, one), reason));
  }

  private Future<Answer> legalClass(Call call) {
    Fields body = call.body();
    LegalClass legal = body.needed("class", body.oneOf("class", LegalClass.class));
    String reason = body.text("reason", Fields.WORDS);
    Said said = Said.by(body);
    return act(call, body, 200, one -> Classing.as(legal, said.by(call, one), reason));
  }

  private Future<Answer> handOver(Call call) {
    Fields body = call.body();
    String to = body.needed("to", body.line("to", Fields.LINE));
    String given = body.text("note", Fields.WORDS);
    String note = given == null ? "" : given;
    boolean evenAbsent = body.flag("evenAbsent");
    Said said = Said.by(body);
    return act(
        call,
        body,
        200,
        one -> {
          String by = said.by(call, one);
          // A system of the administrator arranges what people agreed elsewhere.
          String reason = by.equals(one.official()) ? "handover" : "reassigned";
          Act act =
              call.caller().isSystem()
                  ? new Reassigning(to, by, reason, note)
                  : new HandingOver(to, by, note);
          return HandingOver.unlessAway(to, evenAbsent, act);
        });
  }

  private Future<Answer> offer(Call call) {
    Fields body = call.body();
    String to = body.needed("to", body.line("to", Fields.LINE));
    String note = body.text("note", Fields.WORDS);
    Said said = Said.by(body);
    return act(
        call, body, 200, one -> new Offering(to, said.by(call, one), note == null ? "" : note));
  }

  private Future<Answer> accept(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    return answerOffer(call, body, said, Accepting::new);
  }

  private Future<Answer> decline(Call call) {
    Fields body = call.body();
    String reason = body.needed("reason", body.text("reason", Fields.WORDS));
    Said said = Said.by(body);
    return answerOffer(call, body, said, by -> Declining.declining(by, reason));
  }

  /** Whom a case is offered to answers before they may read it. */
  private Future<Answer> answerOffer(Call call, Fields body, Said said, Function<String, Act> act) {
    body.check();
    return finding
        .offered(call, call.path("number"))
        .compose(
            one -> {
              String to = one.offer() == null ? one.official() : one.offer().to();
              return changing.change(call, one, act.apply(said.by(call, to)));
            })
        .compose(after -> changing.shown(call, after, 200));
  }

  private Future<Answer> withdraw(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    return act(call, body, 200, one -> Declining.withdrawing(said.by(call, one)));
  }

  private Future<Answer> confirm(Call call) {
    Fields body = call.body();
    Said said = Said.by(body);
    return act(call, body, 200, one -> new Confirming(said.by(call, one)));
  }

  /** Both cases must be the caller's to act in: the text of one becomes readable in the other. */
  private Future<Answer> join(Call call) {
    Fields body = call.body();
    String into = body.needed("into", body.line("into", Fields.LINE));
    boolean different = body.flag(PlacingCalls.DIFFERENT_CITIZENS);
    Said said = Said.by(body);
    body.check();
    return finding
        .own(call, call.path("number"))
        .compose(
            one ->
                finding.own(call, into).compose(other -> join(call, one, other, different, said)))
        .compose(after -> changing.shown(call, after, 200));
  }

  private Future<Case> join(Call call, Case one, Case other, boolean different, Said said) {
    String by = said.by(call, one);
    return changing.told(
        joining.join(one.id(), other.id(), by, different, act -> Changing.once(call, act)));
  }

  private Future<Answer> reopen(Call call) {
    Fields body = call.body();
    String reason = body.text("reason", Fields.WORDS);
    Said said = Said.by(body);
    return act(
        call, body, 200, one -> new Reopening(said.by(call, one), reason == null ? "" : reason));
  }
}
