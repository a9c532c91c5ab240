package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * Where a message goes, and why.
 *
 * @param caseNumber the case it joins; null for a new one
 * @param official responsible official id; null when it joins a case
 * @param topic null when unknown
 * @param team team id; null when it joins a case
 * @param neighbourhood null when unknown
 * @param suggested a case it may belong to, to be confirmed; null if none
 * @param barred officials who must not read it
 */
public record Route(
    Match match,
    String caseNumber,
    String official,
    String topic,
    String team,
    String neighbourhood,
    String suggested,
    List<String> barred) {

  public static Route join(Match match, String caseNumber) {
    return new Route(match, caseNumber, null, null, null, null, null, List.of());
  }

  /**
   * A case of its own, until a person confirms that it belongs to the other.
   *
   * @param official who is responsible there now
   */
  public static Route beside(Case one, String official, Match match) {
    return new Route(
        match,
        null,
        official,
        one.topic(),
        one.team(),
        one.neighbourhood(),
        one.id(),
        one.barred());
  }

  /** The same, resting on these besides. */
  public Route learned(List<Lesson> lessons) {
    return new Route(
        match.learned(lessons),
        caseNumber,
        official,
        topic,
        team,
        neighbourhood,
        suggested,
        barred);
  }

  /** The same for this reason. */
  public Route because(Match why) {
    return new Route(why, caseNumber, official, topic, team, neighbourhood, suggested, barred);
  }

  public Route barring(List<String> officials) {
    return new Route(match, caseNumber, official, topic, team, neighbourhood, suggested, officials);
  }
}
