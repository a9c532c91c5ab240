package nl.aanspreekpunt.web.work;

import java.time.Instant;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.web.Frame;

/** Says beside a moment that whoever is to keep it does not work then. */
record OffDay(Frame frame, Names names, Moment moment) {
  /**
   * @param text what is said of the moment
   * @param official official id
   */
  String beside(String text, String official, Instant due) {
    if (!DatedOffers.isOff(official, due, moment)) {
      return text;
    }
    boolean me = official.equals(frame.viewer().official().id());
    return text
        + (me ? frame.say("case.off-day.you") : frame.say("case.off-day", names.of(official)));
  }
}
