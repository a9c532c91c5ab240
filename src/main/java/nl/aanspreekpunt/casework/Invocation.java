package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;

/**
 * An official acted on a principle, and accounts for it afterwards.
 *
 * @param id {@code <case>-i<n>}
 * @param principle topic id, of whose principle
 * @param by official id
 * @param what they did, in their words
 * @param euros what it costs, as they said then; 0 when it costs no money
 * @param at when they did
 * @param asked when the message came that it is an answer to
 * @param accountDue by when they account for it
 * @param account null until they did
 * @param undone it was a mistake and counts for nothing
 */
public record Invocation(
    String id,
    String principle,
    String by,
    String what,
    int euros,
    Instant at,
    Instant asked,
    Instant accountDue,
    Account account,
    boolean undone) {
  /** While just done it can be taken back. */
  public static final Duration JUST_DONE = Duration.ofMinutes(15);

  /**
   * Two sentences.
   *
   * @param cost what it cost
   * @param brought what it brought
   */
  public record Account(String cost, String brought, String by, Instant at) {}

  /** Somebody is still to account for it. */
  public boolean owing() {
    return account == null && !undone;
  }

  public boolean canBeUndone(String official, Instant now) {
    return owing() && by.equals(official) && now.isBefore(at.plus(JUST_DONE));
  }

  public Invocation accounted(Account given) {
    return new Invocation(id, principle, by, what, euros, at, asked, accountDue, given, undone);
  }

  public Invocation takenBack() {
    return new Invocation(id, principle, by, what, euros, at, asked, accountDue, account, true);
  }
}
