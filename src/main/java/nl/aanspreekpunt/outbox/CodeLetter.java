package nl.aanspreekpunt.outbox;

import java.util.List;

/** A code for whoever says that an address is theirs: from the municipality, about no question. */
final class CodeLetter {
  private CodeLetter() {}

  static Letter of(Saying saying) {
    return new Letter(
        saying.texts().language(),
        saying.word("municipality"),
        HeaderText.line(saying.say("CODE.subject")),
        saying.say("greeting"),
        List.of(
            new Letter.Part(Letter.Look.TEXT, saying.say("CODE"), null),
            new Letter.Part(Letter.Look.FIRM, saying.say("CODE.code"), null),
            new Letter.Part(Letter.Look.TEXT, saying.say("CODE.how"), null)),
        null,
        null,
        List.of(saying.say("CODE.small")));
  }
}
