package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.web.Frame;

/** What happened in a call, in words. */
record PhonedSentences(Frame frame, Names names) {
  String of(CaseEvent.Phoned one) {
    String who = one.official() == null ? "" : names.of(one.official());
    return frame.say("event.Phoned." + one.step(), meaning(one), who, words(one));
  }

  /** What the number is for that was called. */
  private static String meaning(CaseEvent.Phoned one) {
    return one.words() == null ? "" : " (" + one.words() + ")";
  }

  private String words(CaseEvent.Phoned one) {
    String said = one.words() == null ? "" : one.words();
    return switch (one.step()) {
      case HUNG_UP -> said.isEmpty() ? "" : frame.say("event.Phoned.at." + said);
      case ENDED -> lasted(said);
      default -> said.isEmpty() ? "" : "“" + said + "”";
    };
  }

  private String lasted(String seconds) {
    if (seconds.isEmpty()) {
      return "";
    }
    long minutes = Long.parseLong(seconds) / 60;
    if (minutes == 0) {
      return frame.say("event.Phoned.short");
    }
    return frame.say(minutes == 1 ? "event.Phoned.lasted.one" : "event.Phoned.lasted", minutes);
  }
}
