package nl.aanspreekpunt.figures;

/**
 * One group of what was counted.
 *
 * @param by what it is a group of
 * @param key its id (of a team, topic or neighbourhood); empty: unknown, or all
 */
public record Slice(By by, String key, Sums sums) {
  public enum By {
    ALL,
    TEAM,
    TOPIC,
    NEIGHBOURHOOD
  }
}
