package nl.aanspreekpunt.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.aanspreekpunt.citizen.Channel;

/**
 * A message about a question that nobody asked, at a moment that is always the same.
 *
 * @param sms a text message; else a letter
 */
public record Sample(Notice.Kind kind, boolean sms, Map<String, String> facts) {
  static final Instant WRITTEN = Instant.parse("2026-09-01T08:00:00Z");
  private static final String FACT = "fact:";

  public Sample {
    facts = Map.copyOf(facts);
  }

  /**
   * @param language "nl" or "en"
   */
  public Outgoing in(String language) {
    Channel channel = sms ? Channel.SMS : Channel.EMAIL;
    String to = sms ? "+31600000000" : "inwoner@voorbeeld.invalid";
    return Outgoing.waiting(
        "voorbeeld",
        new Notice("to-1", kind, channel, to, "sanne", Fictional.CASE, language, facts),
        WRITTEN);
  }

  /**
   * A test of a text in this, to the administrator who asked for it.
   *
   * @param id so that it is sent once
   * @param words as they were typed
   */
  public Outgoing test(
      String id, String key, String language, String words, Reader to, Instant now) {
    Map<String, String> all = new HashMap<>();
    facts.forEach((fact, value) -> all.put(FACT + fact, value));
    all.put("of", key);
    all.put("words", words);
    all.put("kind", kind.name());
    all.put("sms", String.valueOf(sms));
    Notice notice =
        new Notice(
            "test", Notice.Kind.TRIED, Channel.EMAIL, to.email(), to.id(), null, language, all);
    return Outgoing.waiting(id, notice, now);
  }

  /**
   * Who gets a test.
   *
   * @param id official id
   * @param email their own mailbox
   */
  public record Reader(String id, String email) {}

  /** What a test is of. */
  static Sample of(Notice test) {
    Map<String, String> facts = new HashMap<>();
    test.facts()
        .forEach(
            (fact, value) -> {
              if (fact.startsWith(FACT)) {
                facts.put(fact.substring(FACT.length()), value);
              }
            });
    return new Sample(
        Notice.Kind.valueOf(test.facts().get("kind")),
        Boolean.parseBoolean(test.facts().get("sms")),
        facts);
  }
}
