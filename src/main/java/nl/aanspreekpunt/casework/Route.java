package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * Where a message goes, and why.
 *
 * @param rule name of the policy that decided
 * @param evidence for people: the words, header or person it rests on
 * @param caseNumber the case it joins; null for a new one
 * @param official responsible official id; for a joined case whoever is responsible there
 * @param topic null when unknown
 * @param neighbourhood null when unknown
 * @param suggested a case it may belong to, to be confirmed; null if none
 * @param barred officials who must not read it
 */
public record Route(
    String rule,
    String evidence,
    Certainty certainty,
    String caseNumber,
    String official,
    String topic,
    String team,
    String neighbourhood,
    String suggested,
    List<String> barred) {
  /** The rule of last resort: the person on intake duty finds out who helps. */
  public static final String INTAKE = "intake-duty";

  public enum Certainty {
    CERTAIN,
    PROBABLE,
    /** Stays visible until a named person confirms it. */
    UNCERTAIN
  }

  public static Route join(String rule, String evidence, Certainty certainty, String caseNumber) {
    return new Route(
        rule, evidence, certainty, caseNumber, null, null, null, null, null, List.of());
  }

  public Route suggesting(String other) {
    return new Route(
        rule, evidence, certainty, caseNumber, official, topic, team, neighbourhood, other, barred);
  }

  public Route barring(List<String> officials) {
    return new Route(
        rule,
        evidence,
        certainty,
        caseNumber,
        official,
        topic,
        team,
        neighbourhood,
        suggested,
        officials);
  }
}
