package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an official reads: facts and links; nothing a citizen wrote, nothing confidential. */
final class StaffLetter {
  private final Saying saying;
  private final List<Saying> lines;
  private final List<Letter.Part> parts = new ArrayList<>();

  /**
   * @param lines what it tells, the most pressing first: itself when it is about one thing
   */
  StaffLetter(Saying saying, List<Saying> lines) {
    this.saying = saying;
    this.lines = List.copyOf(lines);
  }

  Letter written() {
    lines.forEach(this::line);
    return new Letter(
        saying.texts().language(),
        saying.say("staff.sender") + " (" + saying.word("municipality") + ")",
        HeaderText.line(subject()),
        null,
        parts,
        null,
        null,
        List.of());
  }

  private void line(Saying line) {
    Notice.Kind kind = line.notice.kind();
    switch (kind) {
      case LADDER -> ladder(line);
      case ASKED -> asked(line);
      case HANDED_OVER -> handedOver(line);
      case STEADY -> {
        line.put("met", line.fact("met"));
        text(line, "STEADY");
      }
      case OFFER -> offer(line);
      case AGENDA -> agenda(line);
      case ABSENCE, ADMINISTRATION, FRICTION -> about(line);
      case PRINCIPLE -> principle(line);
      case BACKING -> backing(line);
      case WARNING -> warning(line);
      default -> throw new IllegalArgumentException(kind + " is for citizens");
    }
    String open = line.say(kind + ".open", lines.size() == 1 ? "staff.open" : "staff.open.one");
    parts.add(new Letter.Part(Letter.Look.LINK, open, line.word("link")));
  }

  private void ladder(Saying line) {
    line.put("does", line.say("does." + line.fact("does")));
    line.put("promise", line.say("staff.promise." + line.fact("promiseKind")));
    firm(line.word("does") + ".");
    text(line, "LADDER");
    text(line, "staff.due");
  }

  private void asked(Saying line) {
    line.put("what", line.say("ASKED." + line.fact("what")));
    line.put("promise", line.say("staff.promise." + line.fact("promiseKind")));
    firm(line.word("what") + ".");
    parts.add(
        new Letter.Part(
            Letter.Look.TEXT, line.say("ASKED." + line.fact("what") + ".text", "ASKED"), null));
    if (line.knows("due") && !"ended".equals(line.fact("what"))) {
      text(line, "staff.due");
    }
  }

  private void handedOver(Saying line) {
    text(line, "HANDED_OVER");
    if (line.has("note")) {
      text(line, "HANDED_OVER.note");
    }
  }

  private void offer(Saying line) {
    line.put("what", line.say("OFFER." + line.fact("what")));
    firm(line.word("what") + ".");
    if (line.knows("due")) {
      text(line, "OFFER.until");
    }
    if (line.has("late")) {
      text(line, "OFFER.late");
    }
  }

  private void agenda(Saying line) {
    String of = "TABLE".equals(line.fact("how")) ? "AGENDA.TABLE." : "AGENDA.";
    line.put("what", line.say(of + line.fact("what")));
    firm(line.word("what") + ".");
    text(line, "AGENDA." + line.fact("how"));
    text(line, "AGENDA.calendar");
  }

  private void about(Saying line) {
    Optional.ofNullable(line.notice.facts().get("mailbox"))
        .ifPresent(mailbox -> line.put("mailbox", mailbox));
    String what = line.notice.kind() + "." + line.fact("what");
    line.put("what", line.say(what));
    firm(line.word("what") + ".");
    text(line, what + ".do");
  }

  private void principle(Saying line) {
    String what = "PRINCIPLE." + line.fact("what");
    line.put("principle", line.fact("principle"));
    firm(line.say(what));
    text(line, what + ".do");
  }

  private void backing(Saying line) {
    line.put("what", line.say("BACKING." + line.fact("what")));
    firm(line.word("what") + ".");
    text(line, "BACKING." + line.fact("what") + ".do");
  }

  private void warning(Saying line) {
    line.put("what", line.say("what." + line.fact("what"), "what.other"));
    firm(line.word("what") + ".");
    text(line, "WARNING");
  }

  private String subject() {
    Saying first = lines.get(0);
    String subject = first.say(first.notice.kind() + ".subject");
    if (lines.size() == 1) {
      return subject;
    }
    saying.put("first", subject);
    saying.put("more", String.valueOf(lines.size() - 1));
    return saying.say("DIGEST.subject");
  }

  private void text(Saying line, String key) {
    parts.add(new Letter.Part(Letter.Look.TEXT, line.say(key), null));
  }

  private void firm(String text) {
    parts.add(new Letter.Part(Letter.Look.FIRM, text, null));
  }
}
