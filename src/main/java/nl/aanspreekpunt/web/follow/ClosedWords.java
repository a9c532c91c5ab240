package nl.aanspreekpunt.web.follow;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.web.Frame;

/** A decision with its why, in the official's own words. */
record ClosedWords(Frame frame, Notice notice) {
  String said() {
    return Stream.of(
            frame.say("outcome." + notice.facts().get("outcome")),
            notice.facts().get("explanation"),
            labelled("rule"),
            labelled("changes"),
            labelled("alternative"),
            objection(),
            labelled("talk"),
            helps(notice.facts().get("helper")))
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .reduce((one, next) -> one + "\n\n" + next)
        .orElse("");
  }

  /** Under what it is about; null when nothing was said of it. */
  private String labelled(String fact) {
    String words = notice.facts().get(fact);
    return words == null || words.isBlank() ? null : frame.say("follow.closed." + fact, words);
  }

  /** Until when, and how; null when it cannot be objected to. */
  private String objection() {
    String until = notice.facts().get("objection");
    return until == null
        ? null
        : frame.say(
            notice.facts().get("appeal") == null ? "follow.objection" : "follow.appeal",
            frame.moments().date(Instant.parse(until)));
  }

  private String helps(String helper) {
    return helper == null || helper.isBlank() ? null : frame.say("follow.helper", helper);
  }
}
