package nl.aanspreekpunt.inbox.webform;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.promise.LegalClass;

/**
 * What somebody filled in on the web form, checked.
 *
 * @param topic topic id; null when they do not know
 * @param neighbourhood id; null when not given
 * @param complaint null when it is none
 * @param legal what they say it is to the law; null when nothing
 */
public record WebQuestion(
    Correspondent from,
    String topic,
    String neighbourhood,
    Complained complaint,
    LegalClass legal,
    String text,
    String language) {

  /** For the receipt; what was not given is left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    from.put(facts);
    Correspondent.put(facts, "topic", topic);
    Correspondent.put(facts, "neighbourhood", neighbourhood);
    Correspondent.put(facts, "text", text);
    Correspondent.put(facts, "language", language);
    Correspondent.put(facts, legal);
    if (complaint != null) {
      complaint.put(facts);
    }
    return facts;
  }

  public static WebQuestion of(Map<String, String> facts) {
    return new WebQuestion(
        Correspondent.of(facts),
        facts.get("topic"),
        facts.get("neighbourhood"),
        Complained.of(facts),
        Correspondent.legal(facts),
        facts.getOrDefault("text", ""),
        facts.getOrDefault("language", "nl"));
  }

  /** The first words, for a list. */
  String subject() {
    return Correspondent.heading(text);
  }

  /** What an official reads: the words, and what was filled in beside them. */
  String words() {
    String words = complaint == null ? text : complaint.before(text, language);
    if (from.phone() == null || from.email() == null) {
      return words;
    }
    if (from.byPhone()) {
      return words
          + ("en".equals(language) ? "\n\nEmail: " : "\n\nE-mail: ")
          + from.email().value();
    }
    String phone = "en".equals(language) ? "\n\nPhone: " : "\n\nTelefoon: ";
    return words + phone + from.phone().value();
  }
}
