package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Renewing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;

/** What is promised in a case, as its page shows it. */
final class DueRows {
  private final OffDay off;
  private final Case one;
  private final Frame frame;
  private final Names names;
  private final DueWords dues;

  DueRows(OffDay off, Case one) {
    this.off = off;
    this.one = one;
    this.frame = off.frame();
    this.names = off.names();
    this.dues = new DueWords(frame.moments());
  }

  List<CasePage.Due> all() {
    return one.openPromises().stream().map(this::due).toList();
  }

  private CasePage.Due due(Promise promise) {
    boolean asked = promise.callback() != null;
    boolean waits = promise.waits();
    boolean planned = one.care().talks().of(promise.id()).isPresent();
    return new CasePage.Due(
        promise.id(),
        kind(promise),
        promise.attentionAt(),
        waits ? frame.say("work.stands-still") : due(promise, promise.due(), dues::say),
        !waits && dues.late(promise.due()),
        names.of(one.ownerOf(promise)),
        asked ? new Calls(frame, off.moment()).of(one, promise) : null,
        asked && promise.callback().readInWords(),
        planned ? null : moving(promise),
        promise.said() == null || promise.said().isBlank() ? null : promise.said(),
        promise.unconfirmed(),
        promise.kind() == PromiseKind.UNDERTAKING);
  }

  /** What it is, and why it is somebody else's. */
  private String kind(Promise promise) {
    String what = names.kind(promise);
    return one.acting().stream()
            .anyMatch(
                it ->
                    it.lasts()
                        && promise.id().equals(it.promise())
                        && it.reason().equals("not-helped"))
        ? what + " · " + frame.say("case.not-helped")
        : what;
  }

  /** An urgent promise is owed at any hour. */
  private String due(Promise promise, Instant due, Function<Instant, String> say) {
    String said = say.apply(due);
    return promise.onClock() ? said : off.beside(said, one.ownerOf(promise), due);
  }

  private CasePage.Moving moving(Promise promise) {
    Moment moment = off.moment();
    int renewed = promise.moves().renewals().size();
    return new CasePage.Moving(
        promise
            .moves()
            .pausedNow()
            .map(
                pause ->
                    frame.say(
                        "case.waits",
                        frame.moments().say(pause.since()),
                        frame.moments().say(pause.silentAt()),
                        frame.moments().say(promise.due())))
            .orElse(null),
        renewed == 0 ? null : frame.say("case.renewed", renewed),
        Renewing.hasLegalTerm(one, promise, moment),
        Renewing.extended(one, promise, moment)
            .map(to -> due(promise, to, frame.moments()::say))
            .orElse(null));
  }
}
