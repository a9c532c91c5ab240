package nl.aanspreekpunt.routing;

/**
 * Where a message goes, and why.
 *
 * @param rule name of the policy that decided
 * @param evidence for people: the words, header or person it rests on
 * @param caseNumber the case it joins; null for a new one
 * @param official responsible official id; for a joined case whoever is responsible there
 * @param topic null when unknown
 */
public record Route(
    String rule,
    String evidence,
    Certainty certainty,
    String caseNumber,
    String official,
    String topic,
    String team,
    String neighbourhood) {
  public enum Certainty {
    CERTAIN,
    PROBABLE,
    /** Stays visible until a named person confirms it. */
    UNCERTAIN
  }
}
