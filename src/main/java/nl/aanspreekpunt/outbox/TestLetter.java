package nl.aanspreekpunt.outbox;

import java.util.List;

/** A test of a channel: its subject ends with the name that it is known by when it comes in. */
final class TestLetter {
  private TestLetter() {}

  static Letter of(Saying saying) {
    return new Letter(
        saying.texts().language(),
        saying.word("municipality"),
        HeaderText.line(saying.say("TEST.subject") + " " + saying.fact("name")),
        saying.say("greeting"),
        List.of(new Letter.Part(Letter.Look.TEXT, saying.say("TEST." + saying.fact("what")), null)),
        null,
        null,
        List.of(saying.say("TEST.small")));
  }
}
