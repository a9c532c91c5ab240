package nl.aanspreekpunt.casework;

import java.time.Instant;

/**
 * A decision that is put down, and whose letter waits until the citizen has heard it in a talk.
 *
 * @param by who wrote it as it is now (official id)
 * @param at when
 * @param since when it was first put down: a talk after that is one about it
 * @param how the talk that was planned
 * @param promise of that talk (promise id)
 * @param told they were spoken with about it in another case, that was joined to this one; null:
 *     not
 * @param asked the citizen asked for that call themselves: it is theirs to take back
 */
public record Intended(
    Outcome outcome,
    Grounds grounds,
    String by,
    Instant at,
    Instant since,
    CaseEvent.Talk how,
    String promise,
    boolean asked,
    Boolean told) {
  public Intended(
      Outcome outcome,
      Grounds grounds,
      String by,
      Instant at,
      Instant since,
      CaseEvent.Talk how,
      String promise,
      boolean asked) {
    this(outcome, grounds, by, at, since, how, promise, asked, null);
  }

  /** The same as it goes on in the case to which this one is joined, under another promise id. */
  Intended in(Case was, String number) {
    Boolean heard = spoken(was) ? Boolean.TRUE : told;
    return new Intended(outcome, grounds, by, at, since, how, number, asked, heard);
  }

  /** Somebody spoke with the citizen since. */
  public boolean spoken(Case in) {
    return Boolean.TRUE.equals(told)
        || in.happened(CaseEvent.class)
            .anyMatch(one -> one.conversation() && !one.at().isBefore(since));
  }
}
