package nl.aanspreekpunt.outbox.whatsapp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Words that WhatsApp approved beforehand: only these may go to somebody who did not write in the
 * last 24 hours (https://www.twilio.com/docs/whatsapp/key-concepts). What is said in them stands in
 * numbered places: <code>{{1}}</code> is the first of {@code values}.
 *
 * @param name in the configuration
 * @param title what officials choose it by
 * @param wordings by language ("nl" or "en"); at least one
 */
public record Template(
    String name, String title, List<Value> values, Map<String, Wording> wordings) {
  private static final int LONGEST_WORDS = 300;

  /** What stands in a place. */
  public enum Value {
    /** Name of the official. */
    OFFICIAL,
    /** Number of the case. */
    NUMBER,
    /** The follow link. */
    LINK,
    MUNICIPALITY,
    /** The beginning of what was written. */
    WORDS
  }

  /**
   * @param contentSid as Twilio knows it ({@code HX…})
   * @param text as it was approved, with its places
   */
  public record Wording(String contentSid, String text) {}

  public Template {
    values = List.copyOf(values);
    wordings = Map.copyOf(wordings);
  }

  /** In that language; empty when it was not approved in it. */
  public Optional<Wording> in(String language) {
    return Optional.ofNullable(wordings.get(language));
  }

  /** Its text, as its reader will see it. */
  public String filled(Wording wording, Map<Value, String> said) {
    String text = wording.text();
    for (int i = 0; i < values.size(); i++) {
      text = text.replace("{{" + (i + 1) + "}}", said(values.get(i), said));
    }
    return text;
  }

  /** By number, as Twilio wants them. */
  public Map<String, String> variables(Map<Value, String> said) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      all.put(String.valueOf(i + 1), said(values.get(i), said));
    }
    return all;
  }

  /** WhatsApp takes no new line in a place. */
  private static String said(Value value, Map<Value, String> said) {
    String line = said.getOrDefault(value, "").replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_WORDS) {
      return line.isEmpty() ? "-" : line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST_WORDS - 2)) ? 2 : 1;
    return line.substring(0, LONGEST_WORDS - end) + "…";
  }
}
