package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody of another organisation reads: what is asked, by whom, and where to read what was
 * shared and answer. Nothing of the citizen is in it but what the official wrote.
 */
final class PartnerLetter {
  private PartnerLetter() {}

  static Letter of(Saying saying) {
    saying.put("partner", saying.fact("partner"));
    List<Letter.Part> parts = new ArrayList<>();
    parts.add(new Letter.Part(Letter.Look.TEXT, saying.say("PARTNER"), null));
    parts.add(new Letter.Part(Letter.Look.OWN, saying.fact("question"), null));
    if (saying.knows("ends")) {
      parts.add(new Letter.Part(Letter.Look.FIRM, saying.say("PARTNER.due"), null));
    }
    parts.add(new Letter.Part(Letter.Look.TEXT, saying.say("PARTNER.how"), null));
    parts.add(new Letter.Part(Letter.Look.LINK, saying.say("PARTNER.open"), saying.word("link")));
    return new Letter(
        saying.texts().language(),
        saying.official.name() + ", " + saying.word("municipality"),
        HeaderText.line(saying.say("PARTNER.subject")),
        saying.say("PARTNER.greeting"),
        parts,
        saying.say("closing"),
        new Letter.Person(
            saying.official.name(), saying.official.function(), null, null, null, false),
        List.of(saying.say("PARTNER.small")));
  }
}
