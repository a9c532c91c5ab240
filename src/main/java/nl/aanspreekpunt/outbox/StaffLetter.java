package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.List;

/** What an official reads: facts and a link; nothing a citizen wrote, nothing confidential. */
final class StaffLetter {
  private final Saying saying;
  private final List<Letter.Part> parts = new ArrayList<>();

  StaffLetter(Saying saying) {
    this.saying = saying;
  }

  Letter written() {
    Notice.Kind kind = saying.notice.kind();
    switch (kind) {
      case LADDER -> ladder();
      case HANDED_OVER -> text("HANDED_OVER");
      case ABSENCE -> absence();
      case WARNING -> warning();
      default -> throw new IllegalArgumentException(kind + " is for citizens");
    }
    parts.add(
        new Letter.Part(
            Letter.Look.LINK, saying.say(kind + ".open", "staff.open"), saying.word("link")));
    return new Letter(
        saying.texts().language(),
        saying.say("staff.sender") + " (" + saying.word("municipality") + ")",
        HeaderText.line(saying.say(kind + ".subject")),
        null,
        parts,
        null,
        null,
        List.of());
  }

  private void ladder() {
    saying.put("does", saying.say("does." + saying.fact("does")));
    saying.put("promise", saying.say("staff.promise." + saying.fact("promiseKind")));
    firm(saying.word("does") + ".");
    text("LADDER");
    text("staff.due");
  }

  private void absence() {
    String what = "ABSENCE." + saying.fact("what");
    saying.put("what", saying.say(what));
    firm(saying.word("what") + ".");
    text(what + ".do");
  }

  private void warning() {
    saying.put("what", saying.say("what." + saying.fact("what"), "what.other"));
    firm(saying.word("what") + ".");
    text("WARNING");
  }

  private void text(String key) {
    parts.add(new Letter.Part(Letter.Look.TEXT, saying.say(key), null));
  }

  private void firm(String text) {
    parts.add(new Letter.Part(Letter.Look.FIRM, text, null));
  }
}
