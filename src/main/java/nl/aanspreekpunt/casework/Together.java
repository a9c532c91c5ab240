package nl.aanspreekpunt.casework;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one notice that a citizen gets for all their cases that change at once.
 *
 * @param entry its outbox id
 * @param officials whose each case is from now on: case number to official id, oldest case first
 */
record Together(String entry, Map<String, String> officials) {
  /** As in {@code NEW_OFFICIAL} and {@code ACTING} of {@link nl.aanspreekpunt.outbox.Notice}. */
  Map<String, String> facts() {
    String each =
        officials.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(" "));
    return officials.size() > 1 ? Map.of("cases", each) : Map.of();
  }
}
