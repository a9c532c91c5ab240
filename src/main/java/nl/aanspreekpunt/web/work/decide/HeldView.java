package nl.aanspreekpunt.web.work.decide;

import java.util.Comparator;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.talk.TalkWords;

/** A decision that waits for its talk, for who reads the case. */
public record HeldView(Frame frame, Names names, Case one) {
  /**
   * @param by who wrote it and when, in words
   * @param state what it waits for, in words
   * @param stands what was promised besides, and stays due; null when nothing was
   * @param spoken the letter can go by one key
   * @param change path of the page to change it on
   * @param talk path of the page of the talk, to move it or call it off; null when none is planned
   */
  public record Held(
      String title,
      String by,
      String state,
      String stands,
      String reason,
      String rule,
      String alternative,
      String helper,
      String forwards,
      boolean spoken,
      String change,
      String talk) {}

  /** Null when none waits. */
  public Held of() {
    Intended held = one.care().intended();
    if (held == null || !one.open()) {
      return null;
    }
    Grounds grounds = held.grounds();
    return new Held(
        frame.say("held.title", frame.say("work.outcome." + held.outcome())),
        frame.say("held.by", names.of(held.by()), frame.moments().say(held.at())),
        state(held),
        stands(frame, one).orElse(null),
        grounds.reason(),
        said("held.rule", grounds.rule()),
        said("held.alternative", grounds.alternative()),
        grounds.body() == null ? null : said("held.helper", grounds.body().shown()),
        grounds.forwards() ? frame.say("held.forwards", grounds.messages().size()) : null,
        held.spoken(one),
        DecidePage.path(one.id(), held.outcome()),
        one.care().talks().of(held.promise()).map(it -> TalkWords.path(one)).orElse(null));
  }

  private String state(Intended held) {
    if (held.spoken(one)) {
      return frame.say("held.spoken");
    }
    return one.promise(held.promise())
        .filter(Promise::open)
        .map(talk -> talk(frame, one, talk, "held.waits"))
        .orElseGet(() -> frame.say("held.over"));
  }

  /** Of an appointment when it is, of a call that was asked for by when. */
  static String talk(Frame frame, Case one, Promise talk, String key) {
    return one.care()
        .talks()
        .of(talk.id())
        .map(
            it ->
                frame.say(
                    key + ".at",
                    frame.say("work.talk." + it.how()),
                    frame.moments().say(it.from())))
        .orElseGet(
            () -> frame.say(key, frame.say("work.talk.PHONE"), frame.moments().say(talk.due())));
  }

  /** What is promised besides the talk: its due time does not move. */
  static Optional<String> stands(Frame frame, Case one) {
    return one.openPromises().stream()
        .filter(promise -> !promise.kind().apart() && promise.kind() != PromiseKind.CALLBACK)
        .min(Comparator.comparing(Promise::due))
        .map(
            promise ->
                frame.say(
                        "held.stands",
                        frame.say("work.promise." + promise.kind()),
                        frame.moments().say(promise.due()))
                    + after(frame, one, promise));
  }

  /** Planned later than the answer is due: it is said while it can still be moved. */
  private static String after(Frame frame, Case one, Promise promise) {
    return one.care().talks().planned().stream()
            .anyMatch(talk -> talk.from().isAfter(promise.due()))
        ? " " + frame.say("held.after")
        : "";
  }

  private String said(String key, String words) {
    return words == null ? null : frame.say(key, words);
  }
}
