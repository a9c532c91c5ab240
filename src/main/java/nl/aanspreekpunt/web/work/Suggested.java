package nl.aanspreekpunt.web.work;

import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Suggestion;

/**
 * A learned topic that nobody confirmed or corrected.
 *
 * @param words which, by which model, how certain
 * @param topic topic id
 */
public record Suggested(String words, String topic) {
  /** Null when there is none, or somebody said what the topic is. */
  static Suggested of(Case one, Names names) {
    Suggestion suggestion = one.route().suggestion();
    return suggestion == null
            || !one.open()
            || one.correctedAt() != null
            || suggestion.topic().equals(one.topic())
        ? null
        : new Suggested(names.routes().suggested(suggestion), suggestion.topic());
  }
}
