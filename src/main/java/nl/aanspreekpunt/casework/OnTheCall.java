package nl.aanspreekpunt.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Arrival.OfCall;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.CallbackRequest.Asked;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What a message does to a call that was asked for: it says when it suits, that it is still wanted,
 * or that it no longer is. Only clear words of who asked, who is known to be the sender, end it;
 * any doubt is put to the official.
 */
final class OnTheCall {
  /** What came of it for the message: who waits for what. */
  enum Came {
    /** Nothing: the message is as any other. */
    NOTHING,
    /** It was about the call alone, which stands. */
    CALL,
    /** It ended the call, of which the citizen hears. */
    ENDED
  }

  private final Draft draft;
  private final Arrival arrival;
  private final Match match;
  private final String link;

  OnTheCall(Draft draft, Arrival arrival, Match match, String link) {
    this.draft = draft;
    this.arrival = arrival;
    this.match = match;
    this.link = link;
  }

  Came read() {
    Optional<Promise> open = draft.promises.open(PromiseKind.CALLBACK);
    if (arrival.automatic() || arrival.courtesy()) {
      return Came.NOTHING;
    }
    Silence.broken(draft);
    if (arrival.call() == null || arrival.callback() != null) {
      return Came.NOTHING;
    }
    return open.isEmpty()
        ? asked(arrival.call())
        : said(draft.promises.current(open.get().id()), arrival.call());
  }

  /** To be called again, at the number where they asked it before. */
  private Came asked(OfCall said) {
    Optional<Promise> before =
        draft.promises.all().stream()
            .filter(one -> one.callback() != null && theirs(one))
            .reduce((earlier, later) -> later);
    if (said.asks() == null || before.isEmpty()) {
      return Came.NOTHING;
    }
    CallbackRequest request =
        new CallbackRequest(
            before.get().callback().phone(),
            said.asks(),
            said.suits() == null ? "" : said.suits(),
            CallbackRequest.WORDS,
            List.of(),
            draft.now(),
            null,
            null);
    Promise made = draft.promises.make(PromiseKind.CALLBACK, arrival.receipt(), "hub");
    draft.promises.put(made.withCallback(request));
    return Came.CALL;
  }

  private Came said(Promise call, OfCall said) {
    boolean still = call.callback().awaits(Asked.What.STILL_WANTED);
    boolean no = still && OfCall.NO.equals(said.bare());
    if (no || said.declines() != null) {
      return declined(call, said, no);
    }
    if (still && OfCall.YES.equals(said.bare()) && theirs(call)) {
      draft.promises.put(waiting(call).withCallback(call.callback().asking(null)));
      draft.event(new CaseEvent.StillWanted(draft.now(), call.id()));
      return Came.CALL;
    }
    boolean answers = call.callback().awaits(Asked.What.WHEN);
    if (said.suits() == null || !theirs(call) || !(answers || said.only() || said.asks() != null)) {
      return Came.NOTHING;
    }
    Preferring.says(draft, waiting(call), said.suits(), "citizen");
    return said.only() || said.asks() != null ? Came.CALL : Came.NOTHING;
  }

  private Came declined(Promise call, OfCall said, boolean no) {
    if ((no || said.surely()) && theirs(call)) {
      Withdrawing.end(draft, call, "citizen", "withdrawn");
      return said.only() ? Came.ENDED : Came.NOTHING;
    }
    String words = said.declines() == null ? said.bare() : said.declines();
    draft.promises.put(call.withCallback(call.callback().doubted(words)));
    draft.event(new CaseEvent.MayNotWant(draft.now(), call.id(), arrival.receipt(), words));
    draft
        .tell()
        .official(
            draft.ownerOf(call),
            Notice.Kind.WARNING,
            Map.of("what", "may-not-want", "promise", call.id()));
    return Came.NOTHING;
  }

  private Promise waiting(Promise call) {
    return call.waitingFor(arrival.receipt());
  }

  /** Who asked is who writes, as far as anybody can tell. */
  private boolean theirs(Promise call) {
    return !match.uncertain()
        && link != null
        && draft
            .contact()
            .filter(who -> who.link().equals(link))
            .filter(who -> Calling.theirs(draft.before, who, call))
            .isPresent();
  }
}
