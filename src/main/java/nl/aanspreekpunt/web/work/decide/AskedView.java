package nl.aanspreekpunt.web.work.decide;

import java.time.ZoneId;
import nl.aanspreekpunt.casework.AskedConsent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Intended;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/**
 * Whether the citizen agrees that what they wrote goes to who does help.
 *
 * @param state in words
 * @param day on which they said yes (ISO); null while they did not
 */
public record AskedView(String title, String state, String day, String path) {
  /** Null when they were not asked. */
  public static AskedView of(Frame frame, Names names, Case one) {
    AskedConsent asked = one.care().asked();
    if (asked == null || !one.open()) {
      return null;
    }
    String helper = asked.grounds().body().name();
    String state =
        asked.agrees() == null
            ? frame.say(
                "decide.ask.waits", frame.moments().say(asked.at()), names.of(asked.by()), helper)
            : frame.say(
                asked.agrees() ? "decide.ask.yes" : "decide.ask.no",
                frame.moments().say(asked.saidAt()),
                helper);
    ZoneId zone = frame.moments().zone();
    return new AskedView(
        frame.say("decide.ask.title", helper),
        state,
        asked.given(zone).map(it -> it.on().toString()).orElse(null),
        DecidePage.path(one.id(), Outcome.NOT_OURS));
  }

  /**
   * As it was written when they were asked, with what they agreed to.
   *
   * @param held what was put down, for when nothing was written with the question; null: nothing
   */
  static Form form(AskedConsent asked, Intended held, ZoneId zone) {
    Grounds sent = asked.grounds();
    boolean bare = sent.reason() == null || sent.reason().isBlank();
    Grounds written = bare && held != null ? held.grounds() : sent;
    return Written.of(
        written.sendingTo(sent.body(), asked.given(zone).orElse(null), sent.messages()));
  }
}
