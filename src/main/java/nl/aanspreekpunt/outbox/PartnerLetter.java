package nl.aanspreekpunt.outbox;

import java.util.List;

/**
 * What somebody of another organisation reads: what is asked, by whom, and where to read what was
 * shared and answer. Nothing of the citizen is in it but what the official wrote.
 */
final class PartnerLetter {
  private PartnerLetter() {}

  static Letter of(Saying saying) {
    saying.put("partner", saying.fact("partner"));
    return new Letter(
        saying.texts().language(),
        saying.official.name() + " (" + saying.word("municipality") + ")",
        HeaderText.line(saying.say("PARTNER.subject")),
        saying.say("PARTNER.greeting"),
        List.of(
            new Letter.Part(Letter.Look.TEXT, saying.say("PARTNER"), null),
            new Letter.Part(Letter.Look.OWN, saying.fact("question"), null),
            new Letter.Part(Letter.Look.TEXT, saying.say("PARTNER.how"), null),
            new Letter.Part(Letter.Look.LINK, saying.say("PARTNER.open"), saying.word("link"))),
        saying.say("closing"),
        new Letter.Person(
            saying.official.name(), saying.official.function(), null, null, null, false),
        List.of(saying.say("PARTNER.small")));
  }
}
