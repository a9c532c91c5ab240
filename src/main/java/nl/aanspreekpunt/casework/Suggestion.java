package nl.aanspreekpunt.casework;

/**
 * A topic that was learned, not found by the rules; it decides nothing.
 *
 * @param topic topic id
 * @param model version of what was learned
 * @param certainty 0 to 1
 */
public record Suggestion(String topic, int model, double certainty) {}
