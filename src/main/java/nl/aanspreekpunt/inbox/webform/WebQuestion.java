package nl.aanspreekpunt.inbox.webform;

import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.inbox.Correspondent;

/**
 * What somebody filled in on the web form, checked.
 *
 * @param topic topic id; null when they do not know
 * @param neighbourhood id; null when not given
 * @param complaint whether it is about an official
 * @param concerned the name of that official as typed; may be empty
 */
public record WebQuestion(
    Correspondent from,
    String topic,
    String neighbourhood,
    boolean complaint,
    String concerned,
    String text,
    String language) {

  /** For the receipt; what was not given is left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    from.put(facts);
    Correspondent.put(facts, "topic", topic);
    Correspondent.put(facts, "neighbourhood", neighbourhood);
    Correspondent.put(facts, "concerned", complaint ? concerned + " " : null);
    Correspondent.put(facts, "text", text);
    Correspondent.put(facts, "language", language);
    return facts;
  }

  public static WebQuestion of(Map<String, String> facts) {
    String concerned = facts.get("concerned");
    return new WebQuestion(
        Correspondent.of(facts),
        facts.get("topic"),
        facts.get("neighbourhood"),
        concerned != null,
        concerned == null ? "" : concerned.strip(),
        facts.getOrDefault("text", ""),
        facts.getOrDefault("language", "nl"));
  }

  /** The first words, for a list. */
  String subject() {
    return Correspondent.heading(text);
  }

  /** What an official reads: the words, and what was filled in beside them. */
  String words() {
    boolean english = "en".equals(language);
    StringBuilder words = new StringBuilder();
    if (complaint && !concerned.isEmpty()) {
      words.append(english ? "Complaint about " : "Klacht over ").append(concerned).append("\n\n");
    } else if (complaint) {
      words.append(english ? "Complaint about an official" : "Klacht over een medewerker");
      words.append("\n\n");
    }
    words.append(text);
    if (from.phone() != null && from.email() != null) {
      words.append(english ? "\n\nPhone: " : "\n\nTelefoon: ").append(from.phone().value());
    }
    return words.toString();
  }
}
