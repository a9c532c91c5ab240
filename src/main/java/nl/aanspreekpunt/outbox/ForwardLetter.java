package nl.aanspreekpunt.outbox;

import java.util.List;
import nl.aanspreekpunt.official.Official;

/**
 * What another body reads: whose question it is not ours to answer, why, and the citizen's words.
 * It has no link: what is on the citizen's page is theirs.
 */
record ForwardLetter(Saying saying, boolean portrait) {
  Letter written() {
    Official official = saying.official;
    saying.put("subject", HeaderText.line(saying.notice.facts().getOrDefault("subject", "")));
    return new Letter(
        saying.texts().language(),
        official.name() + ", " + saying.word("municipality"),
        HeaderText.line(saying.say("FORWARD.subject")),
        saying.say("FORWARD.greeting"),
        List.of(
            said("FORWARD"),
            own("reason"),
            said("FORWARD.who"),
            own("citizen"),
            said("FORWARD.messages"),
            own("text"),
            said("FORWARD.confirm")),
        saying.say("closing"),
        new Letter.Person(
            official.name(),
            official.function(),
            saying.word("phone"),
            official.phone(),
            official.address(),
            portrait),
        List.of(saying.say("FORWARD.number")));
  }

  private Letter.Part said(String key) {
    return new Letter.Part(Letter.Look.TEXT, saying.say(key), null);
  }

  private Letter.Part own(String fact) {
    return new Letter.Part(Letter.Look.OWN, saying.fact(fact), null);
  }
}
