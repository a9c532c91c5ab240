package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.web.Frame;

/** What changed in the directory, each in a plain sentence. */
public record GuideWords(Frame frame, Names names) {
  public String of(DirectoryLine line) {
    if (line instanceof DirectoryLine.Differs one) {
      String how = one.was() == null ? "new" : one.becomes() == null ? "gone" : "becomes";
      return say("differs." + how, one.place(), one.was(), one.becomes());
    }
    if (line instanceof DirectoryLine.Away one) {
      String until =
          one.until() == null
              ? say("away.open")
              : say("away.until", frame.moments().date(one.until()));
      String deputy = one.deputy() == null ? "" : say("away.deputy", names.of(one.deputy()));
      String from = frame.moments().say(one.from());
      return say("away", names.of(one.official()), from, until, deputy);
    }
    if (line instanceof DirectoryLine.Back one) {
      return say("back", names.of(one.official()), frame.moments().say(one.since()));
    }
    if (line instanceof DirectoryLine.Left one) {
      String successor =
          one.successor() == null ? "" : say("left.successor", names.of(one.successor()));
      return say("left", names.of(one.official()), frame.moments().say(one.at()), successor);
    }
    if (line instanceof DirectoryLine.Stays one) {
      return say("stays", names.of(one.official()));
    }
    if (line instanceof DirectoryLine.Pinned one) {
      String what = one.revoked() ? "unpinned" : one.not() ? "pinned.not" : "pinned";
      return say(what, one.pin(), names.of(one.official()));
    }
    return say("first");
  }

  private String say(String key, Object... facts) {
    return frame.say("guide.line." + key, facts);
  }
}
