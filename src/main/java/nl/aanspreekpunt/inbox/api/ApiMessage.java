package nl.aanspreekpunt.inbox.api;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * A message as another system handed it in, checked. Each may be null but sender, text and
 * language.
 *
 * @param topic topic id
 * @param neighbourhood id
 * @param complaint null when it is none
 * @param legal what it is said to be to the law; null when nothing is said
 */
public record ApiMessage(
    Correspondent from,
    String subject,
    String text,
    String topic,
    String neighbourhood,
    String language,
    String caseNumber,
    Complained complaint,
    LegalClass legal) {

  /** For the receipt; what was not given is left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    from.put(facts);
    Correspondent.put(facts, "subject", subject);
    Correspondent.put(facts, "text", text);
    Correspondent.put(facts, "topic", topic);
    Correspondent.put(facts, "neighbourhood", neighbourhood);
    Correspondent.put(facts, "language", language);
    Correspondent.put(facts, "case", caseNumber);
    Correspondent.put(facts, legal);
    if (complaint != null) {
      complaint.put(facts);
    }
    return facts;
  }

  static ApiMessage of(Map<String, String> facts) {
    return new ApiMessage(
        Correspondent.of(facts),
        facts.get("subject"),
        facts.getOrDefault("text", ""),
        facts.get("topic"),
        facts.get("neighbourhood"),
        facts.getOrDefault("language", "nl"),
        facts.get("case"),
        Complained.of(facts),
        Correspondent.legal(facts));
  }

  /** What an official reads. */
  String words() {
    return complaint == null ? text : complaint.before(text, language);
  }

  /** As given, else the first words. */
  String heading() {
    return subject != null ? subject : Correspondent.heading(text);
  }
}
