package nl.aanspreekpunt.friction;

import java.time.Instant;

/**
 * "This rule chafes here."
 *
 * @param by who says so (official id)
 * @param team their team
 * @param rule which rule, form or system
 * @param what what it did to whom, without a citizen's data
 * @param helps what would help; may be empty
 * @param about number of the case it happened in; null: in none
 * @param tells the citizen of that case agreed to hear what comes of it
 */
public record Report(
    String by,
    Instant at,
    String team,
    String rule,
    String what,
    String helps,
    String about,
    boolean tells) {
  public static final int LONGEST_RULE = 200;
  public static final int LONGEST = 2_000;
}
