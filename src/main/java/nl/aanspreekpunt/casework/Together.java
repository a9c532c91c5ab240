package nl.aanspreekpunt.casework;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one notice that a citizen gets for all their cases that change at once.
 *
 * @param entry its outbox id
 * @param officials whose each case is from now on: case number to official id, oldest case first
 * @param from whose each was when that was decided, where they move; else empty
 */
record Together(String entry, Map<String, String> officials, Map<String, String> from) {
  private static final String CASES = "cases";
  private static final String FROM = "whose";

  Together(String entry, Map<String, String> officials) {
    this(entry, officials, Map.of());
  }

  /** As in {@code NEW_OFFICIAL} and {@code ACTING} of {@link nl.aanspreekpunt.outbox.Notice}. */
  Map<String, String> facts() {
    if (officials.size() <= 1) {
      return Map.of();
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put(CASES, put(officials));
    if (!from.isEmpty()) {
      facts.put(FROM, put(from));
    }
    return facts;
  }

  private static String put(Map<String, String> officials) {
    return officials.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  /** From the facts of a notice: case number to official id; empty when it is about one case. */
  static Map<String, String> officials(Map<String, String> facts) {
    return read(facts.get(CASES));
  }

  private static Map<String, String> read(String fact) {
    Map<String, String> all = new LinkedHashMap<>();
    Arrays.stream(Optional.ofNullable(fact).orElse("").split(" ", -1))
        .map(one -> one.split("=", 2))
        .filter(one -> one.length == 2)
        .forEach(one -> all.put(one[0], one[1]));
    return all;
  }

  /** Leaves these in the facts of a notice; one is what the notice itself is about. */
  static void among(Map<String, String> facts, Map<String, String> officials) {
    facts.keySet().removeAll(List.of(CASES, FROM));
    facts.putAll(new Together(null, officials).facts());
  }

  /**
   * Whether a case went, or goes still, to whom a notice says. It did neither when somebody else
   * got it between the moment that the notice was thought of and its turn.
   *
   * @param facts of the notice
   */
  static boolean happens(Map<String, String> facts, Case one) {
    String to = officials(facts).get(one.id());
    String from = read(facts.get(FROM)).get(one.id());
    return to == null
        || from == null
        || (one.open() && one.official().equals(from))
        || one.responsibilities().stream().anyMatch(each -> each.official().equals(to));
  }
}
