package nl.aanspreekpunt.inbox;

import java.util.Map;

/**
 * Somebody said of their message that it complains about an official.
 *
 * @param about that official's name as they wrote it; may be empty
 */
public record Complained(String about) {
  private static final String FACT = "concerned";

  /** Of a receipt's facts; null when it was not said. */
  public static Complained of(Map<String, String> facts) {
    String about = facts.get(FACT);
    return about == null ? null : new Complained(about.strip());
  }

  public void put(Map<String, String> facts) {
    facts.put(FACT, about + " ");
  }

  /** What an official reads: about whom it is, then the words. */
  public String before(String text, String language) {
    boolean english = "en".equals(language);
    String heading =
        about.isEmpty()
            ? english ? "Complaint about an official" : "Klacht over een medewerker"
            : (english ? "Complaint about " : "Klacht over ") + about;
    return heading + "\n\n" + text;
  }
}
